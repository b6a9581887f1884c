import Catalogue
import Foundation
import Spreadsheets
import Vocabulary

/// The four charts of the first page; the workbook has no others.
struct MinuteCharts {
  let context: FundersContext
  let sentences: FundersSentences
  let tables: FundersTables

  private var words: Words { context.words }
  private var styles: Styles { context.styles }
  private var label: String { context.language == .thai ? "label_th" : "label_en" }
  private static let width = 578

  func put(on page: inout Page) {
    let slots: [(row: Int, column: Int, head: LocalizedText, chart: Chart?)] = [
      (11, 1, sentences.trendHead, trend), (11, 4, sentences.targetsHead, targets),
      (22, 1, sentences.ranking.head, ranking), (22, 4, sentences.sexHead, sexes),
    ]
    for (row, column, head, chart) in slots {
      page.put(head[words.language], row, column, styles.cell(12, bold: true, Palette.ink))
      let rule = Border(.thin, Palette.rule)
      page.sheet.fill(rows: row + 1...row + 1, columns: column...column + 1, format: styles.cell(bottom: rule))
      page.put(head[words.language.other], row + 1, column, styles.cell(9, Palette.muted, bottom: rule))
      if let chart {
        page.sheet.charts.append(chart)
      } else {
        page.put(words("chart.nothing"), row + 2, column, styles.cell(10, Palette.muted))
      }
    }
  }

  private func alternative(_ key: String, _ message: LocalizedText) -> String {
    TextLimits.shortened(
      words(
        key,
        ["message": message, "year": context.base.referenceYear, "previous": context.base.comparisonYear]), to: 250)
  }

  private func valueAxis(
    _ title: String, maximum: Double = 100, unit: Double = 25, format: String = "0"
  ) -> ChartAxis {
    ChartAxis(
      title: title, titleFont: styles.chartFont(8, Palette.muted), labelFont: styles.chartFont(8, Palette.muted),
      numberFormat: format, minimum: 0, maximum: maximum, majorUnit: unit, gridlines: Palette.grid)
  }

  /// A step of one, two or five tens, of which at most five fit.
  private static func step(_ total: Double) -> Double {
    let power = pow(10, floor(log10(max(total, 5) / 5)))
    return [1, 2, 5, 10].map { $0 * power }.first { total / $0 <= 5 } ?? 10 * power
  }

  /// The first row on top, and the numbers still at the bottom.
  private var bars: ChartAxis {
    ChartAxis(labelFont: styles.chartFont(9), reversed: true, crossesAtMaximum: true, line: Palette.axis)
  }

  /// The axis starts at 0 on purpose: a small rise must not look large.
  private var trend: Chart? {
    let points = context.funders.trend.points
    guard points.count > 1, let table = tables.trend.table,
      let names = table.range(of: label, rows: 0..<points.count, sheet: FundersSheets.trend),
      let values = table.range(of: "mean_score", rows: 0..<points.count, sheet: FundersSheets.trend)
    else { return nil }
    let size = styles.chartSize(width: Self.width, height: 212)
    return Chart(
      .line,
      series: [
        ChartSeries(
          name: .text(words("mean_score_0_100")), categories: names, values: values, colour: Palette.navy,
          lineWidth: 2.25, markerSize: 7,
          labels: .init(
            numberFormat: NumberFormats.score, font: styles.chartFont(9, bold: true, Palette.ink), position: .above))
      ],
      categoryAxis: ChartAxis(labelFont: styles.chartFont(9), line: Palette.axis),
      valueAxis: valueAxis(words("chart.mean_axis")), anchor: CellAddress(row: 13, column: 1), offsetY: 3,
      width: size.width, height: size.height, alternativeText: alternative("funders.chart.trend", sentences.trendHead))
  }

  private var targets: Chart? {
    guard let progress = context.facts.progress, progress.total > 0, let table = tables.targets.table,
      let names = table.range(of: label, rows: 0..<table.rowCount, sheet: FundersSheets.targets)
    else { return nil }
    func series(_ look: StatusLook, _ header: String, _ name: String) -> ChartSeries? {
      table.range(of: header, rows: 0..<table.rowCount, sheet: FundersSheets.targets).map {
        ChartSeries(
          name: .text(name), categories: names, values: $0, colour: look.chart, outline: .white,
          labels: .init(
            numberFormat: NumberFormats.chartCount, font: styles.chartFont(9, bold: true, look.chartLabel)))
      }
    }
    let decided: [ProgressStatus] = [.met, .onTrack, .watch, .offTrack, .worsening]
    let all =
      decided.map { series($0.look, $0.rawValue, $0.look.signed(words($0.look.key))) }
      + [
        series(
          ProgressStatus.noData.look, "no_data_or_too_early",
          ProgressStatus.noData.look.signed(words("status.undecided")))
      ]
    let size = styles.chartSize(width: Self.width, height: 212)
    let total = Double(progress.total)
    return Chart(
      .bar, grouping: .stacked, series: all.compactMap { $0 }, categoryAxis: bars,
      valueAxis: valueAxis(
        words("funders.chart.targets_axis", ["n": .count(progress.total)]), maximum: total,
        unit: Self.step(total), format: NumberFormats.count),
      legend: .init(.bottom, font: styles.chartFont(9)), gap: 45, overlap: 100,
      anchor: CellAddress(row: 13, column: 4), offsetY: 3, width: size.width, height: size.height,
      alternativeText: alternative("funders.chart.targets", sentences.targetsHead))
  }

  private var ranking: Chart? {
    let count = context.funders.ranking.count
    let round = context.base.round
    guard count > 0, let table = tables.focalPoints.table,
      let names = table.range(of: label, rows: 0..<count, sheet: FundersSheets.focalPoints),
      let values = table.range(of: "mean_\(round.referenceYear)", rows: 0..<count, sheet: FundersSheets.focalPoints)
    else { return nil }
    // Those that the head calls the weakest.
    let marked = count - sentences.ranking.marked
    let fills = Dictionary(uniqueKeysWithValues: (marked..<count).map { ($0, Palette.bad) })
    let size = styles.chartSize(width: Self.width, height: 268)
    return Chart(
      .bar,
      series: [
        ChartSeries(
          name: .text(words("year", ["year": context.base.referenceYear])), categories: names, values: values,
          colour: Palette.navy, pointFills: fills,
          labels: .init(numberFormat: "0", font: styles.chartFont(9, bold: true, Palette.ink)))
      ], categoryAxis: bars, valueAxis: valueAxis(words("chart.mean_axis")), gap: 35,
      anchor: CellAddress(row: 24, column: 1), offsetY: 3, width: size.width, height: size.height,
      alternativeText: alternative("funders.chart.ranking", sentences.ranking.head))
  }

  private var sexes: Chart? {
    let count = context.funders.sexes.shown.count
    guard count > 0, let table = tables.sexes.table,
      let names = table.range(of: label, rows: 0..<count, sheet: FundersSheets.sexes),
      let women = table.range(of: "women", rows: 0..<count, sheet: FundersSheets.sexes),
      let men = table.range(of: "men", rows: 0..<count, sheet: FundersSheets.sexes)
    else { return nil }
    let size = styles.chartSize(width: Self.width, height: 268)
    func name(_ key: String) -> String { "\(words(key)) · \(words.other(key))" }
    return Chart(
      .bar,
      series: [
        ChartSeries(
          name: .text(name("women")), categories: names, values: women, colour: Palette.women,
          labels: .init(numberFormat: "0", font: styles.chartFont(9, bold: true, Palette.ink))),
        ChartSeries(
          name: .text(name("men")), categories: names, values: men, colour: Palette.men,
          labels: .init(numberFormat: "0", font: styles.chartFont(9))),
      ], categoryAxis: bars, valueAxis: valueAxis(words("funders.chart.sexes_axis")),
      legend: .init(.top, font: styles.chartFont(9)), gap: 45, anchor: CellAddress(row: 24, column: 4), offsetY: 3,
      width: size.width, height: size.height, alternativeText: alternative("funders.chart.sexes", sentences.sexHead))
  }
}
