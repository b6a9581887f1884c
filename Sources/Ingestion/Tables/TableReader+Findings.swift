import Catalogue
import Spreadsheets
import Vocabulary

extension TableReader {
  /// Closes the account of a value with a finding.
  mutating func reject(_ code: FindingCode, _ rowNumber: Int, _ column: Int, _ details: [String: String]) {
    reconciliation.rejected += 1
    report(code, rowNumber, column, details)
  }

  mutating func report(_ code: FindingCode, _ rowNumber: Int, _ column: Int, _ details: [String: String]) {
    log.add(Finding(code, at: place(rowNumber, column), details.mapValues(Self.shown)))
  }

  /// A cell that stands under no name: nobody can say what it is.
  mutating func reportUnnamed(_ cell: Cell, _ grid: Grid) {
    let seen = Notation.trimmed(grid.display(of: cell))
    guard !seen.isEmpty else { return }
    report("F037", cell.row, cell.column, ["seen": seen])
  }

  /// A repair of the writing. A city unit is told of each cell, which is marked for it; of somebody else's file the evaluator
  /// wants to know once a column, with the number of cells.
  mutating func report(_ repair: Notation.Repair, _ place: Place, seen: String) {
    let finding = Finding(
      repair.code, at: self.place(place.row, place.column), repair.details(seen: seen).mapValues(Self.shown))
    if mapping.isSubmission { log.add(finding) } else { log.addRepair(finding) }
  }

  /// Everything to be told of the table, its exclusions last.
  func findings(file: String) -> [Finding] {
    log.closed(file: file) + (codes.eras.finding.map { [$0] } ?? [])
      + exclusions.findings(at: origin, mapping.exclusions)
  }

  mutating func place(_ rowNumber: Int, _ column: Int) -> Finding.Origin {
    var place = origin
    place.row = rowNumber
    place.column = column
    if case .found(let city) = codes.city(row: row, interners: interners) {
      place.city = context.registry[city].id
    } else if let first = plan.cityColumns.first {
      place.city = Self.shown(interners[first].texts[row[first]])
    }
    if let first = plan.variableColumns.first { place.variable = Self.shown(interners[first].texts[row[first]]) }
    return place
  }

  /// What was seen, short enough for a message and without characters that would break it.
  static func shown(_ text: String) -> String {
    let clean = CSVWriter.cleaned(text)
    return clean.count > 80 ? String(clean.prefix(79)) + "…" : clean
  }
}

extension Notation.Repair {
  var code: FindingCode {
    switch self {
    case .buddhistYear: "N001"
    case .thaiDigits: "N002"
    case .thousandsSeparators: "N003"
    case .spaces: "N005"
    case .percentSign: "N006"
    }
  }

  func details(seen: String) -> [String: String] {
    if case .buddhistYear(let year) = self { return ["be": "\(year)", "ce": "\(year - 543)"] }
    return ["seen": seen]
  }
}
