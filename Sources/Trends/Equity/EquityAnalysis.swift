import Catalogue
import Measurement
import Vocabulary

/// Compares the groups within each city: who is behind whom, by how much, whether that closes, and how many persons it is about.
///
/// It sees indicator values only, which were made after disclosure control: nothing that is kept back can be in a gap, a dispersion
/// or a rank. One pass over values that are sorted already.
public struct EquityAnalysis: Sendable {
  /// What one city's values say of its groups.
  public struct Findings: Sendable {
    /// By measure, then dimension, group and year.
    public var comparisons: [GroupComparison] = []
    /// By measure, then dimension and year.
    public var dispersions: [GroupDispersion] = []
  }

  public let plan: EquityPlan
  let catalogue: Catalogue
  let aims: Aims
  let method: Method.Equity
  /// By indicator: how it is compared.
  let kinds: [Kind]

  struct Kind {
    var direction: Direction
    /// The best point of a measure that is worse to both sides.
    var ideal: Double?
    var isCompared: Bool
    /// Smaller bases make a rate jump; nil for what is no rate.
    var smallestBase: Double?
    /// A share of persons that somebody counted: distances are persons.
    var personsPerUnit: Double?
    var isRate: Bool
  }

  public init(catalogue: Catalogue, breakdowns: BreakdownTable, aims: Aims) {
    self.catalogue = catalogue
    self.aims = aims
    plan = EquityPlan(catalogue: catalogue, breakdowns: breakdowns)
    method = catalogue.method.equity
    kinds = catalogue.indicators.map { Self.kind(of: $0, catalogue) }
  }

  private static func kind(of indicator: Indicator, _ catalogue: Catalogue) -> Kind {
    let unit = catalogue.units[indicator.unit]
    var kind = Kind(direction: indicator.direction, isCompared: true, isRate: unit.kind == .rate)
    if case .ideal(let ideal, _) = indicator.scale { kind.ideal = ideal }
    if kind.isRate { kind.smallestBase = catalogue.rules.minimumDenominator }
    switch indicator.computation {
    // These compare groups themselves, or have no figure for everyone.
    case .parity, .gap, .distribution: kind.isCompared = false
    case .ratio(_, let denominator, let factor, _):
      let isOfPersons = denominator.allSatisfy { catalogue.units[catalogue[$0].unit].quantity == "persons" }
      if kind.isRate, isOfPersons, indicator.evidence == .official { kind.personsPerUnit = 1 / factor }
    case .reported, .rating: break
    }
    return kind
  }

  /// - Parameter values: Of whole cities, sorted by key.
  public func findings(in values: ArraySlice<IndicatorValue>) -> Findings {
    var findings = Findings()
    forEachMeasure(in: values) { $0.append(to: &findings) }
    return findings
  }

  /// The dispersions alone.
  public func dispersions(in values: ArraySlice<IndicatorValue>) -> [GroupDispersion] {
    var dispersions: [GroupDispersion] = []
    guard plan.dimensions.contains(where: \.isDispersed) else { return [] }
    forEachMeasure(in: values) { $0.appendDispersions(to: &dispersions) }
    return dispersions
  }

  /// Those that have a group besides the total.
  private func forEachMeasure(in values: ArraySlice<IndicatorValue>, _ body: (MeasureEquity) -> Void) {
    var start = values.startIndex
    while start < values.endIndex {
      let key = values[start].key
      var end = start + 1
      while end < values.endIndex, values[end].key.indicator == key.indicator, values[end].key.city == key.city {
        end += 1
      }
      // The total comes first: where the last value is the total's there are no groups.
      if kinds[key.indicator.index].isCompared, values[end - 1].key.breakdown != .total {
        body(MeasureEquity(self, values[start..<end]))
      }
      start = end
    }
  }
}
