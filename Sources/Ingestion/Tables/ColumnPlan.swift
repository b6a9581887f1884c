import Spreadsheets
import Vocabulary

/// The columns of one table, found by their names: made once a table, used for every row.
struct ColumnPlan {
  /// What is decided by the texts of several columns: a row's series, or that it is none of ours.
  struct RowRule {
    enum Outcome {
      case target(SourceMapping.Target)
      /// The mapping's exclusion by its position.
      case exclusion(Int)
    }
    var conditions: [(column: Int, texts: Set<String>)]
    var outcome: Outcome
  }

  /// Column positions by what they mean; -1 where the table has none.
  var cityColumns: [Int] = []
  var periodColumns: [Int] = []
  var variableColumns: [Int] = []
  /// Exclusions before series; only those that this file can have rows of.
  var rowRules: [RowRule] = []
  var ruleColumns: [Int] = []
  var valueColumn = -1
  /// Wide tables: columns whose header is a time.
  var yearColumns: [(column: Int, period: TimePeriod)] = []
  var statusColumn = -1
  var unitColumn = -1
  var noteColumn = -1
  var sourceColumn = -1
  var breakdownColumns: [(column: Int, rule: SourceMapping.BreakdownRule)] = []
  /// Needed names that the header lacks.
  var missing: [String] = []
  /// Names that the mapping does not know, with their columns.
  var unknown: [(name: String, column: Int)] = []
  /// Names that stand twice.
  var doubled: [(name: String, column: Int)] = []
  /// Columns without a name, where what stands in them is to be told.
  var unnamed: Set<Int> = []
  let width: Int

  /// - Parameter header: Column names by position; empty where a column has none.
  init(header: [String], mapping: SourceMapping, captures: [String: String]) {
    width = header.count
    var finder = ColumnFinder(header: header, mapping: mapping, captures: captures)
    cityColumns = finder.required(mapping.city.field)
    if let variable = mapping.variable { variableColumns = finder.required(variable.field) }
    planRowRules(mapping, captures, &finder)
    planValues(mapping, &finder)
    if let status = mapping.status { statusColumn = finder.position(status.column) ?? -1 }
    if let unit = mapping.unit { unitColumn = finder.position(unit.column) ?? -1 }
    if let note = mapping.note { noteColumn = finder.position(note) ?? -1 }
    if let source = mapping.source { sourceColumn = finder.position(source) ?? -1 }
    for name in mapping.ignoredColumns { _ = finder.position(name) }
    // What chooses a series has said all it has to say.
    let choosing = choosingColumns
    for rule in mapping.breakdowns {
      guard let column = rule.columns.lazy.compactMap({ finder.position($0) }).first, !choosing.contains(column) else {
        continue
      }
      breakdownColumns.append((column, rule))
    }
    switch mapping.otherColumns {
    case .ignored: break
    case .breakdowns: planOwnBreakdowns(finder.unused)
    case .rejected: unknown = finder.unused
    }
    if mapping.otherColumns != .ignored {
      unnamed = Set(header.indices.filter { header[$0].isEmpty })
    }
    doubled = finder.doubled(among: finder.used.union(breakdownColumns.map(\.column)))
    missing = finder.missing
  }

  private mutating func planRowRules(
    _ mapping: SourceMapping, _ captures: [String: String], _ finder: inout ColumnFinder
  ) {
    var rules: [(RowConditions, RowRule.Outcome)] = mapping.exclusions.enumerated().map {
      ($1.conditions, .exclusion($0))
    }
    rules += mapping.series.map { ($0.conditions, .target($0.target)) }
    for (conditions, outcome) in rules where conditions.canHold(inFileWith: captures) {
      let planned = conditions.columns.compactMap { condition in
        finder.required([condition.name]).first.map { (column: $0, texts: condition.texts) }
      }
      rowRules.append(RowRule(conditions: planned, outcome: outcome))
    }
    ruleColumns = Set(rowRules.flatMap { $0.conditions.map(\.column) }).sorted()
  }

  /// The columns by which series rules choose.
  private var choosingColumns: Set<Int> {
    rowRules.reduce(into: []) { columns, rule in
      if case .target = rule.outcome { columns.formUnion(rule.conditions.map(\.column)) }
    }
  }

  private mutating func planValues(_ mapping: SourceMapping, _ finder: inout ColumnFinder) {
    switch mapping.values {
    case .column(let name):
      valueColumn = finder.required([name]).first ?? -1
      periodColumns = finder.required(mapping.period.field)
    case .wide:
      for (column, name) in finder.header.enumerated() where !finder.used.contains(column) {
        if let period = mapping.period.parser.parse(name)?.period { yearColumns.append((column, period)) }
      }
      finder.markUsed(yearColumns.map(\.column))
      if yearColumns.isEmpty { finder.miss("2024, 2025, …") }
    }
  }

  /// Every column left over is a dimension under its own name, each dimension once.
  private mutating func planOwnBreakdowns(_ columns: [(name: String, column: Int)]) {
    var taken = Set(breakdownColumns.map(\.rule.dimension))
    for (name, column) in columns {
      let slug = Notation.slug(name)
      let stem = slug.isEmpty ? "column" : slug
      var dimension = stem
      var number = 2
      while !taken.insert(dimension).inserted {
        dimension = "\(stem)_\(number)"
        number += 1
      }
      breakdownColumns.append(
        (column, SourceMapping.BreakdownRule(columns: [name], dimension: dimension, open: true)))
    }
  }
}
