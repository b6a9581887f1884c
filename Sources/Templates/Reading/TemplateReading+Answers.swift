import Catalogue
import Spreadsheets
import Vocabulary

/// What was filled in, row by row.
extension TemplateReading {
  /// Keeps what was typed beside a code that is none: for each year, or only once where nothing is said of a year.
  mutating func setAside(_ row: ArraySlice<Cell>, _ number: Int, _ table: TemplateTable, _ grid: Grid) {
    func isFilled(_ column: Int?) -> Bool { row.contains { $0.column == column && self.isFilled($0, grid) } }
    let filled = table.values.filter { isFilled($0.column) || isFilled(table.statusColumn(of: $0.year)) }
    for (year, column) in filled.isEmpty ? Array(table.values.prefix(1)) : filled {
      setAside(.year(year), row, number, column, table)
    }
  }

  private mutating func setAside(
    _ period: TemplateAnswers.Period, _ row: ArraySlice<Cell>, _ number: Int, _ column: Int, _ table: TemplateTable
  ) {
    let grid = answers.grids[table.sheet]
    let code = row.first { $0.column == table.column(.code) ?? 0 }.map { grid.display(of: $0) } ?? ""
    let cells = cells(period, row, column, table)
    answers.setAside.append(
      TemplateAnswers.SetAside(
        code: code, period: period, sheet: table.sheet, row: number, value: cells.value, status: cells.status,
        source: cells.source, note: cells.note))
  }

  private func cells(
    _ period: TemplateAnswers.Period, _ row: ArraySlice<Cell>, _ column: Int, _ table: TemplateTable
  ) -> (
    value: TemplateAnswers.Entry, status: TemplateAnswers.Entry?, source: TemplateAnswers.Entry?,
    note: TemplateAnswers.Entry?
  ) {
    func entry(_ column: Int) -> TemplateAnswers.Entry {
      TemplateAnswers.Entry(column: column, cell: row.first { $0.column == column })
    }
    let status: Int? =
      if case .year(let year) = period { table.statusColumn(of: year) } else { table.column(.status(0)) }
    return (
      entry(column), status.map(entry), table.column(.source).map(entry), table.column(.note).map(entry)
    )
  }

  mutating func append(
    _ code: TemplateCode, _ period: TemplateAnswers.Period, _ row: ArraySlice<Cell>, _ number: Int, _ column: Int,
    _ table: TemplateTable
  ) {
    let cells = cells(period, row, column, table)
    answers.answers.append(
      TemplateAnswers.Answer(
        code: code, period: period, sheet: table.sheet, row: number, value: cells.value, status: cells.status,
        source: cells.source, note: cells.note))
  }

  mutating func readCorrections(_ table: TemplateTable) {
    answers.tables.append(table)
    guard let value = table.column(.correction) else { return }
    let grid = answers.grids[table.sheet]
    let codeColumn = table.column(.code) ?? 0
    for row in grid.rows {
      guard let number = row.first?.row, number > table.top else { continue }
      let columns = table.entryColumns + [codeColumn]
      guard row.contains(where: { columns.contains($0.column) && isFilled($0, grid) }) else { continue }
      let text = row.first { $0.column == codeColumn }.map { grid.display(of: $0) } ?? ""
      let place = CellAddress(row: number, column: codeColumn)
      guard let yearColumn = table.column(.year) else { continue }
      let year = TemplateAnswers.Entry(column: yearColumn, cell: row.first { $0.column == yearColumn })
      guard let code = TemplateCode(text, catalogue: catalogue) else {
        if FoldedText.of(text).isEmpty {
          let first = row.first { columns.contains($0.column) && isFilled($0, grid) }
          report("C058", ["seen": first.map { TemplateAnswers.shown(grid.display(of: $0)) } ?? ""], table, place)
        } else {
          report(
            "C052", ["seen": TemplateAnswers.shown(text), "near": nearest(text, missingOnly: false)], table, place)
        }
        setAside(.typed(year), row, number, value, table)
        continue
      }
      append(code, .typed(year), row, number, value, table)
    }
  }
}

extension TemplateAnswers.SetAside {
  init(_ answer: TemplateAnswers.Answer) {
    self.init(
      code: answer.code.description, period: answer.period, sheet: answer.sheet, row: answer.row, value: answer.value,
      status: answer.status, source: answer.source, note: answer.note)
  }
}
