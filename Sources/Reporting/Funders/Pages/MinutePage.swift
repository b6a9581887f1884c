import Catalogue
import Spreadsheets
import Vocabulary

/// The round in one minute: a headline, four figures with their change, four charts, each under the sentence that it shows.
enum MinutePage {
  private static let columns = [1, 2, 4, 5]
  static let footRow = 34

  static func sheet(_ context: FundersContext, _ tables: FundersTables) -> Sheet {
    let (words, styles) = (context.words, context.styles)
    let sentences = FundersSentences(context: context)
    var page = context.base.page(FundersSheets.minute, widths: [1.44, 40.8, 40.8, 3, 40.8, 40.8])
    for (row, points) in [12, 5, 20, 36, 23, 10, 19, 37, 17, 17, 10, 19, 16].enumerated() {
      page.height(Double(points), row)
    }
    page.heights(20.5, 13..<21)
    for (row, points) in [(21, 10), (22, 19), (23, 16), (34, 20), (35, 17), (36, 17)] {
      page.height(Double(points), row)
    }
    page.heights(20.5, 24..<34)
    page.bar()
    let state = words("state.\(context.base.round.state.rawValue)")
    page.put(
      context.base.subject("funders.minute.subject") + " · " + state, 2, 1, styles.cell(9, Palette.muted))
    page.markSynthetic(row: 2, words, size: 9)
    page.put(sentences.headline[words.language], 3, 1, styles.cell(22, bold: true, Palette.ink))
    page.put(sentences.headline[words.language.other], 4, 1, styles.cell(14, Palette.muted))
    figures(context, on: &page)
    MinuteCharts(context: context, sentences: sentences, tables: tables).put(on: &page)
    foot(context, on: &page)
    return page.finished(lastRow: 36, footer: context.base.footer(FundersSheets.minute), tab: Palette.navy)
  }

  private struct Figure {
    var label: LocalizedText
    var value: String
    var note: String
  }

  private static func figures(_ context: FundersContext, on page: inout Page) {
    let styles = context.styles
    let line = Border(.medium, Palette.navy)
    for columns in [1...2, 4...5] {
      page.sheet.fill(rows: 6...6, columns: columns, format: styles.cell(top: line))
    }
    for (column, figure) in zip(columns, figures(context)) {
      page.put(figure.label[context.language], 6, column, styles.cell(10, bold: true, Palette.ink, top: line))
      page.put(figure.value, 7, column, styles.cell(26, bold: true, Palette.ink, align: .left))
      page.put(figure.note, 8, column, styles.cell(9))
      page.put(figure.label[context.language.other], 9, column, styles.cell(9, Palette.muted))
    }
  }

  private static func figures(_ context: FundersContext) -> [Figure] {
    let (words, facts) = (context.words, context.facts)
    let overall = facts.overall
    var mean = words(overall.mean == nil ? "cover.mean.no_score" : "cover.mean.none")
    if let change = overall.change {
      mean = words(
        "funders.figure.mean",
        ["d": FundersSentences.signed(change), "k": .count(overall.improved), "n": .count(overall.compared)])
    }
    return [
      Figure(
        label: words.both("cities_reporting"),
        value: words("of", ["k": .count(facts.reporting.count), "n": .count(facts.quality.rows.count)]),
        note: words(
          "funders.figure.reported", ["p": LocalizedText(same: overall.reportedShare.map { "\($0)" } ?? "0")])),
      Figure(label: words.both("mean_score_0_100"), value: overall.mean?.text ?? "–", note: mean),
      targets(context), weakest(context),
    ]
  }

  private static func targets(_ context: FundersContext) -> Figure {
    let words = context.words
    let label = words.both("funders.figure.targets")
    guard let progress = context.facts.progress, progress.judged > 0 else {
      return Figure(label: label, value: "–", note: words("funders.targets.none"))
    }
    let good = progress.count(.met, .onTrack)
    var values: [String: LocalizedText] = ["k": .count(good), "n": .count(progress.total)]
    values["b"] = context.funders.previousProgress.map { .count($0.count(.met, .onTrack)) }
    return Figure(
      label: label, value: "\(Share.percent(good, of: progress.total)) %",
      note: words(values["b"] == nil ? "funders.figure.targets.note" : "funders.figure.targets.before", values))
  }

  private static func weakest(_ context: FundersContext) -> Figure {
    let words = context.words
    guard context.funders.ranking.count > 1, let last = context.funders.ranking.last, let node = last.node,
      let mean = last.mean
    else {
      return Figure(
        label: words.both("funders.figure.weakest.none"), value: "–", note: words("funders.figure.weakest.few"))
    }
    let definition = context.framework.nodes[node]
    var values = ["name": definition.shortName.lowercasedStart, "code": LocalizedText(same: definition.code)]
    values["d"] = last.change.map(FundersSentences.signed)
    return Figure(
      label: words.both("funders.figure.weakest", values), value: mean.text,
      note: words(last.change == nil ? "funders.figure.weakest.first" : "funders.figure.weakest.note", values))
  }

  private static func foot(_ context: FundersContext, on page: inout Page) {
    let (words, styles) = (context.words, context.styles)
    let absent = context.facts.quality.cities(.notReceived, .rejected)
    let trend = context.funders.trend
    var foot = words(
      "funders.minute.foot",
      [
        "date": .day(context.results.run.date), "absent": .count(absent.count),
        "better": .count(context.facts.changes.count(.better)), "worse": .count(context.facts.changes.count(.worse)),
      ])
    if trend.points.count > 1 { foot += " " + words("funders.minute.line", ["cities": .count(trend.cities)]) }
    page.put(foot, footRow, 1, styles.cell(8.5, Palette.muted))
    let links = [
      FundersSheets.regions, FundersSheets.themes, FundersSheets.goals, FundersSheets.needs, FundersSheets.coverage,
      FundersSheets.notes,
    ]
    for (position, sheet) in links.enumerated() {
      page.put(
        .link(InternalLink(sheet: sheet), text: "› " + sheet), footRow + 1 + position / columns.count,
        columns[position % columns.count], styles.cell(9, Palette.link))
    }
  }
}
