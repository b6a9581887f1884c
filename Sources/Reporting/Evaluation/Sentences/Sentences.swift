import Catalogue
import Spreadsheets
import Vocabulary

/// The sentences of the workbook, made from its numbers: never typed, the verb chosen by the rounded number.
struct Sentences: Sendable {
  let context: EvaluationContext
  var words: Words { context.words }
  var facts: EvaluationFacts { context.facts }

  /// Which of three keys tells a change: `.rise`, `.fall` or `.equal`.
  static func direction(_ change: FixedDecimal) -> String {
    change.scaled > 0 ? "rise" : change.scaled < 0 ? "fall" : "equal"
  }

  /// A number as the tables print it.
  static func number(_ value: FixedDecimal) -> LocalizedText { LocalizedText(same: value.text) }

  /// The size of a change, without its sign: the verb says that.
  static func size(_ value: FixedDecimal) -> LocalizedText {
    LocalizedText(same: value.scaled < 0 ? String(value.text.dropFirst()) : value.text)
  }

  /// A node's short name as it stands inside a sentence, or at its start.
  func name(_ node: Int, atStart: Bool = false) -> LocalizedText {
    let name = context.results.catalogue.frameworks[context.results.framework].nodes[node].shortName
    return atStart ? name : name.lowercasedStart
  }

  func code(_ node: Int) -> LocalizedText {
    LocalizedText(same: context.results.catalogue.frameworks[context.results.framework].nodes[node].code)
  }

  /// What the framework calls the columns of the heat map: focal points, checks, targets.
  func columnLevel(atStart: Bool = false) -> LocalizedText {
    let framework = context.results.catalogue.frameworks[context.results.framework]
    let depth = facts.layout.columns.first.map { framework.nodes[$0].depth } ?? 0
    let level = framework.levels.indices.contains(depth) ? framework.levels[depth] : ""
    let name = words.texts.reports["level.\(level)"] ?? words.both("level.part")
    return atStart ? name : name.lowercasedStart
  }

  /// The same for the areas over them.
  var areaLevel: LocalizedText {
    let framework = context.results.catalogue.frameworks[context.results.framework]
    return (words.texts.reports["level.\(framework.levels.first ?? "")"] ?? words.both("level.part")).lowercasedStart
  }

  // MARK: Titles

  /// M1: how the mean score moved.
  var headline: LocalizedText {
    let overall = facts.overall
    guard let mean = overall.mean else {
      return words.both(facts.reporting.isEmpty ? "headline.nothing" : "headline.no_score")
    }
    var values = ["v": Self.number(mean)]
    guard let change = overall.change else { return words.both("headline.no_comparison", values) }
    values["d"] = Self.size(change)
    values["k"] = .count(overall.improved)
    values["n"] = .count(overall.compared)
    let direction = Self.direction(change)
    if overall.scored == 1 {
      return words.both("headline.one.\(direction)", values)
    }
    // Where cities came or went, the mean of all and the change of some are two different things to say.
    return words.both(
      overall.compared == overall.scored ? "headline.\(direction)" : "headline.part.\(direction)", values)
  }

  /// M8: how many reported, how much.
  var coverage: LocalizedText {
    words.both(
      "coverage",
      [
        "n": .count(facts.reporting.count), "members": .count(facts.quality.rows.count),
        "p": LocalizedText(same: facts.overall.reportedShare.map { "\($0)" } ?? "0"),
      ])
  }

  /// The best and the weakest focal point.
  var heatMapTitle: LocalizedText {
    guard let (best, worst) = extremes, let high = best.mean, let low = worst.mean, let first = best.node,
      let last = worst.node, first != last
    else {
      return words.both(
        facts.reporting.isEmpty ? "heat.title.nothing" : facts.isScored ? "heat.title.plain" : "heat.title.none")
    }
    let values = [
      "best": name(first, atStart: true), "best_code": code(first), "v": Self.number(high), "worst": name(last),
      "worst_first": name(last, atStart: true), "worst_code": code(last), "w": Self.number(low),
      "level": columnLevel(atStart: true),
    ]
    return words.fitting(["heat.title", "heat.title.names", "heat.title.short"].map { words.both($0, values) })
  }

  /// The columns with the highest and the lowest mean; the first of equals.
  private var extremes: (best: NodeFacts, worst: NodeFacts)? {
    let columns = facts.layout.columns.compactMap { facts.node($0) }.filter { $0.mean != nil }
    guard let first = columns.first else { return nil }
    var (best, worst) = (first, first)
    for column in columns {
      guard let mean = column.mean?.scaled else { continue }
      if mean > best.mean?.scaled ?? .min { best = column }
      if mean < worst.mean?.scaled ?? .max { worst = column }
    }
    return (best, worst)
  }

  /// The column with the lowest mean, and whether it had it a year before.
  var weakest: (facts: NodeFacts, wasWeakest: Bool)? {
    guard let worst = extremes?.worst else { return nil }
    let before = facts.layout.columns.compactMap { facts.node($0) }.filter { $0.comparedPrevious != nil }
      .min { ($0.comparedPrevious?.scaled ?? .max) < ($1.comparedPrevious?.scaled ?? .max) }
    return (worst, before?.node == worst.node)
  }

  var progressTitle: LocalizedText {
    guard let progress = facts.progress else { return words.both("progress.title.no_framework") }
    guard progress.judged > 0 else { return words.both("progress.title.nothing") }
    let values = [
      "k": .count(progress.count(.met, .onTrack)), "n": .count(progress.total),
      "o": .count(progress.count(.offTrack, .worsening)),
      "p": LocalizedText(same: "\(Share.percent(progress.count(.met, .onTrack), of: progress.total))"),
      "q": LocalizedText(same: "\(Share.percent(progress.count(.offTrack, .worsening), of: progress.total))"),
    ]
    return words.fitting([words.both("progress.title", values), words.both("progress.title.short", values)])
  }

  var changeTitle: LocalizedText {
    let changes = facts.changes
    let compared = [.better, .worse, .same, .neutral].reduce(0) { $0 + changes.count($1) }
    guard compared > 0 else { return words.both("change.title.nothing") }
    return words.both(
      "change.title",
      [
        "b": .count(changes.count(.better)), "w": .count(changes.count(.worse)), "s": .count(changes.count(.same)),
      ])
  }

  var qualityTitle: LocalizedText {
    let quality = facts.quality
    guard !quality.rows.isEmpty else { return words.both("quality.title.nothing") }
    let values =
      [
        "k": .count(quality.cities(.published).count), "n": .count(quality.rows.count),
        "e": .count(quality.count(.error)),
      ] as [String: LocalizedText]
    return words.both(quality.count(.error) > 0 ? "quality.title" : "quality.title.clean", values)
  }

  var methodsTitle: LocalizedText {
    let values: [String: LocalizedText] = [
      "k": .count(facts.uncheckedIndicators), "n": .count(context.results.catalogue.indicators.count),
    ]
    return words.both(facts.uncheckedIndicators > 0 ? "methods.title" : "methods.title.checked", values)
  }
}
