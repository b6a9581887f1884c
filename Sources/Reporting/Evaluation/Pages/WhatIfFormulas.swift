import Catalogue
import Spreadsheets
import Vocabulary

/// The columns of the what-if page.
enum WhatIfColumn: Int {
  case code = 1
  case name, unit, year, published, value, sign, zero, best, weight, gutter, score, newScore, change, coverage, mean
}

/// The formulas of the what-if page: the steps of the method, written for a spreadsheet. They are made of rows and numbers of ours alone,
/// never of a text that somebody sent.
struct WhatIfFormulas {
  let rows: [WhatIfRow]
  let catalogue: Catalogue
  /// The sheet row of the overall score, from 0.
  let firstRow: Int
  /// The cell of the minimum coverage, in per cent.
  let minimum: CellAddress
  /// Column and first row of the published numbers in the table, from 0.
  let table: (name: String, firstRow: Int, columns: [String: Int])

  private func cell(_ column: WhatIfColumn, _ row: Int) -> String {
    CellAddress(row: firstRow + row, column: column.rawValue).description
  }

  private func range(_ column: WhatIfColumn, _ rows: ClosedRange<Int>) -> String {
    "\(cell(column, rows.lowerBound)):\(cell(column, rows.upperBound))"
  }

  private func published(_ header: String, _ row: Int) -> String {
    "\(table.name)!\(CellAddress(row: table.firstRow + row, column: table.columns[header] ?? 0))"
  }

  /// A value that stands in two places is entered in the first.
  func sameValue(as first: Int) -> String { "=IF(ISBLANK(\(cell(.value, first))),\"\",\(cell(.value, first)))" }

  /// An indicator's score, from its value and its goalposts.
  func score(_ row: Int, _ indicator: WhatIfIndicator) -> String {
    let (value, zero, best) = (cell(.value, row), cell(.zero, row), cell(.best, row))
    let method = catalogue.method.normalisation
    let definition = catalogue[indicator.id]
    var share = "(\(value)-\(zero))/(\(best)-\(zero))"
    switch definition.scale {
    case .ideal: share = "1-ABS(\(value)-\(best))/ABS(\(zero)-\(best))"
    case .logGoalposts:
      // What has no logarithm is beyond the lower end.
      let beyond = method.name == .scaled ? "\"\"" : definition.direction == .decrease ? "1" : "0"
      share = "IF(\(value)>0,(LN(\(value))-LN(\(zero)))/(LN(\(best))-LN(\(zero))),\(beyond))"
    default: break
    }
    if method.name == .goalposts { share = "MAX(0,MIN(1,\(share)))" }
    let width = (method.upper - method.lower).shortestText.uppercased()
    let start = method.lower == 0 ? "" : method.lower.shortestText.uppercased() + "+"
    return "=IF(AND(ISNUMBER(\(value)),\(zero)<>\(best)),IFERROR(\(start)\(width)*(\(share)),\"\"),\"\")"
  }

  /// The mean of what is there under a node.
  func mean(_ row: Int) -> String {
    let (own, nodes) = parts(of: row)
    var sums: [String] = []
    var weights: [String] = []
    if let own {
      sums.append("SUMPRODUCT(\(range(.weight, own)),\(range(.newScore, own)))")
      weights.append("SUMPRODUCT(\(range(.weight, own))*ISNUMBER(\(range(.newScore, own))))")
    }
    for node in nodes {
      sums.append("IF(ISNUMBER(\(cell(.mean, node))),\(cell(.weight, node))*\(cell(.mean, node)),0)")
      weights.append("IF(ISNUMBER(\(cell(.mean, node))),\(cell(.weight, node)),0)")
    }
    let weight = weights.joined(separator: "+")
    return "=IF(\(weight)>0,(\(sums.joined(separator: "+")))/(\(weight)),\"\")"
  }

  /// How much of a node has a score, by weight, in per cent.
  func coverage(_ row: Int) -> String {
    let (own, nodes) = parts(of: row)
    var sums: [String] = []
    var weights: [String] = []
    if let own {
      sums.append("100*SUMPRODUCT(\(range(.weight, own))*ISNUMBER(\(range(.newScore, own))))")
      weights.append("SUM(\(range(.weight, own)))")
    }
    for node in nodes {
      sums.append("\(cell(.weight, node))*\(cell(.coverage, node))")
      weights.append(cell(.weight, node))
    }
    let weight = weights.joined(separator: "+")
    return "=IF(\(weight)>0,(\(sums.joined(separator: "+")))/(\(weight)),0)"
  }

  /// A node's score: its mean, where enough is there.
  func score(ofNode row: Int) -> String {
    let least = "$\(CellAddress.letters(ofColumn: minimum.column))$\(minimum.row + 1)"
    // As much slack as the program allows itself, so that two of three are two thirds.
    return "=IF(AND(ISNUMBER(\(cell(.mean, row))),\(cell(.coverage, row))>=\(least)-0.0000001),"
      + "\(cell(.mean, row)),\"\(WhatIfPage.noScore)\")"
  }

  /// The score's distance from the published one, both before they are rounded for print.
  func change(_ row: Int) -> String {
    let (now, before) = (cell(.newScore, row), published("score_unrounded", row))
    return "=IF(AND(ISNUMBER(\(now)),ISNUMBER(\(before))),ROUND(\(now)-\(before),2),\"\")"
  }

  /// Whether the reader changed anything in the row; nil where nothing in it can be changed.
  func sign(_ row: Int) -> String? {
    var tests: [String] = []
    if let indicator = rows[row].indicator {
      if indicator.first == nil {
        tests.append(
          indicator.value == nil
            ? "NOT(ISBLANK(\(cell(.value, row))))" : "\(cell(.value, row))<>\(published("value_unrounded", row))")
      }
      tests.append("\(cell(.zero, row))<>\(published("value_at_0", row))")
      tests.append("\(cell(.best, row))<>\(published("value_at_100", row))")
    }
    if rows[row].weight != nil { tests.append("\(cell(.weight, row))<>\(published("weight", row))") }
    guard !tests.isEmpty else { return nil }
    return "=IF(OR(\(tests.joined(separator: ","))),\"\(WhatIfPage.changedSign)\",\"\")"
  }

  /// The rows of a node's own indicators, which stand together, and those of the nodes under it.
  private func parts(of row: Int) -> (own: ClosedRange<Int>?, nodes: [Int]) {
    let own = rows[row].parts.filter { rows[$0].indicator != nil }
    let nodes = rows[row].parts.filter { rows[$0].indicator == nil }
    guard let first = own.first, let last = own.last else { return (nil, nodes) }
    return (first...last, nodes)
  }
}
