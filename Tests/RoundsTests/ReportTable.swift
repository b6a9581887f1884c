import Foundation
import Rounds
import Spreadsheets

/// The rows of a published CSV file, each by the names of its columns.
func reportTable(_ workspace: Workspace, _ path: String) throws -> [[String: String]] {
  let grid = try CSVReader(path: workspace.absolute(path)).grid()
  var names: [Int: String] = [:]
  var rows: [[String: String]] = []
  for line in grid.rows {
    if names.isEmpty {
      for cell in line { names[cell.column] = grid.string(of: cell) }
      continue
    }
    var row = Dictionary(uniqueKeysWithValues: names.values.map { ($0, "") })
    for cell in line { if let name = names[cell.column] { row[name] = grid.string(of: cell) } }
    rows.append(row)
  }
  return rows
}
