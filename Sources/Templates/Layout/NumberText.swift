import Catalogue
import Vocabulary

/// Numbers as the locked cells show them.
enum NumberText {
  /// `1,234.5` with the decimals of its unit, without trailing zeros.
  static func text(_ value: Double, decimals: Int) -> String {
    var scale = 1.0
    for _ in 0..<min(decimals, 6) { scale *= 10 }
    let scaled = (abs(value) * scale).rounded()
    guard scaled.isFinite, scaled < 9e15 else { return "\(value)" }
    let whole = Int64((scaled / scale).rounded(.down))
    var fraction = String(Int64(scaled) - whole * Int64(scale))
    fraction = String(repeating: "0", count: max(0, min(decimals, 6) - fraction.count)) + fraction
    while fraction.hasSuffix("0") { fraction.removeLast() }
    let sign = value < 0 && scaled > 0 ? "-" : ""
    return sign + grouped(whole) + (fraction.isEmpty || decimals == 0 ? "" : "." + fraction)
  }

  private static func grouped(_ number: Int64) -> String {
    var groups: [String] = []
    var rest = String(number)
    while rest.count > 3 {
      groups.insert(String(rest.suffix(3)), at: 0)
      rest.removeLast(3)
    }
    return ([rest] + groups).joined(separator: ",")
  }
}

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
    if abs(value) >= thresholds.minimumBase || steps.isEmpty, let relative = thresholds.warnRelative {
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
