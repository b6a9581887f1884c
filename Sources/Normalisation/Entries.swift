import Catalogue
import Measurement
import Vocabulary

/// The values that stand for a reference year with their scores, and what was imputed.
struct Entries: Sendable {
  let cities: Int
  let indicators: Int
  /// City by city, indicator by indicator; value −1 where there is none.
  var all: [Assessment.Entry]
  /// Likewise; empty where nothing is imputed.
  var imputedValues: [Assessment.Imputed?] = []

  subscript(city: Int, indicator: IndicatorID) -> Assessment.Entry? {
    let entry = all[city * indicators + indicator.index]
    return entry.value < 0 ? nil : entry
  }

  func imputed(_ city: Int, _ indicator: IndicatorID) -> Assessment.Imputed? {
    imputedValues.isEmpty ? nil : imputedValues[city * indicators + indicator.index]
  }

  mutating func setScore(_ score: Double?, _ city: Int, _ indicator: IndicatorID, isWinsorised: Bool = false) {
    let index = city * indicators + indicator.index
    if all[index].value >= 0 {
      all[index].storedScore = score ?? .nan
      all[index].isWinsorised = isWinsorised
    } else if !imputedValues.isEmpty {
      imputedValues[index]?.score = score
    }
  }

  /// Scores alone, as if all were reported: for means of what is given.
  /// - Parameter scores: City by city, indicator by indicator.
  init(scores: [Double?], indicators: Int) {
    self.indicators = indicators
    cities = indicators == 0 ? 0 : scores.count / indicators
    all = scores.map { Assessment.Entry(value: $0 == nil ? -1 : 0, age: 0, storedScore: $0 ?? .nan) }
  }

  /// The latest value of every city and indicator that is not too old, without scores.
  init(_ table: IndicatorTable, _ catalogue: Catalogue, cities: Int, referenceYear: Int) {
    self.cities = cities
    indicators = catalogue.indicators.count
    all = Array(
      repeating: Assessment.Entry(value: -1, age: 0, storedScore: .nan), count: cities * catalogue.indicators.count)
    // A distribution has no total; any of its parts shows that it was reported.
    let isDistribution = catalogue.indicators.map {
      if case .distribution = $0.computation { true } else { false }
    }
    for (index, value) in table.values.enumerated() {
      guard value.value != nil, value.key.breakdown == .total || isDistribution[value.key.indicator.index] else {
        continue
      }
      let age = referenceYear - Int(value.key.period.year)
      guard age >= 0, age <= catalogue.method.maximumAgeYears else { continue }
      let place = value.key.city.index * indicators + value.key.indicator.index
      let known = all[place].value
      if known >= 0, value.key.period.yields(to: table.values[Int(known)].key.period) { continue }
      // Values of a series stand in order of time: of the years that fit the last one wins.
      all[place] = Assessment.Entry(value: Int32(index), age: UInt8(age), storedScore: .nan)
    }
  }
}
