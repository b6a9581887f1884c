import Catalogue
import Measurement
import Spreadsheets
import Vocabulary

/// How far an indicator's values that the last round had published moved since, over all cities and years: a method of judging how
/// final first figures are, known from the real-time databases of statistical offices.
public struct IndicatorRevision: Sendable, Hashable {
  public var indicator: IndicatorID
  /// Totals that both rounds have, also those that stayed as they were.
  public var compared = 0
  public var raised = 0
  public var lowered = 0
  /// New less old in the indicator's unit, over all that were compared: what stayed counts as 0.
  public var mean: Double { sum / Double(compared) }
  public var meanAbsolute: Double { absoluteSum / Double(compared) }
  /// The largest of either sign, and whose and of when; nil where nothing moved.
  public var largest: Largest?

  /// The revision that moved a value most, whose and of which year it is.
  public struct Largest: Sendable, Hashable {
    public var change: Double
    public var city: CityID
    public var period: TimePeriod
  }

  private var sum = 0.0
  private var absoluteSum = 0.0

  private init(indicator: IndicatorID) { self.indicator = indicator }

  private mutating func count(_ change: Double, _ key: IndicatorValue.Key) {
    compared += 1
    sum += change
    absoluteSum += abs(change)
    if change > 0 { raised += 1 }
    if change < 0 { lowered += 1 }
    if abs(change) > abs(largest?.change ?? 0) {
      largest = Largest(change: change, city: key.city, period: key.period)
    }
  }

  /// - Parameters:
  ///   - earlier: What the last round knew, by the formulas of today.
  ///   - now: This round's values.
  /// - Returns: One for each indicator that has a value in common, in the order of the catalogue.
  public static func between(_ earlier: IndicatorTable, _ now: IndicatorTable) -> [IndicatorRevision] {
    var found: [IndicatorID: IndicatorRevision] = [:]
    // Breakdowns are numbered anew in each round; the total is the same in all.
    for old in earlier.values where old.key.breakdown == .total {
      guard let before = old.value, let after = now[old.key]?.value else { continue }
      // Without the noise of binary fractions.
      let change = FixedDecimal(after - before, decimals: 9).value
      found[old.key.indicator, default: IndicatorRevision(indicator: old.key.indicator)].count(change, old.key)
    }
    return found.values.sorted { $0.indicator < $1.indicator }
  }
}
