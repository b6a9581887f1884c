import Vocabulary

extension Sentences {
  /// How many of the figures asked for are there.
  func coverageTitle(_ facts: CoverageFacts) -> LocalizedText {
    let tally = facts.overall
    guard tally.total > 0 else { return words.both("coverage_map.title.nothing") }
    return words.both(
      "coverage_map.title",
      [
        "reported": .count(tally[.reported]), "total": .count(tally.total), "late": .count(tally[.late]),
        "missing": .count(tally[.missing]),
      ])
  }
}
