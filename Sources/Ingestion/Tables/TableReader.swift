import Catalogue
import Spreadsheets
import Vocabulary

/// Turns the rows of one table into observations. Fed with stretches of the table in order; each distinct text is understood
/// once, so that a row costs a few comparisons and one number.
struct TableReader: Sendable {
  private let setting: TableSetting
  let origin: Finding.Origin
  let sheet: Int

  var observations: [Observation] = []
  var log = FindingLog()
  var exclusions = ExclusionTally()
  var reconciliation = Reconciliation()
  var notes: [String] = [""]
  var codes: CodeReader
  var breakdowns = BreakdownReader()
  private let typer: ValueTyper

  /// Text numbers of the columns of the row at hand, 0 where blank.
  var row: [Int]
  var interners: [TextInterner]
  private let roles: [ColumnRole]
  private var valueCells: [Cell?]

  init(
    context: TableContext, mapping: SourceMapping, plan: ColumnPlan, captures: [String: String], origin: Finding.Origin,
    sheet: Int
  ) {
    setting = TableSetting(context: context, mapping: mapping, plan: plan, captures: captures)
    self.origin = origin
    self.sheet = sheet
    codes = CodeReader(setting)
    typer = ValueTyper(marks: mapping.missingMarks, flags: mapping.flags)
    row = Array(repeating: 0, count: plan.width)
    interners = Array(repeating: TextInterner(), count: plan.width)
    valueCells = Array(repeating: nil, count: max(1, plan.yearColumns.count))
    roles = plan.roles
  }

  var context: TableContext { setting.context }
  var mapping: SourceMapping { setting.mapping }
  var plan: ColumnPlan { setting.plan }
  var breakdownList: [Breakdown] { breakdowns.list }

  /// Reads the rows of `grid` from row `first` on.
  mutating func read(_ grid: Grid, fromRow first: Int) {
    grid.withTexts { texts in
      let cells = grid.cells
      var position = 0
      while position < cells.count, cells[position].row < first { position += 1 }
      while position < cells.count {
        let start = position
        let rowNumber = cells[position].row
        while position < cells.count, cells[position].row == rowNumber { position += 1 }
        readRow(cells[start..<position], number: rowNumber, grid, texts)
      }
    }
  }

  private mutating func readRow(_ cells: ArraySlice<Cell>, number: Int, _ grid: Grid, _ texts: GridTexts) {
    for column in row.indices { row[column] = 0 }
    for index in valueCells.indices { valueCells[index] = nil }
    var noteCell: Cell?
    for cell in cells {
      let column = cell.column
      let role: ColumnRole = column < roles.count ? roles[column] : .unnamed
      if role.contains(.key) {
        row[column] = cell.kind == .text ? textNumber(texts[cell], column) : textNumber(of: cell, in: grid)
      }
      // Most columns have no other role.
      if role.isSubset(of: .key) { continue }
      if role.contains(.value) {
        valueCells[0] = cell
      } else if role.contains(.note) {
        noteCell = cell
      } else if role.contains(.unnamed) {
        reportUnnamed(cell, grid)
      } else if let index = plan.yearColumns.firstIndex(where: { $0.column == column }) {
        valueCells[index] = cell
      }
    }
    let note = noteCell.map { noteNumber(grid.display(of: $0)) } ?? 0
    if plan.yearColumns.isEmpty {
      readValue(valueCells[0], period: nil, at: Place(row: number, column: max(0, plan.valueColumn)), note, grid, texts)
    } else {
      for (index, year) in plan.yearColumns.enumerated() {
        readValue(
          valueCells[index], period: year.period, at: Place(row: number, column: year.column), note, grid, texts)
      }
    }
  }

  @inline(__always)
  private mutating func textNumber(_ text: UnsafeBufferPointer<UInt8>, _ column: Int) -> Int {
    interners[column].lastNumber(ifSame: text) ?? interners[column].number(of: text)
  }

  /// Of a cell that is no text: what it shows.
  private mutating func textNumber(of cell: Cell, in grid: Grid) -> Int {
    var text = cell.kind == .date ? SerialDay.text(cell.number) : grid.display(of: cell)
    return text.withUTF8 { textNumber($0, cell.column) }
  }

  private mutating func noteNumber(_ text: String) -> UInt32 {
    let clean = CSVWriter.cleaned(text)
    guard !clean.isEmpty else { return 0 }
    if notes.last == clean { return UInt32(notes.count - 1) }
    notes.append(clean)
    return UInt32(notes.count - 1)
  }

  // MARK: One value

  /// Where a value stands in its stretch of the table.
  struct Place {
    var row: Int
    var column: Int
  }

  /// Every value ends in exactly one of: observation, blank, excluded, rejected.
  private mutating func readValue(
    _ cell: Cell?, period wide: TimePeriod?, at place: Place, _ note: UInt32, _ grid: Grid, _ texts: GridTexts
  ) {
    reconciliation.read += 1
    guard let ruled = taken(codes.rule(row: row, interners: interners), place) else { return }
    let typed = cell.map { typer.typed($0, in: grid, texts) } ?? .blank
    // Where nothing is said there is nothing to be wrong: a form's empty lines, and a source's.
    if case .blank = typed, plan.statusColumn < 0 || isBlank(plan.statusColumn) {
      reconciliation.blanks += 1
      return
    }
    guard let target = ruled ?? taken(codes.target(row: row, interners: interners), place),
      let city = taken(codes.city(row: row, interners: interners), place),
      let period = wide ?? period(place),
      let breakdown = taken(
        breakdowns.breakdown(
          row: row, interners: interners, own: target.breakdown, among: codes.ownBreakdowns, setting), place)
    else { return }
    if let (code, column, details) = codes.unitProblem(row: row, interners: interners, of: target) {
      return reject(code, place.row, column, details)
    }
    guard let status = taken(codes.status(row: row, interners: interners), place) else { return }
    let key = Observation.Key(city: city, variable: target.variable, breakdown: breakdown, period: period)
    settle(typed, cell, key, target, status, place, note, grid)
  }

  private mutating func period(_ place: Place) -> TimePeriod? {
    var repairs: [(Notation.Repair, TimePeriod)] = []
    let reading = codes.period(row: row, interners: interners) { repairs.append(($0, $1)) }
    guard let period = taken(reading, place) else { return nil }
    for (repair, period) in repairs {
      report(repair, Place(row: place.row, column: plan.periodColumns.first ?? 0), seen: "\(period)")
    }
    if codes.eras.isUnplaced { codes.eras.place(self.place(place.row, plan.periodColumns.first ?? 0)) }
    return period
  }

  private mutating func settle(
    _ typed: TypedValue, _ cell: Cell?, _ key: Observation.Key, _ target: CodeReader.Target,
    _ status: ObservationStatus?, _ place: Place, _ note: UInt32, _ grid: Grid
  ) {
    switch typed {
    case .number(let number, let repairs):
      // Only findings want to see the cell.
      func seen() -> String { cell.map { grid.display(of: $0) } ?? "" }
      if repairs.contains(.percentSign), context.catalogue.unit(of: key.variable).kind != .rate {
        let unit = context.catalogue.unit(of: key.variable).id
        return reject("C004", place.row, place.column, ["seen": "%", "unit": unit])
      }
      guard (status ?? .normal).hasValue else {
        return reject("C009", place.row, place.column, ["seen": seen(), "status": status?.code ?? ""])
      }
      guard (number * target.factor).isFinite else { return reject("C005", place.row, place.column, ["seen": seen()]) }
      for repair in repairs { report(repair, place, seen: seen()) }
      if let cell, cell.traits.contains(.formula) { report("C019", place.row, place.column, ["seen": seen()]) }
      append(key, number * target.factor, status ?? .normal, place, note)
    case .flagged(let number, let flag):
      let both = status.map { $0.combined(with: flag) } ?? flag
      guard both.hasValue, (number * target.factor).isFinite else {
        return reject("C009", place.row, place.column, ["seen": "\(number)", "status": both.code])
      }
      append(key, number * target.factor, both, place, note)
    case .missing(let reason):
      append(key, nil, status.flatMap { $0.hasValue ? nil : $0 } ?? reason, place, note)
    case .blank:
      if let status, !status.hasValue {
        append(key, nil, status, place, note)
      } else {
        reconciliation.blanks += 1
      }
    case .problem(let code, let details): reject(code, place.row, place.column, details)
    }
  }

  private mutating func append(
    _ key: Observation.Key, _ value: Double?, _ status: ObservationStatus, _ place: Place, _ note: UInt32
  ) {
    reconciliation.observations += 1
    observations.append(
      Observation(
        key: key, value: value, status: status, level: mapping.level ?? context.levels[key.city.index], note: note,
        provenance: Provenance(source: SourceID(0), sheet: sheet, row: place.row, column: place.column)))
  }

  private func isBlank(_ column: Int) -> Bool {
    row[column] == 0 || Notation.trimmed(interners[column].texts[row[column]]).isEmpty
  }

  /// What was found; nil after the account of the value was closed as excluded or rejected.
  @inline(__always)
  private mutating func taken<Value>(_ reading: CodeReading<Value>, _ place: Place) -> Value? {
    switch reading {
    case .found(let value): return value
    case .excluded(let reason, let column):
      reconciliation.excluded += 1
      if !exclusions.count(reason) {
        exclusions.begin(reason, row: place.row, column: column, seen: excludedText(reason, column))
      }
      return nil
    case .problem(let code, let column, let details):
      reject(code, place.row, column, details)
      return nil
    }
  }

  /// A series may be told by several columns, an area by one.
  private func excludedText(_ reason: ExclusionReason, _ column: Int) -> String {
    let chosen = codes.chosenBy(row, interners)
    if reason == .otherSeries, !chosen.isEmpty { return Self.shown(chosen) }
    return Self.shown(column < row.count ? interners[column].texts[row[column]] : "")
  }
}
