import Catalogue
import Reporting
import Vocabulary

/// One round from its files to its published reports: composition only, the work is the stages'.
public struct RoundRun: Sendable {
  public let name: RoundName
  public let workspace: Workspace
  /// The day of the run.
  public let date: CalendarDate
  let reports: ReportSelection
  /// The round up to which submissions count, where it is an earlier one: what was not known then is left out.
  let knownAt: String?
  let watcher: @Sendable (RunStage) -> Void

  public init(
    _ name: RoundName, in workspace: Workspace, date: CalendarDate, reports: ReportSelection = .all,
    knownAt: String? = nil, watcher: @escaping @Sendable (RunStage) -> Void = { _ in }
  ) {
    self.name = name
    self.workspace = workspace
    self.date = date
    self.reports = reports
    self.knownAt = knownAt == name.round ? nil : knownAt
    self.watcher = watcher
  }

  /// Runs and writes the release into a folder of its own; nothing is published, and the programme's log does not know of it.
  /// - Parameter folder: It must not exist yet, or be empty.
  /// - Throws: `cannotCreate` where it cannot be made; `noInput` where the round as of which it is known is none of the programme's.
  public func write(to folder: String) throws(RoundsError) -> RunSummary {
    watcher(.loading)
    let target = try SeparateFolder(folder, of: workspace)
    let inputs = try InputTree(name, in: workspace)
    let release = Release(root: target.parent, round: name.round, runID: identity(of: inputs).id)
    let publisher = try publisher(inputs, release, cache: nil)
    do throws(RoundsError) {
      try target.prepare()
      let manifest = try publisher.write(into: target.staging).manifest
      try target.show()
      var summary = manifest.summary(isUnchanged: false)
      summary.folder = folder
      return summary
    } catch {
      target.abandon()
      throw error
    }
  }

  /// Runs and publishes; where the round's release was made from the same inputs, it stays and is told again.
  /// - Throws: `locked` while another run of the programme is at work.
  public func run() throws(RoundsError) -> RunSummary {
    let lock = try RunLock(folder: workspace.absolute("Reports/\(name.programme)"))
    return try withExtendedLifetime(lock) { () throws(RoundsError) in try runLocked() }
  }

  /// Publishes, then lets the warehouse follow.
  /// - Precondition: The caller holds the programme's lock.
  func runLocked() throws(RoundsError) -> RunSummary {
    var summary = try publish()
    watcher(.storing)
    summary.warehouse = ProgrammeWarehouse(workspace: workspace, programme: name.programme).followPublishing()
    return summary
  }

  private func publish() throws(RoundsError) -> RunSummary {
    watcher(.loading)
    try Manifest.refuseNewer(name.reports, in: workspace)
    let inputs = try InputTree(name, in: workspace)
    let release = Release(
      root: workspace.absolute("Reports/\(name.programme)"), round: name.round, runID: identity(of: inputs).id)
    if let manifest = release.standing() {
      try release.show()
      try release.record(manifest, date: date)
      return manifest.summary(isUnchanged: true)
    }
    let folder = workspace.absolute("Reports/\(name.programme)")
    try FreeSpace.check(
      FreeSpace.free(at: folder), needed: FreeSpace.needed(forInputs: inputs.bytes(below: name.inputs)), at: folder)
    let cache = RoundCache(name, inputs: inputs, in: workspace)
    return try publisher(inputs, release, cache: cache).publish()
  }

  /// Computes the round, and makes ready what writes it.
  private func publisher(
    _ inputs: InputTree, _ release: Release, cache: RoundCache?
  ) throws(RoundsError) -> Publisher {
    let computed = try RoundComputation(self, inputs: inputs, cache: cache)
    try inputs.checkUnchanged(in: workspace)
    watcher(.reporting)
    return Publisher(
      workspace: workspace, results: computed.results, earlier: computed.earlier, inputs: inputs,
      catalogueDigest: computed.catalogueDigest, release: release, cache: cache, reports: reports, watcher: watcher)
  }

  /// What a run would say, without publishing or writing anything: files are read, checked and computed with.
  public func rehearse() throws(RoundsError) -> RunSummary {
    watcher(.loading)
    let inputs = try InputTree(name, in: workspace)
    let release = Release(
      root: workspace.absolute("Reports/\(name.programme)"), round: name.round, runID: identity(of: inputs).id)
    if let manifest = release.standing() { return manifest.summary(isUnchanged: true) }
    let computed = try RoundComputation(self, inputs: inputs)
    try inputs.checkUnchanged(in: workspace)
    return ManifestWriter(
      workspace: workspace, results: computed.results, inputs: inputs, catalogueDigest: computed.catalogueDigest,
      reports: reports
    ).manifest([], reports.hasCityFiles ? computed.results.outcomes.map(\.returned).filter { !$0.isEmpty } : [])
      .summary(isUnchanged: false)
  }

  /// Everything but the reports.
  public func compute() throws(RoundsError) -> RoundResults {
    watcher(.loading)
    return try RoundComputation(self, inputs: InputTree(name, in: workspace)).results
  }

  /// The round whose submissions count.
  /// - Throws: `noInput` where the name is none of the programme's rounds up to this one.
  func vintage(of round: Round) throws(RoundsError) -> Round {
    guard let knownAt else { return round }
    let earlier = try workspace.rounds(before: round, of: name.programme)
    if let found = earlier.last(where: { $0.id == knownAt }) {
      try Pins(of: RoundPlaces(name.sibling(found.id), in: workspace), in: workspace)?.verify()
      return found
    }
    let names = earlier.map(\.id).joined(separator: ", ")
    throw RoundsError(
      .noInput, "\(name) cannot be made as known at `\(knownAt)`, which is no round before it",
      cure: names.isEmpty ? "no round came before it" : "the rounds before it are \(names)")
  }

  // MARK: Identity

  /// The run is named by what goes into it: files, date and program.
  func identity(of inputs: InputTree) -> (id: String, digest: String) {
    inputs.identity(
      round: name.round,
      choices: ["date \(date)", "version \(programVersion)"] + reports.choices
        + (knownAt.map { ["as known at \($0)"] } ?? []))
  }
}
