/// What a column of a table is read for, as each of its cells asks.
struct ColumnRole: OptionSet {
  let rawValue: UInt8

  /// Its texts say what a figure is about.
  static let key = ColumnRole(rawValue: 1)
  static let value = ColumnRole(rawValue: 2)
  /// A value of the time that the header names.
  static let year = ColumnRole(rawValue: 4)
  static let note = ColumnRole(rawValue: 8)
  /// It has no name, and what stands in it is to be told.
  static let unnamed = ColumnRole(rawValue: 16)
}

extension ColumnPlan {
  /// By column.
  var roles: [ColumnRole] {
    var roles = [ColumnRole](repeating: [], count: width)
    for column in cityColumns + periodColumns + variableColumns + ruleColumns + breakdownColumns.map(\.column) {
      roles[column].insert(.key)
    }
    for column in yearColumns.map(\.column) { roles[column].insert(.year) }
    for (column, role) in [(statusColumn, .key), (unitColumn, .key), (valueColumn, .value), (noteColumn, .note)]
      as [(Int, ColumnRole)] where column >= 0
    { roles[column].insert(role) }
    // Nothing else is made of it.
    for column in unnamed { roles[column] = .unnamed }
    return roles
  }
}
