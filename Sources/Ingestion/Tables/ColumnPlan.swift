import Spreadsheets
import Vocabulary

/// The columns of one table, found by their names: made once a table, used for every row.
struct ColumnPlan {
  /// Column positions by what they mean; -1 where the table has none.
  var cityColumns: [Int] = []
  var periodColumns: [Int] = []
  var variableColumns: [Int] = []
  var seriesColumns: [Int] = []
  /// Where the columns that choose a series stand, by name.
  var seriesPositions: [String: Int] = [:]
  var valueColumn = -1
  /// Wide tables: columns whose header is a time.
  var yearColumns: [(column: Int, period: TimePeriod)] = []
  var statusColumn = -1
  var unitColumn = -1
  var noteColumn = -1
  var breakdownColumns: [(column: Int, rule: SourceMapping.BreakdownRule)] = []
  var exclusionColumns: [(column: Int, exclusion: SourceMapping.Exclusion)] = []
  /// Needed names that the header lacks.
  var missing: [String] = []
  /// Names that the mapping does not know, with their columns.
  var unknown: [(name: String, column: Int)] = []
  /// Names that stand twice.
  var doubled: [(name: String, column: Int)] = []
  let width: Int

  /// - Parameter header: Column names by position; empty where a column has none.
  init(header: [String], mapping: SourceMapping, captures: [String: String]) {
    width = header.count
    var positions: [String: Int] = [:]
    for (column, name) in header.enumerated() where !name.isEmpty {
      let key = Notation.comparable(name)
      if positions[key] != nil { doubled.append((name, column)) } else { positions[key] = column }
    }
    var used: Set<Int> = []
    func position(_ name: String) -> Int? {
      let filled = FilePattern.fill(name, captures)
      let candidates = [filled] + (mapping.synonyms[name] ?? [])
      for candidate in candidates {
        if let column = positions[Notation.comparable(candidate)] {
          used.insert(column)
          return column
        }
      }
      return nil
    }
    func required(_ names: [String]) -> [Int] {
      let found = names.compactMap(position)
      if found.isEmpty { missing.append(contentsOf: names.prefix(1).map { FilePattern.fill($0, captures) }) }
      return found
    }
    func columns(_ field: SourceMapping.Field) -> [Int] {
      if case .columns(let names) = field { required(names) } else { [] }
    }
    cityColumns = columns(mapping.city.field)
    if let variable = mapping.variable { variableColumns = columns(variable.field) }
    let seriesNames = mapping.series.flatMap { $0.conditions.map(\.column) }
    for name in seriesNames {
      guard seriesPositions[name] == nil, let column = required([name]).first else { continue }
      seriesPositions[name] = column
      seriesColumns.append(column)
    }
    switch mapping.values {
    case .column(let name): valueColumn = required([name]).first ?? -1
    case .wide:
      for (column, name) in header.enumerated() {
        if let period = mapping.period.parser.parse(name)?.period { yearColumns.append((column, period)) }
      }
      used.formUnion(yearColumns.map(\.column))
      if yearColumns.isEmpty { missing.append("2024, 2025, …") }
    }
    if case .column = mapping.values { periodColumns = columns(mapping.period.field) }
    if let status = mapping.status { statusColumn = position(status.column) ?? -1 }
    if let unit = mapping.unit { unitColumn = position(unit.column) ?? -1 }
    if let note = mapping.note { noteColumn = position(note) ?? -1 }
    if let source = mapping.source { _ = position(source) }
    for rule in mapping.breakdowns {
      if let column = position(rule.column) { breakdownColumns.append((column, rule)) }
    }
    for exclusion in mapping.exclusions {
      if let column = position(exclusion.column) { exclusionColumns.append((column, exclusion)) }
    }
    for (column, name) in header.enumerated() where !name.isEmpty && !used.contains(column) {
      switch mapping.otherColumns {
      case .ignored: break
      case .breakdowns:
        breakdownColumns.append(
          (column, SourceMapping.BreakdownRule(column: name, dimension: Notation.slug(name), open: true)))
      case .rejected: if positions[Notation.comparable(name)] == column { unknown.append((name, column)) }
      }
    }
  }
}
