import Foundation
import Vocabulary
import Warehouse

/// `Reports/<programme>/warehouse.sqlite`: all published rounds of a programme in one database.
///
/// The releases are the truth, and the warehouse follows them: it is made from their files alone, after they are shown. What a run
/// that was killed left undone, the next one does, also one that has nothing else to do.
public struct ProgrammeWarehouse: Sendable {
  static let name = "warehouse.sqlite"

  /// What became of the file.
  public struct Outcome: Encodable, Sendable, Equatable {
    /// What was done.
    public enum Action: String, Encodable, Sendable {
      /// It held what is published.
      case unchanged
      /// Rounds were put in, or taken out.
      case updated
      /// There was none.
      case made
      /// What was there could not be used.
      case remade
      /// It is not what it should be, and says so.
      case failed
    }
    /// Below the workspace.
    public var path: String
    public var action: Action
    /// Why it was remade, or why it was not.
    public var reason = ""
    /// What to do; empty where all is well.
    public var cure = ""
    public var rounds: [String] = []
    /// Published rounds that are not in it, since they lack files that it needs: made by an earlier version, or for some reports only.
    public var leftOut: [String] = []
    /// Of what went wrong, for the exit code.
    public var kind: RoundsError.Kind?

    private enum CodingKeys: String, CodingKey { case path, action, reason, cure, rounds, leftOut }
  }

  let workspace: Workspace
  let programme: String

  public init(workspace: Workspace, programme: String) {
    self.workspace = workspace
    self.programme = programme
  }

  private var reports: String { "Reports/\(programme)" }
  public var path: String { "\(reports)/\(Self.name)" }

  private func file() -> WarehouseFile {
    WarehouseFile(
      path: workspace.absolute(path), staging: workspace.absolute("\(reports)/.releases/.staging-\(Self.name)"),
      edition: WarehouseTexts.edition(in: workspace))
  }

  // MARK: Following the releases

  /// Brings the file up to date where it is not.
  /// - Precondition: The caller holds the programme's lock.
  func follow() throws(RoundsError) -> Outcome {
    let (file, shown) = (file(), try shownReleases())
    var outcome = Outcome(path: path, action: .unchanged, rounds: shown.usable.map(\.round), leftOut: shown.leftOut)
    guard !shown.usable.isEmpty else { return outcome }
    let condition = try naming { () throws(WarehouseError) in try file.condition() }
    switch condition {
    case .whole(shown.usable): return outcome
    case .whole: outcome.action = .updated
    case .missing: outcome.action = .made
    case .unusable(let reason): (outcome.action, outcome.reason) = (.remade, reason)
    }
    try write(shown.usable, to: file, over: condition)
    return outcome
  }

  /// As ``follow()``, with what went wrong in the outcome: the round itself is published.
  func followPublishing() -> Outcome {
    do throws(RoundsError) { return try follow() } catch {
      return Outcome(path: path, action: .failed, reason: error.message, cure: error.cure, kind: error.kind)
    }
  }

  /// Makes the file anew from the published releases, whatever is there.
  /// - Throws: `locked` while a run is at work; `noInput` where nothing is published.
  public func rebuild() throws(RoundsError) -> Outcome {
    let shown = try published()
    let lock = try RunLock(folder: workspace.absolute(reports))
    return try withExtendedLifetime(lock) { () throws(RoundsError) in
      try write(shown.usable, to: file(), over: .missing)
      return Outcome(path: path, action: .made, rounds: shown.usable.map(\.round), leftOut: shown.leftOut)
    }
  }

  private func write(
    _ stamps: [PublishedRelease.Stamp], to file: WarehouseFile, over condition: WarehouseFile.Condition
  ) throws(RoundsError) {
    let releases = try stamps.map { stamp throws(RoundsError) in try release(stamp) }
    let documentation = try WarehouseTexts(workspace).rows
    try naming { () throws(WarehouseError) in
      try file.write(releases, documentation: documentation, over: condition)
    }
  }

  // MARK: Comparing

  /// What is not as it should be; nothing where the file holds what is published, row by row.
  /// - Throws: `noInput` where nothing is published.
  public func problems() throws(RoundsError) -> [String] {
    let shown = try published()
    let file = file()
    let condition = try naming { () throws(WarehouseError) in try file.condition() }
    switch condition {
    case .missing: return ["it is missing"]
    case .unusable(let reason): return [reason]
    case .whole(let stamps) where stamps != shown.usable:
      let told = stamps.filter { !shown.usable.contains($0) }.map(\.round)
      let untold = shown.usable.filter { !stamps.contains($0) }.map(\.round)
      return Set(told + untold).sorted().map { "the release of \($0) in it is not the one that is published" }
    case .whole: break
    }
    let releases = try shown.usable.map { stamp throws(RoundsError) in try release(stamp) }
    let documentation = try WarehouseTexts(workspace).rows
    return try naming { () throws(WarehouseError) in
      try file.differences(
        from: releases, documentation: documentation,
        scratch: NSTemporaryDirectory() + "/gnlc-warehouse-\(getpid()).sqlite")
    }
  }

  /// Whether a run would leave the file as it is; cheap.
  func quickProblem() throws(RoundsError) -> String? {
    let shown = try shownReleases()
    guard !shown.usable.isEmpty else { return nil }
    switch try naming({ () throws(WarehouseError) in try file().condition() }) {
    case .missing: return "it is missing"
    case .unusable(let reason): return reason
    case .whole(let stamps): return stamps == shown.usable ? nil : "it does not hold what is published"
    }
  }

  // MARK: Releases

  private typealias Shown = (usable: [PublishedRelease.Stamp], leftOut: [String])

  private func published() throws(RoundsError) -> Shown {
    let shown = try shownReleases()
    guard !shown.usable.isEmpty else {
      throw RoundsError(.noInput, "nothing of \(programme) is published", cure: "gnlc run \(programme)")
    }
    return shown
  }

  /// In the order of the rounds' ids.
  private func shownReleases() throws(RoundsError) -> Shown {
    var shown: Shown = ([], [])
    for round in try workspace.names(in: reports) {
      let folder = workspace.absolute("\(reports)/\(round)")
      guard let run = (try? FileManager.default.destinationOfSymbolicLink(atPath: folder))?.split(separator: "/").last,
        let manifest = Digest.sha256(ofFile: "\(folder)/\(Manifest.name)")
      else { continue }
      if WarehouseSchema.files.allSatisfy({ OutputFile.size("\(folder)/\($0)") != nil }) {
        shown.usable.append(.init(round: round, run: String(run), manifest: manifest))
      } else {
        shown.leftOut.append(round)
      }
    }
    return shown
  }

  private func release(_ stamp: PublishedRelease.Stamp) throws(RoundsError) -> PublishedRelease {
    let folder = workspace.absolute("\(reports)/.releases/\(stamp.run)")
    guard let manifest = Manifest.read(folder) else {
      throw RoundsError(
        .noInput, "\(reports)/.releases/\(stamp.run)/\(Manifest.name) cannot be read",
        cure: "gnlc run \(programme)/\(stamp.round) publishes the round again")
    }
    let damaged = manifest.outputs.first {
      WarehouseSchema.files.contains($0.path) && OutputFile.size("\(folder)/\($0.path)") != $0.bytes
    }
    if let damaged {
      throw RoundsError(
        .inputOutput, "\(reports)/\(stamp.round)/\(damaged.path) was changed after it was published",
        cure: "gnlc run \(programme)/\(stamp.round) publishes the round again")
    }
    return PublishedRelease(
      stamp: stamp, folder: folder, facts: manifest.facts(sha256: stamp.manifest), inputs: manifest.inputs.map(\.row))
  }

  private func naming<Result>(_ work: () throws(WarehouseError) -> Result) throws(RoundsError) -> Result {
    do { return try work() } catch {
      let again = "the releases are not touched; gnlc warehouse rebuild \(programme) makes the warehouse anew"
      switch error.kind {
      case .locked:
        throw RoundsError(
          .locked, error.message, cure: "end that program, or let it close the file, and run again; \(again)")
      case .cannotCreate: throw RoundsError(.cannotCreate, error.message, cure: "check the permissions; \(again)")
      case .inputOutput: throw RoundsError(.inputOutput, error.message, cure: "make room on the disk; \(again)")
      case .release:
        throw RoundsError(.inputOutput, error.message, cure: "gnlc verify \(programme) tells whether it was changed")
      }
    }
  }
}
