import Catalogue
import Measurement
import Vocabulary

/// Scores cities for a reference year. Pure, and city by city: no city's score looks at another's.
public struct Assessor: Sendable {
  let catalogue: Catalogue
  let table: IndicatorTable

  public init(catalogue: Catalogue, values: IndicatorTable) {
    self.catalogue = catalogue
    table = values
  }

  /// - Parameters:
  ///   - cities: How many cities the registry has.
  ///   - referenceYear: The year that scores stand for. An older value stands in for a missing one up to the method's
  ///     maximum age.
  public func assess(cities: Int, referenceYear: Int) -> Assessment {
    let indicators = catalogue.indicators.count
    var entries = [Assessment.Entry](
      repeating: Assessment.Entry(value: -1, age: 0, storedScore: .nan), count: cities * indicators)
    // A distribution has no total; any of its parts shows that it was reported.
    let isDistribution = catalogue.indicators.map {
      if case .distribution = $0.computation { true } else { false }
    }
    for (index, value) in table.values.enumerated() {
      guard let number = value.value,
        value.key.breakdown == .total || isDistribution[value.key.indicator.index]
      else { continue }
      let age = referenceYear - Int(value.key.period.year)
      guard age >= 0, age <= catalogue.method.maximumAgeYears else { continue }
      // Values of a series stand in order of time: the last one that fits wins.
      let indicator = catalogue[value.key.indicator]
      entries[value.key.city.index * indicators + value.key.indicator.index] = Assessment.Entry(
        value: Int32(index), age: UInt8(age),
        storedScore: indicator.scale.score(of: number, direction: indicator.direction) ?? .nan)
    }
    var nodes: [[Assessment.NodeScore]] = []
    var overalls: [[Assessment.NodeScore]] = []
    for framework in catalogue.frameworks {
      var all: [Assessment.NodeScore] = []
      var tops: [Assessment.NodeScore] = []
      all.reserveCapacity(cities * framework.nodes.count)
      for city in 0..<cities {
        let range = entries[city * indicators..<(city + 1) * indicators]
        let partials = partials(of: framework, range)
        all += partials.map { $0.published(minimumCoverage: catalogue.method.minimumCoverage) }
        let roots = framework.nodes.indices.filter { framework.nodes[$0].depth == 0 }
        tops.append(
          Aggregation.combine(roots.map { (framework.nodes[$0].weight, partials[$0]) }, own: [])
            .published(minimumCoverage: catalogue.method.minimumCoverage))
      }
      nodes.append(all)
      overalls.append(tops)
    }
    return Assessment(
      referenceYear: referenceYear, indicatorCount: indicators, entries: entries, nodes: nodes,
      nodeCounts: catalogue.frameworks.map(\.nodes.count), overalls: overalls)
  }

  /// The nodes of a framework for one city; children stand after their parents, so the list is worked from its end.
  private func partials(of framework: Framework, _ entries: ArraySlice<Assessment.Entry>) -> [Aggregation.Partial] {
    var partials = [Aggregation.Partial](
      repeating: .init(mean: nil, coverage: 0, hasScale: false, reported: 0, expected: 0),
      count: framework.nodes.count)
    for index in framework.nodes.indices.reversed() {
      let node = framework.nodes[index]
      let own = node.indicators.map { id in
        let entry = entries[entries.startIndex + id.index]
        return Aggregation.Leaf(
          score: entry.value < 0 ? nil : entry.score, isScored: catalogue[id].scale != .none,
          isReported: entry.value >= 0)
      }
      partials[index] = Aggregation.combine(
        node.children.map { (framework.nodes[$0].weight, partials[$0]) }, own: own)
    }
    return partials
  }
}
