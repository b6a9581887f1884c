import Catalogue
import Measurement
import Normalisation
import Trends
import Vocabulary

/// The numbers of a round: indicators of all cities, their changes, scores for two years and the progress towards SDG 4.
struct RoundMeasurement {
  let values: IndicatorTable
  /// Of the reference year alone, totals only.
  let changes: [Change]
  let assessor: Assessor
  let current: Assessment
  let previous: Assessment
  /// nil where the catalogue has no SDG 4.
  let progress: TargetProgress?

  init(_ observations: ObservationSet, by setting: RoundSetting, towards targets: [DeclaredTarget], peers: Peers) {
    let (catalogue, round) = (setting.catalogue, setting.round)
    let measurer = Measurer(catalogue: catalogue, observations: observations)
    let yearOnYear = YearOnYear(catalogue: catalogue)
    let measured = setting.registry.allIDs.concurrentMap { city in
      let values = measurer.values(of: city)
      let changes = yearOnYear.changes(in: values[...]).filter {
        $0.key.breakdown == .total && Int($0.key.period.year) == round.referenceYear
      }
      return (values: values, changes: changes)
    }
    let table = IndicatorTable(measured.concurrentlyJoined(\.values))
    let assessor = Assessor(catalogue: catalogue, values: table)
    let cities = setting.registry.cities.count
    (current, previous) = concurrently(
      { assessor.assess(cities: cities, referenceYear: round.referenceYear, peers: peers) },
      { assessor.assess(cities: cities, referenceYear: round.comparisonYear, peers: peers) })
    progress = catalogue.frameworks.firstIndex { $0.id == "sdg4" }.map {
      TargetProgress.assess(
        framework: $0, catalogue: catalogue, values: table, targets: targets, cities: cities,
        referenceYear: round.referenceYear)
    }
    values = table
    changes = measured.flatMap(\.changes)
    self.assessor = assessor
  }
}
