import Foundation
import GNLCTestSupport
import Reporting
import Rounds
import Testing
import Vocabulary

/// Every number explains itself: back to file and cell, forth to its score.
@Suite struct NumberExplanationTests {
  private let folder: RoundTests.Folder
  private let explanation: NumberExplanation

  init() throws {
    folder = try RoundTests.Folder()
    let source = try Workspace(root: Repository.path(""))
    try SyntheticWorkspace(cities: 1, years: 1).write(to: "\(folder.path)/ws", from: source)
    let workspace = try Workspace(root: "\(folder.path)/ws")
    let submissions = workspace.absolute("Inputs/demo/2026/submissions")
    try FileManager.default.removeItem(atPath: "\(submissions)/xx-a.xlsx")
    let rows = [
      "CITY,VARIABLE,SEX,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,OBS_STATUS,NOTE,DISTRICT",
      "xx-a,literate_15plus,_T,2025,7600,persons,,registrar,_T", "xx-a,population_15plus,_T,2025,8000,persons,P,,_T",
      "xx-a,literate_15plus,_T,2024,7500,persons,,,_T", "xx-a,population_15plus,_T,2024,8000,persons,,,_T",
      "xx-a,literate_15plus,F,2025,3,persons,,,_T", "xx-a,population_15plus,F,2025,4000,persons,,,_T",
      "xx-a,literate_15plus,_T,2025,1600,persons,,,d1", "xx-a,population_15plus,_T,2025,2000,persons,,,d1",
      "xx-a,literate_15plus,_T,2025,6000,persons,,,d2", "xx-a,population_15plus,_T,2025,6000,persons,,,d2",
      "xx-a,literate_15plus,_T,2024,1500,persons,,,d1", "xx-a,population_15plus,_T,2024,2000,persons,,,d1",
    ]
    try (rows.joined(separator: "\n") + "\n").write(
      toFile: "\(submissions)/xx-a.csv", atomically: true, encoding: .utf8)
    explanation = NumberExplanation(workspace: workspace, date: try #require(RoundTests.date))
  }

  private func lines(
    _ year: Int, by breakdown: String? = nil, in language: Language = .english
  ) throws -> [String] {
    try explanation.derivation(
      city: "xx-a", indicator: "adult_literacy_rate", year: year, breakdown: breakdown, round: nil
    ).text(in: language)
  }

  @Test func theWholeWay() throws {
    let text = try lines(2025).map { $0.split(separator: "  ").map { $0.trimmingCharacters(in: .whitespaces) } }
    func line(_ label: String) -> String? { text.first { $0.first == label }?.last }
    #expect(line("Adult literacy rate") == "95.0 % (P provisional); 95.0 before rounding")
    #expect(line("In figures") == "100 × 7600 / 8000")
    #expect(
      text.contains {
        $0.last == "7600 persons, status normal, from Inputs/demo/2026/submissions/xx-a.csv row 2, column E"
      })
    #expect(line("Note") == "registrar")
    #expect(line("Rests on") == "8000")
    #expect(line("Change")?.hasPrefix("+1.3") == true)
    #expect(line("Score")?.contains("stands for 2025") == true)
    #expect(line("Method")?.hasPrefix("gnlc-method") == true)
  }

  @Test func whatIsKeptBackIsSaidToBe() throws {
    let text = try lines(2025, by: "sex=F").joined(separator: "\n")
    #expect(text.contains("kept back (few persons)"))
    #expect(text.contains("none: suppressed"))
    #expect(!text.contains(" 3 persons"))
  }

  @Test func aGroupIsSeenBesideItsCity() throws {
    let text = try lines(2025, by: "district=d1").joined(separator: "\n")
    // 80 per cent of 2,000 beside 95: 15 points are 300 persons. The year before 75 beside 93.75.
    #expect(text.contains("gap -15.0 beside the city as a whole with 95.0, index 0.842: behind"), "\(text)")
    #expect(text.contains("the gap was -18.8 in 2024: closing"))
    #expect(text.contains("left behind: 15.0 worse than 95.0, 300 persons"))
    #expect(try lines(2025, by: "district=d1", in: .thai).joined().contains("300 คน"))
    #expect(try !lines(2025).joined().contains("index 0"))
    // Of women three can read: kept back, and so is the comparison.
    #expect(try lines(2025, by: "sex=F").joined(separator: "\n").contains("not compared with Male: kept back"))
  }

  @Test func aYearWithoutAValueSaysWhichHaveOne() throws {
    let text = try lines(2019).joined(separator: "\n")
    #expect(text.contains("nothing was reported for 2019"))
    #expect(text.contains("2024, 2025"))
    #expect(try lines(2019, in: .thai).joined().contains("2562"))
  }

  @Test func namesThatLeadNowhereAreTold() throws {
    let error = #expect(throws: RoundsError.self) {
      try explanation.derivation(
        city: "xx-a", indicator: "adult_literacy_rat", year: 2025, breakdown: nil, round: "demo/2026")
    }
    #expect(error?.cure.contains("adult_literacy_rate") == true)
  }
}
