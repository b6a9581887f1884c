import Catalogue
import Measurement
import Vocabulary

/// The scores of all indicators after each cause of change was let in.
struct LeafSteps {
  /// City by city and indicator by indicator.
  struct Matrix: Equatable {
    let indicators: Int
    var scores: [Double?]

    init(cities: Int, indicators: Int) {
      self.indicators = indicators
      scores = Array(repeating: nil, count: cities * indicators)
    }

    init(_ entries: Entries) {
      indicators = entries.indicators
      scores = entries.all.indices.map { index in
        entries.all[index].value >= 0
          ? entries.all[index].score : entries.imputedValues.isEmpty ? nil : entries.imputedValues[index]?.score
      }
    }

    subscript(city: Int, indicator: Int) -> Double? {
      get { scores[city * indicators + indicator] }
      set { scores[city * indicators + indicator] = newValue }
    }
  }

  /// How many of the steps stand in the last round's catalogue; the others stand in today's.
  static let formerSteps = 2

  /// As published by the last round, and by this one; both by today's indicators.
  let before: Matrix
  let after: Matrix
  /// What takes part in aggregates after each cause but the last.
  let steps: [Matrix]

  init(
    before: ScoreDecomposition.Standing, restated: IndicatorTable, now: ScoreDecomposition.Standing, cities: Int,
    peers: Peers
  ) {
    let year = before.assessment.referenceYear
    let today = now.catalogue
    // By today's position that of the last round's catalogue.
    let formerPosition = today.indicators.map { before.catalogue.indicatorID($0.id)?.index }
    let published = Matrix(before.assessment.entries)
    let after = Matrix(now.assessment.entries)
    var first = Matrix(cities: cities, indicators: today.indicators.count)
    for city in 0..<cities {
      for index in formerPosition.indices {
        first[city, index] = formerPosition[index].flatMap { published[city, $0] }
      }
    }

    func scored(_ catalogue: Catalogue, _ table: IndicatorTable) -> Matrix {
      Matrix(
        Assessor(catalogue: catalogue, values: table).scored(cities: cities, referenceYear: year, peers: peers).entries)
    }
    var withFormerBounds = today
    for (index, former) in formerPosition.enumerated() {
      guard let former else { continue }
      withFormerBounds.indicators[index].scale = before.catalogue.indicators[former].scale
      withFormerBounds.indicators[index].direction = before.catalogue.indicators[former].direction
    }
    let byMethod = scored(withFormerBounds, restated)
    let byGoalposts = scored(today, restated)
    let byRevision = scored(today, restated.revised(by: now.values))

    // Matrices of what both rounds have, and of what left.
    var remaining = published
    var common = published
    var method = first
    var goalposts = first
    var revised = first
    var new = first
    var imputed = first
    for city in 0..<cities {
      for index in before.catalogue.indicators.indices where published[city, index] != nil {
        let position = today.indicatorID(before.catalogue.indicators[index].id)?.index
        guard position.flatMap({ after[city, $0] }) == nil else { continue }
        common[city, index] = nil
        if before.assessment.entry(CityID(city), IndicatorID(index)) == nil { remaining[city, index] = nil }
      }
      for index in today.indicators.indices {
        let isImputedNow = now.assessment.entry(CityID(city), IndicatorID(index)) == nil
        guard let known = first[city, index], let last = after[city, index] else {
          method[city, index] = nil
          goalposts[city, index] = nil
          revised[city, index] = nil
          new[city, index] = nil
          imputed[city, index] = isImputedNow ? after[city, index] : nil
          continue
        }
        let wasImputed = formerPosition[index].map {
          before.assessment.entry(CityID(city), IndicatorID($0)) == nil
        }
        let stands = isImputedNow || wasImputed == true
        method[city, index] = byMethod[city, index] ?? known
        goalposts[city, index] = byGoalposts[city, index] ?? method[city, index]
        revised[city, index] = stands ? goalposts[city, index] : byRevision[city, index] ?? goalposts[city, index]
        new[city, index] = stands ? goalposts[city, index] : last
        imputed[city, index] = last
      }
    }
    self.before = first
    self.after = after
    steps = [remaining, common, method, goalposts, revised, new, imputed]
  }
}

extension IndicatorTable {
  /// The totals with today's value where one is told today; what is not told again stays as it was.
  fileprivate func revised(by today: IndicatorTable) -> IndicatorTable {
    IndicatorTable(
      values.filter { $0.key.breakdown == .total }.map { value in
        guard value.value != nil, let revised = today[value.key], revised.value != nil else { return value }
        return revised
      })
  }
}
