import Catalogue
import Spreadsheets
import Templates
import Vocabulary

/// Reads a tidy submission once more, as it was typed, for the workbook that goes back to the city.
struct TableTranscript {
  let context: TableContext
  let mapping: SourceMapping
  let plan: ColumnPlan
  let city: CityID
  private let typer: ValueTyper

  init(context: TableContext, mapping: SourceMapping, plan: ColumnPlan, city: CityID) {
    self.context = context
    self.mapping = mapping
    self.plan = plan
    self.city = city
    typer = ValueTyper(marks: mapping.missingMarks)
  }

  /// - Parameter grid: The whole table.
  func table(_ grid: Grid, fromRow first: Int, sheet: String) -> SubmittedTable {
    var reader = TableReader(
      context: context, mapping: mapping, plan: plan, captures: [:], origin: Finding.Origin(), sheet: 0)
    reader.read(grid, fromRow: first)
    var known: [Int: Observation] = [:]
    for observation in reader.observations { known[Int(observation.provenance.row)] = observation }
    let breakdowns = reader.breakdownList
    var lines: [SubmittedTable.Line] = []
    for row in grid.rows {
      guard let number = row.first?.row, number >= first else { continue }
      let texts = texts(of: row, grid)
      guard isOfCity(known[number], texts), var line = line(row, number, texts, grid) else { continue }
      if let observation = known[number] {
        line.variable = observation.key.variable
        line.breakdown = breakdowns[observation.key.breakdown.index]
        let period = observation.key.period
        line.year = period.isAnnual && period.span == 1 ? Int(period.year) : nil
      } else {
        line = understood(line, texts)
      }
      lines.append(line)
    }
    return SubmittedTable(sheet: sheet, columns: columns, lines: lines)
  }

  private var columns: [Int: SubmittedTable.Column] {
    var columns: [Int: SubmittedTable.Column] = [:]
    for column in plan.variableColumns + plan.breakdownColumns.map(\.column) { columns[column] = .code }
    for column in plan.periodColumns { columns[column] = .period }
    for (column, meaning) in [
      (plan.valueColumn, SubmittedTable.Column.value), (plan.unitColumn, .value), (plan.statusColumn, .status),
      (plan.sourceColumn, .source), (plan.noteColumn, .note),
    ] where column >= 0 { columns[column] = meaning }
    return columns
  }

  private func texts(of row: ArraySlice<Cell>, _ grid: Grid) -> [Int: String] {
    var texts: [Int: String] = [:]
    for cell in row { texts[cell.column] = Notation.trimmed(grid.display(of: cell)) }
    return texts
  }

  /// A row of a city that nobody knows is not put into this city's mouth.
  private func isOfCity(_ observation: Observation?, _ texts: [Int: String]) -> Bool {
    if let observation { return observation.key.city == city }
    let named = plan.cityColumns.compactMap { texts[$0] }.first { !$0.isEmpty }
    return named.flatMap { context.registry.id(of: $0.lowercased()) } == city
  }

  private func line(
    _ row: ArraySlice<Cell>, _ number: Int, _ texts: [Int: String], _ grid: Grid
  ) -> SubmittedTable.Line? {
    let value = row.first { $0.column == plan.valueColumn }.flatMap { content(of: $0, texts, grid) }
    let status = status(texts[plan.statusColumn] ?? "")
    guard value != nil || status != nil else { return nil }
    let period = plan.periodColumns.compactMap { texts[$0] }.first { !$0.isEmpty } ?? ""
    return SubmittedTable.Line(
      row: number, code: code(texts), period: Self.plain(period), value: value, status: status,
      source: texts[plan.sourceColumn] ?? "", note: texts[plan.noteColumn] ?? "")
  }

  /// A number as a number, anything else as it was typed. A unit that is not the variable's goes along, so that the number is not
  /// taken for one in the right unit.
  private func content(of cell: Cell, _ texts: [Int: String], _ grid: Grid) -> CellContent? {
    let text = texts[cell.column] ?? ""
    guard !text.isEmpty else { return nil }
    if let unit = foreignUnit(texts) { return .text("\(text) \(unit)") }
    guard case .number(let number, let repairs) = typer.typed(cell, in: grid), repairs.isEmpty else {
      return grid.typedContent(of: cell)
    }
    return .number(number)
  }

  private func foreignUnit(_ texts: [Int: String]) -> String? {
    guard let unit = texts[plan.unitColumn], !unit.isEmpty,
      let variable = plan.variableColumns.compactMap({ texts[$0] }).first.flatMap({
        context.catalogue.variableID($0.lowercased())
      })
    else { return nil }
    let known = context.unitsByName[Notation.comparable(unit)]
    return known == context.catalogue.unit(of: variable).id ? nil : unit
  }

  private func status(_ text: String) -> SubmittedTable.Status? {
    guard !text.isEmpty else { return nil }
    return mapping.status?.codes[text].map { .understood($0) } ?? .typed(text)
  }

  /// The variable and its breakdown in the form of a template's code.
  private func code(_ texts: [Int: String]) -> String {
    let variable = plan.variableColumns.compactMap { texts[$0] }.first { !$0.isEmpty } ?? ""
    let parts = plan.breakdownColumns.compactMap { column, rule -> String? in
      let dimension = context.catalogue.dimension(rule.dimension)
      guard let text = texts[column], !rule.saysTotal(text, of: dimension) else { return nil }
      return "\(rule.dimension)=\(text)"
    }
    return variable + (parts.isEmpty ? "" : "|" + parts.sorted().joined(separator: ";"))
  }

  /// What can be understood of a row of which no figure was taken.
  private func understood(_ line: SubmittedTable.Line, _ texts: [Int: String]) -> SubmittedTable.Line {
    var line = line
    if let found = TemplateCode(line.code, catalogue: context.catalogue) {
      line.variable = found.variable
      line.breakdown = found.breakdown
    }
    let period = plan.periodColumns.compactMap { texts[$0] }.first { !$0.isEmpty } ?? ""
    if let reading = mapping.period.parser.parse(period), reading.period.isAnnual, reading.period.span == 1 {
      line.year = Int(reading.period.year)
    }
    return line
  }

  /// A year as a number, another time as it was typed.
  private static func plain(_ text: String) -> CellContent {
    text.count == 4 ? Int(text).map { .number(Double($0)) } ?? .text(text) : .text(text)
  }
}
