import Catalogue
import Vocabulary

/// What rules need to know of the catalogue and the breakdowns, worked out once a round and shared by all cities.
final class RulePlan: Sendable {
  /// A formula with the variable under which its result may be reported ready-made.
  struct Ratio: Sendable {
    var indicator: IndicatorID
    var ready: VariableID
    var numerator: [VariableID]
    var denominator: [VariableID]
    var factor: Double
    var evidence: EvidenceKind
    /// The numerator is a part of the denominator: persons of persons, at most 100 %.
    var isShare: Bool
  }

  struct Rating: Sendable {
    var rating: VariableID
    var reviewers: VariableID
    var spread: VariableID?
  }

  struct Distribution: Sendable {
    var variable: VariableID
    var dimension: String
  }

  struct Module: Sendable {
    var variable: VariableID
    var hours: Double
  }

  struct Group: Sendable {
    var whole: VariableID
    var parts: [VariableID]
    var disjoint: [VariableID]
  }

  let catalogue: Catalogue
  let thresholds: RuleThresholds
  let breakdowns: BreakdownPlan
  let referenceYear: Int?

  // By variable.
  let kinds: [UnitOfMeasure.Kind]
  let isPercent: [Bool]
  let ranges: [ClosedRange<Double>]
  let frequencies: [Frequency]
  let changes: [ChangeThresholds]

  let ratios: [Ratio]
  /// Ratios between women and men of which a parity index is made.
  let parityRatios: [Ratio]
  /// Denominators of survey ratios: how many persons were asked.
  let samples: [VariableID]
  let ratings: [Rating]
  let distributions: [Distribution]
  let modules: [Module]
  let groups: [Group]

  init(catalogue: Catalogue, breakdowns: BreakdownTable, referenceYear: Int?) {
    self.catalogue = catalogue
    self.referenceYear = referenceYear
    thresholds = catalogue.rules
    self.breakdowns = BreakdownPlan(breakdowns, catalogue: catalogue)
    let all = catalogue.variables.indices.map(VariableID.init)
    kinds = all.map { catalogue.unit(of: $0).kind }
    isPercent = all.map { catalogue.unit(of: $0).id == "percent" }
    frequencies = catalogue.variables.map(\.frequency)
    ranges = catalogue.variables.map(\.range)
    changes = all.map { catalogue.changeThresholds(of: $0) }
    ratios = catalogue.indicators.indices.compactMap { Self.ratio(IndicatorID($0), catalogue) }
    let compared = Set(
      catalogue.indicators.compactMap { indicator in
        if case .parity(let rate, dimension: "sex", _, _, _) = indicator.computation { rate } else { nil }
      })
    parityRatios = ratios.filter { compared.contains($0.indicator) }
    samples = Set(ratios.filter { $0.evidence == .survey }.flatMap(\.denominator))
      .filter { catalogue[$0].evidence == .survey }.sorted()
    ratings = catalogue.indicators.compactMap { indicator in
      guard case .rating(let rating, let reviewers, let spread) = indicator.computation else { return nil }
      return Rating(rating: rating, reviewers: reviewers, spread: spread)
    }
    distributions = catalogue.indicators.compactMap { indicator in
      guard case .distribution(let variable, let dimension) = indicator.computation else { return nil }
      return Distribution(variable: variable, dimension: dimension)
    }
    modules = Self.modules(catalogue)
    groups = catalogue.rules.populationGroups.compactMap { group in
      guard let whole = catalogue.variableID(group.whole) else { return nil }
      return Group(
        whole: whole, parts: group.parts.compactMap(catalogue.variableID),
        disjoint: group.disjoint.compactMap(catalogue.variableID))
    }
  }

  private static func ratio(_ id: IndicatorID, _ catalogue: Catalogue) -> Ratio? {
    let indicator = catalogue[id]
    guard case .ratio(let numerator, let denominator, let factor, let ready) = indicator.computation else { return nil }
    let isShare = catalogue.units[indicator.unit].id == "percent" && catalogue[ready].range.upperBound <= 100
    return Ratio(
      indicator: id, ready: ready, numerator: numerator, denominator: denominator, factor: factor,
      evidence: indicator.evidence, isShare: isShare)
  }

  /// Hours of the course: a leaf of its framework weighs as many hours as its module has.
  private static func modules(_ catalogue: Catalogue) -> [Module] {
    (catalogue.framework("city-administrator")?.nodes ?? []).compactMap { node in
      guard let indicator = node.indicators.first, case .reported(let variable) = catalogue[indicator].computation,
        catalogue.unit(of: variable).id == "hours"
      else { return nil }
      return Module(variable: variable, hours: node.weight)
    }
  }
}
