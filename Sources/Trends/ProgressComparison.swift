import Catalogue
import Measurement
import Normalisation
import Vocabulary

/// The verdicts of all methods of the catalogue side by side. The same data, several verdicts: where they differ, people talk.
public struct ProgressComparison: Sendable {
  /// One indicator of one city.
  public struct Row: Sendable {
    public var city: CityID
    public var indicator: IndicatorID
    public var aim: Aim
    public var series: Series
    /// In the order of the method's list.
    public var assessments: [GoalProgress.Assessment]

    /// The methods on each course, those with the best outlook first; methods without a verdict are left out.
    public var courses: [(course: GoalProgress.Course, methods: [Method.ProgressMethod])] {
      GoalProgress.Course.allCases.compactMap { course in
        let methods = assessments.filter { $0.status?.course == course && !$0.method.isLevelOnly }.map(\.method)
        return methods.isEmpty ? nil : (course, methods)
      }
    }

    /// Whether all methods with a verdict see the same course; nil where fewer than two have one.
    public var methodsAgree: Bool? {
      let courses = courses
      guard courses.reduce(0, { $0 + $1.methods.count }) > 1 else { return nil }
      return courses.count == 1
    }
  }

  /// The series carried on to the target's year the way a method does it; a distance carries nothing on.
  public func projection(of row: Row, by assessment: GoalProgress.Assessment) -> Projection? {
    let kind: Projection.Kind
    switch assessment.method {
    case .statcan, .eurostat, .unsd: kind = .geometric
    case .sdsn, .dns: kind = .linear
    case .escap:
      return Projection(
        row.series, weightedBy: parameters.escap, to: row.aim.targetYear, probability: parameters.interval)
    case .oecd: return nil
    }
    guard let base = assessment.base else { return nil }
    return Projection(
      kind, of: row.series.points.filter { $0.year >= base.year }, to: row.aim.targetYear, isRate: row.aim.isRate,
      probability: parameters.interval)
  }

  public let aims: Aims
  private let parameters: Method.Progress
  private let values: IndicatorTable
  private let referenceYear: Int
  private let spreads: [Double?]

  /// - Parameters:
  ///   - current: The scores of the reference year, whose values are the yardstick of distances.
  ///   - peers: The cities that are compared with each other; benchmarks are none.
  public init(
    aims: Aims, parameters: Method.Progress, values: IndicatorTable, current: Assessment, peers: [CityID],
    referenceYear: Int
  ) {
    self.aims = aims
    self.parameters = parameters
    self.values = values
    self.referenceYear = referenceYear
    spreads = Self.spreads(of: aims.indicators, parameters, values, current, peers)
  }

  /// A city's rows, one for every judged indicator that has a figure up to the reference year.
  public func rows(of city: CityID) -> [Row] {
    aims.indicators.enumerated().compactMap { position, id in
      let series = Series(
        values.series(city, id), upTo: referenceYear, usesProvisional: parameters.usesProvisional)
      guard series.latest != nil else { return nil }
      let aim = aims.aim(of: id, for: city)
      return Row(
        city: city, indicator: id, aim: aim, series: series,
        assessments: parameters.methods.map {
          GoalProgress.assess(series, aim: aim, by: $0, parameters: parameters, spread: spreads[position])
        })
    }
  }

  /// The standard deviation (n − 1) of each indicator over the cities; nil with too few of them.
  private static func spreads(
    of indicators: [IndicatorID], _ parameters: Method.Progress, _ values: IndicatorTable, _ current: Assessment,
    _ peers: [CityID]
  ) -> [Double?] {
    guard parameters.methods.contains(.oecd) else { return indicators.map { _ in nil } }
    return indicators.map { indicator in
      let present = peers.compactMap { city in
        current.entry(city, indicator).flatMap { values.values[Int($0.value)].value }
      }
      guard present.count >= max(2, parameters.oecd.minimumPeers) else { return nil }
      let mean = present.reduce(0, +) / Double(present.count)
      let squares = present.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      return (squares / Double(present.count - 1)).squareRoot()
    }
  }
}
