import Catalogue
import Spreadsheets
import Vocabulary

/// What a city sent, sorted into the cells of the workbook that goes back: the rows asked on the data sheet, everything else on
/// the sheet for corrections, so that nothing is lost. Of a figure that stands twice the second reading goes there, too: sent
/// again as it is, it is found to contradict the first.
struct ReturnedEntries {
  var entries = SubmittedEntries()
  var placement: FindingPlacement
  private let asked: Set<TemplateCode>
  private let years: Set<Int>
  /// The figures of the data sheet that are said, each with its other readings by their lines.
  private var said: [Slot: [Reading: Int]] = [:]
  /// Years are written as the city writes them, so that one file has one era.
  private var isBuddhist: Bool

  private struct Reading: Hashable {
    var value: CellContent?
    var status: CellContent?
  }

  private struct Slot: Hashable {
    var code: TemplateCode
    var year: Int
  }

  private init(_ book: TemplateBook) {
    placement = FindingPlacement(catalogue: book.catalogue)
    asked = Set(book.rows.rows.map(\.code))
    years = Set(book.request.years)
    isBuddhist = book.request.language.first == .thai
  }

  // MARK: From a template

  /// As it was typed.
  init(_ answers: TemplateAnswers, for book: TemplateBook) {
    self.init(book)
    let periods = answers.answers.map { ($0.period, $0.sheet) } + answers.setAside.map { ($0.period, $0.sheet) }
    let typed = periods.compactMap { period, sheet -> Bool? in
      guard case .typed(let entry) = period, let cell = entry.cell else { return nil }
      return FoldedText.isBuddhistYear(answers.grids[sheet].display(of: cell))
    }
    if !typed.isEmpty { isBuddhist = typed.contains(true) }
    for answer in answers.answers {
      let cells = cells(
        answer.period, answer.status, answer.source, answer.note, answers.grids[answer.sheet])
      add(
        cells, value: content(answer.value, answers.grids[answer.sheet]), answer.code, year: answer.period.year,
        from: line(answers, answer.sheet, answer.row))
    }
    for row in answers.setAside {
      var cells = cells(row.period, row.status, row.source, row.note, answers.grids[row.sheet])
      cells[.code] = .text(row.code)
      add(
        cells, value: content(row.value, answers.grids[row.sheet]), TemplateCode(row.code, catalogue: book.catalogue),
        year: row.period.year, from: line(answers, row.sheet, row.row))
    }
    for table in answers.tables {
      placement.columns[answers.sheetNames[table.sheet]] = Dictionary(
        table.columns.map { ($0.value, $0.key) }, uniquingKeysWith: { first, _ in first })
    }
  }

  private func line(_ answers: TemplateAnswers, _ sheet: Int, _ row: Int) -> FindingPlacement.Line {
    FindingPlacement.Line(sheet: answers.sheetNames[sheet], row: row)
  }

  private func content(_ entry: TemplateAnswers.Entry?, _ grid: Grid) -> CellContent? {
    entry?.cell.map { grid.typedContent(of: $0) }
  }

  private func cells(
    _ period: TemplateAnswers.Period, _ status: TemplateAnswers.Entry?, _ source: TemplateAnswers.Entry?,
    _ note: TemplateAnswers.Entry?, _ grid: Grid
  ) -> [TemplateColumn: CellContent] {
    var cells: [TemplateColumn: CellContent] = [:]
    cells[.status(0)] = content(status, grid)
    cells[.source] = content(source, grid)
    cells[.note] = content(note, grid)
    switch period {
    case .year(let year): cells[.year] = written(year)
    case .typed(let entry): cells[.year] = content(entry, grid)
    }
    return cells
  }

  private func written(_ year: Int) -> CellContent { .number(Double(isBuddhist ? year + 543 : year)) }

  // MARK: From a table of another form

  init(_ table: SubmittedTable, for book: TemplateBook) {
    self.init(book)
    placement.columns[table.sheet] = table.columns.mapValues(\.templateColumn)
    for line in table.lines {
      var cells: [TemplateColumn: CellContent] = [.year: line.period, .code: .text(line.code)]
      if !line.source.isEmpty { cells[.source] = .text(line.source) }
      if !line.note.isEmpty { cells[.note] = .text(line.note) }
      switch line.status {
      case .understood(let status) where status != .normal: cells[.status(0)] = .text(book.statusText(status))
      case .typed(let text): cells[.status(0)] = .text(text)
      default: break
      }
      let code = line.variable.map {
        TemplateCode(variable: $0, breakdown: line.breakdown, catalogue: book.catalogue)
      }
      add(
        cells, value: line.value, code, year: line.year,
        from: FindingPlacement.Line(sheet: table.sheet, row: line.row))
    }
  }

  // MARK: Into the cells

  /// - Parameters:
  ///   - cells: With the year as a cell of its own, and the status as that of no year.
  ///   - code: nil where nobody knows what the row is; its cell then says what stands there.
  ///   - year: Where it is a year that the form may ask for.
  private mutating func add(
    _ cells: [TemplateColumn: CellContent], value: CellContent?, _ code: TemplateCode?, year: Int?,
    from line: FindingPlacement.Line
  ) {
    placement.years[line] = cells[.year]
    var cells = cells
    let isAnswered = value != nil || cells[.status(0)] != nil
    if let code, let year, years.contains(year), asked.contains(code) {
      let slot = Slot(code: code, year: year)
      let reading = Reading(value: value, status: cells[.status(0)])
      if let known = said[slot] {
        // A further row that says the same, or nothing, is nothing to keep.
        guard isAnswered, reading != Reading(value: entry(code, .value(year)), status: entry(code, .status(year)))
        else {
          placement.lines[line] = .row(code)
          return
        }
        if let position = known[reading] {
          placement.lines[line] = .correction(position)
          return
        }
        said[slot]?[reading] = entries.corrections.count
      } else {
        if isAnswered { said[slot] = [:] }
        cells[.year] = nil
        cells[.code] = nil
        cells[.value(year)] = value
        cells[.status(year)] = cells.removeValue(forKey: .status(0))
        for (column, content) in cells {
          entries.data[SubmittedEntries.Key(code: code.description, column: column)] = content
        }
        placement.lines[line] = .row(code)
        return
      }
    }
    cells[.correction] = value
    // A blank row that is asked no more says nothing.
    guard year == nil || isAnswered else { return }
    if let code { cells[.code] = .text(code.description) }
    placement.lines[line] = .correction(entries.corrections.count)
    entries.corrections.append(cells)
  }

  private func entry(_ code: TemplateCode, _ column: TemplateColumn) -> CellContent? {
    entries.data[SubmittedEntries.Key(code: code.description, column: column)]
  }
}

extension TemplateAnswers.Period {
  fileprivate var year: Int? { if case .year(let year) = self { year } else { nil } }
}

extension SubmittedTable.Column {
  fileprivate var templateColumn: TemplateColumn {
    switch self {
    case .code: .code
    case .period: .year
    case .value: .correction
    case .status: .status(0)
    case .source: .source
    case .note: .note
    }
  }
}

extension TemplateBook {
  /// A status as the drop-down has it, or by its letter of SDMX where the drop-down has none.
  fileprivate func statusText(_ status: ObservationStatus) -> String {
    switch status {
    case .provisional: voice.status("p")
    case .estimated: voice.status("e")
    case .breakInSeries: voice.status("b")
    case .missing: voice.status("m")
    case .notApplicable: voice.status("a")
    case .includedElsewhere: voice.status("x")
    default: status.code
    }
  }
}
