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
  let inputs: InputTree
  let catalogueDigest: String
  let release: Release
  let hasCityFiles: Bool
  let watcher: @Sendable (RunStage) -> Void

  func publish() throws(RoundsError) -> RunSummary {
    try release.prepare()
    do throws(RoundsError) {
      try writeAll(into: release.staging)
      watcher(.returning)
      let returned =
        hasCityFiles
        ? try ReturnedWorkbooks(workspace: workspace, results: results, earlier: earlier).write(into: release.staging)
        : []
      watcher(.publishing)
      let manifest = try ManifestWriter(
        workspace: workspace, results: results, inputs: inputs, catalogueDigest: catalogueDigest,
        hasCityFiles: hasCityFiles
      ).write(returned: returned, into: release.staging)
      try release.publish()
      try release.record(manifest, date: results.run.date)
      return manifest.summary(isUnchanged: false)
    } catch {
      release.abandon()
      throw error
    }
  }

  /// The files one by one from a common list, so that no core waits long for the other: each workbook stands beside CSV files,
  /// which take little memory.
  private func writeAll(into folder: String) throws(RoundsError) {
    var jobs = CSVSet.tables(results).map(Job.table)
    let reports = ReportList(results)
    for (index, workbook) in reports.workbooks.enumerated() {
      jobs.insert(.workbook(workbook), at: min(3 * index, jobs.count))
    }
    if hasCityFiles, !reports.cards.isEmpty {
      try Release.makeFolder("cities", in: folder)
      jobs += reports.cards.map(Job.workbook)
    }
    let written = jobs.concurrentMap { job in
      Result { () throws(RoundsError) -> DataPackage.File? in
        switch job {
        case .workbook(let workbook):
          try write(workbook, into: folder)
          return nil
        case .table(let table): return try write(table, into: folder)
        }
      }
    }
    var tables: [DataPackage.File] = []
    for result in written { if let table = try result.get() { tables.append(table) } }
    let package = "datapackage.json"
    var file = try OutputFile(path: "\(folder)/\(package)")
    try file.write(DataPackage(results, files: tables).json())
    _ = try file.finish()
  }

  private enum Job: Sendable {
    case table(CSVTable)
    case workbook(ReportList.Entry)
  }

  private func write(_ workbook: ReportList.Entry, into folder: String) throws(RoundsError) {
    do throws(XLSXWritingError) {
      try XLSXWriter.write(workbook.make(), toPath: "\(folder)/\(workbook.name)")
    } catch {
      throw RoundsError(
        .inputOutput, "\(workbook.name) cannot be written: \(error)", cure: "make room on the disk and run again")
    }
  }

  private func write(_ table: CSVTable, into folder: String) throws(RoundsError) -> DataPackage.File {
    let name = "\(table.name).csv"
    var file = try OutputFile(path: "\(folder)/\(name)")
    try file.write(CSVWriter(header: table.fields.map(\.name)).bytes)
    for part in 0..<table.partCount { try file.write(table.part(part)) }
    let (bytes, sha256) = try file.finish()
    return (table, bytes, sha256)
  }
}
