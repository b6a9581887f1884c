import Catalogue
import Vocabulary

/// Runs every rule over the cities of a round. Errors hold back the figures that they are about; the rest goes on.
public struct Validator: Sendable {
  public struct Outcome: Sendable {
    public var findings: [Finding]
    /// Indices of observations that must not be published.
    public var held: Set<Int>
  }

  let catalogue: Catalogue
  let registry: CityRegistry
  let observations: ObservationSet
  private let rules: [any CityRule]

  public init(catalogue: Catalogue, registry: CityRegistry, observations: ObservationSet) {
    self.catalogue = catalogue
    self.registry = registry
    self.observations = observations
    rules = [
      OutOfRange(), FractionalCount(), ShareForPercent(), SumMismatch(), MoreThanWhole(catalogue: catalogue),
      RateMismatch(catalogue: catalogue), UnusualChange(),
    ]
  }

  /// The findings of one city.
  public func check(_ city: CityID) -> Outcome {
    let slice = observations.slice(of: city)
    guard !slice.isEmpty else { return Outcome(findings: [], held: []) }
    var report = RuleReport()
    let view = CityObservations(catalogue: catalogue, registry: registry, set: observations, slice: slice)
    for rule in rules { rule.check(view, into: &report) }
    return Outcome(findings: report.findings, held: report.held)
  }
}
