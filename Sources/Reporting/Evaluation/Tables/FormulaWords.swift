import Catalogue
import Spreadsheets
import Vocabulary

/// Formulas and scales in words, so that a reader can compute a figure again.
struct FormulaWords {
  let catalogue: Catalogue
  let words: Words

  func formula(_ indicator: Indicator) -> LocalizedText {
    switch indicator.computation {
    case .ratio(let numerator, let denominator, let factor, _):
      let values = [
        "numerator": sum(numerator), "denominator": sum(denominator), "factor": LocalizedText(same: number(factor)),
      ]
      return words.both(factor == 1 ? "formula.ratio" : "formula.ratio_factor", values)
    case .reported(let variable): return words.both("formula.reported", ["variable": catalogue[variable].label])
    case .rating(let variable, _, _): return words.both("formula.rating", ["variable": catalogue[variable].label])
    case .parity(let source, let dimension, let of, let to, let adjusted):
      return words.both(
        adjusted ? "formula.parity_adjusted" : "formula.parity", groups(source, dimension, of, to))
    case .gap(let source, let dimension, let of, let to):
      return words.both("formula.gap", groups(source, dimension, of, to))
    case .distribution(let variable, let dimension):
      let label = catalogue.dimension(dimension)?.list.label ?? LocalizedText(same: dimension)
      return words.both(
        "formula.distribution", ["variable": catalogue[variable].label, "dimension": label.lowercasedStart])
    }
  }

  func scale(_ indicator: Indicator) -> LocalizedText {
    let unit = catalogue.units[indicator.unit]
    func value(_ number: Double) -> LocalizedText { LocalizedText(same: self.number(number)) }
    switch indicator.scale {
    case .goalposts(let low, let high), .logGoalposts(let low, let high):
      let isLog = if case .logGoalposts = indicator.scale { true } else { false }
      let (zero, best) = indicator.direction == .decrease ? (high, low) : (low, high)
      return words.both(
        isLog ? "scale.logarithmic" : "scale.goalposts",
        ["zero": value(zero), "best": value(best), "unit": unit.label])
    case .ideal(let ideal, let worst):
      return words.both("scale.ideal", ["ideal": value(ideal), "worst": value(worst), "unit": unit.label])
    case .rating: return words.both("scale.rating")
    case .none: return words.both("scale.none")
    }
  }

  /// The scale's name and its two numbers, for the data sheet.
  func goalposts(_ indicator: Indicator) -> (kind: String, zero: Double?, best: Double?) {
    switch indicator.scale {
    case .goalposts(let low, let high):
      indicator.direction == .decrease ? ("goalposts", high, low) : ("goalposts", low, high)
    case .logGoalposts(let low, let high):
      indicator.direction == .decrease ? ("log_goalposts", high, low) : ("log_goalposts", low, high)
    case .ideal(let ideal, let worst): ("ideal", worst, ideal)
    case .rating: ("rating", 1, 4)
    case .none: ("none", nil, nil)
    }
  }

  private func sum(_ variables: [VariableID]) -> LocalizedText {
    let labels = variables.map { catalogue[$0].label }
    guard labels.count > 1 else { return labels.first ?? LocalizedText(same: "") }
    return LocalizedText(
      english: "(" + labels.map(\.english).joined(separator: " + ") + ")",
      thai: "(" + labels.map(\.thai).joined(separator: " + ") + ")")
  }

  private func groups(
    _ source: IndicatorID, _ dimension: String, _ of: String, _ to: String
  ) -> [String: LocalizedText] {
    let list = catalogue.dimension(dimension)?.list
    func label(_ code: String) -> LocalizedText { list?[code]?.label ?? LocalizedText(same: code) }
    return [
      "indicator": catalogue[source].label, "of": label(of).lowercasedStart, "to": label(to).lowercasedStart,
    ]
  }

  private func number(_ value: Double) -> String {
    LocalizedText.grouped(FixedDecimal(value, decimals: 3).shortest)
  }
}

extension FixedDecimal {
  /// Without zeros at the end: `0.15`, `100`.
  var shortest: String {
    guard decimals > 0 else { return text }
    var digits = Substring(text)
    while digits.last == "0" { digits.removeLast() }
    if digits.last == "." { digits.removeLast() }
    return String(digits)
  }
}
