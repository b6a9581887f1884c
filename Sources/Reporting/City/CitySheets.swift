/// The sheets of a city's report card, in both languages' files the same.
enum CitySheets {
  static let profile = "Profile · ภาพรวมเมือง"
  static let next = "Next steps · ก้าวต่อไป"
  static let indicators = "Indicators · ตัวชี้วัด"
  static let equity = "Equity · ความเสมอภาค"
  static let report = "Progress report · รายงานผล"
  static let notes = "Notes · หมายเหตุ"

  static let scores = "Table_1"
  static let measures = "Table_2"
  static let sexes = "Table_3"
  static let mechanisms = "Table_4"
  static let answers = "Table_5"
  static let figures = "Table_6"
  static let groups = "Table_7"
  static let dispersion = "Table_8"
  static let dimensions = "Table_9"
}
