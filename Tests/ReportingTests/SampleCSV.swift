import Spreadsheets
import Testing

@testable import Reporting

/// The CSV files of fictional networks, to be compared with what sheets say.
enum SampleCSV {
  /// The rows of a CSV file by some of their fields, with the text of another.
  static func fields(_ network: FictionalNetwork, _ name: String, key: [String], value: String) throws
    -> [[String]: String]
  {
    try rows(SampleWorkbook.results(network), name, key: key).mapValues { try #require($0[value], "\(value)") }
  }

  /// The rows of a CSV file by some of their fields, each with all of its own.
  static func rows(_ results: RoundResults, _ name: String, key: [String]) throws -> [[String]: [String: String]] {
    let table = try #require(CSVSet.tables(results).first { $0.name == name })
    let names = table.fields.map(\.name)
    let positions = try key.map { try #require(names.firstIndex(of: $0), "\($0)") }
    var found: [[String]: [String: String]] = [:]
    table.forEachPiece { bytes in
      for line in String(decoding: bytes, as: UTF8.self).split(separator: "\r\n") {
        let cells = cells(of: line)
        guard cells.count == names.count, cells != names else { continue }
        found[positions.map { cells[$0] }] = Dictionary(uniqueKeysWithValues: zip(names, cells))
      }
    }
    try #require(!found.isEmpty)
    return found
  }

  /// The digits that a table's number has in a file.
  static func digits(_ value: Double?, _ decimals: Int) -> String {
    value.map { FixedDecimal($0, decimals: decimals).text } ?? ""
  }

  /// The fields of a row; commas between quotation marks part nothing.
  private static func cells(of line: Substring) -> [String] {
    guard line.utf8.contains(UInt8(ascii: "\"")) else {
      return line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    var cells = [""]
    var isQuoted = false
    for character in line {
      if character == "\"" {
        isQuoted.toggle()
      } else if character == ",", !isQuoted {
        cells.append("")
      } else {
        cells[cells.count - 1].append(character)
      }
    }
    return cells
  }
}
