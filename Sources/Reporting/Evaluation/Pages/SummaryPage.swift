import Catalogue
import Spreadsheets
import Vocabulary

/// Six messages, each with its proof, and two charts.
enum SummaryPage {
  private static let firstMessage = 8
  private static let messageRows = 6

  static func sheet(_ context: EvaluationContext) -> Sheet {
    let (words, styles) = (context.words, context.styles)
    let sentences = Sentences(context: context)
    var page = context.page(SheetNames.summary, widths: [1.8, 5.4, 74.4, 3.6, 75.6])
    let state = words("summary.state.\(context.round.state.rawValue)")
    page.head(
      .init(
        subject: context.subject("summary.subject"), finding: sentences.headline,
        reading: sentences.coverage[words.language] + " " + state),
      words: words)
    page.height(22, 7)
    page.heights(62, firstMessage..<firstMessage + messageRows)
    page.heights(44, firstMessage + messageRows..<firstMessage + messageRows + 2)
    page.put(
      styles.pair(words("key_messages"), words.other("key_messages"), size: 12, secondSize: 9.5), 7, 1,
      styles.sectionHead)
    page.rule(7, 2...2, Styles.headRule)
    for (position, message) in sentences.keyMessages.prefix(messageRows).enumerated() {
      put(message, row: firstMessage + position, words, on: &page)
    }
    let foot = styles.cell(9, Palette.muted, vertical: .top, wraps: true)
    page.put(words("summary.foot.scores"), firstMessage + messageRows, 2, foot)
    page.put(footOfStatuses(context), firstMessage + messageRows + 1, 2, foot)
    SummaryCharts.put(context, sentences, on: &page)
    return page.finished(
      lastRow: firstMessage + messageRows + 2, footer: context.footer(SheetNames.summary), tab: Palette.navy)
  }

  private static func put(_ message: KeyMessage, row: Int, _ words: Words, on page: inout Page) {
    let styles = page.styles
    page.put(
      message.sign, row, 1, styles.cell(16, message.colour, align: .centre, bottom: Styles.hairline))
    let sheet = SheetNames.spoken(message.sheet)[words.language]
    page.put(
      .richText([
        TextRun(message.finding[words.language] + "\n", font: styles.font(11.5, bold: true, Palette.ink)),
        TextRun(message.finding[words.language.other] + "\n", font: styles.font(10, Palette.muted)),
        TextRun("\(message.proof)  ›  \(sheet)", font: styles.font(9)),
      ]), row, 2, styles.cell(wraps: true, bottom: Styles.hairline))
  }

  private static func footOfStatuses(_ context: EvaluationContext) -> String {
    guard context.facts.progress != nil else { return context.words("summary.foot.no_targets") }
    let progress = context.results.catalogue.method.progress
    return context.words(
      "summary.foot.statuses",
      ["year": .year(progress.targetYear), "method": LocalizedText(same: progress.method.rawValue)])
  }
}

/// The two charts of the summary: areas this year and before, and the targets' statuses.
enum SummaryCharts {
  private static let column = 4
  private static let firstRow = 8
  private static let secondHead = 11
  private static let width = 529

  static func put(_ context: EvaluationContext, _ sentences: Sentences, on page: inout Page) {
    let styles = context.styles
    page.put(sentences.areasChartHead, 7, column, styles.sectionHead)
    page.put(
      sentences.targetsChartHead, secondHead, column,
      styles.cell(12, bold: true, Palette.ink, vertical: .bottom, bottom: Styles.headRule))
    if let chart = areas(context, sentences) {
      page.sheet.charts.append(chart)
    } else {
      page.put(context.words("chart.nothing"), firstRow, column, styles.cell(10, Palette.muted))
    }
    if let chart = targets(context, sentences) {
      page.sheet.charts.append(chart)
    } else {
      page.put(context.words("chart.nothing"), secondHead + 1, column, styles.cell(10, Palette.muted))
    }
  }

  private static func areas(_ context: EvaluationContext, _ sentences: Sentences) -> Chart? {
    let (words, styles, facts) = (context.words, context.styles, context.facts)
    let size = styles.chartSize(width: width, height: 238)
    guard facts.overall.mean != nil, let rows = MeanTable.areaRows(context) else { return nil }
    func range(_ column: Int) -> SheetRange {
      // Below five lines of text, an empty one and the header.
      SheetRange(sheet: SheetNames.means, rows: rows.lowerBound + 7...rows.upperBound + 7, column: column)
    }
    let names = range(context.language == .thai ? MeanTable.thaiColumn : MeanTable.englishColumn)
    let year = words("year", ["year": context.referenceYear])
    let current = ChartSeries(
      name: .text(year), categories: names,
      values: range(facts.overall.change == nil ? MeanTable.meanColumn : MeanTable.currentColumn),
      colour: Palette.navy,
      labels: .init(numberFormat: NumberFormats.score, font: styles.chartFont(9, bold: true, Palette.ink)))
    let previous = ChartSeries(
      name: .text(words("year", ["year": context.comparisonYear])), categories: names,
      values: range(MeanTable.previousColumn), colour: Palette.previousYear,
      labels: .init(numberFormat: NumberFormats.score, font: styles.chartFont(9)))
    var valueAxis = valueAxis(styles, title: words("chart.mean_axis"))
    valueAxis.minimum = 0
    valueAxis.maximum = 100
    valueAxis.majorUnit = 25
    return Chart(
      .bar, series: facts.overall.change == nil ? [current] : [previous, current],
      categoryAxis: categoryAxis(styles), valueAxis: valueAxis,
      legend: facts.overall.change == nil ? nil : .init(.top, font: styles.chartFont(9)), gap: 55, overlap: -5,
      anchor: CellAddress(row: firstRow, column: column), offsetY: 4, width: size.width, height: size.height,
      alternativeText: TextLimits.shortened(
        words(
          facts.overall.change == nil ? "chart.areas.one" : "chart.areas",
          [
            "message": LocalizedText(same: sentences.areasChartHead), "year": context.referenceYear,
            "previous": context.comparisonYear,
          ]), to: 250))
  }

  private static func targets(_ context: EvaluationContext, _ sentences: Sentences) -> Chart? {
    let (words, styles) = (context.words, context.styles)
    guard let progress = context.facts.progress, progress.total > 0 else { return nil }
    let size = styles.chartSize(width: width, height: 280)
    func range(_ column: Int) -> SheetRange {
      SheetRange(sheet: SheetNames.statusCounts, rows: 7...6 + progress.targets.count, column: column)
    }
    let names = range(
      context.language == .thai ? StatusCountTable.thaiLabelColumn : StatusCountTable.englishLabelColumn)
    let decided: [ProgressStatus] = [.met, .onTrack, .watch, .offTrack, .worsening]
    var series = decided.map { status in
      ChartSeries(
        name: .text(status.look.signed(words(status.look.key))), categories: names,
        values: range(StatusCountTable.firstCountColumn + status.position), colour: status.look.chart,
        outline: .white,
        labels: .init(numberFormat: NumberFormats.chartCount, font: styles.chartFont(9, status.look.chartLabel)))
    }
    let undecided = ProgressStatus.noData.look
    series.append(
      ChartSeries(
        name: .text(undecided.signed(words("status.undecided"))), categories: names,
        values: range(StatusCountTable.undecidedColumn), colour: undecided.chart, outline: .white,
        labels: .init(numberFormat: NumberFormats.chartCount, font: styles.chartFont(9, undecided.chartLabel))))
    var valueAxis = valueAxis(styles, title: words("chart.cities_axis"))
    valueAxis.minimum = 0
    valueAxis.maximum = Double(progress.statuses.count)
    valueAxis.majorUnit = Self.unit(progress.statuses.count)
    valueAxis.numberFormat = NumberFormats.count
    return Chart(
      .bar, grouping: .stacked, series: series, categoryAxis: categoryAxis(styles), valueAxis: valueAxis,
      legend: .init(.bottom, font: styles.chartFont(8)), gap: 28, overlap: 100,
      anchor: CellAddress(row: secondHead + 1, column: column), offsetY: 4, width: size.width, height: size.height,
      alternativeText: TextLimits.shortened(
        words("chart.targets", ["message": LocalizedText(same: sentences.targetsChartHead)]), to: 250))
  }

  /// A step of whole cities that gives about four numbers on the axis.
  private static func unit(_ cities: Int) -> Double {
    let rough = Double(max(1, cities)) / 4
    for step in [1.0, 2, 3, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000] where step >= rough { return step }
    return (rough / 1000).rounded(.up) * 1000
  }

  /// The first row on top, and the numbers still at the bottom.
  private static func categoryAxis(_ styles: Styles) -> ChartAxis {
    ChartAxis(labelFont: styles.chartFont(9), reversed: true, crossesAtMaximum: true, line: Palette.axis)
  }

  private static func valueAxis(_ styles: Styles, title: String) -> ChartAxis {
    ChartAxis(
      title: title, titleFont: styles.chartFont(8, Palette.muted), labelFont: styles.chartFont(8, Palette.muted),
      numberFormat: "0", gridlines: Palette.grid)
  }
}
