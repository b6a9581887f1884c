import Catalogue
import Spreadsheets
import Vocabulary

/// What a city sent, sorted into the cells of the workbook that goes back: the rows asked on the data sheet, everything else on
/// the sheet for corrections, so that nothing is lost.
struct ReturnedEntries {
  var entries = SubmittedEntries()
  var placement: FindingPlacement
  private let asked: Set<TemplateCode>
  private let years: Set<Int>

  private init(_ book: TemplateBook) {
    placement = FindingPlacement(catalogue: book.catalogue)
    asked = Set(book.rows.rows.map(\.code))
    years = Set(book.request.years)
  }

  /// From a template, as it was typed.
  init(_ answers: TemplateAnswers, for book: TemplateBook) {
    self.init(book)
    for answer in answers.answers {
      func content(_ entry: TemplateAnswers.Entry?) -> CellContent? {
        entry?.cell.map { answers.grids[answer.sheet].typedContent(of: $0) }
      }
      var cells: [TemplateColumn: CellContent] = [:]
      cells[.status(0)] = content(answer.status)
      cells[.source] = content(answer.source)
      cells[.note] = content(answer.note)
      var year: Int?
      switch answer.period {
      case .year(let asked):
        year = asked
        cells[.year] = .number(Double(asked))
      case .typed(let entry): cells[.year] = content(entry)
      }
      add(
        cells, value: content(answer.value), answer.code, year: year,
        from: FindingPlacement.Line(sheet: answers.sheetNames[answer.sheet], row: answer.row))
    }
    for table in answers.tables {
      placement.columns[answers.sheetNames[table.sheet]] = Dictionary(
        table.columns.map { ($0.value, $0.key) }, uniquingKeysWith: { first, _ in first })
    }
  }

  /// From a table of another form, as it was understood.
  init(_ observations: ObservationSet, of city: CityID, path: String, for book: TemplateBook) {
    self.init(book)
    for observation in observations.slice(of: city) {
      let source = observations.sources[observation.provenance.source.index]
      guard source.path == path else { continue }
      let code = TemplateCode(
        variable: observation.key.variable, breakdown: observations.breakdowns[observation.key.breakdown],
        catalogue: book.catalogue)
      var cells: [TemplateColumn: CellContent] = [:]
      let note = observations.notes[Int(observation.note)]
      if !note.isEmpty { cells[.note] = .text(note) }
      if observation.status != .normal { cells[.status(0)] = .text(book.statusText(observation.status)) }
      let period = observation.key.period
      cells[.year] = .text("\(period)")
      let sheet = Int(observation.provenance.sheet)
      add(
        cells, value: observation.value.map { .number($0) }, code,
        year: period.isAnnual && period.span == 1 ? Int(period.year) : nil,
        from: FindingPlacement.Line(
          sheet: sheet < source.sheets.count ? source.sheets[sheet] : "", row: Int(observation.provenance.row)))
    }
  }

  /// - Parameters:
  ///   - cells: With the year as a cell of its own, and the status as that of no year.
  ///   - year: Where it is a year that the form may ask for.
  private mutating func add(
    _ cells: [TemplateColumn: CellContent], value: CellContent?, _ code: TemplateCode, year: Int?,
    from line: FindingPlacement.Line
  ) {
    var cells = cells
    if let year, years.contains(year), asked.contains(code) {
      cells[.year] = nil
      cells[.value(year)] = value
      cells[.status(year)] = cells.removeValue(forKey: .status(0))
      for (column, content) in cells {
        entries.data[SubmittedEntries.Key(code: code.description, column: column)] = content
      }
      placement.lines[line] = .row(code)
      return
    }
    cells[.correction] = value
    // A blank row that is asked no more says nothing.
    guard year == nil || value != nil || cells[.status(0)] != nil else { return }
    cells[.code] = .text(code.description)
    placement.lines[line] = .correction(entries.corrections.count)
    entries.corrections.append(cells)
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
