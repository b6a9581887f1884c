import Catalogue
import Foundation
import Reporting
import Spreadsheets
import Vocabulary

/// Writes the reports of a round and publishes them all at once.
struct Publisher {
  let workspace: Workspace
  let results: RoundResults
  let watcher: @Sendable (RunStage) -> Void

  func publish() throws(RoundsError) -> RunSummary {
    let release = Release(
      root: workspace.absolute("Reports/\(results.programme.id)"), round: results.round.id, runID: results.run.id)
    try release.prepare()
    do throws(RoundsError) {
      let outputs = try writeAll(into: release.staging)
      watcher(.publishing)
      try release.publish()
      return summary(outputs)
    } catch {
      release.abandon()
      throw error
    }
  }

  /// The CSV files beside the workbooks; these one after the other, since each is in memory whole while it is written.
  private func writeAll(into folder: String) throws(RoundsError) -> [String] {
    let workbooks = workbookNames
    let jobs: [@Sendable () -> Result<[String], RoundsError>] = [
      { Result { () throws(RoundsError) in try writeCSV(into: folder) } },
      {
        Result { () throws(RoundsError) in
          for (name, language) in workbooks { try writeWorkbook(name, language, into: folder) }
          return workbooks.map(\.name)
        }
      },
    ]
    var outputs: [String] = []
    for result in jobs.concurrentMap({ $0() }) { outputs += try result.get() }
    return outputs.sorted()
  }

  /// The first language of the programme has the plain name.
  private var workbookNames: [(name: String, language: Language)] {
    results.programme.languages.enumerated().map { index, language in
      let suffix = index == 0 ? "" : "-\(language.rawValue)"
      return ("evaluation-\(results.round.id)\(suffix).xlsx", language)
    }
  }

  private func writeWorkbook(_ name: String, _ language: Language, into folder: String) throws(RoundsError) {
    let workbook = EvaluationWorkbook.build(results, language: language)
    do throws(XLSXWritingError) {
      try XLSXWriter.write(workbook, toPath: "\(folder)/\(name)")
    } catch {
      throw RoundsError(
        .inputOutput, "\(name) cannot be written: \(error)", cure: "make room on the disk and run again")
    }
  }

  // MARK: CSV

  private func writeCSV(into folder: String) throws(RoundsError) -> [String] {
    var files: [(table: CSVTable, bytes: Int, sha256: String)] = []
    for table in CSVSet.tables(results) {
      var file = try OutputFile(path: "\(folder)/\(table.name).csv")
      try file.write(CSVWriter(header: table.fields.map(\.name)).bytes)
      for part in 0..<table.partCount { try file.write(table.part(part)) }
      let (bytes, sha256) = try file.finish()
      files.append((table, bytes, sha256))
    }
    var package = try OutputFile(path: "\(folder)/datapackage.json")
    try package.write(DataPackage(results, files: files).json())
    _ = try package.finish()
    return files.map { "\($0.table.name).csv" } + ["datapackage.json"]
  }

  // MARK: Summary

  private func summary(_ outputs: [String]) -> RunSummary {
    var severities: [Finding.Severity: Int] = [:]
    for finding in results.findings { severities[results.catalogue.texts.severity(of: finding), default: 0] += 1 }
    let files = results.files
    return RunSummary(
      programme: results.programme.id, round: results.round.id, runID: results.run.id,
      folder: "Reports/\(results.programme.id)/\(results.round.id)", outputs: outputs,
      citiesReporting: results.reportingCities.count, citiesExpected: results.outcomes.count, files: files.count,
      read: files.reduce(0) { $0 + $1.read }, observations: files.reduce(0) { $0 + $1.observations },
      blanks: files.reduce(0) { $0 + $1.blanks }, excluded: files.reduce(0) { $0 + $1.excluded },
      rejected: files.reduce(0) { $0 + $1.rejected }, errors: severities[.error] ?? 0,
      warnings: severities[.warning] ?? 0, infos: severities[.info] ?? 0,
      refusedFiles: results.outcomes.filter { $0.kind == .rejected }.count)
  }
}
