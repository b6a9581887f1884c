import Catalogue
import Spreadsheets
import Templates
import Vocabulary

/// Reads one file by a mapping. Everything that is wrong with it becomes findings; other files are not touched by them.
public struct FileIngestor: Sendable {
  let context: TableContext
  let mapping: SourceMapping
  let limits: SpreadsheetLimits
  /// `demo/2026` where only templates of this round are taken; nil takes those of any.
  let round: String?

  /// Bytes of a part of a large file: so few that no core waits long for another one at the end. Fixed, so that a file is cut alike on
  /// every machine.
  var partSize = 4 << 20

  /// How many rows are looked at for the column names.
  private static let headerSearchRows = 30

  public init(context: TableContext, mapping: SourceMapping, limits: SpreadsheetLimits, round: String? = nil) {
    self.context = context
    self.mapping = mapping
    self.limits = limits
    self.round = round
  }

  /// - Parameters:
  ///   - path: Path below the workspace, for findings and provenance.
  ///   - file: Where the file lies.
  ///   - captures: What the file pattern caught from its name.
  public func ingest(path: String, at file: String, captures: [String: String] = [:]) -> IngestedFile {
    do throws(SpreadsheetFault) {
      switch try OpenedFile(path: file, limits: limits, encoding: mapping.encoding, delimiter: mapping.delimiter) {
      case .workbook(let reader): return try ingestWorkbook(path, reader, captures)
      case .text(let reader):
        do throws(SpreadsheetFault) { return try ingestText(path, reader, captures) } catch {
          guard error.kind == .badEncoding, let detected = try reader.afterDetection() else { throw error }
          return try ingestText(path, detected, captures)
        }
      }
    } catch {
      return failed(path, error)
    }
  }

  private func failed(_ path: String, _ fault: SpreadsheetFault) -> IngestedFile {
    var origin = Finding.Origin(file: path)
    origin.row = fault.row
    return IngestedFile(
      path: path, mapping: mapping.id,
      findings: [Finding(fault.kind.findingCode, at: origin, ["detail": fault.detail])])
  }

  // MARK: CSV

  private func ingestText(
    _ path: String, _ reader: CSVReader, _ captures: [String: String]
  ) throws(SpreadsheetFault) -> IngestedFile {
    var reader = reader
    let origin = Finding.Origin(file: path)
    guard let first = try reader.nextGrid() else { return empty(path, origin) }
    guard let header = header(in: first, captures) else { return unrecognised(path, origin, [first], captures) }
    var table = TableReader(
      context: context, mapping: mapping, plan: header.plan, captures: captures, origin: origin, sheet: 0)
    let findings = headerFindings(header, origin)
    table.read(first, fromRow: header.row + 1)
    if !readInParts(reader, &table) {
      while let grid = try reader.nextGrid() { table.read(grid, fromRow: 0) }
    }
    return finished(path, table, sheets: [], findings)
  }

  /// Reads the rest of a large file in parts on all cores.
  /// - Returns: false, with `table` as it was, where the file is small or only reading it in order tells what is right: a fault
  ///   in it, or a wrong cut.
  private func readInParts(_ reader: CSVReader, _ table: inout TableReader) -> Bool {
    let count = reader.bytesLeft / partSize
    guard count > 1 else { return false }
    // Counting quotes takes a pass over the file, which one without quotes does not need.
    for countingQuotes in reader.hasMetQuotes ? [true] : [false, true] {
      let parts = reader.split(into: count, countingQuotes: countingQuotes)
      guard parts.count > 1, let whole = Self.whole(parts, of: reader, after: table) else { continue }
      table = whole
      return true
    }
    return false
  }

  /// - Returns: nil where a part could not be read or did not fit.
  private static func whole(_ parts: [CSVReader], of reader: CSVReader, after table: TableReader) -> TableReader? {
    let perByte = Double(table.observations.count) / Double(max(1, reader.bytesRead))
    @Sendable func expected(_ part: CSVReader) -> Int { Int(perByte * 1.05 * Double(part.bytesLeft)) }
    let empty = table.continuation()
    let read = Guarded(OrderedParts(after: table, expecting: expected(reader)))
    _ = parts.indices.concurrentMap { index in
      guard !read.withLock({ $0.hasFailed }) else { return }
      let part = Self.read(parts[index], with: empty, expecting: expected(parts[index]))
      read.withLock { $0.take(part, at: index) }
    }
    return read.withLock { $0.table }
  }

  /// - Returns: nil where it has a fault.
  private static func read(_ part: CSVReader, with table: TableReader, expecting count: Int) -> OrderedParts.Part? {
    var (part, table) = (part, table)
    table.observations.reserveCapacity(count)
    do throws(SpreadsheetFault) {
      while let grid = try part.nextGrid() { table.read(grid, fromRow: 0) }
      return (table, part.rowsRead)
    } catch {
      return nil
    }
  }

  // MARK: XLSX

  private func ingestWorkbook(
    _ path: String, _ reader: XLSXReader, _ captures: [String: String]
  ) throws(SpreadsheetFault) -> IngestedFile {
    let templates = TemplateIngestor(context: context, round: round)
    if mapping.isSubmission, TemplateReader.recognises(reader), let file = try templates.ingest(path, reader) {
      return file
    }
    var origin = Finding.Origin(file: path)
    let names = reader.sheets.map(\.name)
    let wanted = reader.sheets.enumerated().filter {
      mapping.sheet == $0.element.name || (mapping.sheet == nil && !$0.element.isHidden)
    }
    guard !wanted.isEmpty else {
      return IngestedFile(
        path: path, mapping: mapping.id, sheets: names,
        findings: [
          Finding("F031", at: origin, ["sheets": names.joined(separator: ", "), "wanted": mapping.sheet ?? ""])
        ])
    }
    var candidates: [(index: Int, grid: Grid, header: Header)] = []
    var grids: [Grid] = []
    for (index, sheet) in wanted {
      let grid = try reader.grid(of: sheet)
      if let header = header(in: grid, captures) { candidates.append((index, grid, header)) }
      grids.append(grid)
    }
    // A template that lost its hidden sheets and its properties is told by its visible line.
    if mapping.isSubmission, grids.contains(where: { TemplateReader.recognises($0) }),
      let file = try templates.ingest(path, reader)
    {
      return file
    }
    guard let chosen = candidates.first else { return unrecognised(path, origin, grids, captures, sheets: names) }
    guard candidates.count == 1 else {
      let doubled = candidates.map { names[$0.index] }.joined(separator: ", ")
      return IngestedFile(
        path: path, mapping: mapping.id, sheets: names, findings: [Finding("F032", at: origin, ["sheets": doubled])])
    }
    origin.sheet = names[chosen.index]
    var table = TableReader(
      context: context, mapping: mapping, plan: chosen.header.plan, captures: captures, origin: origin,
      sheet: chosen.index)
    table.read(chosen.grid, fromRow: chosen.header.row + 1)
    return finished(path, table, sheets: names, headerFindings(chosen.header, origin))
  }

  // MARK: Header

  struct Header {
    var row: Int
    var plan: ColumnPlan
  }

  /// The first row that names every column the mapping needs.
  func header(in grid: Grid, _ captures: [String: String]) -> Header? {
    for row in grid.rows {
      guard let number = row.first?.row else { continue }
      if let wanted = mapping.headerRow, number != wanted {
        if number > wanted { return nil }
        continue
      }
      if number >= Self.headerSearchRows { return nil }
      let plan = ColumnPlan(header: names(in: row, grid), mapping: mapping, captures: captures)
      if plan.missing.isEmpty { return Header(row: number, plan: plan) }
    }
    return nil
  }

  private func names(in row: ArraySlice<Cell>, _ grid: Grid) -> [String] {
    var names = [String](repeating: "", count: (row.last?.column ?? -1) + 1)
    for cell in row {
      names[cell.column] = Notation.trimmed(
        String(grid.display(of: cell).unicodeScalars.prefix(TextInterner.longestText)))
    }
    return names
  }

  private func headerFindings(_ header: Header, _ origin: Finding.Origin) -> [Finding] {
    var place = origin
    place.row = header.row
    return header.plan.doubled.map { name, column in
      place.column = column
      return Finding("F035", at: place, ["seen": name])
    }
      + header.plan.unknown.map { name, column in
        place.column = column
        return Finding("F034", at: place, ["seen": name])
      }
  }

  // MARK: Results

  private func empty(_ path: String, _ origin: Finding.Origin) -> IngestedFile {
    IngestedFile(path: path, mapping: mapping.id, findings: [Finding("F036", at: origin)])
  }

  /// No sheet has the columns: tells what the nearest row of names lacks.
  private func unrecognised(
    _ path: String, _ origin: Finding.Origin, _ grids: [Grid], _ captures: [String: String], sheets: [String] = []
  ) -> IngestedFile {
    var nearest: (missing: [String], row: Int, sheet: String)?
    for grid in grids {
      for row in grid.rows {
        guard let number = row.first?.row, number < Self.headerSearchRows else { break }
        let missing = ColumnPlan(header: names(in: row, grid), mapping: mapping, captures: captures).missing
        if missing.count < nearest?.missing.count ?? .max { nearest = (missing, number, grid.name) }
      }
    }
    guard let nearest else { return empty(path, origin) }
    var place = origin
    place.sheet = nearest.sheet
    place.row = nearest.row
    return IngestedFile(
      path: path, mapping: mapping.id, sheets: sheets,
      findings: [Finding("F030", at: place, ["missing": nearest.missing.joined(separator: ", ")])])
  }

  private func finished(
    _ path: String, _ table: TableReader, sheets: [String], _ headerFindings: [Finding]
  ) -> IngestedFile {
    var result = IngestedFile(
      path: path, mapping: mapping.id, sheets: sheets, observations: table.observations,
      breakdowns: table.breakdownList, notes: table.notes, findings: headerFindings + table.findings(file: path),
      reconciliation: table.reconciliation)
    if result.reconciliation.read == 0 { result.findings.append(Finding("F036", at: table.origin)) }
    return result
  }
}
