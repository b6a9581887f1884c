import Vocabulary

/// Where things stand in a template: what its writer and its reader share.
enum TemplateLayout {
  static let readMe = "0 อ่านก่อน · Read me"
  static let data = "1 ข้อมูล · Data"
  static let notes = "2 หมายเหตุ · Notes"
  static let check = "3 ตรวจสอบ · Check"
  static let lists = "x_lists"
  static let meta = "x_meta"
  /// The first sheet of a returned workbook.
  static let toFix = "สิ่งที่ต้องแก้ · To fix"

  /// Rows from 0 of the data sheet.
  static let identityRow = 1
  static let headRow = 5
  static let firstRow = 6

  /// Rows from 0 of the sheet for corrections, and how many it offers.
  static let correctionsHeadRow = 3
  static let correctionRows = 28

  /// Names of the lists that drop-downs choose from.
  static let statusList = "gnlc_status_list"
  static let yesNoList = "gnlc_yes_no_list"
  static let codeList = "gnlc_code_list"

  /// Sheets that hold no answers.
  static let hiddenSheets = [lists, meta]
  /// How many rows are looked at for the head of a table, or for the visible identity.
  static let headSearchRows = 40
}
