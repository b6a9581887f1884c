import Catalogue
import Measurement
import Normalisation
import Vocabulary

/// What became of one measure of one city in the reference year.
enum CoverageState: String, CaseIterable, Sendable {
  case reported
  /// A figure older than the reference year stands for it.
  case late
  case imputed
  case suppressed
  case notApplicable = "not_applicable"
  case missing

  /// Told apart without colour, and in every font of an office.
  var sign: String {
    switch self {
    case .reported: "●"
    case .late: "○"
    case .imputed: "◊"
    case .suppressed: "■"
    case .notApplicable: "□"
    case .missing: "–"
    }
  }

  var key: String { "coverage_state.\(rawValue)" }

  static func of(_ indicator: IndicatorID, in city: CityID, _ results: RoundResults) -> CoverageState {
    if let entry = results.current.entry(city, indicator) {
      if results.values.values[Int(entry.value)].status == .imputed { return .imputed }
      return entry.age > 0 ? .late : .reported
    }
    let stated = TimePeriod.year(results.round.referenceYear).flatMap {
      results.values[.init(city: city, indicator: indicator, period: $0)]?.status
    }
    switch stated {
    case .suppressed: return .suppressed
    case .notApplicable: return .notApplicable
    default: return results.current.imputed(city, indicator) == nil ? .missing : .imputed
    }
  }
}

/// How many figures are in which state.
struct CoverageTally: Hashable, Sendable {
  private(set) var counts = [Int](repeating: 0, count: CoverageState.allCases.count)

  subscript(state: CoverageState) -> Int { CoverageState.allCases.firstIndex(of: state).map { counts[$0] } ?? 0 }

  var total: Int { counts.reduce(0, +) }

  mutating func add(_ position: Int) { counts[position] += 1 }
  mutating func add(_ other: CoverageTally) { for index in counts.indices { counts[index] += other.counts[index] } }
}

/// The parts of the round's framework by targets of the 2030 Agenda's education goal by cities: which figures are there.
struct CoverageFacts: Sendable {
  /// A part of the framework, a target, or where both meet; without either the whole framework.
  struct Subject: Hashable, Sendable {
    /// Position in the round's framework.
    var node: Int?
    /// Position in ``CoverageFacts/goal``.
    var target: Int?
  }

  let framework: Framework
  /// The framework of SDG 4; nil where the round has none, or is judged by it.
  let goal: Framework?
  /// Top-level targets that measures speak to.
  let targets: [Int]
  let subjects: [Subject]
  let cities: [CityID]
  /// City by city, subject by subject.
  let tallies: [[CoverageTally]]
  /// Of all cities, subject by subject.
  let network: [CoverageTally]
  /// Positions in ``cities`` that the page shows, by name: all, or those with the smallest share reported.
  let shown: [Int]

  static let mostShown = 40

  var isExcerpt: Bool { shown.count < cities.count }
  var overall: CoverageTally { position(Subject()).map { network[$0] } ?? CoverageTally() }

  init(_ results: RoundResults, _ reporting: [CityID], _ layout: HeatLayout) {
    let catalogue = results.catalogue
    let framework = catalogue.frameworks[results.framework]
    let goal = catalogue.frameworks.first { $0.id == "sdg4" && $0.id != framework.id }
    let all = catalogue.indicators.indices.map(IndicatorID.init)
    func speaks(_ indicator: IndicatorID, to target: Int) -> Bool {
      guard let goal else { return false }
      let code = goal.nodes[target].code
      return goal.indicators(under: target).contains(indicator)
        || catalogue[indicator].sdgTargets.contains { $0 == code || $0.hasPrefix(code + ".") }
    }
    let spoken = (goal?.nodes(atDepth: 0) ?? []).map { target in (target, all.filter { speaks($0, to: target) }) }
      .filter { !$0.1.isEmpty && goal?.nodes[$0.0].scope != "benchmark" }
    var subjects = [Subject()]
    var indicators = [framework.allIndicators]
    for node in framework.nodes.indices {
      let under = Set(framework.indicators(under: node)).sorted { $0.index < $1.index }
      guard !under.isEmpty else { continue }
      subjects.append(Subject(node: node))
      indicators.append(under)
      guard layout.columns.contains(node) else { continue }
      for (target, speaking) in spoken {
        let both = under.filter(speaking.contains)
        guard !both.isEmpty else { continue }
        subjects.append(Subject(node: node, target: target))
        indicators.append(both)
      }
    }
    for (target, speaking) in spoken {
      subjects.append(Subject(target: target))
      indicators.append(speaking)
    }
    tallies = reporting.map { city in
      let states = all.map { indicator in
        CoverageState.allCases.firstIndex(of: .of(indicator, in: city, results)) ?? 0
      }
      return indicators.map { part in part.reduce(into: CoverageTally()) { $0.add(states[$1.index]) } }
    }
    network = subjects.indices.map { [tallies] subject in
      tallies.reduce(into: CoverageTally()) { $0.add($1[subject]) }
    }
    let order = reporting.indices.sorted { [tallies] in
      (tallies[$0][0][.reported], $0) < (tallies[$1][0][.reported], $1)
    }
    shown = order.prefix(Self.mostShown).sorted {
      (results.registry[reporting[$0]].name.english, $0) < (results.registry[reporting[$1]].name.english, $1)
    }
    self.framework = framework
    self.goal = goal
    targets = spoken.map(\.0)
    self.subjects = subjects
    cities = reporting
  }

  func position(_ subject: Subject) -> Int? { subjects.firstIndex(of: subject) }
}
