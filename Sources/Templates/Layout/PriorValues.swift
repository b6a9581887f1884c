import Catalogue
import Vocabulary

/// What a city said before: for each row the latest figure up to a year, shown beside the cell to fill.
public struct PriorValues: Sendable {
  struct Figure: Sendable {
    var year: Int
    var value: Double?
    var status: ObservationStatus
  }

  private struct Key: Hashable {
    var variable: VariableID
    var breakdown: Breakdown
  }

  /// Of each series in the order of years.
  private var series: [Key: [Figure]] = [:]

  /// No earlier round.
  public init() {}

  /// The annual figures of one city; of two for one year the one that does not yield.
  public init(_ observations: ObservationSet, of city: CityID) {
    var standing: Observation.Key?
    for observation in observations.slice(of: city) where observation.key.period.isAnnual {
      let key = observation.key
      if let standing, standing.variable == key.variable, standing.breakdown == key.breakdown,
        key.period.yields(to: standing.period)
      {
        continue
      }
      if observation.value != nil { standing = key }
      add(
        observation.value, observation.status, of: key.variable, by: observations.breakdowns[key.breakdown],
        year: Int(key.period.year))
    }
  }

  /// Adds a figure; years may come in any order.
  public mutating func add(
    _ value: Double?, _ status: ObservationStatus = .normal, of variable: VariableID, by breakdown: Breakdown = .total,
    year: Int
  ) {
    let figure = Figure(year: year, value: value, status: status)
    var known = series[Key(variable: variable, breakdown: breakdown), default: []]
    known.insert(figure, at: known.firstIndex { $0.year > year } ?? known.count)
    series[Key(variable: variable, breakdown: breakdown)] = known
  }

  /// The latest figure of a year or before; a value where any is, else the reason why there is none.
  func latest(_ code: TemplateCode, upTo year: Int) -> Figure? {
    let known = series[Key(variable: code.variable, breakdown: code.breakdown)]?.filter { $0.year <= year } ?? []
    return known.last { $0.value != nil } ?? known.last
  }
}
