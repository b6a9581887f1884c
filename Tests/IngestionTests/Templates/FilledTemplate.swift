import Catalogue
import GNLCTestSupport
import Ingestion
import Spreadsheets
import Templates
import Testing
import Vocabulary

/// A template of a small catalogue, filled, with hands that mangle it as programs and people do.
struct FilledTemplate {
  let catalogue: Catalogue
  let request: TemplateRequest
  var workbook: Workbook

  private static let small = SmallCatalogue().load().catalogue

  static let data = "1 ข้อมูล · Data"
  static let notes = "2 หมายเหตุ · Notes"
  static let headRow = 5
  /// Columns of the data sheet.
  static let code = 0
  static let label = 1
  static let prior = 5
  static let value = 7
  static let status = 8
  static let note = 10

  /// Every row answered: a value, or the reason for having none.
  init(filled: Bool = true, catalogue small: SmallCatalogue? = nil) throws {
    catalogue = try #require(small?.load().catalogue ?? Self.small)
    let date = try #require(CalendarDate("2026-07-01"))
    var prior = PriorValues()
    if let adults = catalogue.variableID("adults") { prior.add(1234, of: adults, year: 2024) }
    request = TemplateRequest(
      city: ExampleRound.city, programme: ExampleRound.programme, round: ExampleRound.round(framework: "small"),
      catalogue: catalogue, prior: prior, date: date)
    workbook = TemplateWriter.workbook(request)
    guard filled else { return }
    let values: [(String, Double)] = [
      ("adults", 1000), ("adults|sex=F", 510), ("adults|sex=M", 490), ("literate", 900), ("literate|sex=F", 455),
      ("literate|sex=M", 445), ("schooling", 9.5), ("rated", 3.2), ("raters", 5), ("spending|level=PRI", 100),
      ("spending|level=SEC", 0),
    ]
    for (code, value) in values { set(.number(value), code) }
    set(.text("m ไม่มีข้อมูล · missing"), "spending", column: Self.status)
    set(.text("p เบื้องต้น · provisional"), "spending|level=SEC", column: Self.status)
    set(.text("บรรทัดหนึ่ง\nline two 🙂"), "spending|level=SEC", column: Self.note)
  }

  // MARK: Typing

  func row(of code: String) -> Int {
    let cell = sheet(Self.data).cells.first { $0.address.column == Self.code && $0.content == .text(code) }
    return cell?.address.row ?? -1
  }

  mutating func set(_ content: CellContent, _ code: String, column: Int = value) {
    set(content, Self.data, row: row(of: code), column: column)
  }

  mutating func set(_ content: CellContent, _ name: String, row: Int, column: Int) {
    change(name) { $0.set(content, row: row, column: column, format: CellFormat()) }
  }

  func sheet(_ name: String) -> Sheet { workbook.sheets.first { $0.name == name } ?? Sheet(name: "") }

  mutating func change(_ name: String, _ body: (inout Sheet) -> Void) {
    for index in workbook.sheets.indices where workbook.sheets[index].name == name { body(&workbook.sheets[index]) }
  }

  // MARK: Mangling

  /// Moves rows of the data sheet below the head; nil deletes a row.
  mutating func moveRows(_ place: (Int) -> Int?) {
    change(Self.data) { sheet in
      sheet.cells = sheet.cells.compactMap { cell in
        guard cell.address.row > Self.headRow else { return cell }
        guard let row = place(cell.address.row) else { return nil }
        return SheetCell(CellAddress(row: row, column: cell.address.column), cell.content, cell.format)
      }
      sheet.validations = []
      sheet.conditionalFormats = []
    }
  }

  mutating func moveColumns(_ place: (Int) -> Int) {
    change(Self.data) { sheet in
      sheet.cells = sheet.cells.map { cell in
        SheetCell(
          CellAddress(row: cell.address.row, column: place(cell.address.column)), cell.content, cell.format)
      }
      sheet.validations = []
    }
  }

  mutating func rename(_ name: String, to other: String) {
    for index in workbook.sheets.indices {
      if workbook.sheets[index].name == name { workbook.sheets[index].name = other }
      for cell in workbook.sheets[index].cells.indices {
        if case .link(var link, let text) = workbook.sheets[index].cells[cell].content, link.sheet == name {
          link.sheet = other
          workbook.sheets[index].cells[cell].content = .link(link, text: text)
        }
      }
    }
    for index in workbook.definedNames.indices where workbook.definedNames[index].target.sheet == name {
      workbook.definedNames[index].target.sheet = other
    }
  }

  mutating func loseHiddenSheets() {
    workbook.sheets.removeAll { $0.isHidden }
    workbook.definedNames.removeAll { $0.target.sheet.hasPrefix("x_") }
    for index in workbook.sheets.indices { workbook.sheets[index].validations = [] }
  }

  // MARK: Reading

  func ingested(round: String? = nil, registry: CityRegistry? = nil) throws -> IngestedFile {
    try Self.ingested(workbook, catalogue, round: round, registry: registry)
  }

  static func ingested(
    _ workbook: Workbook, _ catalogue: Catalogue, round: String? = nil, registry: CityRegistry? = nil
  ) throws -> IngestedFile {
    try ExampleRound.withTemporaryFile("xx-a.xlsx") { path in
      try XLSXWriter.write(workbook, toPath: path)
      return ingested(path: path, catalogue, round: round, registry: registry)
    }
  }

  static func ingested(
    path: String, _ catalogue: Catalogue, round: String? = nil, registry: CityRegistry? = nil
  ) -> IngestedFile {
    ingestor(catalogue, round: round, registry: registry).ingest(path: "xx-a.xlsx", at: path)
  }

  static func ingestor(
    _ catalogue: Catalogue, round: String? = nil, registry: CityRegistry? = nil
  ) -> FileIngestor {
    let context = TableContext(catalogue: catalogue, registry: registry ?? CityRegistry([ExampleRound.city]))
    return FileIngestor(
      context: context, mapping: .tidy(dimensions: catalogue.dimensions.map(\.id)), limits: .submission, round: round)
  }
}

extension IngestedFile {
  /// What was said, whatever its place: variable and part, year, value or reason, note.
  func statements(_ catalogue: Catalogue) -> [String] {
    observations.map { observation in
      let value = observation.value.map { "\($0)" } ?? "-"
      let variable = catalogue[observation.key.variable].id
      let part = breakdowns[observation.key.breakdown.index]
      return
        "\(variable) \(part) \(observation.key.period) \(value) \(observation.status.code) \(notes[Int(observation.note)])"
    }.sorted()
  }

  var codes: Set<String> { Set(findings.map(\.code.description)) }
}
