import Catalogue
import Spreadsheets
import Vocabulary

/// What the workbook covers, how good it is and which run it is: for ten seconds of an evaluator's time.
enum CoverPage {
  private static let columns = 12

  static func sheet(_ context: EvaluationContext) -> Sheet {
    var page = context.page(SheetNames.cover, widths: [1.8] + Array(repeating: 12.36, count: columns))
    for (row, points) in [14, 7, 34, 18, 42, 30, 24, 26, 18, 38, 17, 17, 26].enumerated() {
      page.height(Double(points), row)
    }
    page.heights(24, 13..<18)
    for (row, points) in [(18, 26), (19, 18), (20, 20), (21, 18), (22, 18)] { page.height(Double(points), row) }
    title(context, on: &page)
    keyFigures(context, on: &page)
    facts(context, on: &page)
    legend(context, on: &page)
    return page.finished(lastRow: 22, footer: context.footer(SheetNames.cover), tab: Palette.navy)
  }

  private static func title(_ context: EvaluationContext, on page: inout Page) {
    let (words, styles) = (context.words, context.styles)
    page.sheet.fill(rows: 1...1, columns: 1...columns, format: styles.cell(fill: Palette.navy))
    let programme = TextLimits.harmless(context.results.programme.title[context.language])
    page.put(TextLimits.shortened(programme, to: 80).uppercased(), 2, 1, styles.cell(10, Palette.muted))
    page.markSynthetic(row: 2, words, size: 10)
    let title = words.both("cover.title", ["round": context.roundName])
    page.put(title[words.language], 4, 1, styles.cell(28, bold: true, Palette.ink))
    page.put(title[words.language.other], 5, 1, styles.cell(17, Palette.muted))
    let framework = context.results.catalogue.frameworks[context.results.framework]
    let scope = words(
      context.facts.progress == nil ? "cover.scope" : "cover.scope.targets",
      [
        "measures": .count(framework.allIndicators.count), "framework": framework.label,
        "targets": .count(context.facts.progress?.targets.count ?? 0),
        "year": context.referenceYear, "previous": context.comparisonYear,
      ])
    page.put(scope, 6, 1, styles.cell(11))
  }

  private static func keyFigures(_ context: EvaluationContext, on page: inout Page) {
    let words = context.words
    let facts = context.facts
    let quality = facts.quality
    let errors = quality.count(.error)
    let pair = { (a: Int, b: Int) -> [String: LocalizedText] in ["k": .count(a), "n": .count(b)] }
    let change = facts.overall.change.map { change in
      words(
        "cover.mean.\(Sentences.direction(change))",
        ["d": Sentences.size(change), "previous": context.comparisonYear])
    }
    let figures = [
      (
        key: "cities_reporting", value: words("of", pair(facts.reporting.count, quality.rows.count)),
        note: words("cover.not_received", ["n": .count(quality.cities(.notReceived, .rejected).count)])
      ),
      (
        "measures_reported", facts.overall.reportedShare.map { "\($0) %" } ?? "–",
        words("cover.values", pair(facts.overall.reported, facts.overall.expected))
      ),
      (
        "mean_score_0_100", facts.overall.mean?.text ?? "–",
        change ?? words(facts.overall.mean == nil ? "cover.mean.no_score" : "cover.mean.none")
      ),
      (
        "data_quality", words(errors == 1 ? "cover.errors.one" : "cover.errors", ["n": .count(quality.count(.error))]),
        words("cover.part_held", ["n": .count(quality.cities(.partHeld).count)])
      ),
    ]
    for (position, figure) in figures.enumerated() {
      let column = 1 + 3 * position
      let last = position == figures.count - 1 ? columns : column + 1
      put(figure, context, column...last, on: &page)
    }
  }

  private static func put(
    _ figure: (key: String, value: String, note: String), _ context: EvaluationContext, _ columns: ClosedRange<Int>,
    on page: inout Page
  ) {
    let styles = context.styles
    let line = Border(.medium, Palette.navy)
    page.sheet.fill(rows: 8...8, columns: columns, format: styles.cell(top: line))
    let column = columns.lowerBound
    page.put(context.words(figure.key), 8, column, styles.cell(10, bold: true, Palette.ink, top: line))
    page.put(figure.value, 9, column, styles.cell(26, bold: true, Palette.ink, align: .left))
    page.put(figure.note, 10, column, styles.cell(9))
    page.put(context.words.other(figure.key), 11, column, styles.cell(9, Palette.muted))
  }

  private static func facts(_ context: EvaluationContext, on page: inout Page) {
    let results = context.results
    let words = context.words
    let method = results.catalogue.method
    let organisation = TextLimits.harmless(results.programme.organisation[context.language])
    let left = [
      ("fact.status", words("state.\(results.round.state.rawValue)")),
      ("fact.released", LocalizedText.day(results.run.date)[context.language]),
      (
        "fact.next_update",
        results.round.nextUpdate.map { LocalizedText.day($0)[context.language] } ?? words("not_set")
      ),
      (
        "fact.method",
        words(
          method.isPeerRelative ? "cover.method.peers" : "cover.method",
          ["method": LocalizedText(same: "\(method.id) \(method.version)")])
      ),
      (
        "fact.source_files",
        words(
          "cover.files", ["n": .count(results.files.count), "values": .count(results.files.reduce(0) { $0 + $1.read })])
      ),
    ]
    let right = [
      ("fact.contact", TextLimits.harmless(results.programme.contact)),
      ("fact.licence", TextLimits.harmless(results.programme.licence[context.language])),
      (
        "fact.cite_as",
        words(
          "cover.cite",
          [
            "organisation": LocalizedText(same: organisation), "year": .year(results.run.date.year),
            "round": context.roundName,
          ])
      ),
      ("fact.run", results.run.id),
      ("fact.made_with", "gnlc \(results.run.version) · \(words("rules")) \(results.catalogue.rules.version)"),
    ]
    for (position, fact) in left.enumerated() { put(fact, row: 13 + position, columns: 1...5, context, on: &page) }
    for (position, fact) in right.enumerated() { put(fact, row: 13 + position, columns: 7...12, context, on: &page) }
  }

  private static func put(
    _ fact: (key: String, value: String), row: Int, columns: ClosedRange<Int>, _ context: EvaluationContext,
    on page: inout Page
  ) {
    let styles = context.styles
    page.rule(row, columns)
    let format = styles.cell(9.5, bottom: Styles.hairline)
    page.put(
      styles.pair(context.words(fact.key), context.words.other(fact.key), size: 9.5, secondSize: 8.5), row,
      columns.lowerBound, format)
    page.put(TextLimits.shortened(fact.value, to: 58), row, columns.lowerBound + 2, format)
  }

  private static func legend(_ context: EvaluationContext, on page: inout Page) {
    let (words, styles) = (context.words, context.styles)
    page.put(
      "\(words("legend.title"))  ·  \(words.other("legend.title"))", 19, 1, styles.cell(9, bold: true, Palette.ink))
    StatusLegend.put(ProgressStatus.allCases.map(\.look), row: 20, column: 1, context, on: &page)
    page.put(words("legend.flags"), 20, 9, styles.cell(8.5))
    page.put(
      EvidenceStrength.text(3) + " " + words("legend.evidence"), 21, 9, styles.cell(8.5, Palette.muted))
    page.put(words("legend.shorthand"), 22, 9, styles.cell(8.5, Palette.muted))
  }
}

/// Signs with their words in both languages, one cell each.
enum StatusLegend {
  static func put(_ looks: [StatusLook], row: Int, column: Int, _ context: EvaluationContext, on page: inout Page) {
    for (position, look) in looks.enumerated() {
      let text = "\(look.sign) \(context.words(look.key))"
      let size: Double = TextLimits.length(text) > 13 ? 8 : 9
      page.put(text, row, column + position, context.styles.status(look, size: size))
      page.put(
        context.words.other(look.key), row + 1, column + position,
        context.styles.cell(8.5, Palette.muted, align: .centre))
    }
  }
}
