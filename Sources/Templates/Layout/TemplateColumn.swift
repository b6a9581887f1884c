import Vocabulary

/// What a column of the form holds. Its words stand in the head in one or both languages, and a reader finds the column by
/// either: they are part of the format and never change.
enum TemplateColumn: Hashable, Sendable {
  case code
  case label
  /// The question, or in a form of two languages the label and the question in the second one.
  case question
  case unit
  case definition
  case prior(Int)
  case range(Int)
  case value(Int)
  case status(Int)
  case source
  case note
  case check
  // Of the sheet for corrections.
  case year
  case correction

  /// The words in the head, without the year.
  var words: LocalizedText {
    switch self {
    case .code: LocalizedText(english: "code", thai: "รหัส")
    case .label: LocalizedText(english: "measure", thai: "ตัวชี้วัด")
    case .question: LocalizedText(english: "question", thai: "คำถาม")
    case .unit: LocalizedText(english: "unit", thai: "หน่วย")
    case .definition: LocalizedText(english: "definition", thai: "นิยาม")
    case .prior: LocalizedText(english: "last reported", thai: "ครั้งก่อน")
    case .range: LocalizedText(english: "expected range", thai: "ช่วงที่คาด")
    case .value: LocalizedText(english: "ENTER: value", thai: "กรอก: ค่า")
    case .status: LocalizedText(english: "ENTER: status", thai: "กรอก: สถานะ")
    case .source: LocalizedText(english: "ENTER: source", thai: "กรอก: แหล่งข้อมูล")
    case .note: LocalizedText(english: "ENTER: note", thai: "กรอก: หมายเหตุ")
    case .check: LocalizedText(english: "live check", thai: "ตรวจทันที")
    case .year: LocalizedText(english: "ENTER: year", thai: "กรอก: ปี")
    case .correction: LocalizedText(english: "ENTER: corrected value", thai: "กรอก: ค่าที่แก้แล้ว")
    }
  }

  /// The year that stands behind the words, where there is one.
  var year: Int? {
    switch self {
    case .prior(let year), .range(let year), .value(let year), .status(let year): year
    default: nil
    }
  }

  /// In digits, on the data sheet.
  var width: Double {
    switch self {
    case .code: 21
    case .label: 28
    case .question: 34
    case .unit: 9
    case .definition: 42
    case .prior: 12
    case .range: 17
    case .value: 15
    case .status: 20
    case .source, .note: 19
    default: 27
    }
  }

  /// The cells that a city fills.
  var isEntry: Bool {
    switch self {
    case .value, .status, .source, .note, .year, .correction: true
    default: false
    }
  }

  /// The columns of the data sheet for these years, from A on.
  static func data(years: [Int]) -> [TemplateColumn] {
    [.code, .label, .question, .unit, .definition]
      + years.flatMap { [.prior($0), .range($0), .value($0), .status($0)] } + [.source, .note, .check]
  }

  /// The columns of the sheet for corrections to earlier years.
  static let corrections: [TemplateColumn] = [.code, .year, .correction, .status(0), .source, .note]

  /// The stem of the name that the cells of an entry column bear, so that they are found without their head.
  var definedName: String? {
    switch self {
    case .code: "gnlc_code"
    case .value(let year): "gnlc_value_\(year)"
    case .status(let year): "gnlc_status_\(year)"
    case .source: "gnlc_source"
    case .note: "gnlc_note"
    default: nil
    }
  }
}
