import Catalogue
import Vocabulary

/// How fast a series moves, how fast it would have to, and where it leads: the measures that need no verdict.
///
/// - Source: definitions as in Eurostat's and the UN regional commissions' practice; see `Documentation/Methods/pace.md`.
public struct Pace: Sendable, Hashable {
  /// The year that the pace is counted from, and why it is that one.
  public var base: Series.Point?
  public var baseChoice: BaseChoice?
  public var latest: Series.Point?
  /// Points since the base.
  public var count: Int
  /// Years between base and latest without a figure.
  public var gapYears = 0
  /// Mean yearly change in the unit.
  public var linear: Double?
  /// Mean yearly growth as a share.
  public var compound: Double?
  public var leastSquares: Double?
  public var theilSen: Double?
  /// Yearly change and growth from the latest figure that reach the target in time; 0 where it is met.
  public var requiredLinear: Double?
  public var requiredCompound: Double?
  /// Required over actual yearly change; nil where the pace leads away or the target is met.
  public var acceleration: Double?
  public var projections: [Projection] = []
  public var attainmentLinear: Attainment?
  public var attainmentGeometric: Attainment?
  /// Why there is no pace.
  public var absence: GoalProgress.Absence?

  public init(_ series: Series, aim: Aim, _ parameters: Method.Progress) {
    latest = series.latest
    guard let latest else {
      count = 0
      absence = .noData
      return
    }
    guard let (base, choice) = series.base(parameters.baseYear), base.year < latest.year else {
      count = series.points.isEmpty ? 0 : 1
      absence = GoalProgress.pointsMissing(series, since: parameters.baseYear)
      return
    }
    let points = series.points.filter { $0.year >= base.year }
    self.base = base
    baseChoice = choice
    count = points.count
    gapYears = latest.year - base.year + 1 - points.count
    linear = Growth.linear(from: base, to: latest)
    compound = Growth.compound(from: base, to: latest)
    leastSquares = Slope.leastSquares(points)
    theilSen = Slope.theilSen(points)
    project(points, series, aim, parameters)
    compare(latest, aim)
  }

  private mutating func project(_ points: [Series.Point], _ series: Series, _ aim: Aim, _ parameters: Method.Progress) {
    for kind in Projection.Kind.allCases where kind != .weighted {
      guard
        let projection = Projection(
          kind, of: points, to: aim.targetYear, isRate: aim.isRate, probability: parameters.interval)
      else { continue }
      projections.append(projection)
    }
    if let weighted = Projection(
      series, weightedBy: parameters.escap, to: aim.targetYear, probability: parameters.interval)
    {
      projections.append(weighted)
    }
  }

  private mutating func compare(_ latest: Series.Point, _ aim: Aim) {
    let pace = PaceToTarget(base: base, latest: latest, aim: aim)
    requiredLinear = pace.required
    acceleration = pace.acceleration
    attainmentLinear = pace.attainment
    if let target = aim.target {
      requiredCompound =
        aim.isReached(by: latest.value)
        ? 0
        : aim.targetYear > latest.year
          ? Growth.compound(from: latest, to: Series.Point(year: aim.targetYear, value: target)) : nil
    }
    attainmentGeometric = compound.flatMap { Attainment.geometric(latest, growth: $0, aim: aim) }
  }

  /// The projection of a kind, or nil where the series allows none.
  public func projection(_ kind: Projection.Kind) -> Projection? { projections.first { $0.kind == kind } }
}
