import Spreadsheets

/// Reads every sheet of a workbook to a grid and looks at each cell.
enum XLSXReading {
  static func measure(file: String) throws -> Measurement {
    try Measurement.of {
      let reader = try XLSXReader(path: file, limits: .source)
      var cells = 0
      var textBytes = 0
      var sum = 0.0
      for sheet in reader.sheets {
        let grid = try reader.grid(of: sheet)
        cells += grid.cells.count
        for cell in grid.cells {
          switch cell.kind {
          case .text, .error: textBytes += grid.withText(of: cell) { $0.count }
          case .number, .date, .boolean: sum += cell.number
          }
        }
      }
      return [("cells", cells), ("text_bytes", textBytes), ("sum", Int(sum.rounded()))]
    }
  }
}
