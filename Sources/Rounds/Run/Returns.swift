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
    // The name of a file is a hint for the board; only what stands in it makes it a city's.
    var speakers: [String: Set<String>] = [:]
    for finding in findings where readable.contains(finding.origin.file) {
      speakers[finding.origin.file, default: []].insert(finding.origin.city)
    }
    for index in outcomes.indices {
      let (path, id) = (outcomes[index].file, registry[outcomes[index].city].id)
      guard readable.contains(path), troubled.contains(path),
        outcomes[index].kind != .rejected || speakers[path]?.contains(id) ?? false
      else { continue }
      outcomes[index].returned = "\(Self.returnedFolder)/\(id)-\(round.id).xlsx"
    }
  }
}
