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
  let reports: ReportSelection
  let watcher: @Sendable (RunStage) -> Void

  func publish() throws(RoundsError) -> RunSummary {
    try release.prepare()
    do throws(RoundsError) {
      let manifest = try write(into: release.staging)
      try release.publish()
      try release.record(manifest, date: results.run.date)
      return manifest.summary(isUnchanged: false)
    } catch {
      release.abandon()
      throw error
    }
  }

  /// Writes everything into an empty folder, with the manifest and the list of digests at the end.
  func write(into folder: String) throws(RoundsError) -> Manifest {
    let written = try writeAll(into: folder)
    watcher(.returning)
    let returned =
      reports.hasCityFiles
      ? try ReturnedWorkbooks(workspace: workspace, results: results, earlier: earlier).write(into: folder) : []
    let receipts = reports.hasCityFiles ? try writeReceipts(into: folder) : []
    watcher(.publishing)
    return try ManifestWriter(
      workspace: workspace, results: results, inputs: inputs, catalogueDigest: catalogueDigest,
      reports: reports
    ).write(written: written + receipts, returned: returned, into: folder)
  }

  /// The files one by one from a common list, so that no core waits long for the other: each workbook stands beside CSV files,
  /// which take little memory, and what takes longest comes first.
  /// - Returns: The tables.
  private func writeAll(into folder: String) throws(RoundsError) -> [Manifest.Output] {
    let list = ReportList(results, where: reports.contains)
    let tables = CSVSet.tables(results, where: reports.contains)
    var jobs = Self.longestFirst(tables).map(Job.table)
    for (index, workbook) in list.workbooks.enumerated() {
      jobs.insert(.workbook(workbook), at: min(3 * index, jobs.count))
    }
    if !list.cards.isEmpty {
      try Release.makeFolder("cities", in: folder)
      jobs += list.cards.map(Job.workbook)
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
    var outputs: [DataPackage.File] = []
    for result in written { if let table = try result.get() { outputs.append(table) } }
    let package = "datapackage.json"
    var file = try OutputFile(path: "\(folder)/\(package)")
    // In the order of the list, whatever was written first.
    let files = tables.compactMap { table in outputs.first { $0.table.name == table.name } }
    try file.write(DataPackage(results, files: files).json())
    _ = try file.finish()
    return files.map { Manifest.Output(path: "\($0.table.name).csv", bytes: $0.bytes, sha256: $0.sha256) }
  }

  /// What every city can keep of its submission.
  private func writeReceipts(into folder: String) throws(RoundsError) -> [Manifest.Output] {
    let receipts = Receipts.list(results)
    guard !receipts.isEmpty else { return [] }
    try Release.makeFolder(Receipts.folder, in: folder)
    let written = receipts.concurrentMap { receipt in
      Result { () throws(RoundsError) in
        var file = try OutputFile(path: "\(folder)/\(receipt.name)")
        try file.write(Array(receipt.text.utf8))
        let (bytes, sha256) = try file.finish()
        return Manifest.Output(path: receipt.name, bytes: bytes, sha256: sha256)
      }
    }
    var outputs: [Manifest.Output] = []
    for result in written { outputs.append(try result.get()) }
    return outputs
  }

  /// By what they cost: rows, and how much is computed for each.
  private static func longestFirst(_ tables: [CSVTable]) -> [CSVTable] {
    let order = [
      "observations", "progress", "observations.sdmx", "trends", "changes", "indicators", "indicators.sdmx", "scores",
    ]
    return tables.enumerated().sorted { a, b in
      let (x, y) = (order.firstIndex(of: a.element.name), order.firstIndex(of: b.element.name))
      return (x ?? order.count, a.offset) < (y ?? order.count, b.offset)
    }.map(\.element)
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
    try table.forEachPiece { (bytes) throws(RoundsError) in try file.write(bytes) }
    let (bytes, sha256) = try file.finish()
    return (table, bytes, sha256)
  }
}
