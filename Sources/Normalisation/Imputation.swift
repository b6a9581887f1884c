import Catalogue
import Measurement
import Vocabulary

/// Fills what a city has no value for, in cities that have reported something, and marks it.
struct Imputation {
  let choice: Method.Imputation
  let catalogue: Catalogue
  let table: IndicatorTable
  let peers: Peers
  let referenceYear: Int

  func fill(_ entries: inout Entries) {
    entries.imputedValues = Array(repeating: nil, count: entries.all.count)
    let reporting = (0..<entries.cities).filter { city in
      entries.all[city * entries.indicators..<(city + 1) * entries.indicators].contains { $0.value >= 0 }
    }
    for indicator in catalogue.indicators.indices.map(IndicatorID.init) where catalogue[indicator].scale != .none {
      var groups: [Int: [Double]] = [:]
      if choice.name.isPeerRelative {
        for city in reporting where peers.members[city] {
          guard let entry = entries[city, indicator], let value = table.values[Int(entry.value)].value else { continue }
          groups[peers.groups[city], default: []].append(value)
        }
      }
      for city in reporting where entries[city, indicator] == nil {
        let value =
          switch choice.name {
          case .latest: Imputing.latest(series(city, indicator), at: referenceYear)
          case .linear: Imputing.linear(series(city, indicator), at: referenceYear)
          case .groupMean: Imputing.mean(groups[peers.groups[city]] ?? [])
          case .groupMedian: Imputing.median(groups[peers.groups[city]] ?? [])
          }
        entries.imputedValues[city * entries.indicators + indicator.index] = value.map {
          Assessment.Imputed(value: $0, score: nil)
        }
      }
    }
  }

  /// One figure a year.
  private func series(_ city: Int, _ indicator: IndicatorID) -> [(year: Int, value: Double)] {
    var standing: TimePeriod?
    var series: [(year: Int, value: Double)] = []
    for value in table.series(CityID(city), indicator) where !value.key.period.yields(to: standing) {
      guard let number = value.value else { continue }
      standing = value.key.period
      series.append((year: Int(value.key.period.year), value: number))
    }
    return series
  }
}
