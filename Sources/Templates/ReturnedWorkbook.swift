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
    var book = TemplateBook(request)
    book.allowsBlanks = answers.allowsBlanks
    return ReturnedBook(book, ReturnedEntries(answers, for: book), findings).workbook()
  }

  /// For a city that sent a table of another form.
  public static func workbook(_ request: TemplateRequest, table: SubmittedTable, findings: [Finding]) -> Workbook {
    var book = TemplateBook(request)
    book.allowsBlanks = true
    return ReturnedBook(book, ReturnedEntries(table, for: book), findings).workbook()
  }
}

private struct ReturnedBook {
  private var book: TemplateBook
  private let placement: FindingPlacement
  private var marks: [String: RowMarks] = [:]
  private var placed: [PlacedFinding] = []

  init(_ book: TemplateBook, _ submitted: ReturnedEntries, _ findings: [Finding]) {
    self.book = book
    self.book.entries = submitted.entries.withoutPersonalData
    placement = submitted.placement
    place(findings)
  }

  private mutating func place(_ findings: [Finding]) {
    var positions: [TemplateCode: Int] = [:]
    for (position, row) in book.rows.rows.enumerated() { positions[row.code] = position }
    let places = book.form.places
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
    let content = placement.year(of: finding) ?? book.entries.data[key]
    item.entered = content.flatMap(\.shown) ?? item.entered
    item.link = InternalLink(
      sheet: TemplateLayout.data, cell: CellAddress(row: row, column: book.column(column)))
  }

  private mutating func markCorrection(_ item: inout PlacedFinding, _ position: Int) {
    let columns = TemplateColumn.corrections
    let line = book.entries.corrections[position]
    if case .text(let text)? = line[.code] {
      item.code = TemplateCode(text, catalogue: book.catalogue)
      item.typedCode = text
    }
    // A second row is a matter of what it says.
    let isSecondReading = Self.doubles.contains(item.finding.code)
    let column =
      isSecondReading
      ? .correction : placement.column(of: item.finding, among: columns, value: .correction)
    book.correctionMarks[position, default: RowMarks()].cells[column, default: []].append(item.finding)
    book.correctionMarks[position]?.findings.append(item.finding)
    item.entered = line[column].flatMap(\.shown) ?? item.entered
    if item.finding.details["place"] != nil, let other = otherLine(like: position) {
      // The places of the file that came are not those of this one.
      item.finding.details["place"] = cell(ofCorrection: other, .correction).description
      let readings = [other, position].sorted().compactMap {
        book.entries.corrections[$0][.correction].flatMap(\.shown)
      }
      item.entered = readings.joined(separator: " ≠ ")
    } else if isSecondReading {
      markFirstReading(&item)
    }
    item.link = InternalLink(
      sheet: TemplateLayout.notes, cell: cell(ofCorrection: position, column))
  }

  private func cell(ofCorrection position: Int, _ column: TemplateColumn) -> CellAddress {
    CellAddress(
      row: TemplateLayout.correctionsHeadRow + 1 + position,
      column: TemplateColumn.corrections.firstIndex(of: column) ?? 0)
  }

  /// Another correction of the same figure.
  private func otherLine(like position: Int) -> Int? {
    let lines = book.entries.corrections
    guard let code = lines[position][.code].flatMap(\.shown), let year = lines[position][.year].flatMap(\.shown) else {
      return nil
    }
    return lines.indices.first {
      $0 != position && lines[$0][.code].flatMap(\.shown) == code && lines[$0][.year].flatMap(\.shown) == year
    }
  }

  /// A figure that stands twice, and a row that does.
  private static let doubles: Set<FindingCode> = ["C040", "C053"]

  /// Colours the first reading of a figure as well, and lists both.
  private mutating func markFirstReading(_ item: inout PlacedFinding) {
    guard let code = item.code?.description, book.rows.rows.contains(where: { $0.code.description == code }) else {
      return
    }
    let known = marks[code] ?? RowMarks()
    if !known.findings.contains(where: { $0.code == item.finding.code }) {
      marks[code, default: RowMarks()].related.append(item.finding)
    }
    let readings = book.request.years.compactMap { year in
      book.entries.data[SubmittedEntries.Key(code: code, column: .value(year))].flatMap(\.shown)
    }
    item.entered = (readings + [item.entered]).joined(separator: " ≠ ")
  }

  func workbook() -> Workbook {
    let passed = book.rows.rows.count { row in
      let marks = marks[row.code.description] ?? RowMarks()
      let findings = marks.findings + marks.related
      return findings.isEmpty ? !book.isBlank(row) : book.worst(findings) == .info
    }
    let front = ToFixSheet(book: book, placed: placed, passedRows: passed).sheet()
    return book.workbook(title: "returned.title", front: front)
  }
}

extension CellContent {
  /// As a person reads it.
  fileprivate var shown: String? {
    switch self {
    case .text(let text): text
    case .number(let number): number.shortestText
    default: nil
    }
  }
}

extension SubmittedEntries {
  /// The texts that are published elsewhere as well, without what names a person: the city is told of it.
  fileprivate var withoutPersonalData: SubmittedEntries {
    var copy = self
    for (key, content) in data { copy.data[key] = content.masked(in: key.column) }
    copy.corrections = corrections.map { line in
      Dictionary(uniqueKeysWithValues: line.map { ($0, $1.masked(in: $0)) })
    }
    return copy
  }
}

extension CellContent {
  fileprivate func masked(in column: TemplateColumn) -> CellContent {
    guard column == .note || column == .source, case .text(let text) = self else { return self }
    return .text(PersonalData.masked(text))
  }
}
