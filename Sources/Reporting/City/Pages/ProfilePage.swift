import Catalogue
import Spreadsheets
import Vocabulary

/// One page to pin to a wall: four figures, strengths and gaps beside the other cities and the year before, the focal points, the
/// pace, women and men.
enum ProfilePage {
  static let widths = [1.44, 16.8, 42, 9.5, 9.5, 9.5, 14, 11, 11]
  static let mostPaces = 4
  static let mostSexes = 4
  private static let chartRows = 16

  static func sheet(_ context: CityContext, scores: Sheet) -> Sheet {
    let (words, styles) = (context.words, context.styles)
    var page = context.page(CitySheets.profile, widths: widths)
    head(context, on: &page)
    figures(context, on: &page)
    var row = strengths(context, from: 11, on: &page)
    page.height(12, row)
    row = chart(context, scores, from: row + 1, on: &page)
    row = paces(context, from: row, on: &page)
    page.height(12, row)
    row = sexes(context, from: row + 1, on: &page)
    page.height(18, row)
    page.put(words("card.foot"), row, 1, styles.cell(8.5, Palette.muted))
    page.height(17, row + 1)
    page.height(15, row + 2)
    let links = [
      (1, 2, CitySheets.next), (1, 3, CitySheets.indicators), (1, 6, CitySheets.report), (2, 2, CitySheets.equity),
    ]
    for (line, column, sheet) in links {
      page.put(
        .link(InternalLink(sheet: sheet), text: "› " + sheet), row + line, column, styles.cell(9, Palette.link))
    }
    return page.finished(
      lastRow: row + 2, footer: context.base.footer(CitySheets.profile), tab: Palette.navy, orientation: .portrait)
  }

  private static func head(_ context: CityContext, on page: inout Page) {
    let (words, styles) = (context.words, context.styles)
    for (row, points) in [12, 5, 20, 34, 24, 18, 8, 17, 33, 16, 10].enumerated() { page.height(Double(points), row) }
    page.bar()
    page.put(
      words(
        "card.subject",
        ["round": context.base.roundName, "year": context.base.referenceYear, "previous": context.base.comparisonYear]),
      2, 1, styles.cell(9, Palette.muted))
    page.markSynthetic(row: 2, words, size: 9)
    let name = context.name
    page.put(
      styles.pair(
        TextLimits.shortened(name[context.language], to: 34),
        TextLimits.shortened(name[context.language.other], to: 30), size: 22, secondSize: 13), 3, 1, styles.empty)
    let headline = CitySentences(context: context).headline
    page.put(headline[context.language], 4, 1, styles.cell(13, bold: true, Palette.ink))
    page.put(headline[context.language.other], 5, 1, styles.cell(9.5, Palette.muted))
  }

  private static func figures(_ context: CityContext, on page: inout Page) {
    let (words, styles, card) = (context.words, context.styles, context.card)
    let line = Border(.thin, Palette.rule)
    page.sheet.fill(rows: 7...7, columns: 1...page.lastColumn, format: styles.cell(top: line))
    page.sheet.fill(rows: 9...9, columns: 1...page.lastColumn, format: styles.cell(bottom: line))
    let good = card.targets.count { $0.status == .met || $0.status == .onTrack }
    let third = card.third.map { words("third.\($0.rawValue)") }
    let isThird = card.third.map { [.upper, .middle, .lower].contains($0) } ?? false
    let figures: [(column: Int, head: String, value: String, note: String)] = [
      (
        1, words("card.figure.score"), card.overall.score?.text ?? "–",
        card.overall.previous.map { words("card.figure.before", ["v": LocalizedText(same: $0.text)]) }
          ?? words("card.figure.first")
      ),
      (
        2, words("card.figure.group"), isThird ? third ?? "–" : "–",
        isThird
          ? words("card.figure.group.note", ["n": .count(context.base.facts.overall.scored)])
          : words("card.figure.group.none")
      ),
      (
        3, words("measures_reported"),
        "\(card.overall.reported) / \(card.overall.expected)",
        "\(Share.percent(card.overall.reported, of: card.overall.expected)) %"
      ),
      (
        6, words("card.figure.targets"), card.targets.isEmpty ? "–" : "\(good) / \(card.targets.count)",
        words("card.figure.targets.note")
      ),
    ]
    for (column, head, value, note) in figures {
      page.put(head, 7, column, styles.cell(9, bold: true, Palette.ink, top: line))
      page.put(value, 8, column, styles.cell(20, bold: true, Palette.ink, align: .left))
      page.put(note, 9, column, styles.cell(8.5, Palette.muted, bottom: line))
    }
  }

  static func heads(_ keys: [String], row: Int, _ context: CityContext, on page: inout Page) {
    for (position, key) in keys.enumerated() {
      page.put(
        context.words(key), row, 3 + position,
        context.styles.cell(8.5, Palette.muted, align: .right, bottom: Styles.headRule))
    }
  }

  // MARK: Strengths and gaps

  private static func strengths(_ context: CityContext, from first: Int, on page: inout Page) -> Int {
    let (words, styles, card) = (context.words, context.styles, context.card)
    context.section("card.strengths", row: first, on: &page)
    heads(
      ["score", "change", "card.median", "card.middle", "card.distance", "reported"], row: first, context, on: &page)
    var row = first + 1
    let good = ProgressStatus.onTrack.look
    let bad = ProgressStatus.offTrack.look
    let overall = StatusLook(
      sign: "", key: "overall", text: Palette.ink, tint: Palette.band, bold: true, chart: Palette.navy)
    put(card.overall, words("overall"), overall, words("card.all_measures"), row, context, on: &page)
    row += 1
    if let similar = card.similar, let node = card.besideSimilar {
      put(
        node, words("card.similar"), overall,
        words("card.similar.count", ["n": .count(similar.quartiles.cities)]), row, context, on: &page)
      row += 1
    }
    for (points, look, key) in [(card.strengths, good, "card.strength"), (card.gaps, bad, "card.gap")] {
      for point in points {
        let node = point.node ?? 0
        put(
          point, "\(look.sign) \(words(key))", look, context.coded(node)[context.language], row, context, on: &page,
          second: context.framework.nodes[node].shortName[context.language.other])
        row += 1
      }
    }
    if card.strengths.isEmpty, card.gaps.isEmpty {
      page.height(21, row)
      page.put(
        words("card.strengths.none", ["n": .count(PeerFacts.fewest)]), row, 1, styles.cell(9.5, Palette.muted))
      row += 1
    }
    return row
  }

  private static func put(
    _ node: CityFacts.Node, _ word: String, _ look: StatusLook, _ name: String, _ row: Int, _ context: CityContext,
    on page: inout Page, second: String = ""
  ) {
    let styles = context.styles
    let line = Styles.hairline
    page.height(21, row)
    page.rule(row, 1...page.lastColumn)
    page.put(word, row, 1, styles.status(look, size: 9))
    page.put(styles.pair("  " + name, second, bold: false), row, 2, styles.cell(10, bottom: line))
    let cells = ScoreCells(styles)
    cells.score(node.score, row, 3, on: &page)
    cells.move(node.change, row, 4, on: &page)
    cells.quiet(node.peers?.median, row, 5, on: &page)
    page.put(
      node.peers.map { "\($0.lower.text) – \($0.upper.text)" } ?? Shorthand.notAvailable, row, 6,
      styles.cell(10, Palette.muted, align: .right, bottom: line))
    cells.move(node.distance, row, 7, on: &page)
    page.put(
      "\(node.reported)/\(node.expected)", row, 8, styles.cell(10, Palette.muted, align: .right, bottom: line))
  }

  // MARK: Chart

  private static func chart(_ context: CityContext, _ scores: Sheet, from first: Int, on page: inout Page) -> Int {
    let (words, styles) = (context.words, context.styles)
    context.section("card.chart", ["n": .count(context.card.focalPoints.count)], row: first, on: &page)
    page.heights(20, first + 1..<first + 1 + chartRows)
    let count = context.card.focalPoints.count
    let round = context.base.round
    let label = context.language == .thai ? "label_th" : "label_en"
    // The table begins with the city as a whole.
    let rows = 1..<1 + count
    guard count > 0, let table = scores.table,
      context.card.focalPoints.contains(where: { $0.score != nil || $0.previous != nil }),
      let names = table.range(of: label, rows: rows, sheet: CitySheets.scores),
      let now = table.range(of: "score_\(round.referenceYear)", rows: rows, sheet: CitySheets.scores),
      let before = table.range(of: "score_\(round.comparisonYear)", rows: rows, sheet: CitySheets.scores)
    else {
      page.put(words("card.chart.nothing"), first + 1, 1, styles.cell(10, Palette.muted))
      return first + 1 + chartRows
    }
    func year(_ year: LocalizedText) -> String { words("year", ["year": year]) }
    let size = styles.chartSize(width: TextMeasure.pixels(ofWidths: Array(widths.dropFirst())) - 2, height: 416)
    page.sheet.charts.append(
      Chart(
        .bar,
        series: [
          ChartSeries(
            name: .text(year(context.base.comparisonYear)), categories: names, values: before,
            colour: Palette.previousYear),
          ChartSeries(
            name: .text(year(context.base.referenceYear)), categories: names, values: now, colour: Palette.navy,
            labels: .init(numberFormat: "0;;", font: styles.chartFont(9, bold: true, Palette.ink))),
        ],
        categoryAxis: ChartAxis(
          labelFont: styles.chartFont(9), reversed: true, crossesAtMaximum: true, line: Palette.axis),
        valueAxis: ChartAxis(
          title: words("card.chart.axis"), titleFont: styles.chartFont(8, Palette.muted),
          labelFont: styles.chartFont(8, Palette.muted), numberFormat: "0", minimum: 0, maximum: 100, majorUnit: 20,
          gridlines: Palette.grid),
        legend: .init(.top, font: styles.chartFont(9)), gap: 45, anchor: CellAddress(row: first + 1, column: 1),
        offsetY: 2, width: size.width, height: size.height,
        alternativeText: TextLimits.shortened(
          words(
            "card.chart.text",
            [
              "message": CitySentences(context: context).headline, "year": context.base.referenceYear,
              "previous": context.base.comparisonYear,
            ]), to: 250)))
    return first + 1 + chartRows
  }
}
