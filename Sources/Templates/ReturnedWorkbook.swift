import Catalogue
import Spreadsheets
import Vocabulary

/// The workbook that goes back to a city: the same template with its own entries, every problem marked at its cell and listed on
/// a first sheet. It is itself a submission: mended and sent again it is read like the first one.
public enum ReturnedWorkbook {
  /// For a city that filled its template.
  /// - Parameters:
  ///   - request: As for a fresh template.
  ///   - answers: What came, as ``TemplateReader`` read it.
  ///   - findings: Everything that was found in that file: by the reader, by ingestion and by the rules.
  public static func workbook(
    _ request: TemplateRequest, answers: TemplateAnswers, findings: [Finding]
  ) -> Workbook {
    let book = TemplateBook(request)
    return ReturnedBook(book, ReturnedEntries(answers, for: book), findings).workbook()
  }

  /// For a city that sent a table of another form. What could not be read as a figure is listed, not kept.
  /// - Parameters:
  ///   - observations: Before values with errors were held back.
  ///   - path: The city's file, as in the sources of `observations` and the places of `findings`.
  public static func workbook(
    _ request: TemplateRequest, observations: ObservationSet, of city: CityID, path: String, findings: [Finding]
  ) -> Workbook {
    let book = TemplateBook(request)
    let entries = ReturnedEntries(observations, of: city, path: path, for: book)
    return ReturnedBook(book, entries, findings).workbook()
  }
}

private struct ReturnedBook {
  private var book: TemplateBook
  private let placement: FindingPlacement
  private var marks: [String: RowMarks] = [:]
  private var placed: [PlacedFinding] = []

  init(_ book: TemplateBook, _ submitted: ReturnedEntries, _ findings: [Finding]) {
    self.book = book
    self.book.entries = submitted.entries
    placement = submitted.placement
    place(findings)
  }

  private mutating func place(_ findings: [Finding]) {
    var positions: [TemplateCode: Int] = [:]
    for (position, row) in book.rows.rows.enumerated() { positions[row.code] = position }
    let places = book.placement.rows
    var order: [(severity: Finding.Severity, row: Int, item: PlacedFinding)] = []
    for finding in findings {
      var item = PlacedFinding(finding: finding, link: nil, code: nil, entered: finding.details["seen"] ?? "")
      var row = Int.max
      switch placement.target(of: finding) {
      case .row(let code):
        item.code = code
        guard let position = positions[code] else { break }
        row = places[position]
        markRow(&item, position, at: row)
      case .correction(let position):
        row = 1_000_000 + position
        markCorrection(&item, position)
      case nil: break
      }
      order.append((book.texts.severity(of: finding), row, item))
    }
    placed = order.enumerated().sorted { a, b in
      (a.element.severity, a.element.row, a.offset) < (b.element.severity, b.element.row, b.offset)
    }.map(\.element.item)
    book.marks = marks
  }

  /// Marks the cell of a finding; of a blank row the status, too, and of a wrong sum its parts.
  private mutating func markRow(_ item: inout PlacedFinding, _ position: Int, at row: Int) {
    let finding = item.finding
    let code = book.rows.rows[position].code.description
    let year = book.request.years.last ?? book.request.round.referenceYear
    let column = placement.column(of: finding, among: book.columns.filter(\.isEntry), value: .value(year))
    marks[code, default: RowMarks()].cells[column, default: []].append(finding)
    marks[code]?.findings.append(finding)
    if finding.code == "C050", case .value(let year) = column {
      marks[code]?.cells[.status(year), default: []].append(finding)
    }
    if finding.code == "C012" {
      let dimension = finding.details["dimension"] ?? "sex"
      for part in book.rows.rows where part.total == position && part.code.breakdown[dimension] != nil {
        marks[part.code.description, default: RowMarks()].related.append(finding)
      }
    }
    let key = SubmittedEntries.Key(code: code, column: column)
    item.entered = book.entries.data[key].flatMap(\.shown) ?? item.entered
    item.link = InternalLink(
      sheet: TemplateLayout.data, cell: CellAddress(row: row, column: book.column(column)))
  }

  private mutating func markCorrection(_ item: inout PlacedFinding, _ position: Int) {
    let columns = TemplateColumn.corrections
    let column = placement.column(of: item.finding, among: columns, value: .correction)
    book.correctionMarks[position, default: RowMarks()].cells[column, default: []].append(item.finding)
    let line = book.entries.corrections[position]
    item.entered = line[column].flatMap(\.shown) ?? item.entered
    if case .text(let text)? = line[.code] { item.code = TemplateCode(text, catalogue: book.catalogue) }
    item.link = InternalLink(
      sheet: TemplateLayout.notes,
      cell: CellAddress(
        row: TemplateLayout.correctionsHeadRow + 1 + position, column: columns.firstIndex(of: column) ?? 0))
  }

  func workbook() -> Workbook {
    let troubled = marks.values.count { book.worst($0.findings + $0.related) < .info }
    let front = ToFixSheet(book: book, placed: placed, passedRows: book.rows.rows.count - troubled).sheet()
    return book.workbook(title: "returned.title", front: front)
  }
}

extension CellContent {
  /// As a person reads it.
  fileprivate var shown: String? {
    switch self {
    case .text(let text): text
    case .number(let number): number == number.rounded() && abs(number) < 1e15 ? "\(Int64(number))" : "\(number)"
    default: nil
    }
  }
}
