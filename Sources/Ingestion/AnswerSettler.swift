import Catalogue
import Spreadsheets
import Templates
import Vocabulary

/// Turns the answers of one template into observations. Every answer ends in exactly one of: observation, blank, rejected.
struct AnswerSettler {
  let context: TableContext
  let city: CityID
  let answers: TemplateAnswers
  let path: String

  private(set) var observations: [Observation] = []
  private(set) var breakdowns: [Breakdown] = [.total]
  private(set) var notes: [String] = [""]
  private(set) var log = FindingLog()
  private(set) var reconciliation = Reconciliation()

  private var breakdownIDs: [Breakdown: BreakdownID] = [.total: .total]
  private let typer: ValueTyper
  private let statuses: StatusWords
  private var eras = EraTally()

  init(context: TableContext, city: CityID, answers: TemplateAnswers, path: String) {
    self.context = context
    self.city = city
    self.answers = answers
    self.path = path
    typer = ValueTyper(marks: SourceMapping.submissionMarks)
    statuses = StatusWords(context.catalogue.texts)
  }

  /// A finding on the form itself, told as often as any other.
  mutating func add(_ finding: Finding) { log.add(finding) }

  mutating func settle(_ answer: TemplateAnswers.Answer) {
    reconciliation.read += 1
    let grid = answers.grids[answer.sheet]
    let typed = typed(answer, grid)
    guard let period = period(answer, grid), let status = status(answer, grid) else { return }
    let key = Observation.Key(
      city: city, variable: answer.code.variable, breakdown: id(of: answer.code.breakdown), period: period)
    let seen = answer.value.cell.map { grid.display(of: $0) } ?? ""
    switch typed {
    case .number(let number, let repairs): settle(number, repairs, seen, key, status.found, answer, grid)
    case .missing(let reason):
      report("C062", answer, ["seen": seen, "status": reason.code])
      append(key, nil, status.found.flatMap { $0.hasValue ? nil : $0 } ?? reason, answer, grid)
    case .flagged(let number, _): settle(number, [], seen, key, status.found, answer, grid)
    case .blank: settleBlank(key, status.found, answer, grid)
    case .problem(let code, let details): reject(code, answer, details)
    }
  }

  private mutating func settle(
    _ number: Double, _ repairs: [Notation.Repair], _ seen: String, _ key: Observation.Key,
    _ status: ObservationStatus?, _ answer: TemplateAnswers.Answer, _ grid: Grid
  ) {
    let unit = context.catalogue.unit(of: key.variable)
    if repairs.contains(.percentSign), unit.kind != .rate {
      return reject("C004", answer, ["seen": "%", "unit": unit.id])
    }
    guard (status ?? .normal).hasValue else {
      return reject("C009", answer, ["seen": seen, "status": status?.code ?? ""])
    }
    guard number.isFinite else { return reject("C005", answer, ["seen": seen]) }
    for repair in repairs { report(repair.code, answer, repair.details(seen: seen)) }
    if let cell = answer.value.cell, cell.traits.contains(.formula) { report("C019", answer, ["seen": seen]) }
    append(key, number, status ?? .normal, answer, grid)
  }

  private mutating func settleBlank(
    _ key: Observation.Key, _ status: ObservationStatus?, _ answer: TemplateAnswers.Answer, _ grid: Grid
  ) {
    if let status, !status.hasValue { return append(key, nil, status, answer, grid) }
    if let status { return reject("C059", answer, ["status": status.code]) }
    if answer.isCorrection { return reject("C056", answer, [:]) }
    reconciliation.blanks += 1
    if !answers.allowsBlanks, !answer.code.isOptional(context.catalogue) { report("C050", answer, [:]) }
  }

  // MARK: Cells

  private func typed(_ answer: TemplateAnswers.Answer, _ grid: Grid) -> TypedValue {
    guard let cell = answer.value.cell else { return .blank }
    let typed = typer.typed(cell, in: grid)
    guard cell.kind == .text else { return typed }
    let text = grid.string(of: cell)
    switch typed {
    case .blank, .number: return typed
    // `ไม่มี` answers the question with "no" and says that there is no answer: it is not for us to choose.
    case _ where context.catalogue.unit(of: answer.code.variable).kind == .flag && !isLetter(text):
      return .problem("C061", ["seen": text])
    case .problem("C005", _): return withoutUnitWord(text) ?? typed
    default: return typed
    }
  }

  private func isLetter(_ text: String) -> Bool { FormStatus.meanings[Notation.trimmed(text).lowercased()] != nil }

  /// `1,234 คน`: the number is proposed, not taken.
  private func withoutUnitWord(_ text: String) -> TypedValue? {
    let trimmed = Notation.trimmed(text)
    let number = Notation.trimmed(String(trimmed.prefix { $0.isNumber || ".,-  ".contains($0) }))
    guard !number.isEmpty, number != trimmed, case .number(let value, _) = typer.typed(number) else { return nil }
    return .problem("C055", ["seen": text, "proposal": value.shortestText])
  }

  private struct FoundStatus {
    var found: ObservationStatus?
  }

  /// nil after the answer was rejected.
  private mutating func status(_ answer: TemplateAnswers.Answer, _ grid: Grid) -> FoundStatus? {
    guard let entry = answer.status, let cell = entry.cell else { return FoundStatus() }
    let text = Notation.trimmed(grid.display(of: cell))
    switch statuses.read(text) {
    case .found(let status): return FoundStatus(found: status)
    case .unknown: reject("C008", answer, ["seen": text], column: entry.column)
    case .ambiguous(let letter, let code):
      reject("C060", answer, ["seen": text, "first": letter.code, "second": code.code], column: entry.column)
    }
    return nil
  }

  private mutating func period(_ answer: TemplateAnswers.Answer, _ grid: Grid) -> TimePeriod? {
    switch answer.period {
    case .year(let year):
      if let period = TimePeriod.year(year) { return period }
      reject("C006", answer, ["seen": "\(year)"])
    case .typed(let entry):
      guard let cell = entry.cell else {
        reject("C056", answer, [:], column: entry.column)
        return nil
      }
      let text = cell.kind == .date ? SerialDay.text(cell.number) : grid.display(of: cell)
      guard let reading = PeriodParser().parse(text) else {
        reject("C006", answer, ["seen": text], column: entry.column)
        return nil
      }
      for repair in reading.repairs {
        report(repair.code, answer, repair.details(seen: text), column: entry.column)
      }
      eras.add(Notation.trimmed(text), reading)
      eras.place(origin(answer, entry.column))
      return reading.period
    }
    return nil
  }

  private mutating func id(of breakdown: Breakdown) -> BreakdownID {
    if let known = breakdownIDs[breakdown] { return known }
    let id = BreakdownID(breakdowns.count)
    breakdowns.append(breakdown)
    breakdownIDs[breakdown] = id
    return id
  }

  private mutating func note(_ answer: TemplateAnswers.Answer, _ grid: Grid) -> UInt32 {
    guard let cell = answer.note?.cell else { return 0 }
    let text = CSVWriter.cleaned(Notation.trimmed(grid.display(of: cell)))
    guard !text.isEmpty else { return 0 }
    notes.append(text)
    return UInt32(notes.count - 1)
  }

  // MARK: Ends

  private mutating func append(
    _ key: Observation.Key, _ value: Double?, _ status: ObservationStatus, _ answer: TemplateAnswers.Answer,
    _ grid: Grid
  ) {
    reconciliation.observations += 1
    observations.append(
      Observation(
        key: key, value: value, status: status, level: context.registry[city].level, note: note(answer, grid),
        provenance: Provenance(
          source: SourceID(0), sheet: answer.sheet, row: answer.row, column: answer.value.column)))
  }

  private mutating func reject(
    _ code: FindingCode, _ answer: TemplateAnswers.Answer, _ details: [String: String], column: Int? = nil
  ) {
    reconciliation.rejected += 1
    report(code, answer, details, column: column)
  }

  private mutating func report(
    _ code: FindingCode, _ answer: TemplateAnswers.Answer, _ details: [String: String], column: Int? = nil
  ) {
    log.add(
      Finding(code, at: origin(answer, column ?? answer.value.column), details.mapValues(TableReader.shown)))
  }

  private func origin(_ answer: TemplateAnswers.Answer, _ column: Int) -> Finding.Origin {
    Finding.Origin(
      file: path, sheet: answers.sheetNames[answer.sheet], row: answer.row, column: column,
      city: context.registry[city].id, variable: context.catalogue[answer.code.variable].id)
  }

  /// Everything to be told of the file.
  var findings: [Finding] { log.closed(file: path) + (eras.finding.map { [$0] } ?? []) }
}
