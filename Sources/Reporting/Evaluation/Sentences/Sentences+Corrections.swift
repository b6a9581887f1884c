import Vocabulary

extension Sentences {
  /// How many corrections there are, and whether all of them could be applied.
  func correctionsTitle(_ facts: CorrectionFacts) -> LocalizedText {
    let counts: [String: LocalizedText] = [
      "n": .count(facts.rows.count), "applied": .count(facts.applied),
      "other": .count(facts.rows.count - facts.applied),
    ]
    return words.both(facts.applied == facts.rows.count ? "corrections.title" : "corrections.title.some", counts)
  }
}
