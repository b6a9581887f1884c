import Catalogue
import Ingestion
import Measurement
import Normalisation
import Reporting
import Trends
import Validation
import Vocabulary

/// One round from its files to its published reports: composition only, the work is the stages'.
public struct RoundRun: Sendable {
  public let workspace: Workspace
  public let programmeID: String
  public let roundID: String
  /// The day of the run.
  public let date: CalendarDate
  /// Whether the workbooks of single cities are written: their report cards, and what goes back to them.
  let hasCityFiles: Bool
  let watcher: @Sendable (RunStage) -> Void

  public init(
    workspace: Workspace, programme: String, round: String, date: CalendarDate, hasCityFiles: Bool = true,
    watcher: @escaping @Sendable (RunStage) -> Void = { _ in }
  ) {
    self.workspace = workspace
    programmeID = programme
    roundID = round
    self.date = date
    self.hasCityFiles = hasCityFiles
    self.watcher = watcher
  }

  /// Runs and publishes.
  /// - Throws: `locked` while another run of the programme is at work.
  public func run() throws(RoundsError) -> RunSummary {
    let lock = try RunLock(folder: workspace.absolute("Reports/\(programmeID)"))
    return try withExtendedLifetime(lock) { () throws(RoundsError) in
      let (results, earlier) = try computeAll()
      watcher(.reporting)
      return try Publisher(
        workspace: workspace, results: results, earlier: earlier, hasCityFiles: hasCityFiles, watcher: watcher
      ).publish()
    }
  }

  /// Everything but the reports.
  public func compute() throws(RoundsError) -> RoundResults { try computeAll().results }

  /// The results, and what the rounds before said.
  private func computeAll() throws(RoundsError) -> (results: RoundResults, earlier: ObservationSet?) {
    watcher(.loading)
    let programmeFolder = "Inputs/\(programmeID)"
    let folder = "\(programmeFolder)/\(roundID)"
    let programmeText = try workspace.text(of: "\(programmeFolder)/programme.yaml")
    let programme = try Programme.load(CatalogueFile(path: "\(programmeFolder)/programme.yaml", text: programmeText))
    let round = try Round.load(
      CatalogueFile(path: "\(folder)/round.yaml", text: try workspace.text(of: "\(folder)/round.yaml")))
    let catalogueFiles = try workspace.catalogueFiles(programme: programmeID)
    let catalogue = try workspace.catalogue(programme: programmeID)
    guard let framework = catalogue.frameworks.firstIndex(where: { $0.id == round.framework }) else {
      throw RoundsError(
        .configuration, "\(folder)/round.yaml: the framework `\(round.framework)` is not in the catalogue",
        cure: "use one of \(catalogue.frameworks.map(\.id).joined(separator: ", "))")
    }
    let registry = try CityFile.load("\(programmeFolder)/cities.csv", in: workspace)
    let declared = TargetFile(
      "\(programmeFolder)/targets.csv", in: workspace, registry: registry, catalogue: catalogue)
    let peers = try Peers(of: registry, by: catalogue.method)
    watcher(.reading)
    let reading = try RoundReading(
      workspace: workspace, programme: programmeID, round: roundID, catalogue: catalogue, registry: registry)
    let earlier = try EarlierRounds(
      before: round, of: programmeID, in: workspace, catalogue: catalogue, registry: registry)
    let (discovery, intake) = (reading.discovery, reading.intake)

    watcher(.checking)
    let checked = RoundCheck(
      intake.observations, catalogue: catalogue, registry: registry, referenceYear: round.referenceYear,
      earlier: earlier.observations)

    watcher(.measuring)
    let last = try EarlierRelease(before: round, of: programmeID, in: workspace)
    let confidentiality = Confidentiality(
      catalogue: catalogue, registry: registry, thresholds: programme.disclosure)
    let guarded = try confidentiality.protect(checked.observations, knowing: last)
    let observations = guarded.observations
    let measurer = Measurer(catalogue: catalogue, observations: observations)
    let yearOnYear = YearOnYear(catalogue: catalogue)
    let measured = registry.allIDs.concurrentMap { city in
      let values = measurer.values(of: city)
      let changes = yearOnYear.changes(in: values[...]).filter {
        $0.key.breakdown == .total && Int($0.key.period.year) == round.referenceYear
      }
      return (values: values, changes: changes)
    }
    let table = IndicatorTable(measured.flatMap(\.values))
    let assessor = Assessor(catalogue: catalogue, values: table)
    let cities = registry.cities.count
    let sdg = catalogue.frameworks.firstIndex { $0.id == "sdg4" }
    let run = runIdentity(
      round, inputs: reading.digests + earlier.digests + (last.map { ["\($0.path) \($0.digest)"] } ?? []),
      catalogueFiles + discovery.mappings, programmeText)
    var results = RoundResults(
      programme: programme, round: round, run: run, catalogue: catalogue, registry: registry,
      observations: observations, suppression: guarded.suppression, values: table,
      current: assessor.assess(cities: cities, referenceYear: round.referenceYear, peers: peers),
      previous: assessor.assess(cities: cities, referenceYear: round.comparisonYear, peers: peers),
      changes: measured.flatMap(\.changes),
      progress: sdg.map {
        TargetProgress.assess(
          framework: $0, catalogue: catalogue, values: table, targets: declared.targets, cities: cities,
          referenceYear: round.referenceYear)
      },
      targets: declared.targets,
      findings: (declared.findings + discovery.findings + intake.findings + checked.findings + guarded.findings)
        .map(\.withoutPersonalData), outcomes: [], files: [], framework: framework)
    results.files = zip(discovery.files, intake.accounts).map { input, account in
      RoundResults.FileAccount(
        path: input.path, mapping: input.mapping.id, read: account.read, observations: account.observations,
        blanks: account.blanks, excluded: account.excluded, rejected: account.rejected)
    }
    results.settleOutcomes(
      submissions: discovery.files.filter { $0.mapping.id == "tidy" }.map(\.path), held: checked.heldCities)
    results.findingsOfCities = results.findings
    results.findings = confidentiality.published(results.findings, guarded, after: earlier.observations)
    results.planReturns(refused: Set(intake.refused.map { discovery.files[$0].path }))
    return (results, earlier.observations)
  }

  // MARK: Identity

  /// The run is named by what goes into it: inputs, catalogue, programme, date and program.
  private func runIdentity(
    _ round: Round, inputs: [String], _ catalogue: [CatalogueFile], _ programme: String
  ) -> RoundResults.Run {
    var lines = inputs
    lines += catalogue.map { "\($0.path) \(Digest.sha256(Array($0.text.utf8)))" }
    lines.append("programme \(Digest.sha256(Array(programme.utf8)))")
    let registry = workspace.absolute("Inputs/\(programmeID)/cities.csv")
    lines.append("registry \(Digest.sha256(ofFile: registry) ?? "")")
    let targets = "Inputs/\(programmeID)/targets.csv"
    if let digest = Digest.sha256(ofFile: workspace.absolute(targets)) { lines.append("targets \(digest)") }
    let roundFile = workspace.absolute("Inputs/\(programmeID)/\(roundID)/round.yaml")
    lines.append("round \(Digest.sha256(ofFile: roundFile) ?? "")")
    lines.append("date \(date)")
    lines.append("version \(programVersion)")
    if !hasCityFiles { lines.append("without files of single cities") }
    let digest = Digest.sha256(Array(lines.sorted().joined(separator: "\n").utf8))
    return RoundResults.Run(
      id: "\(round.id)-\(digest.prefix(12))", date: date, version: programVersion, inputDigest: digest)
  }
}
