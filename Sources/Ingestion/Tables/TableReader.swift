import Catalogue
import Spreadsheets
import Vocabulary

/// Turns the rows of one table into observations. Fed with stretches of the table in order; each distinct text is understood
/// once, so that a row costs a few comparisons and one number.
struct TableReader {
  let context: TableContext
  let mapping: SourceMapping
  let plan: ColumnPlan
  let captures: [String: String]
  let origin: Finding.Origin
  let sheet: Int
  /// Added to the row numbers of a stretch that does not know how many rows came before it.
  var rowOffset = 0

  var observations: [Observation] = []
  var log = FindingLog()
  var reconciliation = Reconciliation()
  var notes: [String] = [""]
  var codes: CodeReader
  private var breakdowns = BreakdownReader()
  private let typer: ValueTyper

  /// Text numbers of the columns of the row at hand, 0 where blank.
  private var row: [Int]
  private var interners: [TextInterner]
  /// Which columns are worth reading as text.
  private let keyColumns: [Bool]
  private var valueCells: [Cell?]

  init(
    context: TableContext, mapping: SourceMapping, plan: ColumnPlan, captures: [String: String], origin: Finding.Origin,
    sheet: Int
  ) {
    self.context = context
    self.mapping = mapping
    self.plan = plan
    self.captures = captures
    self.origin = origin
    self.sheet = sheet
    codes = CodeReader(context: context, mapping: mapping, plan: plan, captures: captures)
    typer = ValueTyper(marks: mapping.missingMarks, flags: mapping.flags)
    row = Array(repeating: 0, count: plan.width)
    interners = Array(repeating: TextInterner(), count: plan.width)
    valueCells = Array(repeating: nil, count: max(1, plan.yearColumns.count))
    var keys = Array(repeating: false, count: plan.width)
    let single = [plan.statusColumn, plan.unitColumn].filter { $0 >= 0 }
    for column in plan.cityColumns + plan.periodColumns + plan.variableColumns + plan.seriesColumns + single
      + plan.breakdownColumns.map(\.column) + plan.exclusionColumns.map(\.column)
    { keys[column] = true }
    keyColumns = keys
  }

  var breakdownList: [Breakdown] { breakdowns.list }

  /// Reads the rows of `grid` from row `first` on.
  mutating func read(_ grid: Grid, fromRow first: Int) {
    let cells = grid.cells
    var position = 0
    while position < cells.count, cells[position].row < first { position += 1 }
    while position < cells.count {
      let start = position
      let rowNumber = cells[position].row
      while position < cells.count, cells[position].row == rowNumber { position += 1 }
      readRow(cells[start..<position], number: rowNumber, grid)
    }
  }

  private mutating func readRow(_ cells: ArraySlice<Cell>, number: Int, _ grid: Grid) {
    for column in 0..<plan.width where keyColumns[column] { row[column] = 0 }
    for index in valueCells.indices { valueCells[index] = nil }
    var noteCell: Cell?
    for cell in cells {
      let column = cell.column
      guard column < plan.width else {
        if cell.column >= plan.width { reportExtra(cell, grid) }
        continue
      }
      if keyColumns[column] { row[column] = textNumber(of: cell, in: grid) }
      if column == plan.valueColumn {
        valueCells[0] = cell
      } else if column == plan.noteColumn {
        noteCell = cell
      } else if !plan.yearColumns.isEmpty, let index = plan.yearColumns.firstIndex(where: { $0.column == column }) {
        valueCells[index] = cell
      }
    }
    let note = noteCell.map { noteNumber(grid.display(of: $0)) } ?? 0
    if plan.yearColumns.isEmpty {
      readValue(valueCells[0], period: nil, rowNumber: number, column: max(0, plan.valueColumn), note, grid)
    } else {
      for (index, year) in plan.yearColumns.enumerated() {
        readValue(valueCells[index], period: year.period, rowNumber: number, column: year.column, note, grid)
      }
    }
  }

  private mutating func textNumber(of cell: Cell, in grid: Grid) -> Int {
    switch cell.kind {
    case .text, .error:
      return grid.withText(of: cell) { interners[cell.column].number(of: $0) }
    case .number, .date, .boolean:
      var text = grid.display(of: cell)
      return text.withUTF8 { interners[cell.column].number(of: $0) }
    }
  }

  private mutating func noteNumber(_ text: String) -> UInt32 {
    let clean = CSVWriter.cleaned(text)
    guard !clean.isEmpty else { return 0 }
    if notes.last == clean { return UInt32(notes.count - 1) }
    notes.append(clean)
    return UInt32(notes.count - 1)
  }

  private mutating func reportExtra(_ cell: Cell, _ grid: Grid) {
    let seen = Notation.trimmed(grid.display(of: cell))
    guard !seen.isEmpty else { return }
    report("F037", cell.row, cell.column, ["seen": seen])
  }

  // MARK: One value

  private mutating func readValue(
    _ cell: Cell?, period wide: TimePeriod?, rowNumber: Int, column: Int, _ note: UInt32, _ grid: Grid
  ) {
    reconciliation.read += 1
    for (excluded, exclusion) in plan.exclusionColumns
    where exclusion.texts.contains(interners[excluded].texts[row[excluded]]) {
      reconciliation.excluded += 1
      return
    }
    let target: CodeReader.Target
    switch codes.target(row: row, interners: interners) {
    case .found(let found): target = found
    case .excluded:
      reconciliation.excluded += 1
      return
    case .problem(let code, let column, let details): return reject(code, rowNumber, column, details)
    }
    let city: CityID
    switch codes.city(row: row, interners: interners) {
    case .found(let found): city = found
    case .excluded:
      reconciliation.excluded += 1
      return
    case .problem(let code, let column, let details): return reject(code, rowNumber, column, details)
    }
    let period: TimePeriod
    if let wide {
      period = wide
    } else {
      switch codes.period(row: row, interners: interners) {
      case .found(let reading):
        period = reading.period
        for repair in reading.repairs { log(repair, rowNumber, plan.periodColumns.first ?? 0, "\(reading.period)") }
      case .excluded: return
      case .problem(let code, let column, let details): return reject(code, rowNumber, column, details)
      }
    }
    let breakdown: BreakdownID
    switch breakdowns.breakdown(plan: plan, row: row, interners: interners, context: context) {
    case .found(let found): breakdown = found
    case .excluded: return
    case .problem(let code, let column, let details): return reject(code, rowNumber, column, details)
    }
    if let (code, column, details) = codes.unitProblem(row: row, interners: interners, of: target) {
      return reject(code, rowNumber, column, details)
    }
    let status: ObservationStatus?
    switch codes.status(row: row, interners: interners) {
    case .found(let found): status = found
    case .excluded: return
    case .problem(let code, let column, let details): return reject(code, rowNumber, column, details)
    }
    let key = Observation.Key(city: city, variable: target.variable, breakdown: breakdown, period: period)
    let typed = cell.map { typer.typed($0, in: grid) } ?? .blank
    switch typed {
    case .number(let number, let repairs):
      for repair in repairs { log(repair, rowNumber, column, grid.display(of: cell ?? Cell(row: 0, column: 0, kind: .text, payload: 0))) }
      if let cell, cell.traits.contains(.formula) { report("C019", rowNumber, column, ["seen": grid.display(of: cell)]) }
      guard (status ?? .normal).hasValue else {
        return reject("C009", rowNumber, column, ["seen": "\(number)", "status": status?.code ?? ""])
      }
      append(key, number * target.factor, status ?? .normal, rowNumber, column, note)
    case .flagged(let number, let flag):
      append(key, number * target.factor, status.map { $0.combined(with: flag) } ?? flag, rowNumber, column, note)
    case .missing(let reason):
      append(key, nil, status.flatMap { $0.hasValue ? nil : $0 } ?? reason, rowNumber, column, note)
    case .blank:
      if let status, !status.hasValue {
        append(key, nil, status, rowNumber, column, note)
      } else {
        reconciliation.blanks += 1
      }
    case .problem(let code, let details): reject(code, rowNumber, column, details)
    }
  }

  private mutating func append(
    _ key: Observation.Key, _ value: Double?, _ status: ObservationStatus, _ rowNumber: Int, _ column: Int, _ note: UInt32
  ) {
    reconciliation.observations += 1
    observations.append(
      Observation(
        key: key, value: value, status: status, level: mapping.level ?? context.registry[key.city].level, note: note,
        provenance: Provenance(source: SourceID(0), sheet: sheet, row: rowNumber + rowOffset, column: column)))
  }

  // MARK: Findings

  private mutating func reject(_ code: FindingCode, _ rowNumber: Int, _ column: Int, _ details: [String: String]) {
    reconciliation.rejected += 1
    report(code, rowNumber, column, details)
  }

  private mutating func report(_ code: FindingCode, _ rowNumber: Int, _ column: Int, _ details: [String: String]) {
    var place = origin
    place.row = rowNumber + rowOffset
    place.column = column
    if let first = plan.cityColumns.first { place.city = interners[first].texts[row[first]] }
    if let first = plan.variableColumns.first { place.variable = interners[first].texts[row[first]] }
    log.add(Finding(code, at: place, details.mapValues(Self.shown)))
  }

  /// What was seen, short enough for a message and without characters that would break it.
  private static func shown(_ text: String) -> String {
    let clean = CSVWriter.cleaned(text)
    return clean.count > 80 ? String(clean.prefix(79)) + "…" : clean
  }

  private mutating func log(_ repair: Notation.Repair, _ rowNumber: Int, _ column: Int, _ seen: String) {
    switch repair {
    case .buddhistYear(let year):
      report("N001", rowNumber, column, ["be": "\(year)", "ce": "\(year - 543)"])
    case .thaiDigits: report("N002", rowNumber, column, ["seen": seen])
    case .thousandsSeparators: report("N003", rowNumber, column, ["seen": seen])
    case .spaces: report("N005", rowNumber, column, ["seen": seen])
    case .percentSign: report("N006", rowNumber, column, ["seen": seen])
    }
  }
}
