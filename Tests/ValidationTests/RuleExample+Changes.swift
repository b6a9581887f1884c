@testable import Validation

extension RuleExample {
  /// The example with a note on every row.
  func withNotes(_ note: String) -> RuleExample {
    var example = self
    for index in example.rows.indices { example.rows[index].note = note }
    return example
  }

  /// The example with another value in one row, or in all.
  func replacing(_ value: Double?, at position: Int? = nil) -> RuleExample {
    var example = self
    for index in position.map({ $0..<$0 + 1 }) ?? example.rows.indices {
      example.rows[index].value = value
      example.rows[index].status = nil
    }
    return example
  }

  /// The example with its rows in another order.
  func reordered(_ order: (Int) -> Int) -> RuleExample {
    var example = self
    example.rows = rows.enumerated().sorted { order($0.offset) < order($1.offset) }.map(\.element)
    return example
  }
}
