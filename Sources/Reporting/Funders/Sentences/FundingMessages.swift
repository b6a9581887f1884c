import Catalogue
import Spreadsheets
import Vocabulary

/// What funding could change first: at most four sentences, each with its sign.
extension FundersSentences {
  var messages: [(sign: String, colour: Colour, text: LocalizedText)] {
    [weakest, fastest, sexes, missing].compactMap { $0 }
  }

  /// The lowest focal point, and how many cities it holds back.
  private var weakest: (sign: String, colour: Colour, text: LocalizedText)? {
    guard context.funders.ranking.count > 1, let last = context.funders.ranking.last, let node = last.node,
      let mean = last.mean
    else { return nil }
    let values: [String: LocalizedText] = [
      "name": name(node, atStart: true), "code": LocalizedText(same: context.framework.nodes[node].code),
      "k": .count(last.under50), "n": .count(last.scored), "v": LocalizedText(same: mean.text),
    ]
    return ("▼", Palette.bad, words.both("funders.message.weakest", values))
  }

  /// A low focal point that moves: money there meets momentum.
  private var fastest: (sign: String, colour: Colour, text: LocalizedText)? {
    let low = context.funders.ranking.suffix((context.funders.ranking.count + 1) / 2)
    guard let most = low.max(by: { ($0.change?.scaled ?? 0) < ($1.change?.scaled ?? 0) }), let node = most.node,
      let change = most.change, change.scaled > 0, let mean = most.mean
    else { return nil }
    let values: [String: LocalizedText] = [
      "name": name(node, atStart: true), "code": LocalizedText(same: context.framework.nodes[node].code),
      "d": Self.signed(change), "v": LocalizedText(same: mean.text),
    ]
    return ("▲", Palette.good, words.both("funders.message.fastest", values))
  }

  private var sexes: (sign: String, colour: Colour, text: LocalizedText)? {
    guard let widest = context.funders.sexes.rows.first, widest.gap.scaled != 0 else { return nil }
    let values = [
      "name": context.indicator(widest.indicator), "d": Sentences.size(widest.gap), "n": .count(widest.cities),
    ]
    return (
      "●", Palette.caution,
      words.both(widest.womenBehind ? "funders.message.women" : "funders.message.men", values)
    )
  }

  /// Who sent nothing: help with data comes before any judgement.
  private var missing: (sign: String, colour: Colour, text: LocalizedText)? {
    let absent = context.facts.quality.cities(.notReceived, .rejected)
    guard !absent.isEmpty else { return nil }
    return (
      "–", Palette.muted,
      words.both(
        absent.count == 1 ? "funders.message.missing.one" : "funders.message.missing",
        ["k": .count(absent.count), "names": context.base.list(absent, atMost: 4)])
    )
  }
}
