import Testing
import Vocabulary

@testable import Reporting

/// How far a city is with its submission, by what came of it and of others.
@Suite struct SubmissionStateTests {
  /// A city of which somebody else has figures: told apart by whether others submit.
  @Test(arguments: [true, false]) func figuresOfOthersAreNoAnswer(_ othersSubmit: Bool) throws {
    var results = try SampleWorkbook.results(FictionalNetwork(cities: 3, absent: 0, held: 0))
    results.outcomes[0].file = ""
    for index in 1..<3 where !othersSubmit { results.outcomes[index].file = "" }
    let late: SubmissionState = results.daysToClose ?? 0 < 0 ? .overdue : .awaited
    #expect(results.state(of: results.outcomes[0]) == (othersSubmit ? late : .fromSources))
  }

  /// The registry's word on a city's languages goes before its country's.
  @Test func aCardSpeaksTheCitysOwnLanguage() throws {
    var results = try SampleWorkbook.results(FictionalNetwork(cities: 2, absent: 0, held: 0, country: "TH"))
    var cities = results.registry.cities
    let first = try #require(cities.firstIndex { $0.role == .member })
    cities[first].languages = [.english]
    results.registry = CityRegistry(cities)
    let cards = CityCards(results)
    let members = results.reportingCities
    #expect(cards.languages(of: members[0]) == [.english, .thai])
    #expect(cards.languages(of: members[1]) == [.thai, .english])
  }
}
