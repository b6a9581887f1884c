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
  /// None where nothing is published: then nothing is kept for the next run.
  let cache: RoundCache?
  let reports: ReportSelection
  let watcher: @Sendable (RunStage) -> Void

  func publish() throws(RoundsError) -> RunSummary {
    try release.prepare()
    do throws(RoundsError) {
      let (manifest, keys) = try write(into: release.staging)
      try release.publish()
      try release.record(manifest, date: results.run.date)
      cache?.keep(keys, of: manifest)
      return manifest.summary(isUnchanged: false)
    } catch {
      release.abandon()
      throw error
    }
  }

  /// Writes everything into an empty folder, with the manifest and the list of digests at the end.
  /// - Returns: The manifest, and of each workbook that the next run may use again the digest of all that decided its bytes.
  func write(into folder: String) throws(RoundsError) -> (manifest: Manifest, keys: [String: String]) {
    let written = try writeAll(into: folder)
    watcher(.returning)
    let returned =
      reports.hasCityFiles
      ? try ReturnedWorkbooks(
        workspace: workspace, results: results, earlier: earlier, inputs: inputs, cache: cache
      ).write(into: folder) : []
    let receipts = reports.hasCityFiles ? try writeReceipts(into: folder) : []
    watcher(.publishing)
    let manifest = try ManifestWriter(
      workspace: workspace, results: results, inputs: inputs, catalogueDigest: catalogueDigest,
      reports: reports
    ).write(
      written: (written + returned).compactMap(\.output) + receipts, returned: returned.map(\.path), into: folder)
    let keys = (written + returned).compactMap { file in file.key.map { (file.path, $0) } }
    return (manifest, Dictionary(keys) { $1 })
  }

  /// The files one by one from a common list, so that no core waits long for the other: each workbook stands beside CSV files,
  /// which take little memory, and what takes longest comes first.
  /// - Returns: The tables, and the cards.
  private func writeAll(into folder: String) throws(RoundsError) -> [WrittenFile] {
    let list = ReportList(results, where: reports.contains)
    let tables = CSVSet.tables(results, where: reports.contains)
    var jobs = Self.longestFirst(tables).map(Job.table)
    for (index, workbook) in list.workbooks.enumerated() {
      jobs.insert(.workbook(workbook), at: min(2 * index, jobs.count))
    }
    if !list.cards.isEmpty {
      try OutputFolder.make("\(folder)/cities")
      jobs += list.cards.map(Job.card)
    }
    let written = jobs.concurrentMap { job in
      Result { () throws(RoundsError) -> (table: DataPackage.File?, card: WrittenFile?) in
        switch job {
        case .workbook(let workbook):
          try XLSXWriter.write(workbook.make(), as: workbook.name, in: folder)
          return (nil, nil)
        case .table(let table): return (try write(table, into: folder), nil)
        case .card(let card): return (nil, try write(card: card, into: folder))
        }
      }
    }
    var outputs: [DataPackage.File] = []
    var cards: [WrittenFile] = []
    for result in written {
      let (table, card) = try result.get()
      if let table { outputs.append(table) }
      if let card { cards.append(card) }
    }
    let package = "datapackage.json"
    var file = try OutputFile(path: "\(folder)/\(package)")
    // In the order of the list, whatever was written first.
    let files = tables.compactMap { table in outputs.first { $0.table.name == table.name } }
    try file.write(DataPackage(results, files: files).json())
    _ = try file.finish()
    return files.map { file in
      let path = "\(file.table.name).csv"
      return WrittenFile(path: path, output: .init(path: path, bytes: file.bytes, sha256: file.sha256))
    } + cards
  }

  /// What every city can keep of its submission.
  private func writeReceipts(into folder: String) throws(RoundsError) -> [Manifest.Output] {
    let receipts = Receipts.list(results)
    guard !receipts.isEmpty else { return [] }
    try OutputFolder.make("\(folder)/\(Receipts.folder)")
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
    case card(ReportList.Entry)
  }

  /// A report card is named by what stands in it, not by the run: where nothing of a city changed, nor of those beside whom it
  /// stands, its card is the last one, byte by byte. Making the file takes several times as long as knowing what is in it.
  private func write(card: ReportList.Entry, into folder: String) throws(RoundsError) -> WrittenFile {
    let workbook = card.make()
    let key = Digest.sha256(workbook.contentBytes)
    let reused = try cache?.reuse(key, as: card.name, in: folder)
    if reused == nil {
      try XLSXWriter.write(
        workbook.replacing(mark: Edition.mark, with: Edition.name(of: key)), as: card.name, in: folder)
    }
    return WrittenFile(path: card.name, output: reused, key: key)
  }

  private func write(_ table: CSVTable, into folder: String) throws(RoundsError) -> DataPackage.File {
    let name = "\(table.name).csv"
    var file = try OutputFile(path: "\(folder)/\(name)")
    try table.forEachPiece { (bytes) throws(RoundsError) in try file.write(bytes) }
    let (bytes, sha256) = try file.finish()
    return (table, bytes, sha256)
  }
}
