import Measurement
import Spreadsheets
import Vocabulary

/// Makes the columns of data sheets, all with the same look: texts left, numbers right, a hairline under each row.
struct TableColumns {
  private let text: CellFormat
  private let styles: Styles

  init(_ styles: Styles) {
    self.styles = styles
    text = styles.cell(10, bottom: Styles.hairline)
  }

  func text(_ header: String, _ values: [String], width: Double = 14, missing: String = "[z]") -> DataColumn {
    DataColumn(header: header, width: styles.width(width), format: text, values: .texts(values), missing: missing)
  }

  func number(
    _ header: String, _ values: [Double?], format: String? = nil, width: Double = 10, missing: String = "[x]",
    missingByRow: [String]? = nil
  ) -> DataColumn {
    DataColumn(
      header: header, width: self.width(of: header, atLeast: width), format: number(format), values: .numbers(values),
      missing: missing, missingByRow: missingByRow, missingFormat: absent, headerFormat: numberHead)
  }

  func integer(
    _ header: String, _ values: [Int?], format: String = "#,##0", width: Double = 9, missing: String = "[x]"
  ) -> DataColumn {
    DataColumn(
      header: header, width: self.width(of: header, atLeast: width), format: number(format), values: .integers(values),
      missing: missing, missingFormat: absent, headerFormat: numberHead)
  }

  /// Ids and names of cities, row by row.
  func cities(_ ids: [String], _ english: [String], _ thai: [String]) -> [DataColumn] {
    [
      text("city_id", ids, width: 16), text("city_en", english, width: 22), text("city_th", thai, width: 24),
    ]
  }

  private func number(_ format: String?) -> CellFormat {
    styles.cell(10, number: format, align: .right, bottom: Styles.hairline)
  }

  private func width(of header: String, atLeast width: Double) -> Double {
    styles.width(max(width, Double(header.count) * 1.1 + 2))
  }

  private var numberHead: CellFormat {
    styles.cell(10, bold: true, Palette.ink, align: .right, bottom: Styles.headRule)
  }

  private var absent: CellFormat { styles.cell(10, Palette.muted, align: .right, bottom: Styles.hairline) }
}

/// The sign that stands for a missing number.
enum Shorthand {
  static let notAvailable = "[x]"
  static let notApplicable = "[z]"
  static let suppressed = "[c]"
  static let seriesBreak = "[b]"

  static func sign(of status: ObservationStatus) -> String {
    switch status {
    case .notApplicable: notApplicable
    case .suppressed: suppressed
    case .breakInSeries: seriesBreak
    default: notAvailable
    }
  }
}

/// The three columns that begin most tables, filled row by row.
struct CityColumns {
  private(set) var ids: [String] = []
  private(set) var english: [String] = []
  private(set) var thai: [String] = []

  mutating func reserve(_ count: Int) {
    ids.reserveCapacity(count)
    english.reserveCapacity(count)
    thai.reserveCapacity(count)
  }

  mutating func append(_ city: City, _ name: LocalizedText) {
    ids.append(city.id)
    english.append(name.english)
    thai.append(name.thai)
  }

  func columns(_ make: TableColumns) -> [DataColumn] { make.cities(ids, english, thai) }
}
