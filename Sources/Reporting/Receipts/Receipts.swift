import Catalogue
import Vocabulary

/// What a city unit keeps: that its file was received, which bytes that were, and what became of it.
public enum Receipts {
  /// The folder of the receipts, below the release.
  public static let folder = "receipts"

  /// One city's receipt as a file.
  public struct Receipt: Sendable {
    /// Below the release: `receipts/th-phayao-2026.txt`.
    public var name: String
    public var text: String
  }

  /// One for each submission, also for those of which nothing was taken; in the order of the files.
  public static func list(_ results: RoundResults) -> [Receipt] {
    let outcomes = Dictionary(
      results.outcomes.filter { !$0.file.isEmpty }.map { ($0.file, $0) }, uniquingKeysWith: { first, _ in first })
    var tallies: [String: [Finding.Severity: Int]] = [:]
    for finding in results.findingsOfCities where !finding.origin.file.isEmpty {
      tallies[finding.origin.file, default: [:]][results.catalogue.texts.severity(of: finding), default: 0] += 1
    }
    return results.files.filter(\.isSubmission).map { file in
      let outcome = outcomes[file.path]
      return Receipt(
        name: name(of: file.path, outcome, results),
        text: ReceiptText(results: results, file: file, outcome: outcome, tally: tallies[file.path] ?? [:]).text)
    }
  }

  /// Named by the city; a file that is no city's, or a second one of a city, by itself. An id has no dot, a file's name has.
  static func name(of path: String, _ outcome: RoundResults.CityOutcome?, _ results: RoundResults) -> String {
    let own = outcome.map { results.registry[$0.city].id } ?? path.split(separator: "/").last.map(String.init) ?? ""
    return "\(folder)/\(own)-\(results.round.id).txt"
  }
}

/// The lines of one receipt, first in the city's language, then in the other.
struct ReceiptText {
  let results: RoundResults
  let file: RoundResults.FileAccount
  let outcome: RoundResults.CityOutcome?
  let tally: [Finding.Severity: Int]

  var text: String {
    let city = outcome.map { results.registry[$0.city] }
    let first = city?.languages.first ?? results.programme.languages.first ?? .english
    return (lines(first) + [""] + lines(first.other)).joined(separator: "\n") + "\n"
  }

  private func lines(_ language: Language) -> [String] {
    let words = Words(texts: results.catalogue.texts, language: language)
    func line(_ key: String, _ value: String) -> String { "\(words("receipt.\(key)")): \(value)" }
    func count(_ number: Int) -> LocalizedText { .count(number) }
    let run = results.run
    let city = outcome.map { results.registry[$0.city] }
    var lines = [
      words("receipt.title"),
      line("programme", "\(results.programme.title[language]) · \(results.round.title[language])"),
      line("city", city.map { "\($0.name[language]) (\($0.id))" } ?? "–"),
      line("file", file.path.split(separator: "/").last.map(String.init) ?? ""),
      line("size", words("receipt.bytes", ["n": count(file.bytes)])), line("sha256", file.sha256),
      line(
        "form",
        file.template.map { words("receipt.template", ["version": .init(same: "\($0)")]) }
          ?? words("receipt.table")),
      line(
        "run",
        words(
          "receipt.run_of",
          ["run": .init(same: run.id), "date": .init(same: "\(run.date)"), "version": .init(same: run.version)])),
      line(
        "read",
        words(
          "receipt.read_as",
          [
            "read": count(file.read), "observations": count(file.observations), "blanks": count(file.blanks),
            "excluded": count(file.excluded), "rejected": count(file.rejected),
          ])),
      line(
        "findings",
        words(
          "receipt.found",
          [
            "errors": count(tally[.error] ?? 0), "warnings": count(tally[.warning] ?? 0),
            "infos": count(tally[.info] ?? 0),
          ])),
      line("outcome", fate(words)),
    ]
    if let returned = outcome?.returned, !returned.isEmpty { lines.append(line("returned", returned)) }
    lines.append(line("contact", results.programme.contact))
    lines.append(words("receipt.check"))
    if results.programme.isSynthetic { lines.append(SyntheticMark.text(words.texts)) }
    return lines
  }

  private func fate(_ words: Words) -> String {
    if let outcome { return words("outcome.\(outcome.kind.rawValue)") }
    return words(file.observations > 0 ? "outcome.published" : "outcome.rejected")
  }
}
