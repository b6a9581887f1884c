import Spreadsheets

/// Cells of numbers that several pages share: a score of the year before, this year's, the change; counts; and what stands for
/// a number that is not there.
struct ScoreCells {
  private let previous: CellFormat
  private let current: CellFormat
  private let change: CellFormat
  private let count: CellFormat
  private let absent: CellFormat

  init(_ styles: Styles, fill: Colour? = nil) {
    func cell(_ colour: Colour, bold: Bool = false, _ number: String) -> CellFormat {
      styles.cell(10, bold: bold, colour, fill: fill, number: number, align: .right, bottom: Styles.hairline)
    }
    previous = cell(Palette.muted, NumberFormats.score)
    current = cell(Palette.ink, bold: true, NumberFormats.score)
    change = cell(Palette.text, NumberFormats.change)
    count = cell(Palette.text, NumberFormats.count)
    absent = cell(Palette.muted, NumberFormats.count)
  }

  func scores(_ facts: NodeFacts, _ row: Int, _ column: Int, on page: inout Page) {
    put(facts.comparedPrevious, row, column, previous, on: &page)
    put(facts.mean, row, column + 1, current, on: &page)
    put(facts.change, row, column + 2, change, on: &page)
  }

  func score(_ value: FixedDecimal?, _ row: Int, _ column: Int, on page: inout Page) {
    put(value, row, column, current, on: &page)
  }

  func move(_ value: FixedDecimal?, _ row: Int, _ column: Int, on page: inout Page) {
    put(value, row, column, change, on: &page)
  }

  func quiet(_ value: FixedDecimal?, _ row: Int, _ column: Int, on page: inout Page) {
    put(value, row, column, previous, on: &page)
  }

  func count(
    _ number: Int?, _ row: Int, _ column: Int, dash: String = Shorthand.notAvailable, on page: inout Page
  ) {
    if let number {
      page.put(Double(number), row, column, count)
    } else {
      page.put(dash.isEmpty ? .blank : .text(dash), row, column, absent)
    }
  }

  private func put(
    _ value: FixedDecimal?, _ row: Int, _ column: Int, _ format: CellFormat, on page: inout Page
  ) {
    if let value {
      page.put(value.value, row, column, format)
    } else {
      page.put(Shorthand.notAvailable, row, column, absent)
    }
  }
}
