import Catalogue
import Trends
import Vocabulary

/// The cities' statuses on the targets of the framework with goals.
struct ProgressFacts: Sendable {
  let framework: Framework
  /// Top-level nodes that cities report on; spending benchmarks are no targets.
  let targets: [Int]
  /// City by city as given, target by target.
  let statuses: [[ProgressStatus]]
  /// Target by target, in the order of ``ProgressStatus/allCases``.
  let counts: [[Int]]

  init?(_ results: RoundResults, _ cities: [CityID]) {
    guard let progress = results.progress else { return nil }
    let framework = results.catalogue.frameworks[progress.framework]
    let targets = framework.nodes(atDepth: 0).filter {
      framework.nodes[$0].scope != "benchmark" && !framework.indicators(under: $0).isEmpty
    }
    guard !targets.isEmpty else { return nil }
    var counts = targets.map { _ in ProgressStatus.allCases.map { _ in 0 } }
    var statuses: [[ProgressStatus]] = []
    statuses.reserveCapacity(cities.count)
    for city in cities {
      var row: [ProgressStatus] = []
      for (position, target) in targets.enumerated() {
        let verdict = progress.status(of: city, underTarget: target, in: framework)
        let status = ProgressStatus(verdict.status, verdict.absence)
        row.append(status)
        counts[position][status.position] += 1
      }
      statuses.append(row)
    }
    self.framework = framework
    self.targets = targets
    self.statuses = statuses
    self.counts = counts
  }

  /// Cities times targets.
  var total: Int { statuses.count * targets.count }

  /// City targets with a verdict.
  var judged: Int { total - count(.noData, .tooEarly) }

  /// City targets of some statuses, over all targets.
  func count(_ wanted: ProgressStatus...) -> Int {
    counts.reduce(0) { sum, row in sum + wanted.reduce(0) { $0 + row[$1.position] } }
  }

  /// Cities of some statuses on one target, by its position in ``targets``.
  func count(_ target: Int, _ wanted: ProgressStatus...) -> Int {
    wanted.reduce(0) { $0 + counts[target][$1.position] }
  }

  func node(_ target: Int) -> Framework.Node { framework.nodes[targets[target]] }

  /// The target with most cities off track or worsening; of several, that with more worsening, then fewer on track.
  var furthest: Int? {
    let worst = targets.indices.max { rankFromTrack($0) < rankFromTrack($1) }
    return worst.flatMap { count($0, .offTrack, .worsening) > 0 ? $0 : nil }
  }

  private func rankFromTrack(_ target: Int) -> (Int, Int, Int, Int) {
    (
      count(target, .offTrack, .worsening), count(target, .worsening), -count(target, .met, .onTrack), -target
    )
  }

  /// The target with most cities met or on track; nil where several share the place or no city is.
  var leading: Int? {
    let best = targets.indices.map { count($0, .met, .onTrack) }.max() ?? 0
    let leaders = targets.indices.filter { count($0, .met, .onTrack) == best }
    return best > 0 && leaders.count == 1 ? leaders.first : nil
  }
}

extension ProgressStatus {
  /// In ``allCases``.
  var position: Int {
    switch self {
    case .met: 0
    case .onTrack: 1
    case .watch: 2
    case .offTrack: 3
    case .worsening: 4
    case .noData: 5
    case .tooEarly: 6
    }
  }
}
