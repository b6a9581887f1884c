import Catalogue
import Vocabulary

/// What rules found.
struct RuleReport {
  private(set) var findings: [Finding] = []
  /// Indices of observations that an error holds back.
  private(set) var held: Set<Int> = []

  /// - Parameters:
  ///   - index: The observation that the finding points at. A note beside it explains a warning away: it becomes information.
  ///   - involved: All observations that an error holds back.
  mutating func add<Finder: Rule>(
    _ rule: Finder, at index: Int, in round: RoundObservations, holding involved: [Int] = [],
    _ details: [String: String] = [:]
  ) {
    var finding = Finding(Finder.code, at: round.origin(of: index), details)
    let severity = round.plan.catalogue.texts.severity(of: Finder.code)
    if round.set.observations[index].note != 0 {
      switch Finder.noteEffect {
      case .explainsWarnings: finding.isExplained = severity == .warning
      case .explainsErrors: finding.isExplained = true
      case .none: break
      }
    }
    if severity == .error, !finding.isExplained { held.formUnion(involved.isEmpty ? [index] : involved) }
    findings.append(finding)
  }
}

/// The observations of a round with what they mean; rules look at them through a city or through the network.
struct RoundObservations: Sendable {
  let plan: RulePlan
  let registry: CityRegistry
  let set: ObservationSet

  func origin(of index: Int) -> Finding.Origin {
    let observation = set.observations[index]
    let place = observation.provenance
    let file = set.sources[place.source.index]
    return Finding.Origin(
      file: file.path, sheet: Int(place.sheet) < file.sheets.count ? file.sheets[Int(place.sheet)] : "",
      row: Int(place.row), column: Int(place.column), city: registry[observation.key.city].id,
      variable: plan.catalogue[observation.key.variable].id)
  }
}
