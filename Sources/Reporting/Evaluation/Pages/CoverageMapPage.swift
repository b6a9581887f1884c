import Catalogue
import Spreadsheets
import Vocabulary

/// Cities by parts of the framework, cities by targets, and parts by targets: signs and counts of the figures that are there.
enum CoverageMapPage {
  private static let citiesInOneBlock = 20
  private static let firstColumn = 2

  static func sheet(_ context: EvaluationContext) -> Sheet {
    var map = CoverageMap(context)
    map.legend()
    map.blocks()
    return map.finished()
  }

  /// The map in the making.
  private struct CoverageMap {
    let context: EvaluationContext
    let facts: CoverageFacts
    private let formats: [CellFormat]
    private let widths: [Double]
    private var page: Page
    private var row = 7
    private var hasBlock = false
    private var breaks: [Int] = []

    init(_ context: EvaluationContext) {
      self.context = context
      facts = context.facts.coverage
      let (words, styles) = (context.words, context.styles)
      // The legend has a cell for each state, also where there are fewer columns.
      let count = max(CoverageState.allCases.count, context.facts.layout.columns.count, facts.targets.count)
      widths = [1.8, 27] + Array(repeating: 15, count: count)
      page = context.page(SheetNames.coverageMap, widths: widths)
      page.head(
        .init(
          subject: context.subject("coverage_map.subject"),
          finding: Sentences(context: context).coverageTitle(facts),
          reading: words(
            facts.isExcerpt ? "coverage_map.reading.excerpt" : "coverage_map.reading",
            ["shown": .count(facts.shown.count), "n": .count(facts.cities.count)])),
        words: words)
      formats = ([Palette.heatNoScore] + Palette.heat.prefix(4)).map { fill in
        var format = styles.cell(9, Palette.ink, fill: fill, align: .centre)
        format.borders = .box(Border(.thin, Palette.rule))
        return format
      }
    }

    mutating func blocks() {
      let nodes = context.facts.layout.columns.map { node in
        (facts.framework.nodes[node], CoverageFacts.Subject(node: node))
      }
      let targets = facts.targets.compactMap { target in
        facts.goal.map { ($0.nodes[target], CoverageFacts.Subject(target: target)) }
      }
      cities("coverage_map.parts", nodes)
      guard !targets.isEmpty else { return }
      cities("coverage_map.targets", targets)
      heads("coverage_map.meeting", targets)
      for (node, subject) in nodes {
        put(node.code + " " + node.shortName[context.language])
        for (position, target) in targets.enumerated() {
          put(
            facts.position(.init(node: subject.node, target: target.1.target)).map { facts.network[$0] }, position)
        }
        row += 1
      }
    }

    private mutating func cities(
      _ key: String, _ columns: [(node: Framework.Node, subject: CoverageFacts.Subject)]
    ) {
      let positions = columns.map { facts.position($0.subject) }
      for first in stride(from: 0, to: max(1, facts.shown.count), by: CoverageMapPage.citiesInOneBlock) {
        heads(key, columns)
        for shown in facts.shown[first..<min(facts.shown.count, first + CoverageMapPage.citiesInOneBlock)] {
          put(context.name(facts.cities[shown])[context.language])
          for (column, position) in positions.enumerated() { put(position.map { facts.tallies[shown][$0] }, column) }
          row += 1
        }
      }
      put(context.words("coverage_map.all"))
      for (column, position) in positions.enumerated() { put(position.map { facts.network[$0] }, column) }
      row += 1
    }

    private mutating func heads(_ key: String, _ columns: [(node: Framework.Node, subject: CoverageFacts.Subject)]) {
      let (words, styles) = (context.words, context.styles)
      page.height(12, row)
      row += 1
      // The first stands below the signs.
      if hasBlock { breaks.append(row) }
      hasBlock = true
      for (offset, points) in [22.0, 30, 29].enumerated() { page.height(points, row + offset) }
      page.put(
        styles.pair(words(key), words.other(key), size: 11, secondSize: 9), row, 1,
        styles.cell(11, bold: true, Palette.ink))
      for (position, column) in columns.enumerated() {
        let at = CoverageMapPage.firstColumn + position
        let name = column.node.brokenName
        page.put(
          column.node.code + " " + name[words.language], row + 1, at,
          styles.cell(8.5, bold: true, Palette.ink, align: .centre, vertical: .bottom, wraps: true))
        page.put(
          name[words.language.other], row + 2, at,
          styles.cell(8, Palette.muted, align: .centre, vertical: .top, wraps: true))
      }
      row += 3
    }

    private mutating func put(_ name: String) {
      page.height(18, row)
      page.put(TextLimits.shortened(name, to: 32), row, 1, context.styles.cell(9.5, Palette.ink))
    }

    /// Signs with their counts, the states that do not occur left out; darker where more is reported.
    private mutating func put(_ tally: CoverageTally?, _ column: Int) {
      guard let tally, tally.total > 0 else {
        page.put("·", row, CoverageMapPage.firstColumn + column, context.styles.cell(9, Palette.muted, align: .centre))
        return
      }
      let text = CoverageState.allCases.filter { tally[$0] > 0 }
        .map { "\($0.sign)\u{2009}\(LocalizedText.grouped(tally[$0]))" }.joined(separator: " · ")
      let quarters = tally[.reported] == 0 ? 0 : 1 + min(3, 4 * tally[.reported] / tally.total)
      var format = formats[quarters]
      if TextLimits.length(text) > 18 {
        format.font = context.styles.font(7, Palette.ink)
      }
      page.put(text, row, CoverageMapPage.firstColumn + column, format)
    }

    /// Each state's sign, word and count in the whole framework.
    mutating func legend() {
      let (words, styles) = (context.words, context.styles)
      page.height(19, row)
      page.height(16, row + 1)
      page.height(18, row + 2)
      page.put("\(words("signs"))  ·  \(words.other("signs"))", row, 1, styles.cell(9, bold: true, Palette.ink))
      page.put(words("coverage_map.counts"), row + 2, 1, styles.cell(9, Palette.muted))
      for (position, state) in CoverageState.allCases.enumerated() {
        let column = CoverageMapPage.firstColumn + position
        page.put("\(state.sign) \(words(state.key))", row, column, styles.cell(9, Palette.ink, align: .centre))
        page.put(words.other(state.key), row + 1, column, styles.cell(8.5, Palette.muted, align: .centre))
        page.put(
          Double(facts.overall[state]), row + 2, column,
          styles.cell(10, bold: true, Palette.ink, number: NumberFormats.count, align: .centre))
      }
      row += 3
    }

    consuming func finished() -> Sheet {
      let cuts = PageCuts(widths: widths.map(context.styles.width), heads: 0, used: 0)
      var fit: PrintSetup.Fit?
      // Each block has heads of its own and begins on a page of its own.
      if !breaks.isEmpty, case .scaled(let percent, _) = cuts.fit {
        fit = .scaled(percent, breaksBefore: breaks)
      }
      return page.finished(
        lastRow: row - 1, fit: fit, footer: context.footer(SheetNames.coverageMap), tab: Palette.navy)
    }
  }
}
