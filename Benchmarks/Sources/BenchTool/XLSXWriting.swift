import Spreadsheets

/// Writes one table of six columns of numbers and four of texts. The peer in Python writes the same cells.
enum XLSXWriting {
  static func measure(rows: Int, to path: String) throws -> Measurement {
    let cities = (0..<rows).map { "Example City \($0 / 20)" }
    let thai = (0..<rows).map { "เมืองตัวอย่าง \($0 / 20)" }
    let codes = (0..<rows).map { "indicator_\($0 % 150)" }
    let notes = (0..<rows).map { "note \($0)" }
    return try Measurement.of {
      var columns = [
        DataColumn(header: "city_en", values: .texts(cities)), DataColumn(header: "city_th", values: .texts(thai)),
        DataColumn(header: "indicator", values: .texts(codes)), DataColumn(header: "note", values: .texts(notes)),
      ]
      for column in 0..<6 {
        let numbers = (0..<rows).map { Double(($0 &* 7919 &+ column &* 104_729) % 1_000_000) / 100 }
        columns.append(DataColumn(header: "number_\(column)", values: .numbers(numbers)))
      }
      var sheet = Sheet(name: "Table_1")
      sheet.table = DataTable(name: "tbl_values", headerRow: 0, columns: columns)
      let workbook = Workbook(properties: .init(title: "Benchmark", created: 1), sheets: [sheet])
      try XLSXWriter.write(workbook, toPath: path)
      return [("cells", rows * 10)]
    }
  }
}
