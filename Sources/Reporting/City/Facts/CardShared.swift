import Catalogue
import Trends
import Vocabulary

/// What the cards of all cities share.
struct CardShared: Sendable {
  /// Measures that stand under one node on the page.
  struct Group: Sendable {
    var framework: Int
    var node: Int
    var indicators: [IndicatorID]
  }

  let results: RoundResults
  let facts: EvaluationFacts
  let peers: PeerFacts
  let sexes: SexComparison.Sexes?
  let groups: [Group]
  let mechanisms: [Group]
  let course: [Group]
  /// All measures of the card, each once.
  let indicators: [IndicatorID]
  private let equity: [CityID: CityFacts.CityEquity]
  /// By id of the city.
  let findings: [String: [Finding]]

  init(_ results: RoundResults, _ facts: EvaluationFacts) {
    self.results = results
    self.facts = facts
    peers = PeerFacts(results, facts.reporting)
    sexes = SexComparison.Sexes(results)
    let catalogue = results.catalogue
    var seen: Set<IndicatorID> = []
    func groups(_ framework: Int, _ nodes: [Int]) -> [Group] {
      nodes.compactMap { node in
        let own = catalogue.frameworks[framework].indicators(under: node).filter { seen.insert($0).inserted }
        return own.isEmpty ? nil : Group(framework: framework, node: node, indicators: own)
      }
    }
    var main = groups(results.framework, facts.layout.columns)
    if let progress = results.progress, progress.framework != results.framework {
      let framework = catalogue.frameworks[progress.framework]
      main += groups(progress.framework, framework.nodes(atDepth: 0))
    }
    func other(_ id: String, depth: Int) -> [Group] {
      guard let index = catalogue.frameworks.firstIndex(where: { $0.id == id }), index != results.framework else {
        return []
      }
      return groups(index, catalogue.frameworks[index].nodes(atDepth: depth))
    }
    self.groups = main
    mechanisms = other("mechanisms", depth: 0)
    course = other("city-administrator", depth: 0)
    indicators = (self.groups + mechanisms + course).flatMap(\.indicators)
    var findings: [String: [Finding]] = [:]
    for finding in results.findings where !finding.origin.city.isEmpty {
      findings[finding.origin.city, default: []].append(finding)
    }
    self.findings = findings
    let rows = Dictionary(grouping: facts.equity.rows, by: \.city)
    let dispersions = Dictionary(grouping: facts.equity.dispersions, by: \.city)
    var equity: [CityID: CityFacts.CityEquity] = [:]
    for city in facts.reporting {
      let own = rows[city] ?? []
      equity[city] = CityFacts.CityEquity(
        rows: own, dispersions: dispersions[city] ?? [],
        tallies: EquityFacts.tallies(own, facts.equity.plan, catalogue))
    }
    self.equity = equity
  }

  func equity(of city: CityID) -> CityFacts.CityEquity {
    equity[city] ?? CityFacts.CityEquity(rows: [], dispersions: [], tallies: [])
  }
}
