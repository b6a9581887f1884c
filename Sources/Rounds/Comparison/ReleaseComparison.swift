import Foundation
import Spreadsheets

/// What differs between two releases, cell by cell of their CSV files: old, new, why.
public struct ReleaseComparison: Sendable {
  /// A cell that differs between two releases, and why.
  public struct Change: Sendable, Hashable {
    /// Whether the row is new, gone, or says otherwise.
    public enum Kind: String, Sendable { case added, changed, removed }
    /// As far as the releases themselves tell.
    public enum Reason: String, Sendable {
      /// The file that the figure came from was changed, is new or is gone.
      case input
      /// The method has another version.
      case method
      /// The definitions in the catalogue are others.
      case catalogue
      /// Another version of the program made it.
      case program
      /// The round's dates or state are others, or only the day of the run.
      case run
      /// It follows from figures that changed.
      case derived
    }
    /// Of the file, without its ending.
    public var table: String
    /// `CITY=xx-a;INDICATOR=…`
    public var key: String
    public var column: String
    public var old: String
    public var new: String
    public var kind: Kind
    public var reason: Reason
  }

  /// The runs that are compared.
  public let old: String
  public let new: String
  /// Table by table in the order of the data package, then in the order of the rows.
  public private(set) var changes: [Change] = []
  /// Rows that both have, by table.
  public private(set) var rowsCompared: [(table: String, rows: Int)] = []

  /// Columns that say where a figure stood or which run it is of: they differ without anything having changed.
  private static let ignored: Set<String> = [
    "RUN_ID", "METHOD_VERSION", "RULES_VERSION", "SOURCE_FILE", "SOURCE_SHEET", "SOURCE_CELL",
  ]
  /// Findings are numbered, not keyed; the tables of SDMX say once more what others say.
  private static func isLeftOut(_ table: String) -> Bool { table == "findings" || table.hasSuffix(".sdmx") }

  /// - Parameters:
  ///   - old: A run's id, `programme/round` for the release that it shows, or a release's folder.
  /// - Throws: `noInput` where one is no release; `inputOutput` where a file of it cannot be read.
  public init(_ old: String, _ new: String, in workspace: Workspace) throws(RoundsError) {
    let (former, latter) = (try ReleaseFolder(old, in: workspace), try ReleaseFolder(new, in: workspace))
    self.old = former.manifest.run
    self.new = latter.manifest.run
    let reasons = Reasons(former.manifest, latter.manifest)
    for table in latter.tables where !Self.isLeftOut(table.name) {
      guard former.tables.contains(where: { $0.name == table.name }) else { continue }
      try compare(table, former, latter, reasons)
    }
  }

  private mutating func compare(
    _ table: ReleaseFolder.Table, _ former: ReleaseFolder, _ latter: ReleaseFolder, _ reasons: Reasons
  ) throws(RoundsError) {
    var (a, b) = (try former.groups(of: table), try latter.groups(of: table))
    var (x, y) = (try a.next(), try b.next())
    var rows = 0
    while x != nil || y != nil {
      // Groups stand in byte order in both files.
      let isFirst =
        x.map { first in y.map { !$0.name.utf8.lexicographicallyPrecedes(first.name.utf8) } ?? true } ?? false
      let isSecond =
        y.map { second in x.map { !$0.name.utf8.lexicographicallyPrecedes(second.name.utf8) } ?? true } ?? false
      rows += compare(isFirst ? x : nil, isSecond ? y : nil, table, reasons)
      if isFirst { x = try a.next() }
      if isSecond { y = try b.next() }
    }
    rowsCompared.append((table.name, rows))
  }

  /// - Returns: How many rows both have.
  private mutating func compare(
    _ former: RowGroup?, _ latter: RowGroup?, _ table: ReleaseFolder.Table, _ reasons: Reasons
  ) -> Int {
    var known = former?.rows ?? [:]
    var both = 0
    for key in latter?.order ?? [] {
      guard let row = latter?.rows[key] else { continue }
      if let old = known.removeValue(forKey: key) {
        both += 1
        for name in latter?.columns ?? [] where !Self.ignored.contains(name) {
          let (before, value) = (old.value(of: name), row.value(of: name))
          if before != value { add(table, key, name, before, value, .changed, reasons.of(old, row)) }
        }
      } else {
        add(table, key, table.value, "", row.value(of: table.value), .added, reasons.of(nil, row))
      }
    }
    for key in former?.order ?? [] {
      guard let row = known[key] else { continue }
      add(table, key, table.value, row.value(of: table.value), "", .removed, reasons.of(row, nil))
    }
    return both
  }

  private mutating func add(
    _ table: ReleaseFolder.Table, _ key: [String], _ column: String, _ old: String, _ new: String, _ kind: Change.Kind,
    _ reason: Change.Reason
  ) {
    let text = zip(table.key, key).filter { !$1.isEmpty }.map { "\($0)=\($1)" }.joined(separator: ";")
    changes.append(
      Change(table: table.name, key: text, column: column, old: old, new: new, kind: kind, reason: reason))
  }

  /// Changes of a table, counted.
  public func count(of table: String) -> Int { changes.count { $0.table == table } }
}

/// Why a row of two releases differs.
private struct Reasons {
  private let changedInputs: Set<String>
  private let general: ReleaseComparison.Change.Reason

  init(_ old: Manifest, _ new: Manifest) {
    let before = Dictionary(old.inputs.map { ($0.path, $0.sha256) }, uniquingKeysWith: { $1 })
    let after = Dictionary(new.inputs.map { ($0.path, $0.sha256) }, uniquingKeysWith: { $1 })
    changedInputs = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
    if old.method != new.method {
      general = .method
    } else if old.catalogueSHA256 != new.catalogueSHA256 {
      general = .catalogue
    } else if old.version != new.version {
      general = .program
    } else {
      general = changedInputs.contains { $0.contains("/submissions/") || $0.contains("/sources/") } ? .derived : .run
    }
  }

  func of(_ old: [String: String]?, _ new: [String: String]?) -> ReleaseComparison.Change.Reason {
    let files = [old, new].compactMap { $0?["SOURCE_FILE"] }.filter { !$0.isEmpty }
    return files.contains(where: changedInputs.contains) ? .input : general
  }
}

extension [String: String] {
  fileprivate func value(of column: String) -> String { self[column] ?? "" }
}
