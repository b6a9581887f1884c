import Catalogue
import Spreadsheets
import Vocabulary

/// A sentence for a minister's aide, with its proof and the sheet to look at.
struct KeyMessage: Sendable {
  var sign: String
  var colour: Colour
  var finding: LocalizedText
  var proof: String
  var sheet: String

  static func good(_ finding: LocalizedText, _ proof: String, _ sheet: String) -> KeyMessage {
    KeyMessage(sign: "▲", colour: Palette.good, finding: finding, proof: proof, sheet: sheet)
  }
  static func bad(_ finding: LocalizedText, _ proof: String, _ sheet: String) -> KeyMessage {
    KeyMessage(sign: "▼", colour: Palette.bad, finding: finding, proof: proof, sheet: sheet)
  }
  static func watch(_ finding: LocalizedText, _ proof: String, _ sheet: String) -> KeyMessage {
    KeyMessage(sign: "●", colour: Palette.caution, finding: finding, proof: proof, sheet: sheet)
  }
  static func plain(_ finding: LocalizedText, _ proof: String, _ sheet: String) -> KeyMessage {
    KeyMessage(sign: "–", colour: Palette.muted, finding: finding, proof: proof, sheet: sheet)
  }
}

extension Sentences {
  /// The result, the weakest point, the targets, the furthest target; then who is missing and what nobody checked.
  var keyMessages: [KeyMessage] {
    [areasMessage, weakestMessage, targetsMessage, furthestMessage, missingMessage, uncheckedMessage].compactMap { $0 }
  }

  // MARK: M2

  /// Areas with a change, each with its rounded change.
  private var moves: [(node: Int, change: FixedDecimal)] {
    facts.layout.areas.compactMap { node in facts.node(node)?.change.map { (node, $0) } }
  }

  private var areasMessage: KeyMessage? {
    let means = facts.layout.areas.compactMap { node in facts.node(node)?.mean.map { (node: node, mean: $0) } }
    guard !means.isEmpty else { return nil }
    let values = means.enumerated().map { position, entry in
      words.both(
        "name_value", ["name": name(entry.node, atStart: position == 0), "value": Self.number(entry.mean)])
    }
    let proof = words("areas.proof", ["list": words.list(values)])
    guard let best = moves.max(by: { $0.change.scaled < $1.change.scaled }),
      let worst = moves.min(by: { $0.change.scaled < $1.change.scaled })
    else {
      guard let top = means.max(by: { $0.mean.scaled < $1.mean.scaled }) else { return nil }
      let finding = words.both(
        "areas.strongest", ["area": name(top.node, atStart: true), "v": Self.number(top.mean), "level": areaLevel])
      return .plain(finding, proof, SheetNames.means)
    }
    let finding = words.both(
      "areas.\(areasCase(best.change, worst.change))",
      [
        "up": name(best.node), "up_first": name(best.node, atStart: true), "up_d": Self.size(best.change),
        "down": name(worst.node), "down_first": name(worst.node, atStart: true), "down_d": Self.size(worst.change),
      ])
    if worst.change.scaled >= 0, best.change.scaled > 0 { return .good(finding, proof, SheetNames.means) }
    if best.change.scaled <= 0, worst.change.scaled < 0 { return .bad(finding, proof, SheetNames.means) }
    return best.change.scaled == 0
      ? .plain(finding, proof, SheetNames.means) : .watch(finding, proof, SheetNames.means)
  }

  private func areasCase(_ best: FixedDecimal, _ worst: FixedDecimal) -> String {
    switch (best.scaled.signum(), worst.scaled.signum()) {
    case (1, 1): moves.count == 1 ? "one_up" : "all_up"
    case (-1, -1): moves.count == 1 ? "one_down" : "all_down"
    case (1, 0): "some_up"
    case (0, -1): "some_down"
    case (1, _): "mixed"
    default: "equal"
    }
  }

  // MARK: M3

  private var weakestMessage: KeyMessage? {
    guard let (weakest, wasWeakest) = weakest, let node = weakest.node, let mean = weakest.mean,
      facts.layout.columns.count > 1
    else { return nil }
    let finding = words.both(
      wasWeakest ? "weakest.remains" : weakest.change == nil ? "weakest.is" : "weakest.is_now",
      ["name": name(node, atStart: true), "code": code(node), "v": Self.number(mean), "level": columnLevel()])
    var values: [String: LocalizedText] = ["k": .count(weakest.under50), "n": .count(weakest.scored)]
    guard let change = weakest.change else {
      return .bad(finding, words("weakest.proof", values), SheetNames.heatMap)
    }
    values["d"] = Self.size(change)
    return .bad(finding, words("weakest.proof.\(Self.direction(change))", values), SheetNames.heatMap)
  }

  // MARK: M4 and M5

  private var targetsMessage: KeyMessage? {
    guard let progress = facts.progress, progress.total > 0 else { return nil }
    guard progress.judged > 0 else {
      return .plain(
        words.both("progress.title.nothing"), words("targets.none.proof", ["n": .count(progress.total)]),
        SheetNames.progress)
    }
    let good = progress.count(.met, .onTrack)
    let finding = words.both(
      "targets",
      [
        "k": .count(good), "n": .count(progress.total),
        "p": LocalizedText(same: "\(Share.percent(good, of: progress.total))"),
        "year": .year(context.results.catalogue.method.progress.targetYear),
      ])
    let bad = progress.count(.offTrack, .worsening)
    let proof = words(
      "targets.proof",
      [
        "w": .count(progress.count(.watch)), "o": .count(bad), "x": .count(progress.count(.noData, .tooEarly)),
      ])
    return good >= bad
      ? .good(finding, proof, SheetNames.progress) : .bad(finding, proof, SheetNames.progress)
  }

  private var furthestMessage: KeyMessage? {
    guard let progress = facts.progress, progress.judged > 0 else { return nil }
    guard let target = progress.furthest else {
      return .plain(words.both("furthest.none"), words("furthest.none.proof"), SheetNames.progress)
    }
    let node = progress.node(target)
    let finding = words.both("furthest", ["name": node.shortName, "code": LocalizedText(same: node.code)])
    let proof = words(
      "furthest.proof",
      [
        "k": .count(progress.count(target, .met, .onTrack)),
        "o": .count(progress.count(target, .offTrack, .worsening)),
        "x": .count(progress.count(target, .noData, .tooEarly)),
      ])
    return .bad(finding, proof, SheetNames.progress)
  }

  // MARK: M7

  private var missingMessage: KeyMessage? {
    let quality = facts.quality
    let absent = quality.cities(.notReceived, .rejected)
    let held = quality.cities(.partHeld)
    guard !quality.rows.isEmpty else { return nil }
    let values: [String: LocalizedText] = [
      "absent": context.list(absent, atMost: 3), "held": context.list(held, atMost: 3),
      "n": .count(quality.rows.count), "a": .count(absent.count), "h": .count(held.count),
    ]
    // Names as long as they fit into one line, else numbers.
    let keys =
      switch (absent.isEmpty, held.isEmpty) {
      case (true, true): [quality.rows.count == 1 ? "missing.nobody.one" : "missing.nobody"]
      case (false, true): ["missing.absent", "missing.absent.count"]
      case (true, false): ["missing.held", "missing.held.count"]
      case (false, false): ["missing.both", "missing.both.names", "missing.both.count"]
      }
    let finding = words.fitting(keys.map { words.both($0, values) }, limit: 72)
    let proof = words(
      "missing.proof",
      [
        "e": .count(quality.count(.error)), "b": .count(quality.cities(.notReceived).count),
        "r": .count(quality.cities(.rejected).count), "h": .count(held.count),
      ])
    return .plain(finding, proof, SheetNames.quality)
  }

  // MARK: Definitions

  private var uncheckedMessage: KeyMessage? {
    guard facts.uncheckedIndicators > 0 else { return nil }
    let framework = context.results.catalogue.frameworks[context.results.framework]
    let finding = words.both(
      "unchecked",
      [
        "k": .count(facts.uncheckedIndicators), "n": .count(context.results.catalogue.indicators.count),
      ])
    let proof = words(
      framework.source.verified ? "unchecked.proof.indicators" : "unchecked.proof", ["framework": framework.label])
    return .watch(finding, proof, SheetNames.methods)
  }

  // MARK: Heads of the charts

  var areasChartHead: String {
    guard !moves.isEmpty else { return words("areas.chart.plain", ["level": areaLevel]) }
    let up = moves.count { $0.change.scaled > 0 }
    return words(
      up == moves.count ? "areas.chart.all" : "areas.chart.some",
      [
        "k": .count(up), "n": .count(facts.layout.areas.count), "previous": context.comparisonYear, "level": areaLevel,
      ])
  }

  var targetsChartHead: String {
    guard let progress = facts.progress, progress.total > 0 else { return words("targets.chart.nothing") }
    func values(_ target: Int, _ prefix: String, atStart: Bool) -> [String: LocalizedText] {
      let node = progress.node(target)
      return [
        prefix: atStart ? node.shortName : node.shortName.lowercasedStart,
        prefix + "_code": LocalizedText(same: node.code),
      ]
    }
    let sentence =
      switch (progress.leading, progress.furthest) {
      case (let lead?, let lag?) where lead != lag:
        words.both(
          "targets.chart.both",
          values(lead, "lead", atStart: true).merging(values(lag, "lag", atStart: false)) { first, _ in first })
      case (let lead?, nil): words.both("targets.chart.lead", values(lead, "lead", atStart: true))
      case (_, let lag?): words.both("targets.chart.lag", values(lag, "lag", atStart: true))
      default: words.both("targets.chart.plain")
      }
    return words.fitting([sentence, words.both("targets.chart.plain")])[words.language]
  }
}
