import Catalogue
import Foundation
import Ingestion
import Reporting
import Spreadsheets
import Templates
import Vocabulary

extension FileCheck {
  /// Writes findings in the columns of a round's `findings.csv`. A file that is there is replaced at once or not at all.
  public func write(_ outcomes: [Outcome], toCSV path: String) throws(RoundsError) {
    let table = CSVSet.findings(outcomes.flatMap(\.findings), catalogue: catalogue, runID: "check")
    try OutputFile.replace(path) { (file) throws(RoundsError) in
      try table.forEachPiece { (bytes) throws(RoundsError) in try file.write(bytes) }
    }
  }

  /// Writes the workbook that goes back to the city. A file that is there is never touched: it may be what the city sent.
  /// - Returns: Its name, or nil where there is nothing to mend, or nothing that could be read.
  public mutating func writeReturned(
    _ outcome: Outcome, to folder: String, date: CalendarDate
  ) throws(RoundsError) -> String? {
    guard outcome.findings.contains(where: { catalogue.texts.severity(of: $0) < .info }),
      outcome.reconciliation.read > 0, let city = outcome.city
    else { return nil }
    let registry = registry(of: outcome)
    guard let name = outcome.round.flatMap({ RoundName($0) }) else {
      throw RoundsError(
        .noInput, "\(outcome.path) does not say which round it is for, so no workbook can go back",
        cure: "name the round with --round")
    }
    let round = try known(name, registry)
    guard let known = round ?? outcome.template.map({ Self.round(name, of: $0) }) else {
      throw RoundsError(
        .noInput, "the workspace has no round \(name)",
        cure: "name a round of the workspace with --round")
    }
    guard let id = registry.id(of: city.id),
      let form = ingestor(registry).form(path: outcome.path, at: outcome.path, of: id)
    else { return nil }
    let workbook = ReturnedForm(
      city: city, programme: known.programme, round: known.round, catalogue: catalogue,
      prior: known.earlier.map { PriorValues($0, of: id) } ?? PriorValues(), date: date
    ).workbook(form, outcome.findings)
    let file = "\(city.id)-\(name.round).xlsx"
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try XLSXWriter.write(workbook, toPath: "\(folder)/\(file)")
    } catch {
      throw RoundsError(
        .cannotCreate, "\(folder)/\(file) cannot be written: \(error)",
        cure: "move away what is there, or name another folder with --returned")
    }
    return file
  }

  /// A round as its template tells of it, where no workspace does.
  private static func round(_ name: RoundName, of template: TemplateAnswers) -> KnownRound {
    let year = template.years.last ?? 0
    return KnownRound(
      programme: Programme(
        id: name.programme, title: LocalizedText(same: name.programme), organisation: LocalizedText(same: ""),
        contact: "", languages: Language.allCases, font: "Arial", isSynthetic: false, licence: LocalizedText(same: ""),
        notes: []),
      round: Round(
        id: name.round, title: LocalizedText(same: name.round), referenceYear: year,
        comparisonYear: template.comparisonYear ?? year - 1, opens: nil, closes: nil, nextUpdate: nil, state: .open,
        framework: template.framework ?? "key-features"))
  }
}
