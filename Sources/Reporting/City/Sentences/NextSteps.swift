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
    let key =
      !hasSubmission
      ? "card.next.errors.sources" : outcome.errors == 1 ? "card.next.errors.one" : "card.next.errors"
    return Step(sign: "×", colour: Palette.bad, text: words.both(key, ["e": .count(outcome.errors)]))
  }

  /// Whether the city sent its figures: what stands in data sources is not the city's to correct.
  private var hasSubmission: Bool { card.outcome.map { !$0.file.isEmpty } ?? false }

  /// What was asked of figures that are published all the same.
  private var questioned: Step? {
    let warnings = card.findings.filter { context.catalogue.texts.severity(of: $0) == .warning }
    guard let first = warnings.first else { return nil }
    let key =
      !hasSubmission
      ? "card.next.warnings.sources" : warnings.count == 1 ? "card.next.warnings.one" : "card.next.warnings"
    return Step(
      sign: "!", colour: Palette.caution,
      text: words.both(
        key,
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
      let parts = weights(under: node)
      var covered = parts.reduce(0.0) { $0 + (card.measures[$1.indicator]?.score == nil ? 0 : $1.share) }
      var lacking = 0
      for part in unscored(parts) where covered < method.minimumCoverage - 1e-9 {
        covered += part.share
        lacking += 1
      }
      return (node, max(1, lacking), point.reported, point.expected)
    }
    guard let nearest = candidates.min(by: { ($0.lacking, $0.node) < ($1.lacking, $1.node) }) else { return nil }
    let left = unscored(weights(under: nearest.node)).map(\.indicator)
    let codes = candidates.map { LocalizedText(same: context.framework.nodes[$0.node].code) }
    return Step(
      sign: "–", colour: Palette.muted,
      text: words.both(
        nearest.lacking == 1 ? "card.next.missing.one" : "card.next.missing",
        [
          "name": node(nearest.node, atStart: true), "k": .count(nearest.lacking), "r": .count(nearest.reported),
          "n": .count(nearest.expected), "all": words.list(codes, atMost: 12),
          "a": .count(method.minimumCoverageNumerator), "b": .count(method.minimumCoverageDenominator),
          "list": words.list(left.map { context.measure($0).lowercasedStart }, atMost: 3),
        ]))
  }

  /// What each measure that can be scored weighs in a node: shares that sum to 1.
  private func weights(under node: Int) -> [(indicator: IndicatorID, share: Double)] {
    let definition = context.framework.nodes[node]
    let own = zip(definition.indicators, definition.indicatorWeights).filter {
      context.catalogue[$0.0].scale != .none
    }
    let children = definition.children.map { (weight: context.framework.nodes[$0].weight, parts: weights(under: $0)) }
      .filter { !$0.parts.isEmpty }
    let whole = own.reduce(0.0) { $0 + $1.1 } + children.reduce(0.0) { $0 + $1.weight }
    guard whole > 0 else { return [] }
    var shares: [(indicator: IndicatorID, share: Double)] = []
    for (indicator, weight) in own { shares.append((indicator, weight / whole)) }
    for child in children {
      for part in child.parts { shares.append((part.indicator, part.share * child.weight / whole)) }
    }
    return shares
  }

  /// Those without a score, the weightiest first, else in their order.
  private func unscored(
    _ weights: [(indicator: IndicatorID, share: Double)]
  ) -> [(indicator: IndicatorID, share: Double)] {
    weights.filter { card.measures[$0.indicator]?.score == nil }.enumerated().sorted {
      ($1.element.share, $0.offset) < ($0.element.share, $1.offset)
    }.map(\.element)
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
    // Of what should fall, such as learners for each teacher, the side that is behind is not one that was not reached.
    let behind = card.sexes.first {
      ($0.side == .womenBehind || $0.side == .menBehind)
        && context.catalogue[$0.comparison.indicator].direction == .increase
    }
    guard let widest = behind else { return nil }
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
    guard let hours, hours.missing > 0 || hours.done.value < hours.all.value else { return nil }
    return Step(
      sign: "○", colour: Palette.muted,
      text: words.both(
        hours.missing > 0 ? "card.next.course.part" : "card.next.course",
        [
          "h": LocalizedText(same: hours.done.shortest), "all": number(hours.all),
          "left": LocalizedText(same: hours.left.shortest), "k": .count(hours.reported), "m": .count(hours.missing),
        ]))
  }
}
