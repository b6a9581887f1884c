import Vocabulary

/// The names of the sheets, in both languages' files the same: links, macros and letters rely on them, so they are codes rather
/// than texts.
enum SheetNames {
  static let cover = "Cover · ปก"
  static let contents = "Contents · สารบัญ"
  static let summary = "Summary · สรุป"
  static let heatMap = "Heat map · ผังคะแนน"
  static let progress = "SDG 4 · ความก้าวหน้า"
  static let change = "Change · ปีต่อปี"
  static let scoreChange = "Score change · คะแนนเปลี่ยน"
  static let coverageMap = "Coverage map · ผังข้อมูล"
  static let whatIf = "What if · ถ้าเปลี่ยนค่า"
  static let revisions = "Revisions · แก้ไขย้อนหลัง"
  static let corrections = "Corrections · การแก้ไขตามมติ"
  static let equity = "Equity · ความเสมอภาค"
  static let rankGroups = "Rank groups · กลุ่มอันดับ"
  static let methodAgreement = "Method agreement · เทียบวิธี"
  static let deadline = "Deadline · กำหนดส่ง"
  static let quality = "Data quality · คุณภาพข้อมูล"
  static let methods = "Methods · วิธีการ"
  static let notes = "Notes · หมายเหตุ"
  static let codes = "Codes · รหัส"

  static let scores = "Table_1"
  static let means = "Table_2"
  static let statusCounts = "Table_3"
  static let verdicts = "Table_4"
  static let changes = "Table_5"
  static let findings = "Table_6"
  static let values = "Table_7"
  static let cities = "Table_8"
  static let groups = "Table_9"
  static let dispersion = "Table_10"
  static let dimensions = "Table_11"
  static let ranks = "Table_ranks"
  static let influence = "Table_influence"
  static let agreement = "Table_agreement"
  static let differences = "Table_differences"
  static let figures = "Table_figures"
  static let coverage = "Table_coverage"
  static let revisedFigures = "Table_revisions"
  static let revisionCities = "Table_revision_cities"
  static let revisionIndicators = "Table_revision_indicators"
  static let correctedFigures = "Table_corrections"
  static let scoreChanges = "Table_score_changes"
  static let indicators = "Table_indicators"
  static let sources = "Table_sources"
  static let whatIfFigures = "Table_what_if"

  /// A sheet's name in each language, as it is spoken of: the two halves of a page's name, a table's as it stands.
  static func spoken(_ sheet: String) -> LocalizedText {
    let parts = sheet.split(separator: " · ").map(String.init)
    return LocalizedText(english: parts.first ?? sheet, thai: parts.last ?? sheet)
  }
}
