import Catalogue
import Ingestion
import Reporting
import Vocabulary

extension RoundResults {
  /// Sorts the findings, adds those about cities that sent nothing, and says what became of every member city.
  mutating func settleOutcomes(submissions: [String], held: Set<CityID>) {
    let members = registry.allIDs.filter { registry[$0].isMember(in: round.referenceYear) }
    let submitted = submissionsByCity(submissions)
    let reporting = Set(registry.allIDs.filter { observations.slice(of: $0).contains { $0.value != nil } })
    // A rejected file names no city in the data; its name or its findings may.
    let rejected = rejectedCities(submissions)
    for city in members where !reporting.contains(city) && rejected[city] == nil {
      let id = registry[city].id
      findings.append(Finding("R002", at: .init(city: id), ["city": id]))
    }
    findings = sorted(findings)
    var counts: [String: (errors: Int, warnings: Int, infos: Int)] = [:]
    // What is wrong with a correction is not for the city to mend.
    let own = "Inputs/\(programme.id)/\((knownAt ?? round).id)/\(CorrectionFile.name)"
    for finding in findings where !finding.origin.city.isEmpty && finding.origin.file != own {
      var count = counts[finding.origin.city] ?? (0, 0, 0)
      switch catalogue.texts.severity(of: finding) {
      case .error: count.errors += 1
      case .warning: count.warnings += 1
      case .info: count.infos += 1
      }
      counts[finding.origin.city] = count
    }
    outcomes = members.map { city in
      let count = counts[registry[city].id] ?? (0, 0, 0)
      let kind: CityOutcome.Kind =
        if !reporting.contains(city) {
          rejected[city] != nil ? .rejected : .notReceived
        } else if held.contains(city) || count.errors > 0 { .partHeld } else { .published }
      return CityOutcome(
        city: city, kind: kind, file: submitted[city] ?? rejected[city] ?? "", errors: count.errors,
        warnings: count.warnings, infos: count.infos)
    }
  }

  private func submissionsByCity(_ submissions: [String]) -> [CityID: String] {
    let paths = Set(submissions)
    let isSubmission = observations.sources.map { paths.contains($0.path) }
    var files: [CityID: String] = [:]
    for city in registry.allIDs {
      let first = observations.slice(of: city).first { isSubmission[$0.provenance.source.index] }
      if let first { files[city] = observations.sources[first.provenance.source.index].path }
    }
    return files
  }

  /// Cities whose submission was refused: named by a finding, or by the file's name.
  private func rejectedCities(_ submissions: [String]) -> [CityID: String] {
    let paths = Set(submissions)
    var rejected: [CityID: String] = [:]
    for finding in findings where catalogue.texts.severity(of: finding) == .error && paths.contains(finding.origin.file)
    {
      let name = finding.origin.file.split(separator: "/").last.map(String.init) ?? ""
      let stem = name.split(separator: ".").first.map(String.init) ?? ""
      for id in [finding.origin.city, stem] {
        if let city = registry.id(of: id) { rejected[city] = finding.origin.file }
      }
    }
    return rejected
  }

  /// The gravest first, then by place.
  private func sorted(_ findings: [Finding]) -> [Finding] {
    let ofFiles = Dictionary(grouping: findings) {
      FindingGroup(severity: catalogue.texts.severity(of: $0), file: $0.origin.file)
    }
    return ofFiles.sorted { $0.key < $1.key }.concurrentMap { $0.value.sorted(by: Self.stand) }.flatMap(\.self)
  }

  /// Findings of one gravity in one file.
  private struct FindingGroup: Hashable, Comparable {
    var severity: Finding.Severity
    var file: String

    static func < (a: FindingGroup, b: FindingGroup) -> Bool { (a.severity, a.file) < (b.severity, b.file) }
  }

  /// Whether one finding stands before another one of its file.
  private static func stand(_ a: Finding, before b: Finding) -> Bool {
    let (x, y) = (a.origin, b.origin)
    if x.sheet != y.sheet { return x.sheet < y.sheet }
    if x.row != y.row { return x.row ?? -1 < y.row ?? -1 }
    if x.column != y.column { return x.column ?? -1 < y.column ?? -1 }
    if a.code != b.code { return a.code < b.code }
    return (x.city, x.variable, text(a)) < (y.city, y.variable, text(b))
  }

  /// The details in a fixed order.
  private static func text(_ finding: Finding) -> String {
    finding.details.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: ";")
  }
}
