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
      "CITY,VARIABLE,SEX,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,OBS_STATUS,NOTE",
      "xx-a,literate_15plus,_T,2025,7600,persons,,registrar", "xx-a,population_15plus,_T,2025,8000,persons,P,",
      "xx-a,literate_15plus,_T,2024,7500,persons,,", "xx-a,population_15plus,_T,2024,8000,persons,,",
      "xx-a,literate_15plus,F,2025,3,persons,,", "xx-a,population_15plus,F,2025,4000,persons,,",
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
