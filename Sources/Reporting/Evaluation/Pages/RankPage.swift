import Catalogue
import Normalisation
import Spreadsheets
import Vocabulary

/// Groups of cities with the intervals of their places drawn beside them, and what single indicators decide. No bare rank.
enum RankPage {
  private static let headRows = 7...8
  private static let rowsOnOnePage = 22
  /// More areas than this are in the table only.
  private static let mostAreas = 4
  private static let mostIndicators = 8

  /// The columns: city, places, quarters, the strip of places, areas.
  private struct Columns {
    let bins: Int
    let areas: [Robustness.Ranking]
    static let city = 1
    static let places = 2
    static let top = 3
    static let bottom = 4
    static let strip = 6
    var firstArea: Int { Self.strip + bins + 1 }

    init(_ robustness: Robustness?) {
      // One column a place while there is room, else several places a column.
      bins = max(1, min(40, robustness?.overall.ranked ?? 1))
      let rankings = (robustness?.rankings ?? []).filter { $0.node != nil }
      areas = rankings.count <= RankPage.mostAreas ? rankings : []
    }

    var widths: [Double] {
      [1.8, 28, 11, 10, 10, 1.8] + Array(repeating: max(1.3, 56 / Double(bins)), count: bins) + [1.8]
        + areas.map { _ in 24 }
    }

    /// The column of a place.
    func column(_ place: Int, of ranked: Int) -> Int { Self.strip + (place - 1) * bins / max(1, ranked) }
  }

  static func sheet(_ context: EvaluationContext) -> Sheet {
    let words = context.words
    let robustness = context.results.robustness
    let columns = Columns(robustness)
    var page = context.page(SheetNames.rankGroups, widths: columns.widths)
    page.head(
      .init(subject: context.subject("ranks.subject"), finding: title(context), reading: reading(context)), words: words
    )
    heads(columns, context, on: &page)
    var row = 9
    if let robustness, !robustness.overall.standings.isEmpty {
      row = cities(robustness, columns, context, from: row, on: &page)
    } else {
      page.put(
        words(robustness == nil ? "ranks.off" : "quality.nothing"), row, 1, context.styles.cell(10, Palette.muted))
      row += 1
    }
    let isLong = row > 9 + rowsOnOnePage
    row = indicators(context, from: row, on: &page)
    return page.finished(
      lastRow: row - 1, repeating: isLong ? headRows : nil, footer: context.footer(SheetNames.rankGroups),
      tab: Palette.navy)
  }

  // MARK: Sentences

  /// How many groups, and what a group means.
  static func title(_ context: EvaluationContext) -> LocalizedText {
    let words = context.words
    guard let robustness = context.results.robustness else { return words.both("ranks.title.off") }
    let overall = robustness.overall
    guard overall.ranked > 0 else {
      return words.both("ranks.title.few", ["m": .count(robustness.choice.minimumCities)])
    }
    let values = ["n": LocalizedText.count(overall.ranked), "g": .count(overall.groups)]
    return words.both(overall.groups == 1 ? "ranks.title.one" : "ranks.title", values)
  }

  private static func reading(_ context: EvaluationContext) -> String {
    guard let choice = context.results.robustness?.choice else { return context.words("ranks.reading.off") }
    let share = Int((100 * (choice.upper - choice.lower)).rounded())
    return context.words("ranks.reading", ["p": .count(share), "d": .count(choice.draws)])
  }

  // MARK: Heads

  private static func heads(_ columns: Columns, _ context: EvaluationContext, on page: inout Page) {
    let (words, styles) = (context.words, context.styles)
    page.height(17, 7)
    page.height(16, 8)
    page.rule(8, 1...page.lastColumn, Styles.headRule)
    for (column, key, align) in [
      (Columns.city, "city", CellFormat.HorizontalAlignment.left), (Columns.places, "ranks.places", .right),
      (Columns.top, "ranks.top", .right), (Columns.bottom, "ranks.bottom", .right),
    ] {
      page.put(words(key), 7, column, styles.head(align, ruled: false))
      page.put(words.other(key), 8, column, styles.secondHead(align))
    }
    let ranked = context.results.robustness?.overall.ranked ?? 0
    let scale = words.both("ranks.scale", ["n": .count(ranked)])
    page.put(scale[context.language], 7, Columns.strip, styles.head(.left, ruled: false))
    page.put(scale[context.language.other], 8, Columns.strip, styles.secondHead(.left))
    let framework = context.results.catalogue.frameworks[context.results.framework]
    for (position, ranking) in columns.areas.enumerated() {
      guard let node = ranking.node else { continue }
      let name = framework.nodes[node].shortName
      page.put(
        TextLimits.shortened(name[context.language], to: 22), 7, columns.firstArea + position,
        styles.head(.right, ruled: false))
      page.put(
        TextLimits.shortened(name[context.language.other], to: 22), 8, columns.firstArea + position,
        styles.secondHead(.right))
    }
  }

  // MARK: Cities

  private struct Formats {
    let name: CellFormat
    let places: CellFormat
    let share: CellFormat
    let absent: CellFormat
    let reason: CellFormat
    let area: CellFormat
    let band: CellFormat
    let empty: CellFormat
    let interval: CellFormat
    let median: CellFormat

    init(_ styles: Styles) {
      let line = Styles.hairline
      name = styles.cell(10, bottom: line)
      places = styles.cell(10, bold: true, Palette.ink, align: .right, bottom: line)
      share = styles.cell(10, number: NumberFormats.percent, align: .right, bottom: line)
      absent = styles.cell(10, Palette.muted, align: .right, bottom: line)
      reason = styles.cell(9, Palette.muted, bottom: line)
      area = styles.cell(9.5, align: .right, bottom: line)
      band = styles.cell(10, bold: true, Palette.ink, fill: Palette.band)
      empty = styles.cell(bottom: line)
      interval = styles.cell(fill: Palette.heat[3], bottom: Border(.thin, .white))
      median = styles.cell(fill: Palette.navy, bottom: Border(.thin, .white))
    }
  }

  private static func cities(
    _ robustness: Robustness, _ columns: Columns, _ context: EvaluationContext, from first: Int, on page: inout Page
  ) -> Int {
    let words = context.words
    let formats = Formats(context.styles)
    let areas = columns.areas.map { ranking in
      Dictionary(uniqueKeysWithValues: ranking.standings.map { ($0.city, $0) })
    }
    var sizes: [Int: Int] = [:]
    for standing in robustness.overall.standings { sizes[standing.group ?? 0, default: 0] += 1 }
    var row = first
    var group: Int? = -1
    for standing in robustness.overall.standings {
      if standing.group != group {
        group = standing.group
        let count = LocalizedText.count(sizes[group ?? 0] ?? 0)
        let band =
          group.map { words("ranks.group", ["g": .count($0), "n": count]) } ?? words("ranks.none", ["n": count])
        page.height(20, row)
        page.sheet.fill(rows: row...row, columns: 1...page.lastColumn, format: formats.band)
        page.put(band, row, 1, formats.band)
        row += 1
        if robustness.overall.ranked == 0, robustness.overall.standings.count > rowsOnOnePage {
          page.put(words("ranks.reason.\(standing.absence?.rawValue ?? "")"), row, Columns.city, formats.reason)
          return row + 1
        }
      }
      page.height(18, row)
      put(standing, ranked: robustness.overall.ranked, at: row, columns, formats, context, on: &page)
      for (position, area) in areas.enumerated() {
        let text = area[standing.city]?.interval.map(Self.text)
        page.put(text ?? "–", row, columns.firstArea + position, text == nil ? formats.absent : formats.area)
      }
      row += 1
    }
    return row
  }

  private static func put(
    _ standing: Robustness.Standing, ranked: Int, at row: Int, _ columns: Columns, _ formats: Formats,
    _ context: EvaluationContext, on page: inout Page
  ) {
    page.put(ProgressPage.name(context.name(standing.city), context), row, Columns.city, formats.name)
    guard let interval = standing.interval, let top = standing.topShare, let bottom = standing.bottomShare else {
      for column in Columns.places...Columns.bottom { page.put("–", row, column, formats.absent) }
      page.rule(row, Columns.strip...Columns.strip + columns.bins - 1)
      page.put(
        context.words("ranks.reason.\(standing.absence?.rawValue ?? "")"), row, Columns.strip, formats.reason)
      return
    }
    page.put(text(interval), row, Columns.places, formats.places)
    page.put(Double(RankTable.percent(top)), row, Columns.top, formats.share)
    page.put(Double(RankTable.percent(bottom)), row, Columns.bottom, formats.share)
    let range = columns.column(interval.low, of: ranked)...columns.column(interval.high, of: ranked)
    page.sheet.fill(
      rows: row...row, columns: Columns.strip...Columns.strip + columns.bins - 1, format: formats.empty)
    page.sheet.fill(rows: row...row, columns: range, format: formats.interval)
    let middle = columns.column(interval.median, of: ranked)
    page.sheet.fill(rows: row...row, columns: middle...middle, format: formats.median)
  }

  /// `3–8`, or `3` where every draw that counts gave the same place.
  static func text(_ interval: RankGroups.Interval) -> String {
    interval.low == interval.high ? "\(interval.low)" : "\(interval.low)–\(interval.high)"
  }

  // MARK: Indicators

  private static func indicators(_ context: EvaluationContext, from first: Int, on page: inout Page) -> Int {
    let (words, styles) = (context.words, context.styles)
    let summaries = context.results.robustness?.summaries.prefix(mostIndicators) ?? []
    guard !summaries.isEmpty else { return first }
    page.height(12, first)
    page.height(24, first + 1)
    page.put(
      styles.pair(words("ranks.indicators"), words.other("ranks.indicators"), size: 12, secondSize: 9.5), first + 1, 1,
      styles.sectionHead)
    page.rule(first + 1, 2...page.lastColumn, Styles.headRule)
    var row = first + 2
    for summary in summaries {
      page.height(18, row)
      page.rule(row, 1...page.lastColumn)
      let name = context.indicatorNames[summary.indicator.index]
      page.put(
        TextLimits.shortened(name[context.language], to: 62), row, 1, styles.cell(10, bottom: Styles.hairline))
      page.put(sentence(summary, context), row, Columns.strip, styles.cell(9, bottom: Styles.hairline))
      row += 1
    }
    return row
  }

  /// What happens to scores and places without the indicator.
  static func sentence(_ summary: Robustness.Summary, _ context: EvaluationContext) -> String {
    func number(_ value: Double) -> FixedDecimal { FixedDecimal(value, decimals: 2) }
    let largest = number(summary.largestChange)
    let key =
      largest.scaled < 0
      ? "ranks.indicator.loss" : largest.scaled > 0 ? "ranks.indicator.gain" : "ranks.indicator.nothing"
    return context.words(
      key,
      [
        "mean": Sentences.number(number(summary.meanChange)), "most": Sentences.size(largest),
        "city": context.name(summary.largestCity), "k": .count(summary.moved), "o": .count(summary.leaving),
      ])
  }
}
