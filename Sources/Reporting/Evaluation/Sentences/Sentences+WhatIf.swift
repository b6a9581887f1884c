import Spreadsheets
import Vocabulary

extension Sentences {
  /// `Example City K scores 58.4: change a cream cell and see what moves`.
  func whatIfTitle(_ facts: WhatIfFacts) -> LocalizedText {
    let city = context.name(facts.city)
    guard let score = facts.overall.score else {
      return words.fitting([
        words.both("what_if.title.none", ["city": city]), words.both("what_if.title.none.short"),
      ])
    }
    let printed = LocalizedText(same: FixedDecimal(score, decimals: 1).text)
    return words.fitting([
      words.both("what_if.title", ["city": city, "score": printed]),
      words.both("what_if.title.short", ["score": printed]),
    ])
  }
}
