/// The format codes of numbers. Values are rounded before they are written; a format only shows them.
enum NumberFormats {
  static let score = "0.0"
  static let heatScore = "0"
  static let count = "#,##0"
  static let change = "+0.0;-0.0;0.0"
  static let percent = "0\" %\""
  /// A share with what it is of.
  static func share(of base: String) -> String { "0\" % \(base)\"" }
  /// In charts, where zero has no label.
  static let chartCount = "#,##0;;"
  /// Counts of which zero is dull.
  static let quietCount = "#,##0;-#,##0;\"·\""
  static let year = "0"

  /// As many decimals as the unit has; large amounts with separators.
  static func value(decimals: Int) -> String {
    decimals == 0 ? "#,##0" : "#,##0." + String(repeating: "0", count: decimals)
  }

  /// A change with its sign and its unit.
  static func signed(decimals: Int, unit: String = "") -> String {
    let digits = decimals == 0 ? "0" : "0." + String(repeating: "0", count: decimals)
    let suffix = unit.isEmpty ? "" : "\" \(unit)\""
    return "+\(digits)\(suffix);-\(digits)\(suffix);\(digits)\(suffix)"
  }
}
