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
