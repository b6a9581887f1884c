import Catalogue
import Spreadsheets
import Testing
import Vocabulary

@testable import Reporting

/// The funders' workbook and report cards of fictional networks.
enum SampleReports {
  /// Networks that show everything, and networks at the edges.
  static let networks: [FictionalNetwork] = [
    FictionalNetwork(cities: 12, absent: 2, held: 1, hasSexes: true, regions: ["North", "South", "East"]),
    FictionalNetwork(cities: 1, absent: 0, held: 0, hasSexes: true), FictionalNetwork(cities: 2, absent: 2, held: 0),
    FictionalNetwork(cities: 0, absent: 0, held: 0), FictionalNetwork(absent: 0, years: [2025]),
    FictionalNetwork(absent: 0, years: [2022, 2024]), FictionalNetwork(absent: 0, completeness: 0.1),
    FictionalNetwork(hasProgress: false), FictionalNetwork(framework: "mechanisms"),
    FictionalNetwork(framework: "sdg4"),
    FictionalNetwork(cities: 60, absent: 4, held: 0, regions: ["North", "South"]),
    FictionalNetwork(font: "TH Sarabun New"),
  ]

  static func funders(_ network: FictionalNetwork) throws -> FundersWorkbook {
    FundersWorkbook(try SampleWorkbook.results(network))
  }

  static func cards(_ network: FictionalNetwork) throws -> CityCards { CityCards(try SampleWorkbook.results(network)) }

  /// Every workbook of a network: the funders', and the cards of its first reporting cities.
  static func workbooks(_ network: FictionalNetwork, _ language: Language) throws -> [Workbook] {
    let results = try SampleWorkbook.results(network)
    let cards = CityCards(results)
    return [FundersWorkbook(results).workbook(language)]
      + results.reportingCities.prefix(2).map { cards.workbook($0, language) }
  }
}
