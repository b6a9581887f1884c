import Catalogue
import Foundation
import Reporting
import Vocabulary

/// Freezes a round: its figures are final, and what they were computed by is kept beside them. And opens one.
public struct RoundFreezing {
  let workspace: Workspace
  let name: RoundName
  let date: CalendarDate
  private let places: RoundPlaces

  public init(workspace: Workspace, name: RoundName, date: CalendarDate) {
    self.workspace = workspace
    self.name = name
    self.date = date
    places = RoundPlaces(name, in: workspace)
  }

  /// Copies the definitions into the round, pins every file, and publishes the final release.
  /// - Parameter reason: Asked for before the round's last day, and while errors are open.
  /// - Throws: `configuration` where the round is frozen already or a reason is missing; else as a run does, and then nothing is
  ///   frozen.
  public func freeze(reason: String) throws(RoundsError) -> RunSummary {
    guard !places.isFrozen else {
      throw RoundsError(
        .configuration, "\(label) is frozen already",
        cure: "gnlc verify \(label) tells whether it still is as it was; gnlc round open \(label) --reason … opens it")
    }
    let reports = "Reports/\(name.programme)"
    let lock = try RunLock(folder: workspace.absolute(reports))
    return try withExtendedLifetime(lock) { () throws(RoundsError) in
      let run = RoundRun(name, in: workspace, date: date)
      // A round that cannot be run cannot be frozen.
      let results = try run.compute()
      let hindrances = Self.hindrances(results)
      guard !reason.isEmpty || hindrances.isEmpty else {
        throw RoundsError(
          .configuration, "\(label) is not frozen: \(hindrances.joined(separator: "; "))",
          cure: "add --reason \"…\" to freeze it as it is; the reason stays in the programme's log")
      }
      let summary = try pinned(run)
      var log = AuditLog(workspace.absolute(reports))
      try log.append(
        .frozen, round: name.round, run: summary.runID, manifest: log.manifest(ofRun: summary.runID) ?? "",
        reason: reason, date: date)
      return summary
    }
  }

  /// Lets a round take submissions, for the first time or again; what was pinned is let go.
  /// - Parameter reason: Asked for where the round was frozen.
  public func open(reason: String) throws(RoundsError) {
    guard workspace.exists(places.roundFile) else {
      throw RoundsError(.noInput, "\(label) has no round.yaml", cure: "write \(places.roundFile) first")
    }
    guard !places.isFrozen || !reason.isEmpty else {
      throw RoundsError(
        .configuration, "\(label) is frozen; opening it again wants a reason", cure: "add --reason \"…\"")
    }
    let reports = workspace.absolute("Reports/\(name.programme)")
    let lock = try RunLock(folder: reports)
    try withExtendedLifetime(lock) { () throws(RoundsError) in
      try setState("open")
      try file { try unpin() }
      var log = AuditLog(reports)
      try log.append(.opened, round: name.round, reason: reason, date: date)
    }
  }

  /// What speaks against freezing now.
  private static func hindrances(_ results: RoundResults) -> [String] {
    let errors = results.findings.count { results.catalogue.texts.severity(of: $0) == .error }
    let left = results.daysToClose ?? 0
    return (errors > 0 ? ["errors are open: \(errors)"] : []) + (left > 0 ? ["days to its last: \(left)"] : [])
  }

  private var label: String { "\(name)" }

  // MARK: Pins

  /// Publishes what was pinned; where that fails, the round is what it was.
  private func pinned(_ run: RoundRun) throws(RoundsError) -> RunSummary {
    let before = try workspace.text(of: places.roundFile)
    do throws(RoundsError) {
      try pin()
      return try run.runLocked()
    } catch {
      try? unpin()
      try? write(before)
      throw error
    }
  }

  private func unpin() throws {
    guard workspace.isFolder(places.frozen) else { return }
    try FileManager.default.removeItem(atPath: workspace.absolute(places.frozen))
  }

  /// The copies are put together out of sight: without their list they would be a frozen round that nobody can check.
  private func pin() throws(RoundsError) {
    let staging = "\(places.folder)/.\(RoundPlaces.frozenName)"
    let old = places
    let originals = try RoundPlaces.copies(of: old, in: workspace)
    try file { [workspace] in
      let manager = FileManager.default
      let root = workspace.absolute(staging)
      if manager.fileExists(atPath: root) { try manager.removeItem(atPath: root) }
      for (source, target) in originals {
        let path = "\(root)/\(target)"
        try manager.createDirectory(
          atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try workspace.copy(source, to: path)
      }
    }
    try setState("frozen")
    let inputs = try Pins.files(of: places, in: workspace).map { ($0, "\(places.folder)/\($0)") }
    let copies = originals.map {
      ("\(RoundPlaces.frozenName)/\($0.target)", "\(staging)/\($0.target)")
    }
    var sums: [(String, String)] = []
    for (path, place) in inputs + copies {
      guard let digest = Digest.sha256(ofFile: workspace.absolute(place)) else {
        throw RoundsError(.noInput, "\(place) cannot be read", cure: "check its permissions and freeze again")
      }
      sums.append((path, digest))
    }
    var list = try OutputFile(path: workspace.absolute("\(staging)/\(Checksums.name)"))
    try list.write(Array(Checksums(sums).text.utf8))
    _ = try list.finish()
    guard rename(workspace.absolute(staging), workspace.absolute(places.frozen)) == 0 else {
      throw RoundsError(
        .cannotCreate, "\(places.frozen) cannot be made: \(String(cString: strerror(errno)))",
        cure: "check the permissions of \(places.folder)")
    }
    try OutputFile.synchronise(folder: workspace.absolute(places.folder))
  }

  private func setState(_ state: String) throws(RoundsError) {
    try write(RoundState.set(state, in: try workspace.text(of: places.roundFile)))
  }

  private func write(_ text: String) throws(RoundsError) {
    try file { [workspace, places] in
      try text.write(toFile: workspace.absolute(places.roundFile), atomically: true, encoding: .utf8)
    }
  }

  private func file(_ work: () throws -> Void) throws(RoundsError) {
    do { try work() } catch {
      throw RoundsError(
        .cannotCreate, "\(places.folder) cannot be changed: \(error.localizedDescription)",
        cure: "check space and permissions")
    }
  }
}

extension RoundPlaces {
  /// What a frozen round keeps of its own: programme, registry, targets, and the catalogue but for its texts, which say the same in
  /// other words and belong to the program that prints them.
  static func copies(of places: RoundPlaces, in workspace: Workspace) throws(RoundsError) -> [(
    source: String, target: String
  )] {
    let single = [
      (places.programmeFile, "programme.yaml"), (places.registry, "cities.csv"), (places.targets, "targets.csv"),
    ].filter { workspace.exists($0.0) }
    var catalogue: [(String, String)] = []
    for (folder, name) in [("Indicators", "Indicators"), ("Inputs/\(places.name.programme)/catalogue", "catalogue")] {
      for file in try workspace.files(below: folder)
      where file.hasSuffix(".yaml") && !(name == "Indicators" && file.hasPrefix("texts/")) {
        catalogue.append(("\(folder)/\(file)", "\(name)/\(file)"))
      }
    }
    return single + catalogue
  }
}
