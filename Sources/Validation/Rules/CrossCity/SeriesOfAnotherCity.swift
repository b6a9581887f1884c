import Catalogue
import Vocabulary

/// A series that is another city's to the last digit: a file copied and not filled in.
///
/// Finds: counts and amounts that agree in all years, at least `identical_years` of them and not all alike.
/// Leaves alone: short series, small counts, answers and ratings.
struct SeriesOfAnotherCity: NetworkRule {
  static let code: FindingCode = "X003"
  /// Two cities that agree in two years; the last value of the second one as told.
  private static func pair(last: Int) -> RuleExample {
    RuleExample([
      "a:population @2023 5011", "a:population @2024 5023", "a:population @2025 5039", "b:population @2023 5011",
      "b:population @2024 5023", "b:population @2025 \(last)",
    ])
  }
  static let passing = [pair(last: 5041)]
  static let failing = [pair(last: 5039)]

  func check(_ network: NetworkObservations, into report: inout RuleReport) {
    let least = network.plan.thresholds.network.identicalYears
    for (variable, figures) in network.figures.enumerated() {
      let kind = network.plan.kinds[variable]
      guard kind == .count || kind == .amount else { continue }
      var firstByValues: [[Double]: CityID] = [:]
      var start = figures.startIndex
      while start < figures.endIndex {
        let city = figures[start].city
        var end = start
        // Years are part of what is compared: the same values of other years are another series.
        var values: [Double] = []
        while end < figures.endIndex, figures[end].city == city {
          values += [Double(figures[end].year), figures[end].value]
          end += 1
        }
        let series = figures[start..<end]
        start = end
        guard Double(series.count) >= least, let last = series.last,
          series.contains(where: { $0.value != last.value }),
          series.allSatisfy({ $0.value >= network.plan.thresholds.series.shiftFrom })
        else { continue }
        guard let other = firstByValues[values] else {
          firstByValues[values] = city
          continue
        }
        report.add(
          self, at: last.index, in: network.round,
          ["other": network.round.registry[other].id, "years": "\(series.count)"])
      }
    }
  }
}
