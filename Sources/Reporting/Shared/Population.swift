import Catalogue
import Measurement
import Normalisation
import Vocabulary

/// The residents of each city, for reports that weigh by people.
struct Population: Sendable {
  private let indicator: IndicatorID?
  private let results: RoundResults

  init(_ results: RoundResults) {
    self.results = results
    indicator = results.catalogue.indicatorID("resident_population")
  }

  /// The latest figure that still stands for the reference year; nil where the city has none.
  func residents(of city: CityID) -> Double? {
    guard let indicator, let entry = results.current.entry(city, indicator) else { return nil }
    return results.values.values[Int(entry.value)].value
  }
}
