import Catalogue
import Vocabulary

/// Runs every rule over the cities of a round. Errors hold back the figures that they are about; the rest goes on.
public struct Validator: Sendable {
  /// What was found in a city, and which of its figures are held back.
  public struct Outcome: Sendable {
    public var findings: [Finding]
    /// Indices of observations that must not be published.
    public var held: Set<Int>
  }

  private let round: RoundObservations
  private let earlier: EarlierObservations?

  /// - Parameters:
  ///   - referenceYear: The year that the round is about. Without it nothing is called stale or early.
  ///   - earlier: What the rounds before said, of the same registry and catalogue: a figure that now says otherwise is revised, and
  ///     a series goes on from it. A template asks for the round's year alone. Nothing is found about these figures themselves.
  public init(
    catalogue: Catalogue, registry: CityRegistry, observations: ObservationSet, referenceYear: Int? = nil,
    earlier: ObservationSet? = nil
  ) {
    let plan = RulePlan(catalogue: catalogue, breakdowns: observations.breakdowns, referenceYear: referenceYear)
    let earlier = earlier.map { EarlierObservations($0, in: observations.breakdowns) }
    round = RoundObservations(plan: plan, registry: registry, set: observations, after: earlier)
    self.earlier = earlier
  }

  /// The findings of all cities, in the order of the registry, and then those that only their comparison gives.
  /// - Parameter comparesCities: Whether the rules that need all cities at once run.
  public func checkAll(comparesCities: Bool) -> Outcome {
    // Comparing the cities with each other takes longer than any of them alone: it starts first.
    let network: [CityID?] = comparesCities ? [nil] : []
    let outcomes = (network + round.registry.allIDs).concurrentMap { city in
      city.map(check) ?? Outcome(findings: checkNetwork(), held: [])
    }
    let inOrder = outcomes.dropFirst(network.count) + outcomes.prefix(network.count)
    return Outcome(
      findings: inOrder.flatMap(\.findings), held: outcomes.reduce(into: []) { $0.formUnion($1.held) })
  }

  /// The findings of one city. Cities are independent of each other.
  public func check(_ city: CityID) -> Outcome {
    let slice = round.set.slice(of: city)
    guard !slice.isEmpty else { return Outcome(findings: [], held: []) }
    var report = RuleReport()
    let view = CityObservations(round: round, indices: slice.indices)
    for rule in RuleRegistry.cityRules { rule.check(view, into: &report) }
    if let earlier {
      for rule in RuleRegistry.revisionRules { rule.check(view, against: earlier, into: &report) }
    }
    return Outcome(findings: report.findings, held: Set(report.held.compactMap { round.position(of: $0) }))
  }

  /// The findings that only the comparison of cities gives. They are warnings: nothing is held back for being different.
  public func checkNetwork() -> [Finding] {
    var report = RuleReport()
    let network = NetworkObservations(round)
    for rule in RuleRegistry.networkRules { rule.check(network, into: &report) }
    return report.findings
  }
}
