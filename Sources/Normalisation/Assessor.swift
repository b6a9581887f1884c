import Catalogue
import Measurement
import Vocabulary

/// Scores cities for a reference year, by the choices of the catalogue's method.
///
/// With fixed bounds no city's score looks at another's. The steps stand in the order of the OECD/JRC Handbook: imputation,
/// screening, outliers, normalisation, aggregation; all but the last two are off unless chosen.
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
  ///   - peers: Who is compared with whom; without it everybody with everybody.
  public func assess(cities: Int, referenceYear: Int, peers: Peers? = nil) -> Assessment {
    let method = catalogue.method
    let peers = peers ?? Peers(count: cities)
    let (entries, screened) = scored(cities: cities, referenceYear: referenceYear, peers: peers)
    var nodes: [[Assessment.NodeScore]] = []
    var overalls: [[Assessment.NodeScore]] = []
    for (index, framework) in catalogue.frameworks.enumerated() {
      var framed = peers
      for city in 0..<cities where screened[index][city] { framed.members[city] = false }
      let partials = FrameworkScores(catalogue: catalogue, framework: framework, entries: entries, peers: framed)
        .partials()
      var all: [Assessment.NodeScore] = []
      all.reserveCapacity(cities * framework.nodes.count)
      for city in 0..<cities {
        all += partials[city].dropLast().map {
          $0.published(minimumCoverage: method.minimumCoverage, isScreenedOut: screened[index][city])
        }
      }
      nodes.append(all)
      overalls.append(
        partials.enumerated().map { city, partials in
          partials[framework.nodes.count].published(
            minimumCoverage: method.minimumCoverage, isScreenedOut: screened[index][city])
        })
    }
    return Assessment(
      referenceYear: referenceYear, entries: entries, nodes: nodes,
      nodeCounts: catalogue.frameworks.map(\.nodes.count), overalls: overalls)
  }

  /// The scores of indicators, and framework by framework, city by city, who is screened out.
  func scored(cities: Int, referenceYear: Int, peers: Peers) -> (entries: Entries, screenedOut: [[Bool]]) {
    var entries = Entries(table, catalogue, cities: cities, referenceYear: referenceYear)
    if let choice = catalogue.method.imputation {
      Imputation(choice: choice, catalogue: catalogue, table: table, peers: peers, referenceYear: referenceYear)
        .fill(&entries)
    }
    let screened = screenedOut(entries)
    score(&entries, peers, screened)
    return (entries, screened)
  }

  /// The same values scored by this assessor's choices, whatever they were scored by before.
  func rescored(_ entries: Entries, peers: Peers) -> Entries {
    var entries = entries
    score(&entries, peers, screenedOut(entries))
    return entries
  }

  // MARK: Screening

  /// Framework by framework, city by city: whether the city has too few figures to be scored.
  private func screenedOut(_ entries: Entries) -> [[Bool]] {
    catalogue.frameworks.map { framework in
      guard let screening = catalogue.method.screening else { return Array(repeating: false, count: entries.cities) }
      let scored = framework.allIndicators.filter { catalogue[$0].scale != .none }
      return (0..<entries.cities).map { city in
        let values = scored.map { id in
          (entries[city, id].flatMap { table.values[Int($0.value)].value }) ?? entries.imputed(city, id)?.value
        }
        return !scored.isEmpty && !Availability(values).passes(screening)
      }
    }
  }

  /// Indicator by indicator, the frameworks that list it.
  private func listing() -> [[Int]] {
    var frameworks = Array(repeating: [Int](), count: catalogue.indicators.count)
    for (index, framework) in catalogue.frameworks.enumerated() {
      for id in framework.allIndicators { frameworks[id.index].append(index) }
    }
    return frameworks
  }

  // MARK: Scores of indicators

  private func score(_ entries: inout Entries, _ peers: Peers, _ screened: [[Bool]]) {
    let method = catalogue.method
    let listing = listing()
    let targets = targets()
    for id in catalogue.indicators.indices.map(IndicatorID.init) where catalogue[id].scale != .none {
      let indicator = catalogue[id]
      var column = [Double?](repeating: nil, count: entries.cities)
      for city in column.indices {
        let value = entries[city, id].flatMap { table.values[Int($0.value)].value } ?? entries.imputed(city, id)?.value
        column[city] = value
      }
      // Who stands in the comparison: a city that is out of every framework with this indicator is not.
      let takesPart = column.indices.map { city in
        peers.members[city]
          && (listing[id.index].isEmpty || listing[id.index].contains { !screened[$0][city] })
      }
      var moved: Set<Int> = []
      if let outliers = method.outliers {
        let result = Winsorising.treat(
          column.indices.map { takesPart[$0] ? column[$0] : nil }, outliers)
        moved = Set(result.moved)
        for city in result.moved { column[city] = result.values[city] }
      }
      let scores: [Double?]
      if method.normalisation.name.isPeerRelative {
        let favourable = column.indices.map { city in
          takesPart[city] ? column[city].flatMap(indicator.favourable) : nil
        }
        scores = method.normalisation.scores(
          of: favourable, reference: peers.reference.flatMap { favourable[$0.index] }, target: targets[id.index])
      } else {
        scores = column.map { $0.flatMap { method.normalisation.fixedScore(of: $0, indicator) } }
      }
      for city in column.indices where column[city] != nil {
        entries.setScore(scores[city], city, id, isWinsorised: moved.contains(city))
      }
    }
  }

  /// Indicator by indicator, the favourable value of its target: the goal of the first framework that has one, else the best end of
  /// its scale.
  private func targets() -> [Double?] {
    var targets = catalogue.indicators.map(\.favourableBest)
    for framework in catalogue.frameworks.reversed() {
      for (id, goal) in framework.goals { targets[id.index] = catalogue[id].favourable(goal.value) }
    }
    return targets
  }
}
