import Catalogue
import Reporting
import Vocabulary

extension RoundResults {
  /// The folder of the workbooks that go back, below the release.
  static let returnedFolder = "returned"

  /// Says which cities get their workbook back: those with something to mend or to review in a file that could be read. A file that
  /// was refused as a whole, such as the second one of a city, is not made into another: which one counts is the city's to say.
  mutating func planReturns(refused: Set<String>) {
    guard round.state != .frozen else { return }
    let readable = Set(files.filter { $0.read > 0 }.map(\.path)).subtracting(refused)
    let troubled = Set(findings.filter { catalogue.texts.severity(of: $0) < .info }.map(\.origin.file))
    for index in outcomes.indices {
      let path = outcomes[index].file
      guard readable.contains(path), troubled.contains(path) else { continue }
      outcomes[index].returned = "\(Self.returnedFolder)/\(registry[outcomes[index].city].id)-\(round.id).xlsx"
    }
  }
}
