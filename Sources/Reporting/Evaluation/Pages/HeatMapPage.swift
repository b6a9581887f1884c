import Catalogue
import Normalisation
import Spreadsheets
import Vocabulary

/// Cities by focal points: the score over what it rests on, the fill by class. Cities in thirds, then by name.
enum HeatMapPage {
  private static let headRows = 7...10
  private static let firstColumn = 4
  /// More cities than this go on to a second page.
  private static let citiesOnOnePage = 20

  static func sheet(_ context: EvaluationContext) -> Sheet {
    var map = HeatMap(context)
    map.heads()
    map.cities()
    map.networkMean()
    let lastRow = map.foot()
    let isLong = context.facts.reporting.count > citiesOnOnePage
    return map.page.finished(
      lastRow: lastRow, repeating: isLong ? headRows : nil, fit: isLong ? map.cuts.fit : nil,
      footer: context.footer(SheetNames.heatMap), tab: Palette.navy)
  }

  /// The map in the making.
  private struct HeatMap {
    let context: EvaluationContext
    let framework: Framework
    /// Where each node of the layout has its column.
    private var columns: [(node: Int, column: Int)] = []
    private var groups: [(node: Int, columns: ClosedRange<Int>)] = []
    var page: Page
    private var row = 11
    private let formats: HeatFormats
    private(set) var cuts: PageCuts

    init(_ context: EvaluationContext) {
      self.context = context
      framework = context.results.catalogue.frameworks[context.results.framework]
      formats = HeatFormats(context.styles)
      var widths = [1.8, 25.2, 10.2, 1.2]
      for (position, group) in context.facts.layout.groups.enumerated() {
        if position > 0 { widths.append(0.96) }
        let first = widths.count
        for node in group.columns {
          columns.append((node, widths.count))
          widths.append(11.16)
        }
        if let node = group.node { groups.append((node, first...widths.count - 1)) }
      }
      page = context.page(SheetNames.heatMap, widths: widths)
      cuts = PageCuts(
        widths: widths.map(context.styles.width), heads: context.styles.height(96), used: context.styles.height(217))
      page.head(
        .init(
          subject: context.subject("heat.subject"), finding: Sentences(context: context).heatMapTitle,
          reading: context.words(
            "heat.reading",
            [
              "k": .count(context.results.catalogue.method.minimumCoverageNumerator),
              "n": .count(context.results.catalogue.method.minimumCoverageDenominator),
            ])),
        words: context.words)
    }

    mutating func heads() {
      let (words, styles) = (context.words, context.styles)
      for (row, points) in zip(HeatMapPage.headRows, [18, 18, 30, 30]) { page.height(Double(points), row) }
      for (node, range) in groups {
        let name = framework.nodes[node].shortName
        page.rule(7, range, Styles.headRule)
        let isNarrow = range.count < 3
        page.put(
          isNarrow
            ? .text("\(framework.nodes[node].code) \(name[words.language])")
            : styles.pair(
              "\(framework.nodes[node].code) \(name[words.language])", name[words.language.other], size: 9.5,
              secondSize: 8.5), 7, range.lowerBound,
          styles.cell(9.5, bold: true, Palette.ink, bottom: Styles.headRule))
      }
      let lower = styles.cell(8.5, align: .centre, vertical: .bottom, wraps: true)
      let upper = styles.cell(8, Palette.muted, align: .centre, vertical: .top, wraps: true)
      for (node, column) in columns {
        let definition = framework.nodes[node]
        page.put(definition.code, 8, column, styles.cell(10, bold: true, Palette.ink, align: .centre))
        page.put(definition.brokenName[words.language], 9, column, lower)
        page.put(definition.brokenName[words.language.other], 10, column, upper)
      }
      page.put(words("city"), 9, 1, styles.cell(8.5, bold: true, vertical: .bottom))
      page.put(words.other("city"), 10, 1, styles.cell(8, Palette.muted, vertical: .top))
      page.put(words("overall"), 9, 2, styles.cell(8.5, bold: true, align: .centre, vertical: .bottom, wraps: true))
      page.put(
        words.other("overall"), 10, 2, styles.cell(8, Palette.muted, align: .centre, vertical: .top, wraps: true))
    }

    mutating func cities() {
      let (words, styles) = (context.words, context.styles)
      guard !context.facts.reporting.isEmpty else {
        page.height(30, row)
        page.put(words("heat.nothing"), row, 1, styles.cell(10, Palette.muted))
        row += 1
        return
      }
      guard context.facts.isScored || context.facts.reporting.count <= HeatMapPage.citiesOnOnePage else {
        // Many pages without a score say less than this line.
        page.height(30, row)
        page.put(words("heat.none"), row, 1, styles.cell(10, Palette.muted))
        row += 1
        return
      }
      for (group, cities) in context.facts.standing.groups {
        // The head of a group stays with its first city.
        cuts.place(context.styles.height(15 + 32), atRow: row)
        page.height(15, row)
        let key = "third.\(group.rawValue)"
        page.put(
          styles.pair(words(key), words.other(key), size: 8.5, secondSize: 8), row, 1,
          styles.cell(8.5, bold: true, Palette.muted, vertical: .bottom))
        row += 1
        for (position, city) in cities.enumerated() {
          if position > 0 { cuts.place(context.styles.height(32), atRow: row) }
          put(city)
        }
      }
    }

    private mutating func put(_ city: CityID) {
      let results = context.results
      let name = context.name(city)
      startRow(
        TextLimits.shortened(name[context.language], to: 32),
        TextLimits.shortened(name[context.language.other], to: 38))
      let overall = results.current.overall(city, framework: results.framework)
      put(overall: overall.score.map { FixedDecimal($0, decimals: 1) }, overall.reported, overall.expected)
      for (node, column) in columns {
        let score = results.current.node(city, framework: results.framework, node: node)
        put(
          score.score.map { FixedDecimal($0, decimals: 1).value }, score.reported, score.expected, column, bold: false)
      }
      row += 2
    }

    mutating func networkMean() {
      guard !context.facts.reporting.isEmpty else { return }
      cuts.place(context.styles.height(8 + 32 + 8 + 18), atRow: row)
      page.height(8, row)
      row += 1
      startRow(context.words("network_mean"), context.words.other("network_mean"))
      let overall = context.facts.overall
      put(overall: overall.mean, overall.reported, overall.expected)
      for (node, column) in columns {
        guard let facts = context.facts.node(node) else { continue }
        put(facts.mean?.value, facts.reported, facts.expected, column, bold: true)
      }
      row += 2
    }

    private mutating func startRow(_ first: String, _ second: String) {
      page.height(18, row)
      page.height(14, row + 1)
      page.put(first, row, 1, formats.name)
      page.put(second, row + 1, 1, formats.secondName)
    }

    private mutating func put(overall: FixedDecimal?, _ reported: Int, _ expected: Int) {
      if let overall {
        page.put(overall.value, row, 2, formats.overall)
      } else {
        page.put("–", row, 2, formats.overall)
      }
      page.put(coverage(reported, expected), row + 1, 2, formats.overallCoverage)
    }

    private mutating func put(_ score: Double?, _ reported: Int, _ expected: Int, _ column: Int, bold: Bool) {
      let look = formats.pair(score, bold: bold)
      if let score {
        page.put(score, row, column, look.score)
      } else {
        page.put("–", row, column, look.score)
      }
      page.put(coverage(reported, expected), row + 1, column, look.coverage)
    }

    private func coverage(_ reported: Int, _ expected: Int) -> String {
      "\(LocalizedText.grouped(reported))/\(LocalizedText.grouped(expected))"
    }

    /// Who is missing, and the legend. Returns the last row.
    mutating func foot() -> Int {
      let (words, styles) = (context.words, context.styles)
      page.height(8, row)
      page.height(18, row + 1)
      let absent = context.facts.quality.cities(.notReceived, .rejected)
      let last = columns.suffix(Palette.heat.count).map(\.column)
      if !absent.isEmpty {
        // The legend stands in the last columns: as many names as there is room for, else their number.
        let room = max(30, 24 + (columns.count - last.count) * 11)
        let sentences =
          [4, 3, 2, 1].map { words("heat.absent", ["list": context.list(absent, atMost: $0)]) }
          + [words("heat.absent.count", ["n": .count(absent.count)])]
        let sentence = sentences.first { TextLimits.length($0) <= room - 2 } ?? sentences[sentences.count - 1]
        page.put("– " + sentence, row + 1, 1, styles.cell(9, Palette.muted))
      }
      let keys = ["heat.under_40", "heat.from_40", "heat.from_50", "heat.from_60", "heat.from_70"]
      guard last.count == Palette.heat.count else { return row + 1 }
      for (position, column) in last.enumerated() {
        var format = styles.cell(8.5, Palette.ink, fill: Palette.heat[position], align: .centre)
        format.borders = .box(Border(.thin, Palette.rule))
        page.put(words(keys[position]), row + 1, column, format)
      }
      return row + 1
    }
  }
}

/// The formats of the map, one for each class of score.
private struct HeatFormats {
  let name: CellFormat
  let secondName: CellFormat
  let overall: CellFormat
  let overallCoverage: CellFormat
  private let plain: [Pair]
  private let bold: [Pair]
  private let none: Pair

  struct Pair {
    var score: CellFormat
    var coverage: CellFormat
  }

  init(_ styles: Styles) {
    name = styles.cell(10, bold: true, Palette.ink, vertical: .bottom)
    secondName = styles.cell(8, Palette.muted, vertical: .top)
    overall = styles.cell(
      12, bold: true, Palette.ink, number: NumberFormats.score, align: .centre, vertical: .bottom)
    overallCoverage = styles.cell(8.5, Palette.muted, align: .centre, vertical: .top)
    func pair(_ fill: Colour, _ colour: Colour, bold: Bool) -> Pair {
      var score = styles.cell(
        12, bold: bold, colour, fill: fill, number: NumberFormats.heatScore, align: .centre, vertical: .bottom)
      score.borders = Borders(top: Styles.gap, left: Styles.gap, right: Styles.gap)
      var coverage = styles.cell(8.5, Palette.ink, fill: fill, align: .centre, vertical: .top)
      coverage.borders = Borders(bottom: Styles.gap, left: Styles.gap, right: Styles.gap)
      return Pair(score: score, coverage: coverage)
    }
    plain = Palette.heat.map { pair($0, Palette.ink, bold: false) }
    bold = Palette.heat.map { pair($0, Palette.ink, bold: true) }
    none = pair(Palette.heatNoScore, Palette.muted, bold: false)
  }

  func pair(_ score: Double?, bold isBold: Bool) -> Pair {
    guard let score else { return none }
    return (isBold ? bold : plain)[Palette.heatClass(score)]
  }
}
