import Catalogue
import Measurement
import Vocabulary

/// Every city's progress on the indicators and targets of a framework with goals (SDG 4), by the first method of the catalogue.
public struct TargetProgress: Sendable {
  /// A target's status in one city, and the measures that it was read from.
  public struct Verdict: Sendable {
    public var city: CityID
    public var indicator: IndicatorID
    /// Position of the leaf in the framework's nodes.
    public var node: Int
    public var aim: Aim
    public var assessment: GoalProgress.Assessment
  }

  /// Position of the framework in the catalogue.
  public var framework: Int
  /// By city, then in the order of the framework.
  public var verdicts: [Verdict]
  /// What every city aims at.
  public var aims: Aims
  private let ranges: [Range<Int>]

  /// The verdicts of one city.
  public func verdicts(of city: CityID) -> ArraySlice<Verdict> { verdicts[ranges[city.index]] }

  /// A city's status on one top-level node (a target): from the mean of its verdicts.
  /// - Returns: `absence` where nothing can be judged: too early if there is at least one value, else no data.
  public func status(
    of city: CityID, underTarget target: Int, in framework: Framework
  ) -> (status: GoalProgress.Status?, absence: GoalProgress.Absence?) {
    let under = verdicts(of: city).filter { isUnder($0.node, target, framework) }.map(\.assessment)
    if let status = GoalProgress.combined(under).status { return (status, nil) }
    return (nil, under.contains { $0.latest != nil } ? .tooFewPoints : .noData)
  }

  private func isUnder(_ node: Int, _ ancestor: Int, _ framework: Framework) -> Bool {
    var current: Int? = node
    while let index = current {
      if index == ancestor { return true }
      current = framework.nodes[index].parent
    }
    return false
  }

  /// - Parameters:
  ///   - targets: What cities and the programme have set themselves.
  ///   - referenceYear: Later values are not looked at.
  public static func assess(
    framework: Int, catalogue: Catalogue, values: IndicatorTable, targets: [DeclaredTarget] = [], cities: Int,
    referenceYear: Int
  ) -> TargetProgress {
    assess(
      framework: framework, catalogue: catalogue, values: values,
      aims: Aims(catalogue: catalogue, framework: framework, targets: targets), cities: cities,
      referenceYear: referenceYear)
  }

  /// - Parameter aims: What the cities aim at, such as those of another year's assessment.
  public static func assess(
    framework: Int, catalogue: Catalogue, values: IndicatorTable, aims: Aims, cities: Int, referenceYear: Int
  ) -> TargetProgress {
    let tree = catalogue.frameworks[framework]
    let parameters = catalogue.method.progress
    let ofCities = (0..<cities).map(CityID.init).concurrentMap { city in
      tree.nodes.enumerated().flatMap { index, node in
        node.indicators.map { id in
          let aim = aims.aim(of: id, for: city)
          let series = Series(
            values.series(city, id), upTo: referenceYear, usesProvisional: parameters.usesProvisional)
          return Verdict(
            city: city, indicator: id, node: index, aim: aim,
            assessment: GoalProgress.assess(series, aim: aim, by: parameters.method, parameters: parameters))
        }
      }
    }
    var ranges: [Range<Int>] = []
    for verdicts in ofCities {
      let start = ranges.last?.upperBound ?? 0
      ranges.append(start..<start + verdicts.count)
    }
    return TargetProgress(framework: framework, verdicts: ofCities.flatMap(\.self), aims: aims, ranges: ranges)
  }
}
