import Foundation
import Spreadsheets

/// A CSV file of numbers that somebody else's program or publication gave; they lie beside the package and are no part of it.
public struct OracleFile {
  /// By column name, one a row.
  public let rows: [[String: String]]
  public let columns: [String]

  /// - Parameter path: Below the folder `oracles`.
  public init(_ path: String) throws {
    guard let shared = Repository.shared else {
      rows = []
      columns = []
      return
    }
    let grid = try CSVReader(path: shared.appendingPathComponent("oracles/\(path)").path).grid()
    var lines = grid.rows.makeIterator()
    var names: [Int: String] = [:]
    for cell in lines.next() ?? [] { names[cell.column] = grid.string(of: cell) }
    var rows: [[String: String]] = []
    while let line = lines.next() {
      var row: [String: String] = [:]
      for cell in line { if let name = names[cell.column] { row[name] = grid.string(of: cell) } }
      rows.append(row)
    }
    self.rows = rows
    columns = names.sorted { $0.key < $1.key }.map(\.value)
  }

  /// The numbers of a column; nil where R wrote NA.
  public func numbers(_ column: String) -> [Double?] { rows.map { $0[column].flatMap { Double($0) } } }

  /// Where it lies, or nil where it doesn't.
  public static var isPresent: Bool { Repository.shared != nil }
}

/// How many numbers were compared with an oracle, and the largest difference.
public final class OracleTally {
  public private(set) var compared = 0
  public private(set) var largest = 0.0
  public private(set) var rows = 0

  public init() {}

  /// Notes a pair; two missing values are equal, one missing is infinitely far.
  /// - Returns: whether the pair lies within 1e-9.
  @discardableResult public func compare(_ mine: Double?, _ expected: Double?) -> Bool {
    compared += 1
    let difference: Double
    switch (mine, expected) {
    case (nil, nil): difference = 0
    case (let a?, let b?): difference = abs(a - b)
    default: difference = .infinity
    }
    largest = max(largest, difference)
    return difference <= 1e-9
  }

  /// Counts a row whose numbers were compared.
  public func endRow() { rows += 1 }

  /// One line of the table that the tests print: oracle, rows, numbers, largest difference.
  public func line(_ name: String) -> String {
    "| \(name) | \(rows) rows | \(compared) numbers | largest difference \(largest) |"
  }
}
