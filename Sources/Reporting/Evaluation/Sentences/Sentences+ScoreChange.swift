import Normalisation
import Vocabulary

extension Sentences {
  /// In how many cities the score rose and fell, and what explains most of it.
  func scoreChangeTitle(_ facts: ScoreChangeFacts) -> LocalizedText {
    guard !facts.rows.isEmpty else { return words.both("score_change.title.nothing") }
    func count(_ holds: (Double) -> Bool) -> LocalizedText {
      .count(facts.rows.count { holds($0.printed.change ?? 0) })
    }
    guard let cause = facts.mainCause else { return words.both("score_change.title.same") }
    return words.both(
      "score_change.title",
      [
        "up": count { $0 > 0 }, "down": count { $0 < 0 },
        "cause": words.both("score_cause.\(cause.rawValue).long").lowercasedStart,
      ])
  }
}
