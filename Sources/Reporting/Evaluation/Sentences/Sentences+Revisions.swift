import Spreadsheets
import Vocabulary

extension Sentences {
  /// How many of the figures published before say otherwise now.
  func revisionsTitle(_ facts: RevisionFacts) -> LocalizedText {
    let all = facts.network
    guard all.revised + all.withdrawn > 0 else { return words.both("revisions.title.none") }
    let counts: [String: LocalizedText] = [
      "revised": .count(all.revised), "withdrawn": .count(all.withdrawn), "published": .count(all.published),
    ]
    guard let size = all.meanAbsolute else { return words.both("revisions.title.withdrawn", counts) }
    return words.both(
      "revisions.title", counts.merging(["size": LocalizedText(same: size.text)]) { given, _ in given })
  }
}
