import Foundation
import Vocabulary

/// Removes releases that no round shows any more, and what runs kept to be quicker the next time.
public struct Pruning: Sendable {
  /// A release that no round shows.
  public struct Candidate: Encodable, Sendable {
    public var programme: String
    public var round: String
    public var run: String
    public var bytes: Int
  }

  let workspace: Workspace
  /// Releases of each round that stay besides the one shown, the latest ones.
  let kept: Int

  public init(workspace: Workspace, kept: Int) {
    self.workspace = workspace
    self.kept = kept
  }

  /// What would go, oldest first by the programme's log.
  public func candidates(programme: String) -> [Candidate] {
    let reports = "Reports/\(programme)"
    let store = "\(reports)/.releases"
    let runs = ((try? FileManager.default.contentsOfDirectory(atPath: workspace.absolute(store))) ?? [])
      .filter { !$0.hasPrefix(".") }.sorted()
    let log = AuditLog(workspace.absolute(reports)).entries
    // By the last time that it was shown; a release that the log does not know counts as the oldest.
    func age(_ run: String) -> Int { log.last { $0.event == .published && $0.run == run }?.number ?? 0 }
    var rounds: [String: [String]] = [:]
    for run in runs {
      guard let manifest = Manifest.read(workspace.absolute("\(store)/\(run)")) else { continue }
      rounds[manifest.round, default: []].append(run)
    }
    return rounds.sorted { $0.key < $1.key }.flatMap { round, runs -> [Candidate] in
      let shown = Manifest.read(workspace.absolute("\(reports)/\(round)"))?.run
      let others = runs.filter { $0 != shown }.sorted { (age($0), $0) < (age($1), $1) }
      return others.dropLast(kept).map { run in
        let folder = workspace.absolute("\(store)/\(run)")
        let bytes = ManifestWriter.files(below: folder).reduce(0) { $0 + (OutputFile.size("\(folder)/\($1)") ?? 0) }
        return Candidate(programme: programme, round: round, run: run, bytes: bytes)
      }
    }
  }

  /// What runs of a programme understood and kept; without it the next run takes longer and makes the same.
  public func cacheBytes(programme: String) -> Int {
    let folder = cache(programme)
    guard OutputFolder.isFolder(folder) else { return 0 }
    return ManifestWriter.files(below: folder).reduce(0) { $0 + (OutputFile.size("\(folder)/\($1)") ?? 0) }
  }

  private func cache(_ programme: String) -> String {
    workspace.absolute("Reports/\(programme)/\(RoundCache.name)")
  }

  /// Removes them, and says so in the programme's log.
  /// - Throws: `locked` while a run is at work.
  public func prune(programme: String, date: CalendarDate) throws(RoundsError) -> [Candidate] {
    let reports = workspace.absolute("Reports/\(programme)")
    let lock = try RunLock(folder: reports)
    return try withExtendedLifetime(lock) { () throws(RoundsError) in
      let found = candidates(programme: programme)
      try? FileManager.default.removeItem(atPath: cache(programme))
      for candidate in found {
        var log = AuditLog(reports)
        try log.append(
          .pruned, round: candidate.round, run: candidate.run, manifest: log.manifest(ofRun: candidate.run) ?? "",
          date: date)
        do {
          try FileManager.default.removeItem(atPath: "\(reports)/.releases/\(candidate.run)")
        } catch {
          throw RoundsError(
            .cannotCreate, "Reports/\(programme)/.releases/\(candidate.run) cannot be removed",
            cure: "check the permissions of the folder")
        }
      }
      return found
    }
  }
}
