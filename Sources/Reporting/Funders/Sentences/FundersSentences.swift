import Catalogue
import Spreadsheets
import Vocabulary

/// The sentences of the funders' workbook, made from its numbers.
struct FundersSentences: Sendable {
  let context: FundersContext
  var words: Words { context.words }
  private var funders: FundersFacts { context.funders }
  private var facts: EvaluationFacts { context.facts }

  /// Characters of 22 points on the first page.
  private static let headline = 76

  /// The first sentence that fits in both languages, so that both files say and mark the same.
  private func fitting(_ sentences: [LocalizedText], limit: Int = TextLimits.title) -> LocalizedText {
    sentences.first { fits($0, limit) } ?? sentences.last ?? LocalizedText(same: "")
  }

  private func fits(_ text: LocalizedText, _ limit: Int) -> Bool {
    Language.allCases.allSatisfy { TextLimits.length(text[$0]) <= limit }
  }

  func name(_ node: Int, atStart: Bool = false) -> LocalizedText {
    let name = context.framework.nodes[node].shortName
    return atStart ? name : name.lowercasedStart
  }

  private func number(_ value: FixedDecimal?) -> LocalizedText {
    LocalizedText(same: value?.text ?? "–")
  }

  /// `+1.4`.
  static func signed(_ value: FixedDecimal) -> LocalizedText {
    LocalizedText(same: (value.scaled > 0 ? "+" : "") + value.text)
  }

  // MARK: One minute

  var headline: LocalizedText {
    let overall = facts.overall
    guard let mean = overall.mean else {
      return words.both(facts.reporting.isEmpty ? "headline.nothing" : "headline.no_score")
    }
    var values: [String: LocalizedText] = ["v": number(mean)]
    if overall.scored == 1, let change = overall.change {
      values["d"] = Sentences.size(change)
      return words.both("headline.one.\(Sentences.direction(change))", values)
    }
    let weakest = funders.ranking.count > 1 ? funders.ranking.last : nil
    if let weakest, let node = weakest.node {
      values["weak"] = name(node)
      values["w"] = number(weakest.mean)
    }
    guard let change = overall.change else {
      return fitting(
        (weakest == nil ? [] : [words.both("funders.headline.first", values)])
          + [words.both("funders.headline.plain", values)], limit: Self.headline)
    }
    values["d"] = Sentences.size(change)
    values["n"] = .count(overall.compared)
    let direction = Sentences.direction(change)
    // Where cities came or went, the mean of all and the change of some are two different things.
    let short = words.both(
      overall.compared == overall.scored ? "funders.headline.short.\(direction)" : "headline.part.\(direction)", values)
    guard weakest != nil, overall.compared == overall.scored else { return short }
    return fitting([words.both("funders.headline.\(direction)", values), short], limit: Self.headline)
  }

  var trendHead: LocalizedText {
    let points = funders.trend.points
    guard points.count > 1, let first = points.first, let last = points.last else {
      return words.both("funders.trend.none")
    }
    let values: [String: LocalizedText] = [
      "first": .year(first.year), "last": .year(last.year), "a": number(first.mean), "b": number(last.mean),
    ]
    if funders.trend.run == points.count - 1 { return words.both("funders.trend.risen", values) }
    if funders.trend.run == 1 - points.count { return words.both("funders.trend.fallen", values) }
    return words.both("funders.trend.mixed", values)
  }

  var targetsHead: LocalizedText {
    guard let now = facts.progress, now.judged > 0 else { return words.both("funders.targets.none") }
    let k = now.count(.met, .onTrack)
    guard let before = funders.previousProgress else {
      return words.both("funders.targets.plain", ["k": .count(k), "n": .count(now.total)])
    }
    let b = before.count(.met, .onTrack)
    let values: [String: LocalizedText] = ["k": .count(k), "b": .count(b), "n": .count(now.total)]
    return words.both(
      k > b ? "funders.targets.more" : k < b ? "funders.targets.fewer" : "funders.targets.same", values)
  }

  /// The head over the ranking, and how many of the lowest focal points it names; they are marked in the chart.
  var ranking: (head: LocalizedText, marked: Int) {
    let ranking = funders.ranking
    guard let best = ranking.first?.node, let worst = ranking.last?.node, ranking.count > 2 else {
      return (words.both("funders.ranking.plain"), 0)
    }
    var values = ["best": name(best, atStart: true), "worst": name(worst)]
    if ranking.count > 4, let second = ranking[ranking.count - 2].node {
      values["second"] = name(second)
      let both = words.both("funders.ranking.two", values)
      if fits(both, 62) { return (both, 2) }
    }
    return (words.both("funders.ranking.one", values), 1)
  }

  var sexHead: LocalizedText {
    let shown = funders.sexes.shown
    guard let first = shown.first, let last = shown.last else { return words.both("funders.sexes.none") }
    func values(_ row: SexFacts.Row, _ key: String, atStart: Bool) -> [String: LocalizedText] {
      let name = context.indicator(row.indicator)
      return [key: atStart ? name : name.lowercasedStart, key + "_d": Sentences.size(row.gap)]
    }
    let ahead = first.gap.scaled > 0 ? values(first, "ahead", atStart: false) : nil
    let behind = last.gap.scaled < 0 ? values(last, "behind", atStart: false) : nil
    var sentences: [LocalizedText] = []
    if let ahead, let behind {
      sentences.append(words.both("funders.sexes.both", ahead.merging(behind) { one, _ in one }))
      sentences.append(
        words.both(
          "funders.sexes.counts",
          [
            "n": .count(shown.count), "a": .count(shown.count { $0.gap.scaled > 0 }),
            "b": .count(shown.count { $0.gap.scaled < 0 }),
          ]))
    } else if let behind {
      sentences.append(words.both("funders.sexes.behind", behind))
      sentences.append(words.both("funders.sexes.plain"))
    } else if let ahead {
      sentences.append(words.both("funders.sexes.ahead", ahead))
      sentences.append(words.both("funders.sexes.plain"))
    } else {
      sentences.append(words.both("funders.sexes.plain"))
    }
    return fitting(sentences, limit: 66)
  }

  // MARK: Regions and themes

  /// F1.
  var regionTitle: LocalizedText {
    let regions = funders.regions.filter { $0.scores.mean != nil && !$0.name.isEmpty }
    guard let lead = regions.max(by: { ($0.scores.mean?.scaled ?? 0) < ($1.scores.mean?.scaled ?? 0) }),
      regions.count > 1
    else { return words.both(regions.isEmpty ? "funders.regions.none" : "funders.regions.one") }
    var values = ["region": context.region(lead.name), "v": number(lead.scores.mean)]
    let gains = regions.filter { ($0.scores.change?.scaled ?? 0) > 0 }
    if let most = gains.max(by: { ($0.scores.change?.scaled ?? 0) < ($1.scores.change?.scaled ?? 0) }),
      let gain = most.scores.change
    {
      values["most"] = context.region(most.name)
      values["g"] = Sentences.size(gain)
    }
    let plain = words.both("funders.regions.lead", values)
    guard let change = lead.scores.change else { return plain }
    values["d"] = Sentences.size(change)
    // Nothing is said about a change smaller than the rounding of a mean of few cities.
    let move = abs(change.value) < 0.15 ? "still" : change.scaled > 0 ? "rise" : "fall"
    var sentences = [words.both("funders.regions.\(move)", values), plain]
    if let most = values["most"], most != values["region"] {
      sentences.insert(words.both("funders.regions.\(move).most", values), at: 0)
    }
    return fitting(sentences)
  }

  var themeTitle: LocalizedText {
    let strands = funders.strands.filter { $0.scores.mean != nil }.sorted {
      ($1.scores.mean?.scaled ?? 0, $0.code.id) < ($0.scores.mean?.scaled ?? 0, $1.code.id)
    }
    guard let best = strands.first, let worst = strands.last, strands.count > 1 else {
      return words.both("funders.themes.none")
    }
    let values = [
      "best": best.code.label, "v": number(best.scores.mean), "worst": worst.code.label.lowercasedStart,
      "w": number(worst.scores.mean),
    ]
    return fitting([words.both("funders.themes.title", values), words.both("funders.themes.short", values)])
  }

  // MARK: Where to fund, coverage

  var needTitle: LocalizedText {
    let needs = funders.needs
    guard let point = needs.focalPoints.first, let city = needs.cities.first else {
      return words.both("funders.needs.none")
    }
    let values = [
      "name": name(point.node), "city": context.base.name(city.city),
    ]
    return fitting(
      ["funders.needs.title", "funders.needs.middle", "funders.needs.short"].map { words.both($0, values) })
  }

  var coverageTitle: LocalizedText {
    let overall = facts.overall
    return words.both(
      "funders.coverage.title",
      [
        "n": .count(facts.reporting.count), "members": .count(facts.quality.rows.count),
        "k": .count(overall.reported), "m": .count(facts.askedOfMembers),
      ])
  }

  // MARK: Targets

  /// Which target is ahead, and which is furthest from track.
  var goalTitle: LocalizedText {
    guard let progress = facts.progress, progress.judged > 0 else { return words.both("funders.targets.none") }
    func named(_ target: Int) -> LocalizedText {
      let node = progress.node(target)
      return LocalizedText(
        english: "\(node.code) \(node.shortName.lowercasedStart.english)", thai: "\(node.code) \(node.shortName.thai)")
    }
    var values: [String: LocalizedText] = [
      "k": .count(progress.count(.met, .onTrack)), "n": .count(progress.total),
    ]
    var sentences = [words.both("funders.goals.title", values)]
    if let furthest = progress.furthest {
      values["lag"] = named(furthest)
      values["o"] = .count(progress.count(furthest, .offTrack, .worsening))
      values["cities"] = .count(progress.statuses.count)
      sentences.insert(words.both("funders.goals.title.lag", values), at: 0)
    }
    return fitting(sentences)
  }
}
