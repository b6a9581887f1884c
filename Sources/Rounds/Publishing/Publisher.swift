import Catalogue
import Foundation
import Reporting
import Spreadsheets
import Vocabulary

/// Writes the reports of a round and publishes them all at once.
struct Publisher {
  let workspace: Workspace
  let results: RoundResults
  /// What the rounds before said.
  let earlier: ObservationSet?
  let hasCityFiles: Bool
  let watcher: @Sendable (RunStage) -> Void

  func publish() throws(RoundsError) -> RunSummary {
    let release = Release(
      root: workspace.absolute("Reports/\(results.programme.id)"), round: results.round.id, runID: results.run.id)
    try release.prepare()
    do throws(RoundsError) {
      let outputs = try writeAll(into: release.staging)
      watcher(.returning)
      let returned =
        hasCityFiles
        ? try ReturnedWorkbooks(workspace: workspace, results: results, earlier: earlier).write(into: release.staging)
        : []
      watcher(.publishing)
      try release.publish()
      return summary(outputs, returned: returned)
    } catch {
      release.abandon()
      throw error
    }
  }

  /// The files one by one from a common list, so that no core waits long for the other: each workbook stands beside CSV files,
  /// which take little memory, and what takes longest comes first.
  private func writeAll(into folder: String) throws(RoundsError) -> [String] {
    let reports = ReportList(results)
    let tables = CSVSet.tables(results)
    var jobs = Self.longestFirst(tables).map(Job.table)
    for (index, workbook) in reports.workbooks.enumerated() {
      jobs.insert(.workbook(workbook), at: min(3 * index, jobs.count))
    }
    if hasCityFiles, !reports.cards.isEmpty {
      try Release.makeFolder("cities", in: folder)
      jobs += reports.cards.map(Job.workbook)
    }
    let written = jobs.concurrentMap { job in
      Result { () throws(RoundsError) in
        switch job {
        case .workbook(let workbook):
          try write(workbook, into: folder)
          return WrittenFile(name: workbook.name, table: nil)
        case .table(let table): return try write(table, into: folder)
        }
      }
    }
    var outputs: [WrittenFile] = []
    for result in written { outputs.append(try result.get()) }
    let package = "datapackage.json"
    var file = try OutputFile(path: "\(folder)/\(package)")
    let files = tables.compactMap { table in outputs.first { $0.table?.table.name == table.name }?.table }
    try file.write(DataPackage(results, files: files).json())
    _ = try file.finish()
    return (outputs.map(\.name) + [package]).sorted()
  }

  /// By what they cost: rows, and how much is computed for each.
  private static func longestFirst(_ tables: [CSVTable]) -> [CSVTable] {
    let order = ["observations", "progress", "trends", "changes", "indicators", "scores"]
    return tables.enumerated().sorted { a, b in
      let (x, y) = (order.firstIndex(of: a.element.name), order.firstIndex(of: b.element.name))
      return (x ?? order.count, a.offset) < (y ?? order.count, b.offset)
    }.map(\.element)
  }

  private enum Job: Sendable {
    case table(CSVTable)
    case workbook(ReportList.Entry)
  }

  private struct WrittenFile: Sendable {
    var name: String
    var table: DataPackage.File?
  }

  private func write(_ workbook: ReportList.Entry, into folder: String) throws(RoundsError) {
    do throws(XLSXWritingError) {
      try XLSXWriter.write(workbook.make(), toPath: "\(folder)/\(workbook.name)")
    } catch {
      throw RoundsError(
        .inputOutput, "\(workbook.name) cannot be written: \(error)", cure: "make room on the disk and run again")
    }
  }

  private func write(_ table: CSVTable, into folder: String) throws(RoundsError) -> WrittenFile {
    let name = "\(table.name).csv"
    var file = try OutputFile(path: "\(folder)/\(name)")
    try table.forEachPiece { (bytes) throws(RoundsError) in try file.write(bytes) }
    let (bytes, sha256) = try file.finish()
    return WrittenFile(name: name, table: (table, bytes, sha256))
  }

  // MARK: Summary

  private func summary(_ outputs: [String], returned: [String]) -> RunSummary {
    var severities: [Finding.Severity: Int] = [:]
    for finding in results.findings { severities[results.catalogue.texts.severity(of: finding), default: 0] += 1 }
    let files = results.files
    return RunSummary(
      programme: results.programme.id, round: results.round.id, runID: results.run.id,
      folder: "Reports/\(results.programme.id)/\(results.round.id)", outputs: outputs,
      returned: returned, citiesReporting: results.reportingCities.count, citiesExpected: results.outcomes.count,
      files: files.count,
      read: files.reduce(0) { $0 + $1.read }, observations: files.reduce(0) { $0 + $1.observations },
      blanks: files.reduce(0) { $0 + $1.blanks }, excluded: files.reduce(0) { $0 + $1.excluded },
      rejected: files.reduce(0) { $0 + $1.rejected }, errors: severities[.error] ?? 0,
      warnings: severities[.warning] ?? 0, infos: severities[.info] ?? 0,
      refusedFiles: results.outcomes.filter { $0.kind == .rejected }.count)
  }
}
