import Catalogue
import Spreadsheets
import Vocabulary

/// A fictional city's figures as a tidy submission.
struct SubmissionRows {
  let city: String
  let catalogue: Catalogue
  var figures: [SyntheticCity.Figure]

  /// Those that occur.
  private static let dimensions = ["sex", "age", "education_level", "zone", "district", "group"]
  private static let columns =
    ["CITY", "VARIABLE"] + dimensions.map { $0.uppercased() } + [
      "TIME_PERIOD", "OBS_VALUE", "UNIT_MEASURE", "OBS_STATUS", "NOTE",
    ]

  /// One total that does not add up, so that the demonstration has an error to show.
  mutating func spoilSum() {
    let last = figures.map(\.year).max()
    guard
      let index = figures.firstIndex(where: { figure in
        figure.year == last && figure.breakdown.isEmpty && figure.value ?? 0 > 1000
          && catalogue[figure.variable].id.hasPrefix("literate")
      })
    else { return }
    figures[index].value = figures[index].value.map { $0 + 120 }
  }

  private func code(_ dimension: String, _ figure: SyntheticCity.Figure) -> String {
    figure.breakdown.first { $0.dimension == dimension }?.code ?? "_T"
  }

  func csv(buddhistYears: Bool) -> [UInt8] {
    var csv = CSVWriter(header: Self.columns)
    for figure in figures {
      csv.code(city)
      csv.code(catalogue[figure.variable].id)
      for dimension in Self.dimensions { csv.code(code(dimension, figure)) }
      csv.integer(figure.year + (buddhistYears ? 543 : 0))
      csv.number(figure.value, decimals: figure.value.map { $0 == $0.rounded() ? 0 : 2 } ?? 0)
      csv.code(catalogue.units[catalogue[figure.variable].unit].id)
      if figure.status == .normal { csv.empty() } else { csv.code(figure.status.code) }
      csv.text(figure.note)
      csv.endRow()
    }
    return csv.bytes
  }

  func workbook(title: String, created: CalendarDate?) -> Workbook {
    var sheet = Sheet(
      name: "1 ข้อมูล · Data",
      columns: [ColumnWidth(0...0, 12), ColumnWidth(1...1, 46), ColumnWidth(2...Self.columns.count - 1, 14)])
    let body = CellFormat()
    let head = CellFormat(font: Font(bold: true))
    for (column, name) in Self.columns.enumerated() { sheet.set(.text(name), row: 0, column: column, format: head) }
    for (index, figure) in figures.enumerated() {
      let row = index + 1
      let time = 2 + Self.dimensions.count
      let texts =
        [(0, city), (1, catalogue[figure.variable].id)]
        + Self.dimensions.enumerated().map { (2 + $0, code($1, figure)) } + [
          (time + 2, catalogue.units[catalogue[figure.variable].unit].id),
          (time + 3, figure.status == .normal ? "" : figure.status.code), (time + 4, figure.note),
        ]
      for (column, text) in texts where !text.isEmpty { sheet.set(.text(text), row: row, column: column, format: body) }
      sheet.set(.number(Double(figure.year)), row: row, column: time, format: body)
      if let value = figure.value { sheet.set(.number(value), row: row, column: time + 1, format: body) }
    }
    return Workbook(
      properties: .init(
        title: title, keywords: "synthetic", created: Int64(created?.secondsSince1970 ?? 1)), sheets: [sheet])
  }
}
