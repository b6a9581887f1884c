import Catalogue
import Measurement
import Normalisation
import Spreadsheets
import Trends
import Vocabulary

/// Follows a number of a round back to its cells.
public struct DerivationWriter {
  let results: RoundResults
  let words: Words
  private var derivation = Derivation()

  public init(_ results: RoundResults) {
    self.results = results
    words = Words(texts: results.catalogue.texts, language: .english)
  }

  /// - Returns: What is known of the indicator for this city, breakdown and year, also where that is only why there is nothing.
  public func derivation(
    of indicator: IndicatorID, city: CityID, breakdown: BreakdownID = .total, year: Int
  ) -> Derivation {
    var writer = self
    writer.write(indicator, city, breakdown, year, level: 0)
    writer.writeScore(indicator, city, breakdown, year)
    writer.writeChange(indicator, city, breakdown, year)
    writer.writeEquity(indicator, city, breakdown, year)
    writer.writeProgress(indicator, city)
    writer.writeFindings(indicator, city)
    let method = results.catalogue.method
    writer.add(words.both("derivation.method"), LocalizedText(same: "\(method.id) \(method.version)"))
    writer.add(
      words.both("derivation.run"),
      LocalizedText(same: "\(results.programme.id)/\(results.round.id) \(results.run.id) gnlc \(results.run.version)"))
    return writer.derivation
  }

  mutating func add(_ label: LocalizedText, _ text: LocalizedText, level: Int = 0) {
    derivation.lines.append(Derivation.Line(label: label, text: text, level: level))
  }

  // MARK: The value

  mutating func write(
    _ indicator: IndicatorID, _ city: CityID, _ breakdown: BreakdownID, _ year: Int, level: Int
  ) {
    let definition = results.catalogue[indicator]
    let unit = results.catalogue.units[definition.unit]
    guard let period = TimePeriod.year(year),
      let value = results.values[.init(city: city, indicator: indicator, breakdown: breakdown, period: period)]
    else {
      add(definition.label, words.both("derivation.not_there", ["year": .year(year)]), level: level)
      let years = results.values.series(city, indicator, breakdown).filter { $0.value != nil }
        .map { "\($0.key.period.year)" }
      if !years.isEmpty {
        add(words.both("derivation.years"), LocalizedText(same: years.joined(separator: ", ")), level: level)
      }
      return
    }
    add(definition.label, text(of: value, unit), level: level)
    add(
      words.both("derivation.formula"),
      FormulaWords(catalogue: results.catalogue, words: words).formula(definition), level: level)
    inputs(of: value, definition, level)
    if let base = value.base {
      add(words.both("derivation.base"), LocalizedText(same: base.shortestText), level: level)
    }
  }

  private func text(of value: IndicatorValue, _ unit: UnitOfMeasure) -> LocalizedText {
    let status = words.both("obs_status.\(value.status.code.lowercased())")
    guard let number = value.value else { return words.both("derivation.no_value", ["status": status]) }
    let rounded = FixedDecimal(number, decimals: unit.decimals).text
    let exact = words.both("derivation.unrounded", ["value": LocalizedText(same: "\(number)")])
    func line(_ language: Language) -> String {
      "\(rounded) \(unit.label[language]) (\(value.status.code) \(status[language])); \(exact[language])"
    }
    return LocalizedText(english: line(.english), thai: line(.thai))
  }
}
