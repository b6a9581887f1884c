import Catalogue
import Vocabulary

/// The values that a row expects: around the last one by the thresholds of its year-on-year rule, else the variable's own.
struct ExpectedRange: Hashable {
  var low: Double
  var high: Double

  init(_ code: TemplateCode, prior: PriorValues.Figure?, catalogue: Catalogue) {
    let variable = catalogue[code.variable]
    low = variable.range.lowerBound
    high = variable.range.upperBound
    guard let value = prior?.value, variable.range.contains(value) else { return }
    let thresholds = catalogue.changeThresholds(of: code.variable)
    var steps = [thresholds.warnAbsolute].compactMap { $0 }
    if abs(value) >= thresholds.minimumBase ?? 0 || steps.isEmpty, let relative = thresholds.warnRelative {
      steps.append(abs(value) * relative / 100)
    }
    guard let step = steps.max(), step > 0 else { return }
    low = max(low, Self.rounded(value - step, down: true, of: step))
    high = min(high, Self.rounded(value + step, down: false, of: step))
  }

  /// Outwards to two digits of the step: an expectation needs no more.
  private static func rounded(_ value: Double, down: Bool, of step: Double) -> Double {
    var unit = 1.0
    while unit * 100 <= step { unit *= 10 }
    while unit > step / 10, unit > 1e-6 { unit /= 10 }
    let scaled = unit < 1 ? value * (1 / unit).rounded() : value / unit
    let whole = (scaled + (down ? 1e-9 : -1e-9)).rounded(down ? .down : .up)
    return unit < 1 ? whole / (1 / unit).rounded() : whole * unit
  }

  func text(decimals: Int) -> String {
    "\(NumberText.text(low, decimals: decimals)) – \(NumberText.text(high, decimals: decimals))"
  }
}
