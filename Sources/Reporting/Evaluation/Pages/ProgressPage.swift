import Catalogue
import Spreadsheets
import Vocabulary

/// Cities by targets: the status as sign, word and tint.
enum ProgressPage {
  private static let headRows = 7...9
  private static let citiesOnOnePage = 20

  static func sheet(_ context: EvaluationContext) -> Sheet {
    let (words, styles) = (context.words, context.styles)
    let progress = context.facts.progress
    // The legend has seven cells, also where there are fewer targets.
    let count = max(ProgressStatus.allCases.count, progress?.targets.count ?? 0)
    var page = context.page(
      SheetNames.progress, widths: [1.8, 26.4] + Array(repeating: 14.64, count: count))
    page.head(
      .init(
        subject: context.subject("progress.subject", years(context)),
        finding: Sentences(context: context).progressTitle, reading: reading(context)),
      words: words)
    for (row, points) in zip(headRows, [20, 28, 28]) { page.height(Double(points), row) }
    var row = 10
    if let progress, progress.total > 0 {
      heads(progress, context, on: &page)
      if progress.judged > 0 || context.facts.reporting.count <= citiesOnOnePage {
        row = cities(progress, context, from: row, on: &page)
      } else {
        // Many pages that say the same of every city say less than this line.
        page.height(30, row)
        page.put(words("progress.none"), row, 1, styles.cell(10, Palette.muted))
        row += 1
      }
      row = counts(progress, context, from: row, on: &page)
    } else {
      page.height(30, row)
      page.put(
        words(progress == nil ? "progress.no_framework" : "progress.nothing"), row, 1, styles.cell(10, Palette.muted))
      row += 1
    }
    page.height(12, row)
    page.height(19, row + 1)
    page.height(16, row + 2)
    page.put(
      "\(words("signs"))  ·  \(words.other("signs"))", row + 1, 1, styles.cell(9, bold: true, Palette.ink))
    StatusLegend.put(ProgressStatus.allCases.map(\.look), row: row + 1, column: 2, context, on: &page)
    let isLong = context.facts.reporting.count > citiesOnOnePage
    return page.finished(
      lastRow: row + 2, repeating: isLong ? headRows : nil, footer: context.footer(SheetNames.progress),
      tab: Palette.navy)
  }

  /// Says, too, which targets are not for cities.
  private static func reading(_ context: EvaluationContext) -> String {
    var values = years(context)
    let framework = context.facts.progress?.framework
    let absent = framework.map { framework in
      framework.nodes(atDepth: 0).filter { framework.indicators(under: $0).isEmpty }.map {
        LocalizedText(same: framework.nodes[$0].code)
      }
    }
    guard let absent, !absent.isEmpty else { return context.words("progress.reading", values) }
    values["codes"] = context.words.list(absent)
    return context.words("progress.reading.absent", values)
  }

  private static func years(_ context: EvaluationContext) -> [String: LocalizedText] {
    let progress = context.results.catalogue.method.progress
    return [
      "target_year": .year(progress.targetYear), "base_year": .year(progress.baseYear),
      "method": LocalizedText(same: progress.method.rawValue), "thresholds": LocalizedText(same: thresholds(progress)),
    ]
  }

  /// The bounds between the classes; a method without such a list shows all its parameters.
  private static func thresholds(_ progress: Method.Progress) -> String {
    let parameters = progress.parameters(of: progress.method)
    let bounds = parameters.first { $0.name == "with_target" || $0.name == "arrows" }
    return bounds?.value.split(separator: " ").joined(separator: " / ") ?? parameters.echoed
  }

  private static func heads(_ progress: ProgressFacts, _ context: EvaluationContext, on page: inout Page) {
    let (words, styles) = (context.words, context.styles)
    page.put(words("city"), 8, 1, styles.cell(9, bold: true, vertical: .bottom))
    page.put(words.other("city"), 9, 1, styles.cell(8, Palette.muted, vertical: .top))
    for target in progress.targets.indices {
      let node = progress.node(target)
      page.put(node.code, 7, 2 + target, styles.cell(12, bold: true, Palette.ink, align: .centre))
      page.put(
        node.brokenName[words.language], 8, 2 + target,
        styles.cell(8.5, align: .centre, vertical: .bottom, wraps: true))
      page.put(
        node.brokenName[words.language.other], 9, 2 + target,
        styles.cell(8, Palette.muted, align: .centre, vertical: .top, wraps: true))
    }
  }

  /// By name, which is how a city is looked for here.
  private static func cities(
    _ progress: ProgressFacts, _ context: EvaluationContext, from first: Int, on page: inout Page
  ) -> Int {
    let (words, styles) = (context.words, context.styles)
    let formats = ProgressStatus.allCases.map { styles.status($0.look) }
    let texts = ProgressStatus.allCases.map { "\($0.look.sign) \(words($0.look.key))" }
    let cities = context.facts.reporting
    let order = cities.indices.sorted {
      (context.name(cities[$0]).english, $0) < (context.name(cities[$1]).english, $1)
    }
    var row = first
    let format = styles.cell()
    for position in order {
      let name = context.name(cities[position])
      page.put(Self.name(name, context), row, 1, format)
      for (target, status) in progress.statuses[position].enumerated() {
        page.put(texts[status.position], row, 2 + target, formats[status.position])
      }
      row += 1
    }
    page.heights(25, first..<row)
    return row
  }

  /// Both names where they fit into one line, else the first.
  static func name(_ name: LocalizedText, _ context: EvaluationContext) -> CellContent {
    let (first, second) = (name[context.language], name[context.language.other])
    let fits = TextLimits.length(first) + TextLimits.length(second) <= 28
    return context.styles.pair(TextLimits.shortened(first, to: 28), fits ? second : "")
  }

  private static func counts(
    _ progress: ProgressFacts, _ context: EvaluationContext, from first: Int, on page: inout Page
  ) -> Int {
    let styles = context.styles
    page.height(10, first)
    let rows: [(key: String, statuses: [ProgressStatus])] = [
      ("count.met_or_on_track", [.met, .onTrack]), ("status.watch", [.watch]),
      ("count.off_track_or_worsening", [.offTrack, .worsening]), ("status.undecided", [.noData, .tooEarly]),
    ]
    let format = styles.cell(
      10, number: NumberFormats.quietCount, align: .centre, bottom: Styles.hairline)
    for (position, (key, statuses)) in rows.enumerated() {
      let row = first + 1 + position
      page.height(18, row)
      page.put(context.words(key), row, 1, styles.cell(9, bold: true, Palette.ink, bottom: Styles.hairline))
      for target in progress.targets.indices {
        let count = statuses.reduce(0) { $0 + progress.counts[target][$1.position] }
        page.put(Double(count), row, 2 + target, format)
      }
    }
    return first + 1 + rows.count
  }
}
