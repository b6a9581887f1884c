import Spreadsheets

/// The sheets of the funders' workbook, in both languages' files the same.
enum FundersSheets {
  static let minute = "One minute · หนึ่งนาที"
  static let regions = "Regions · ภูมิภาค"
  static let themes = "Themes · ประเด็น"
  static let goals = "Targets · เป้าหมาย SDG 4"
  static let needs = "Where to fund · ลงทุนที่ใด"
  static let coverage = "Coverage · ความครบถ้วน"
  static let notes = "How to read · วิธีอ่าน"

  static let trend = "Table_1"
  static let targets = "Table_2"
  static let focalPoints = "Table_3"
  static let sexes = "Table_4"
  static let cities = "Table_5"
  static let strands = "Table_6"
  static let people = "Table_7"
  static let figures = "Table_8"
  static let goalCounts = "Table_9"
  static let codes = SheetNames.codes
}

extension DataTable {
  /// Some rows of a column, by its header, for a chart on another sheet.
  func range(of header: String, rows: Range<Int>, sheet: String) -> SheetRange? {
    guard !rows.isEmpty, let column = columns.firstIndex(where: { $0.header == header }) else { return nil }
    let first = headerRow + 1
    return SheetRange(sheet: sheet, rows: first + rows.lowerBound...first + rows.upperBound - 1, column: column)
  }
}
