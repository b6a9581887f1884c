import Catalogue
import Measurement
import Spreadsheets
import Trends
import Vocabulary

/// What to do next: from what keeps figures out to what would move the score, each with the number that says so.
extension CitySentences {
  struct Step: Sendable {
    var sign: String
    var colour: Colour
    var text: LocalizedText
  }

  var steps: [Step] {
    let steps =
      [held, questioned, missing].compactMap { $0 } + gaps
      + [paceStep, equity, mechanismStep, courseStep].compactMap { $0 }
    return steps.isEmpty ? [Step(sign: "✓", colour: Palette.good, text: words.both("card.next.nothing"))] : steps
  }

  private var held: Step? {
    guard let outcome = card.outcome, outcome.errors > 0 else { return nil }
    return Step(
      sign: "×", colour: Palette.bad,
      text: words.both(outcome.errors == 1 ? "card.next.errors.one" : "card.next.errors", ["e": .count(outcome.errors)])
    )
  }

  /// What was asked of figures that are published all the same.
  private var questioned: Step? {
    let warnings = card.findings.filter { context.catalogue.texts.severity(of: $0) == .warning }
    guard let first = warnings.first else { return nil }
    return Step(
      sign: "!", colour: Palette.caution,
      text: words.both(
        warnings.count == 1 ? "card.next.warnings.one" : "card.next.warnings",
        [
          "n": .count(warnings.count), "message": context.catalogue.readable(first).message,
          "name": context.catalogue.variableID(first.origin.variable).map { context.catalogue[$0].label }
            ?? LocalizedText(same: ""),
        ]))
  }

  /// The focal point that lacks a score for want of the fewest measures.
  private var missing: Step? {
    let method = context.catalogue.method
    let candidates = card.focalPoints.compactMap { point -> (node: Int, lacking: Int, reported: Int, expected: Int)? in
      guard let node = point.node, point.score == nil, point.expected > 0 else { return nil }
      let indicators = context.framework.indicators(under: node)
      let scored = indicators.filter { context.catalogue[$0].scale != .none }
      let have = scored.count { card.measures[$0]?.score != nil }
      let need =
        (scored.count * method.minimumCoverageNumerator + method.minimumCoverageDenominator - 1)
        / method.minimumCoverageDenominator
      return (node, max(1, need - have), point.reported, point.expected)
    }
    guard let nearest = candidates.min(by: { ($0.lacking, $0.node) < ($1.lacking, $1.node) }) else { return nil }
    let open = context.framework.indicators(under: nearest.node).filter {
      context.catalogue[$0].scale != .none && card.measures[$0]?.score == nil
    }
    let codes = candidates.map { LocalizedText(same: context.framework.nodes[$0.node].code) }
    return Step(
      sign: "–", colour: Palette.muted,
      text: words.both(
        nearest.lacking == 1 ? "card.next.missing.one" : "card.next.missing",
        [
          "name": node(nearest.node, atStart: true), "k": .count(nearest.lacking), "r": .count(nearest.reported),
          "n": .count(nearest.expected), "all": words.list(codes, atMost: 12),
          "list": words.list(open.map { context.measure($0).lowercasedStart }, atMost: 3),
        ]))
  }

  /// The largest gaps, each with the lowest measures under it.
  private var gaps: [Step] { card.gaps.compactMap(gapStep) }

  private func gapStep(_ gap: CityFacts.Node) -> Step? {
    guard let position = gap.node, let distance = gap.distance, let score = gap.score else { return nil }
    let lowest = context.framework.indicators(under: position).compactMap { card.measures[$0] }
      .filter { $0.score != nil }
      .sorted { ($0.score?.scaled ?? 0, $0.indicator) < ($1.score?.scaled ?? 0, $1.indicator) }.prefix(2)
    let names = lowest.map { measure in
      words.both(
        "name_value",
        [
          "name": context.measure(measure.indicator).lowercasedStart,
          "value": LocalizedText(same: "(\(measure.score?.text ?? ""))"),
        ])
    }
    return Step(
      sign: "▼", colour: Palette.bad,
      text: words.both(
        "card.next.gap",
        [
          "name": node(position, atStart: true), "v": number(score), "d": Sentences.size(distance),
          "list": words.list(names),
        ]))
  }

  private var paceStep: Step? {
    guard let worst = aimed.first, let status = worst.verdict, status != .met, status != .onTrack,
      let sentence = named(worst)
    else { return nil }
    return Step(
      sign: status.look.sign, colour: Palette.caution, text: words.both("card.next.pace", ["sentence": sentence]))
  }

  private var equity: Step? {
    guard let widest = card.sexes.first(where: { $0.side == .womenBehind || $0.side == .menBehind }) else { return nil }
    let comparison = widest.comparison
    let unit = context.catalogue.unit(of: comparison.indicator)
    let pace = PaceWords(words: words, unit: unit)
    return Step(
      sign: "●", colour: Palette.caution,
      text: words.both(
        widest.side == .womenBehind ? "card.next.women" : "card.next.men",
        [
          "name": context.measure(comparison.indicator), "women": pace.level(comparison.women),
          "men": pace.level(comparison.men),
        ]))
  }

  private var mechanismStep: Step? {
    let open = card.mechanisms.flatMap(\.measures).filter { $0.value?.value == 0 }
    guard !open.isEmpty else { return nil }
    return Step(
      sign: "○", colour: Palette.muted,
      text: words.both(
        "card.next.mechanisms",
        [
          "k": .count(open.count),
          "list": words.list(open.map { context.measure($0.indicator).lowercasedStart }, atMost: 3),
        ]))
  }

  private var courseStep: Step? {
    guard let hours, hours.done.value < hours.all.value else { return nil }
    let left = FixedDecimal(hours.all.value - hours.done.value, decimals: 1)
    return Step(
      sign: "○", colour: Palette.muted,
      text: words.both(
        "card.next.course",
        [
          "h": LocalizedText(same: hours.done.shortest), "all": number(hours.all),
          "left": LocalizedText(same: left.shortest),
        ]))
  }
}
