import Catalogue
import Measurement
import Vocabulary

/// Every city's progress on the indicators and targets of a framework with goals (SDG 4).
public struct TargetProgress: Sendable {
  public struct Verdict: Sendable {
    public var city: CityID
    public var indicator: IndicatorID
    /// Position of the leaf in the framework's nodes.
    public var node: Int
    public var aim: Progress.Aim
    public var assessment: Progress.Assessment
  }

  /// Position of the framework in the catalogue.
  public var framework: Int
  /// By city, then in the order of the framework.
  public var verdicts: [Verdict]
  private let ranges: [Range<Int>]

  /// The verdicts of one city.
  public func verdicts(of city: CityID) -> ArraySlice<Verdict> { verdicts[ranges[city.index]] }

  /// A city's status on one top-level node (a target): from the mean of its verdicts.
  /// - Returns: `absence` where nothing can be judged: too early if there is at least one value, else no data.
  public func status(
    of city: CityID, underTarget target: Int, in framework: Framework
  ) -> (status: Progress.Status?, absence: Progress.Absence?) {
    let under = verdicts(of: city).filter { isUnder($0.node, target, framework) }.map(\.assessment)
    if let status = Progress.combined(under).status { return (status, nil) }
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

  /// - Parameter referenceYear: Later values are not looked at.
  public static func assess(
    framework: Int, catalogue: Catalogue, values: IndicatorTable, cities: Int, referenceYear: Int
  ) -> TargetProgress {
    let tree = catalogue.frameworks[framework]
    var verdicts: [Verdict] = []
    var ranges: [Range<Int>] = []
    for city in (0..<cities).map(CityID.init) {
      let start = verdicts.count
      for (index, node) in tree.nodes.enumerated() {
        for id in node.indicators {
          let aim = aim(of: id, node, catalogue)
          let series = points(of: id, city, values, referenceYear, catalogue)
          verdicts.append(
            Verdict(
              city: city, indicator: id, node: index, aim: aim,
              assessment: Progress.assess(series, aim: aim, method: catalogue.method.progress)))
        }
      }
      ranges.append(start..<verdicts.count)
    }
    return TargetProgress(framework: framework, verdicts: verdicts, ranges: ranges)
  }

  private static func isParity(_ id: IndicatorID, _ catalogue: Catalogue) -> Bool {
    if case .parity = catalogue[id].computation { true } else { false }
  }

  /// The framework's goal where it names this indicator, parity where the indicator is an index of it, else the direction.
  private static func aim(of id: IndicatorID, _ node: Framework.Node, _ catalogue: Catalogue) -> Progress.Aim {
    let indicator = catalogue[id]
    let year = catalogue.method.progress.targetYear
    if isParity(id, catalogue) { return Progress.Aim(direction: .decrease, target: 1, targetYear: year) }
    if let goal = node.goal, goal.indicator == id {
      return Progress.Aim(direction: indicator.direction, target: goal.value, targetYear: goal.year)
    }
    let limit: Double? = catalogue.units[indicator.unit].id == "percent" && indicator.direction == .increase ? 100 : nil
    return Progress.Aim(direction: indicator.direction, targetYear: year, limit: limit)
  }

  /// The series up to the reference year; it starts anew at a break.
  private static func points(
    of id: IndicatorID, _ city: CityID, _ values: IndicatorTable, _ referenceYear: Int, _ catalogue: Catalogue
  ) -> [Progress.Point] {
    var points: [Progress.Point] = []
    for value in values.series(city, id) where Int(value.key.period.year) <= referenceYear {
      guard let number = value.value else { continue }
      if value.status == .breakInSeries { points = [] }
      points.append(Progress.Point(year: Int(value.key.period.year), value: number))
    }
    return isParity(id, catalogue) ? Progress.paritySeries(points) : points
  }
}
