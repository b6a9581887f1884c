import Reporting

/// Which reports of a round are written; what they say does not depend on it.
public struct ReportSelection: Sendable, Equatable {
  /// Every report.
  public static let all = ReportSelection(only: nil, hasCityFiles: true)
  /// All but the workbooks of single cities: their report cards, and what goes back to them.
  public static let withoutCityFiles = ReportSelection(only: nil, hasCityFiles: false)

  /// What can be named: kinds of workbooks, and CSV files without their ending.
  public static let names = ReportList.kinds + CSVSet.names

  /// nil: every workbook of the network and every table.
  private let only: Set<String>?
  let hasCityFiles: Bool

  private init(only: Set<String>?, hasCityFiles: Bool) {
    self.only = only
    self.hasCityFiles = hasCityFiles
  }

  /// Some reports by name.
  /// - Parameter names: Some of ``names``. The observations are written whatever is named: what a round has told decides what a
  ///   later one keeps back.
  public init(only names: some Sequence<String>) {
    let names = Set(names)
    self.init(only: names.union(["observations"]), hasCityFiles: names.contains(ReportList.cities))
  }

  func contains(_ name: String) -> Bool { only?.contains(name) ?? (name != ReportList.cities || hasCityFiles) }

  /// In byte order, for the manifest; nil where none is named.
  var listed: [String]? { only?.sorted() }

  /// What sets a run apart from one that writes everything; part of its name.
  var choices: [String] {
    if let listed { return ["only \(listed.joined(separator: " "))"] }
    return hasCityFiles ? [] : ["without files of single cities"]
  }
}
