import Catalogue
import Foundation
import Measurement
import Reporting
import Vocabulary

/// Writes down what the files of a finished release are and what they were made from. Those whose digest is not known from their
/// writing are read again.
struct ManifestWriter {
  let workspace: Workspace
  let results: RoundResults
  let inputs: InputTree
  let catalogueDigest: String
  let reports: ReportSelection

  /// - Parameters:
  ///   - written: Files that were hashed while they were written, and are on the disk: nine tenths of the bytes.
  ///   - returned: Paths below the folder of the workbooks to send to cities.
  ///   - folder: Where the release is put together.
  /// - Throws: `inputOutput` where a file that was written cannot be read.
  func write(
    written: [Manifest.Output], returned: [String], into folder: String
  ) throws(RoundsError) -> Manifest {
    let known = Dictionary(written.map { ($0.path, $0) }, uniquingKeysWith: { $1 })
    let paths = Self.files(below: folder).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    var outputs: [Manifest.Output] = []
    let described = paths.concurrentMap { path in
      Result { () throws(RoundsError) in if let output = known[path] { output } else { try read(path, in: folder) } }
    }
    for output in described { outputs.append(try output.get()) }
    let manifest = manifest(outputs, returned)
    let json = try manifest.json()
    var file = try OutputFile(path: "\(folder)/\(Manifest.name)")
    try file.write(json)
    let own = try file.finish()
    var sums = try OutputFile(path: "\(folder)/\(Checksums.name)")
    let all = outputs.map { ($0.path, $0.sha256) } + [(Manifest.name, own.sha256)]
    try sums.write(Array(Checksums(all).text.utf8))
    _ = try sums.finish()
    return manifest
  }

  static func files(below folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.flatMap { name -> [String] in
      let path = "\(folder)/\(name)"
      return OutputFolder.isFolder(path) ? files(below: path).map { "\(name)/\($0)" } : [name]
    }
  }

  private func read(_ path: String, in folder: String) throws(RoundsError) -> Manifest.Output {
    let absolute = "\(folder)/\(path)"
    try OutputFile.synchronise(file: absolute)
    guard let bytes = OutputFile.size(absolute), let sha256 = Digest.sha256(ofFile: absolute) else {
      throw RoundsError(
        .inputOutput, "\(path) was written and cannot be read again", cure: "check the disk and run again")
    }
    return Manifest.Output(path: path, bytes: bytes, sha256: sha256)
  }

  func manifest(_ outputs: [Manifest.Output], _ returned: [String]) -> Manifest {
    var severities: [Finding.Severity: Int] = [:]
    for finding in results.findings { severities[results.catalogue.texts.severity(of: finding), default: 0] += 1 }
    let files = results.files
    func sum(_ part: (RoundResults.FileAccount) -> Int) -> Int { files.reduce(0) { $0 + part($1) } }
    let method = results.catalogue.method
    return Manifest(
      programme: results.programme.id, round: results.round.id, knownAt: results.knownAt?.id,
      state: results.round.state.rawValue,
      run: results.run.id, date: "\(results.run.date)", version: results.run.version,
      method: "\(method.id) \(method.version)", inputsSHA256: results.run.inputDigest,
      catalogueSHA256: catalogueDigest, cityFiles: reports.hasCityFiles, only: reports.listed,
      cities: .init(expected: results.outcomes.count, reporting: results.reportingCities.count),
      refusedFiles: results.outcomes.count { $0.kind == .rejected },
      reconciliation: .init(
        read: sum(\.read), observations: sum(\.observations), blanks: sum(\.blanks), excluded: sum(\.excluded),
        rejected: sum(\.rejected), suppressed: results.suppression.count),
      findings: .init(
        errors: severities[.error] ?? 0, warnings: severities[.warning] ?? 0, infos: severities[.info] ?? 0),
      inputs: describedInputs(), outputs: outputs, returned: returned, previous: previous())
  }

  private func describedInputs() -> [Manifest.Input] {
    let accounts = Dictionary(results.files.map { ($0.path, $0) }, uniquingKeysWith: { $1 })
    let outcomes = Dictionary(
      results.outcomes.filter { !$0.file.isEmpty }.map { ($0.file, $0) }, uniquingKeysWith: { $1 })
    return inputs.files.map { file in
      Manifest.Input(
        path: file.path, bytes: file.bytes, sha256: file.sha256,
        account: accounts[file.path].map { account in
          let outcome = outcomes[file.path]
          return Manifest.Account(
            city: outcome.map { results.registry[$0.city].id } ?? "", mapping: account.mapping,
            template: account.template.map { "\($0)" },
            outcome: outcome?.kind.rawValue ?? (account.observations > 0 ? "published" : "nothing_taken"),
            read: account.read, observations: account.observations, blanks: account.blanks,
            excluded: account.excluded, rejected: account.rejected)
        })
    }
  }

  private func previous() -> Manifest.Previous? {
    guard let last = results.lastRound?.round else { return nil }
    let folder = workspace.absolute("Reports/\(results.programme.id)/\(last.id)")
    guard let manifest = Manifest.read(folder), let digest = Digest.sha256(ofFile: "\(folder)/\(Manifest.name)") else {
      return nil
    }
    return Manifest.Previous(run: manifest.run, manifest: digest)
  }
}
