import Spreadsheets
import Vocabulary

/// Finds columns by their names and remembers which were found, which were missed and which nobody asked for.
struct ColumnFinder {
  let header: [String]
  private let mapping: SourceMapping
  private let captures: [String: String]
  /// The names in the form in which they are compared; empty where a column has none.
  private let names: [String]
  private let positions: [String: Int]
  private(set) var used: Set<Int> = []
  /// Needed names that the header lacks.
  private(set) var missing: [String] = []

  /// - Parameter header: Column names by position; empty where a column has none.
  init(header: [String], mapping: SourceMapping, captures: [String: String]) {
    self.header = header
    self.mapping = mapping
    self.captures = captures
    names = header.map(Notation.comparable)
    positions = Dictionary(
      zip(names, names.indices).filter { !header[$1].isEmpty }, uniquingKeysWith: { first, _ in first })
  }

  /// The column of a name (with captures filled in) or of one of its synonyms.
  mutating func position(_ name: String) -> Int? {
    let candidates = [Notation.comparable(FilePattern.fill(name, captures))] + (mapping.synonyms[name] ?? [])
    for candidate in candidates {
      if let column = positions[candidate] {
        used.insert(column)
        return column
      }
    }
    return nil
  }

  /// The columns of these names that there are; one at least is needed.
  mutating func required(_ names: [String]) -> [Int] {
    let found = names.compactMap { position($0) }
    if found.isEmpty { missing.append(contentsOf: names.prefix(1).map { FilePattern.fill($0, captures) }) }
    return found
  }

  mutating func required(_ field: SourceMapping.Field) -> [Int] {
    if case .columns(let names) = field { required(names) } else { [] }
  }

  mutating func markUsed(_ columns: some Sequence<Int>) { used.formUnion(columns) }
  mutating func miss(_ name: String) { missing.append(name) }

  /// Named columns that nobody asked for, the second one of a name left out.
  var unused: [(name: String, column: Int)] {
    header.enumerated().filter { column, name in
      !name.isEmpty && !used.contains(column) && positions[names[column]] == column
    }.map { ($1, $0) }
  }

  /// Columns whose name stands before them already, where that matters: for a column that is read.
  func doubled(among read: Set<Int>) -> [(name: String, column: Int)] {
    header.enumerated().filter { column, name in
      guard !name.isEmpty, let first = positions[names[column]] else { return false }
      return first != column && read.contains(first)
    }.map { ($1, $0) }
  }
}
