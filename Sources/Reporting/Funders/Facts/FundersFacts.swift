import Catalogue
import Spreadsheets
import Trends
import Vocabulary

/// What the funders' workbook says, computed once for both languages from the same results as every other report.
struct FundersFacts: Sendable {
  let trend: TrendFacts
  /// The targets' statuses as they would have been told a year before, of the same cities; nil where none could be judged then, since
  /// nothing has risen or fallen from that.
  let previousProgress: ProgressFacts?
  /// Focal points with a mean, the best first.
  let ranking: [NodeFacts]
  let sexes: SexFacts
  let regions: [RegionFacts]
  let strands: [StrandFacts]
  let needs: NeedFacts
  let evidence: EvidenceFacts

  init(_ results: RoundResults, _ facts: EvaluationFacts) {
    let cities = facts.reporting
    trend = TrendFacts(results, cities)
    previousProgress = results.progress.flatMap { progress in
      var earlier = results
      earlier.progress = TargetProgress.assess(
        framework: progress.framework, catalogue: results.catalogue, values: results.values, aims: results.aims,
        cities: results.registry.cities.count, referenceYear: results.round.comparisonYear)
      return ProgressFacts(earlier, cities).flatMap { $0.judged > 0 ? $0 : nil }
    }
    ranking = facts.layout.columns.compactMap { facts.node($0) }.filter { $0.mean != nil }.sorted {
      ($1.mean?.scaled ?? 0, $0.node ?? 0) < ($0.mean?.scaled ?? 0, $1.node ?? 0)
    }
    sexes = SexFacts(results, cities)
    regions = RegionFacts.all(results, facts)
    strands = StrandFacts.all(results, cities)
    needs = NeedFacts(results, cities, nodes: facts.layout.columns)
    evidence = EvidenceFacts(results, cities)
  }
}
