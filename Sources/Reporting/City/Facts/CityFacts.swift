import Catalogue
import Measurement
import Normalisation
import Spreadsheets
import Trends
import Vocabulary

/// What a city's report card says, computed once for both languages.
struct CityFacts: Sendable {
  /// A node of the framework beside the same node a year before and beside the other cities.
  struct Node: Sendable {
    var node: Int?
    var score: FixedDecimal?
    var previous: FixedDecimal?
    /// Computed before rounding.
    var change: FixedDecimal?
    var reported: Int
    var expected: Int
    var peers: PeerFacts.Quartiles?
    /// The score minus the median of the cities; nil without quartiles.
    var distance: FixedDecimal?
  }

  let city: CityID
  let outcome: RoundResults.CityOutcome?
  let overall: Node
  /// The columns of the heat map: focal points, or what the round's framework has in their place.
  let focalPoints: [Node]
  /// What stands above these, where anything does.
  let areas: [Node]
  /// Cities with about as many residents; nil where too few of these have a score.
  let similar: PeerFacts.Similar?
  /// At most three each, the farthest from the median first. Without quartiles there are none.
  let strengths: [Node]
  let gaps: [Node]
  let measures: CityMeasures
  /// Measures of the round's framework by focal point, then SDG 4's by target; each measure once.
  let groups: [MeasureGroup]
  /// The four mechanisms and the course, where they are not the round's own framework.
  let mechanisms: [MeasureGroup]
  let course: [MeasureGroup]
  /// Measures with women's and men's values, the widest disparity first.
  let sexes: [SexRow]
  let equity: CityEquity
  let targets: [(target: Int, status: ProgressStatus)]
  let third: Standing.Group?
  let findings: [Finding]

  struct MeasureGroup: Sendable {
    /// Position of the framework in the catalogue, and of the node in it.
    var framework: Int
    var node: Int
    var measures: [MeasureFacts]
  }

  /// The city's rows of the network's comparisons.
  struct CityEquity: Sendable {
    var rows: [GroupComparison]
    var dispersions: [GroupDispersion]
    var tallies: [EquityFacts.Tally]
  }

  struct SexRow: Sendable {
    var comparison: SexComparison
    var side: SexComparison.Side
    var parity: FixedDecimal?
    /// From the year before; nil where it had not both.
    var parityChange: FixedDecimal?
  }

  init(_ city: CityID, _ shared: CardShared) {
    let results = shared.results
    self.city = city
    outcome = results.outcomes.first { $0.city == city }
    findings = shared.findings[results.registry[city].id] ?? []
    func node(_ node: Int?) -> Node { Self.node(node, city, shared) }
    overall = node(nil)
    focalPoints = shared.facts.layout.columns.map { node($0) }
    areas = shared.facts.layout.groups.compactMap(\.node).map { node($0) }
    similar = shared.peers.similar(to: city)
    let ranked = focalPoints.filter { $0.distance != nil }.sorted {
      ($1.distance?.scaled ?? 0, $0.node ?? 0) < ($0.distance?.scaled ?? 0, $1.node ?? 0)
    }
    strengths = Array(ranked.lazy.filter { ($0.distance?.scaled ?? 0) > 0 }.prefix(3))
    gaps = Array(ranked.reversed().lazy.filter { ($0.distance?.scaled ?? 0) < 0 }.prefix(3))
    let measures = CityMeasures(results, city, shared.indicators, findings: findings)
    self.measures = measures
    func group(_ groups: [CardShared.Group]) -> [MeasureGroup] {
      groups.map { group in
        MeasureGroup(
          framework: group.framework, node: group.node, measures: group.indicators.compactMap { measures[$0] })
      }
    }
    groups = group(shared.groups)
    mechanisms = group(shared.mechanisms)
    course = group(shared.course)
    sexes = Self.sexes(city, shared)
    equity = shared.equity(of: city)
    let position = shared.facts.reporting.firstIndex(of: city)
    targets =
      position.flatMap { position in
        shared.facts.progress.map { Array(zip($0.targets, $0.statuses[position])) }
      } ?? []
    third = shared.facts.standing.group(of: city)
  }

  /// The city as a whole beside cities of its size.
  var besideSimilar: Node? {
    similar.map { similar in
      var node = overall
      node.peers = similar.quartiles
      node.distance = node.score.map {
        FixedDecimal(Double($0.scaled - similar.quartiles.median.scaled) / 10, decimals: 1)
      }
      return node
    }
  }

  private static func node(_ node: Int?, _ city: CityID, _ shared: CardShared) -> Node {
    let results = shared.results
    let now = results.current.score(city, results.framework, node)
    let before = results.previous.score(city, results.framework, node).score
    let score = now.score.map { FixedDecimal($0, decimals: 1) }
    let peers = shared.peers.quartiles(node)
    let change = now.score.flatMap { now in before.map { FixedDecimal(now - $0, decimals: 1) } }
    // Of the printed numbers, so that a reader can check it.
    let distance = score.flatMap { score in
      peers.map { FixedDecimal(Double(score.scaled - $0.median.scaled) / 10, decimals: 1) }
    }
    return Node(
      node: node, score: score, previous: before.map { FixedDecimal($0, decimals: 1) }, change: change,
      reported: now.reported, expected: now.expected, peers: peers, distance: distance)
  }

  private static func sexes(_ city: CityID, _ shared: CardShared) -> [SexRow] {
    let results = shared.results
    guard let sexes = shared.sexes else { return [] }
    return shared.indicators.compactMap { id -> (SexRow, Double)? in
      guard let entry = results.current.entry(city, id) else { return nil }
      let year = Int(results.values.values[Int(entry.value)].key.period.year)
      guard let now = SexComparison(results, city, id, sexes, year: year) else { return nil }
      let before = SexComparison(results, city, id, sexes, year: year - 1)?.parity
      let row = SexRow(
        comparison: now,
        side: now.side(results.catalogue[id].direction, parity: results.catalogue.method.equity.parityBand),
        parity: now.parity.map { FixedDecimal($0, decimals: 2) },
        parityChange: now.parity.flatMap { now in before.map { FixedDecimal(now - $0, decimals: 2) } })
      let disparity = now.parity.map { abs(max($0, 1e-9) >= 1 ? $0 - 1 : 1 / max($0, 1e-9) - 1) } ?? -1
      return (row, row.side == .undecided ? -1 : disparity)
    }.enumerated().sorted { ($1.element.1, $0.offset) < ($0.element.1, $1.offset) }.map(\.element.0)
  }
}
