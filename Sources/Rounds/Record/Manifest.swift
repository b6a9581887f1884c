import Foundation
import Vocabulary

/// `manifest.json` of a release: what it was made from, by what, and what it consists of.
struct Manifest: Codable, Equatable {
  static let name = "manifest.json"

  struct Input: Codable, Equatable {
    var path: String
    var bytes: Int
    var sha256: String
    /// What a submission or source became; nil for definitions and for what earlier rounds said.
    var account: Account?
  }

  struct Account: Codable, Equatable {
    /// Of a submission; empty for a source of many cities.
    var city: String
    var mapping: String
    /// The version of the template's form; nil for tables.
    var template: String?
    var outcome: String
    var read: Int
    var observations: Int
    var blanks: Int
    var excluded: Int
    var rejected: Int
  }

  struct Output: Codable, Equatable {
    /// Below the release.
    var path: String
    var bytes: Int
    var sha256: String
  }

  struct Tally: Codable, Equatable {
    var read: Int
    var observations: Int
    var blanks: Int
    var excluded: Int
    var rejected: Int
    var suppressed: Int
  }

  struct Findings: Codable, Equatable {
    var errors: Int
    var warnings: Int
    var infos: Int
  }

  struct Cities: Codable, Equatable {
    var expected: Int
    var reporting: Int
  }

  /// The release of the programme's round before this one, where it is published.
  struct Previous: Codable, Equatable {
    var run: String
    var manifest: String
  }

  /// The form that this version writes, and the newest that it reads.
  static let currentFormat = 1

  var format = currentFormat
  var programme: String
  var round: String
  /// The round up to which submissions were read, where that is an earlier one.
  var knownAt: String?
  var state: String
  var run: String
  /// The day of the run, as given.
  var date: String
  /// Of the program.
  var version: String
  var method: String
  /// Digests over all inputs, and over the catalogue's files alone.
  var inputsSHA256: String
  var catalogueSHA256: String
  /// Whether the workbooks of single cities were asked for.
  var cityFiles: Bool
  /// The reports that were asked for by name; nil where all were.
  var only: [String]?
  var cities: Cities
  var refusedFiles: Int
  var reconciliation: Tally
  var findings: Findings
  var inputs: [Input]
  /// Without the manifest itself.
  var outputs: [Output]
  /// Below the release: the workbooks to send to cities.
  var returned: [String]
  var previous: Previous?

  func json() throws(RoundsError) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      return Array(try encoder.encode(self)) + [UInt8(ascii: "\n")]
    } catch {
      throw RoundsError(.inputOutput, "\(Self.name) cannot be made: \(error)", cure: "report this as a fault of gnlc")
    }
  }

  /// - Returns: nil where the folder has none that can be read.
  static func read(_ folder: String) -> Manifest? {
    guard let data = FileManager.default.contents(atPath: "\(folder)/\(name)") else { return nil }
    return try? JSONDecoder().decode(Manifest.self, from: data)
  }

  /// - Parameters:
  ///   - release: Its folder below the workspace; it need not be there.
  /// - Throws: `configuration` where a newer gnlc published it: what cannot be read must be neither judged nor replaced.
  static func refuseNewer(_ release: String, in workspace: Workspace) throws(RoundsError) {
    struct Head: Decodable {
      var format: Int
      var version: String
    }
    let path = "\(release)/\(name)"
    guard let data = FileManager.default.contents(atPath: workspace.absolute(path)),
      let head = try? JSONDecoder().decode(Head.self, from: data), head.format > currentFormat
    else { return }
    throw RoundsError(
      .configuration, "\(path) has format \(head.format); gnlc \(programVersion) reads up to \(currentFormat)",
      cure: "gnlc \(head.version) published it: use that version or a newer one in this workspace")
  }

  private var refused: [String] {
    inputs.filter { input in
      input.account.map { $0.observations == 0 && $0.mapping == SourceFile.submission } ?? false
    }.map(\.path)
  }

  /// What the run told its user, told again.
  func summary(isUnchanged: Bool) -> RunSummary {
    RunSummary(
      programme: programme, round: round, runID: run, folder: "Reports/\(programme)/\(round)",
      outputs: outputs.map(\.path).filter { !returned.contains($0) } + [Self.name, Checksums.name], returned: returned,
      citiesReporting: cities.reporting, citiesExpected: cities.expected,
      files: inputs.count { $0.account != nil }, read: reconciliation.read, observations: reconciliation.observations,
      blanks: reconciliation.blanks, excluded: reconciliation.excluded, rejected: reconciliation.rejected,
      errors: findings.errors, warnings: findings.warnings, infos: findings.infos, refusedFiles: refused.count,
      refused: refused,
      isUnchanged: isUnchanged)
  }
}
