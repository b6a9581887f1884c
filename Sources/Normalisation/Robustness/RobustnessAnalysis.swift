import Catalogue
import Measurement
import Vocabulary

extension Assessor {
  /// Scores all cities many times by other choices that could have been made.
  ///
  /// Who is ranked is settled before the first draw: the cities with a published score. Coverage tells what was reported and not
  /// how it was added up, so it does not change from draw to draw, and no draw ranks a city below the minimum.
  /// - Parameters:
  ///   - assessment: The published scores.
  ///   - framework: Position in `Catalogue/frameworks`.
  ///   - candidates: Who may be ranked, in the order of the registry: the member cities whose figures are in the round.
  /// - Returns: nil where the method asks for nothing of the kind.
  public func robustness(
    of assessment: Assessment, framework: Int, candidates: [CityID], peers: Peers? = nil
  ) -> Robustness? {
    guard let choice = catalogue.method.robustness else { return nil }
    return RobustnessAnalysis(
      assessor: self, choice: choice, assessment: assessment, framework: framework, candidates: candidates,
      peers: peers ?? Peers(count: assessment.entries.cities)
    ).result
  }
}

/// The steps from published scores to intervals, groups and influence.
struct RobustnessAnalysis {
  let assessor: Assessor
  let choice: Method.Robustness
  let assessment: Assessment
  let framework: Int
  let candidates: [CityID]
  let tree: ScoreTree
  /// The cities that are scored: all peers, since comparisons in pairs look at them, whether or not they are ranked.
  private let rows: [Int]
  private let peers: Peers

  init(
    assessor: Assessor, choice: Method.Robustness, assessment: Assessment, framework: Int, candidates: [CityID],
    peers: Peers
  ) {
    self.assessor = assessor
    self.choice = choice
    self.assessment = assessment
    self.framework = framework
    self.candidates = candidates
    self.peers = peers
    tree = ScoreTree(assessor.catalogue.frameworks[framework], assessor.catalogue)
    rows = (0..<assessment.entries.cities).filter { peers.members[$0] }
  }

  var draws: RankDraws {
    RankDraws(choice: choice, tree: tree, alternatives: alternatives, targets: targets.map { ($0.slot, $0.rows) })
  }

  var result: Robustness {
    let targets = targets
    let places = draws.places()
    let rankings = targets.indices.map { index in ranking(targets[index], places.map { $0[index] }) }
    let influence = InfluenceAnalysis(
      tree: tree, alternative: alternative(assessor.catalogue.method.normalisation, nominal), rows: rows,
      ranked: targets[0].rows, standings: rankings[0])
    let influences = influence.influences
    return Robustness(
      choice: choice, framework: framework, rankings: rankings, influences: influences,
      summaries: InfluenceAnalysis.summaries(of: influences))
  }

  private var nominal: Method.Aggregation { assessor.catalogue.method.aggregation }

  // MARK: Who is ranked

  private struct Target {
    var node: Int?
    var slot: Int
    /// Positions in `rows`; none where there are too few.
    var rows: [Int]
    /// The cities with a published score.
    var scored: [CityID]
  }

  private var targets: [Target] {
    let nodes: [(node: Int?, slot: Int)] = [(nil, tree.whole)] + tree.areas.map { ($0.node, $0.slot) }
    return nodes.map { node, slot in
      let scored = candidates.filter { city in
        guard peers.members[city.index] else { return false }
        let score =
          node.map { assessment.node(city, framework: framework, node: $0) }
          ?? assessment.overall(city, framework: framework)
        return score.score != nil
      }
      let positions = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($1, $0) })
      let isEnough = scored.count >= choice.minimumCities
      return Target(
        node: node, slot: slot, rows: isEnough ? scored.compactMap { positions[$0.index] } : [], scored: scored)
    }
  }

  // MARK: Alternatives

  private var alternatives: [[Alternative]] {
    choice.normalisations.concurrentMap { name in
      choice.aggregations(with: name).map { aggregation in
        var normalisation = assessor.catalogue.method.normalisation
        normalisation.name = name
        if !aggregation.isDefined(from: normalisation.lower) { normalisation.lower = choice.floor }
        return alternative(normalisation, aggregation)
      }
    }
  }

  private func alternative(
    _ normalisation: Method.Normalisation, _ aggregation: Method.Aggregation
  ) -> Alternative {
    var catalogue = assessor.catalogue
    catalogue.method.normalisation = normalisation
    let entries = Assessor(catalogue: catalogue, values: assessor.table).rescored(assessment.entries, peers: peers)
    let scores = tree.leaves.map { leaf in
      rows.map { city in entries[city, leaf]?.score ?? entries.imputed(city, leaf)?.score }
    }
    return Alternative(scores: scores, cities: rows.count, aggregation: aggregation)
  }

  // MARK: Intervals and groups

  /// - Parameter places: Part by part of the draws.
  private func ranking(_ target: Target, _ places: [[UInt32]]) -> Robustness.Ranking {
    let count = target.rows.count
    let summaries = (0..<count).concurrentMap { position in
      var counts = [Int](repeating: 0, count: count + 1)
      for part in places {
        for index in stride(from: position, to: part.count, by: count) { counts[Int(part[index])] += 1 }
      }
      return RankSummary(counts: counts, choice)
    }
    let withPlace = summaries.indices.filter { summaries[$0].draws > 0 }
    let groups = RankGroups.groups(withPlace.map { summaries[$0].interval })
    let groupOfPosition = Dictionary(uniqueKeysWithValues: zip(withPlace, groups))
    var standings: [Robustness.Standing] = []
    let scored = Set(target.scored)
    for city in candidates where !scored.contains(city) || count == 0 {
      standings.append(
        Robustness.Standing(city: city, draws: 0, absence: scored.contains(city) ? .tooFewCities : .noScore))
    }
    for (position, row) in target.rows.enumerated() {
      let (city, summary) = (CityID(rows[row]), summaries[position])
      guard let group = groupOfPosition[position] else {
        standings.append(Robustness.Standing(city: city, draws: 0, absence: .noScore))
        continue
      }
      standings.append(
        Robustness.Standing(
          city: city, interval: summary.interval, group: group, topShare: summary.top, bottomShare: summary.bottom,
          draws: summary.draws))
    }
    standings.sort { Self.order($0) < Self.order($1) }
    return Robustness.Ranking(
      node: target.node, standings: standings, groups: groups.max() ?? 0, ranked: withPlace.count)
  }

  private static func order(_ standing: Robustness.Standing) -> (Int, Int, Int, Int, Int) {
    guard let interval = standing.interval else { return (Int.max, 0, 0, 0, standing.city.index) }
    return (standing.group ?? 0, interval.median, interval.low, interval.high, standing.city.index)
  }
}
