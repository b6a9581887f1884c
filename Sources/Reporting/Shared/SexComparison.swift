import Catalogue
import Measurement
import Spreadsheets
import Vocabulary

/// Women's and men's values of one measure in one city and year, as reported or computed: nothing is derived from a suppressed one.
struct SexComparison: Sendable {
  let indicator: IndicatorID
  let year: Int
  let women: Double
  let men: Double

  /// Women minus men, in the unit of the measure.
  var gap: Double { women - men }
  /// Women over men; nil where men have none.
  var parity: Double? { Parity.index(women, over: men) }

  /// Which side is behind: for a measure that should fall the higher value is the worse one.
  enum Side: String, CaseIterable, Sendable {
    case parity
    case womenBehind = "women_behind"
    case menBehind = "men_behind"
    case undecided
  }

  /// - Parameter band: The indices that count as parity.
  /// - Returns: `undecided` where no way is better or the index has no meaning.
  func side(_ direction: Direction, parity band: ClosedRange<Double>) -> Side {
    guard let parity, direction == .increase || direction == .decrease else { return .undecided }
    if Parity.isParity(parity, within: band) { return .parity }
    return (parity < 1) == (direction == .increase) ? .womenBehind : .menBehind
  }

  init(indicator: IndicatorID, year: Int, women: Double, men: Double) {
    self.indicator = indicator
    self.year = year
    self.women = women
    self.men = men
  }

  /// - Parameter year: Of both values.
  init?(_ results: RoundResults, _ city: CityID, _ indicator: IndicatorID, _ sexes: Sexes, year: Int) {
    guard let women = Self.value(results, city, indicator, sexes.women, year),
      let men = Self.value(results, city, indicator, sexes.men, year)
    else { return nil }
    self.init(indicator: indicator, year: year, women: women, men: men)
  }

  private static func value(
    _ results: RoundResults, _ city: CityID, _ indicator: IndicatorID, _ breakdown: BreakdownID, _ year: Int
  ) -> Double? {
    TimePeriod.year(year).flatMap {
      results.values[.init(city: city, indicator: indicator, breakdown: breakdown, period: $0)]?.value
    }
  }

  /// The two breakdowns of sex and nothing else; nil in a round where no figure has them.
  struct Sexes: Sendable {
    let women: BreakdownID
    let men: BreakdownID

    init?(_ results: RoundResults) {
      let table = results.observations.breakdowns
      guard let women = table.id(of: Breakdown([.init(dimension: "sex", code: "F")])),
        let men = table.id(of: Breakdown([.init(dimension: "sex", code: "M")]))
      else { return nil }
      self.women = women
      self.men = men
    }
  }
}
