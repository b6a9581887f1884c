import Catalogue
import Vocabulary

/// Takes figures out of a round that would tell something about single persons, and whatever else they could be worked out
/// from. Runs before any indicator is computed, so that no number of any report was made from them.
///
/// 1. Counts of persons below the threshold go, and counts that leave so few of their total; zeros stay.
/// 2. What a rate on too few persons could be computed from goes.
/// 3. Reported rates go where a count of theirs went.
/// 4. Where sums give one of these away, another part of the sum goes as well, until none can be worked out.
///
/// - Source: METHODS 6: threshold rule, secondary suppression to a fixed point.
public struct DisclosureControl: Sendable {
  let catalogue: Catalogue
  let thresholds: DisclosureThresholds
  /// Which variables count persons of whom nothing must be told.
  private let isSensitive: [Bool]
  /// The rates of two counts of persons, and every ratio with a form reported ready-made.
  private let ratios: [Ratio]

  struct Ratio {
    var numerator: [VariableID]
    var denominator: [VariableID]
    var ready: VariableID
    /// Per cent of persons: rests on so few that the rate tells of them.
    var isRateOfPersons: Bool
  }

  public init(catalogue: Catalogue, thresholds: DisclosureThresholds) {
    self.catalogue = catalogue
    self.thresholds = thresholds
    var sensitive = catalogue.variables.map { catalogue.units[$0.unit].quantity == "persons" }
    var ratios: [Ratio] = []
    for indicator in catalogue.indicators {
      switch indicator.computation {
      // Reviewers are officials doing their work.
      case .rating(_, let reviewers, _): sensitive[reviewers.index] = false
      case .ratio(let numerator, let denominator, _, let ready):
        let isOfPersons = (numerator + denominator).allSatisfy { sensitive[$0.index] }
        ratios.append(
          Ratio(
            numerator: numerator, denominator: denominator, ready: ready,
            isRateOfPersons: isOfPersons && catalogue.units[indicator.unit].kind == .rate))
      default: break
      }
    }
    isSensitive = sensitive
    self.ratios = ratios
  }

  /// The round without the figures that must not be told.
  /// - Parameter before: What an earlier release told of the same figures.
  public func protect(
    _ set: ObservationSet, registry: CityRegistry, before: PublishedBefore = PublishedBefore()
  ) -> (observations: ObservationSet, suppression: Suppression) {
    let found = registry.allIDs.concurrentMap { city in
      suppressed(in: set.slice(of: city), of: set, before)
    }
    var reasons: [Int: Suppression.Reason] = [:]
    for city in found { reasons.merge(city) { $1 } }
    let ours = reasons.filter { $0.value != .source }
    guard !ours.isEmpty else { return (set, Suppression(reasons)) }
    var observations = set.observations
    for index in ours.keys {
      let old = observations[index]
      // The note may tell what the figure no longer does.
      observations[index] = Observation(
        key: old.key, value: nil, status: .suppressed, level: old.level, provenance: old.provenance)
    }
    let protected = ObservationSet(
      observations: observations, breakdowns: set.breakdowns, notes: set.notes, sources: set.sources)
    return (protected, Suppression(reasons))
  }

  // MARK: One city

  private func suppressed(
    in slice: ArraySlice<Observation>, of set: ObservationSet, _ before: PublishedBefore
  ) -> [Int: Suppression.Reason] {
    var reasons: [Int: Suppression.Reason] = [:]
    for index in slice.indices {
      let observation = slice[index]
      if observation.status == .suppressed { reasons[index] = .source }
      if isSensitive[observation.key.variable.index], let value = observation.value, thresholds.isSmall(value) {
        reasons[index] = .smallCount
      } else if observation.value != nil, before.wasSuppressed(observation.key) {
        // Told now, it would tell what was kept back then: a figure once kept back stays so.
        reasons[index] = .complementary
      }
    }
    let inputs = CityInputs(slice, variables: catalogue.variables.count)
    for ratio in ratios where ratio.isRateOfPersons { judge(ratio, inputs, &reasons) }
    guard !reasons.isEmpty else { return [:] }
    let context = DisclosureContext(
      observations: slice, set: set, before: before, completeDimensions: Set(catalogue.rules.completeDimensions))
    var pattern = SuppressionPattern(context: context, thresholds: thresholds, reasons: reasons)
    repeat { hideReadyRates(inputs, &pattern) } while pattern.complete()
    return pattern.reasons
  }

  /// What a rate on few persons could be computed from, and counts that leave few of their total.
  private func judge(_ ratio: Ratio, _ inputs: CityInputs, _ reasons: inout [Int: Suppression.Reason]) {
    guard let first = ratio.numerator.first else { return }
    for (_, observation) in inputs[first] where observation.value != nil {
      let key = observation.key
      guard let above = inputs.sum(ratio.numerator, key.breakdown, key.period)?.value,
        let below = inputs.sum(ratio.denominator, key.breakdown, key.period)?.value
      else { continue }
      let reason: Suppression.Reason
      if below > 0, below < thresholds.minimumDenominator {
        reason = .smallDenominator
      } else if thresholds.isSmall(below - above) {
        reason = .smallCount
      } else {
        continue
      }
      for variable in ratio.numerator {
        guard let index = inputs.position(variable, key.breakdown, key.period), reasons[index] == nil else { continue }
        reasons[index] = reason
      }
    }
  }

  /// A rate and its denominator give the numerator away, and the other way round.
  private func hideReadyRates(_ inputs: CityInputs, _ pattern: inout SuppressionPattern) {
    for ratio in ratios {
      for (index, observation) in inputs[ratio.ready] where observation.value != nil && pattern.reasons[index] == nil {
        let key = observation.key
        let isGivenAway = (ratio.numerator + ratio.denominator).contains { variable in
          inputs.position(variable, key.breakdown, key.period).map { pattern.reasons[$0] != nil } ?? false
        }
        if isGivenAway { pattern.hide(index) }
      }
    }
  }
}
