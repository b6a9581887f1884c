import Normalisation
import Spreadsheets
import Vocabulary

extension DerivationWriter {
  /// What a score was in the last round, and what moved it since.
  mutating func writeScoreChange(of subject: ScoreChange.Subject, _ city: CityID) {
    guard let last = results.lastRound,
      let change = last.changes.first(where: { $0.city == city && $0.subject == subject })
    else { return }
    let printed = PrintedScoreChange(change)
    let label = words.both("derivation.last_round", ["round": LocalizedText(same: last.round.id)])
    guard let before = printed.before else { return add(label, words.both("derivation.last_round_none"), level: 1) }
    guard let whole = printed.change else { return }
    let parts = ScoreChange.Cause.allCases.filter { printed.parts[$0] ?? 0 != 0 }.map { cause in
      let name = words.both("score_cause.\(cause.rawValue).long").lowercasedStart
      let size = Self.signed(printed.parts[cause] ?? 0)
      return LocalizedText(english: "\(size) \(name.english)", thai: "\(size) \(name.thai)")
    }
    let values = [
      "change": LocalizedText(same: Self.signed(whole)),
      "before": LocalizedText(same: FixedDecimal(before, decimals: PrintedScoreChange.decimals).text),
      "parts": LocalizedText(
        english: parts.map(\.english).joined(separator: ", "), thai: parts.map(\.thai).joined(separator: ", ")),
    ]
    add(
      label, words.both(parts.isEmpty ? "derivation.last_round_same" : "derivation.last_round_parts", values), level: 1)
  }

  private static func signed(_ number: Double) -> String {
    let text = FixedDecimal(number, decimals: PrintedScoreChange.decimals).text
    return number > 0 ? "+" + text : text
  }
}
