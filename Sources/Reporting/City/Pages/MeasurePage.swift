import Catalogue
import Measurement
import Spreadsheets
import Trends
import Vocabulary

/// Every measure with its two values, change, evidence and limits; under it the pace that its target asks for.
enum MeasurePage {
  private static let widths = [1.2, 14, 44, 13, 10, 10, 11, 1.2, 14, 9, 23]
  private static let headRows = 7...7

  static func sheet(_ context: CityContext) -> Sheet {
    let (words, styles) = (context.words, context.styles)
    var page = context.page(CitySheets.indicators, widths: widths)
    page.head(
      .init(
        subject: context.subject("card.measures.subject"),
        finding: CitySentences(context: context).measureTitle, reading: words("card.measures.reading"), size: 15),
      words: words)
    heads(context, on: &page)
    var row = 8
    var omitted = 0
    for group in context.card.groups {
      // Of the round's own framework every measure stands here, reported or not; of the others what was reported.
      let isOwn = group.framework == context.results.framework
      let measures = isOwn ? group.measures : group.measures.filter { $0.value != nil }
      omitted += group.measures.count - measures.count
      guard !measures.isEmpty else { continue }
      band(group, row, context, on: &page)
      row += 1
      for measure in measures { row = put(measure, row, context, on: &page) }
    }
    page.height(18, row)
    page.put(
      words("card.measures.foot", ["n": .count(omitted)]), row, 1, styles.cell(8.5, Palette.muted))
    page.height(16, row + 1)
    page.put(words("card.measures.evidence"), row + 1, 1, styles.cell(8.5, Palette.muted))
    return page.finished(
      lastRow: row + 1, repeating: headRows, footer: context.base.footer(CitySheets.indicators), tab: Palette.navy,
      orientation: .portrait)
  }

  private static func heads(_ context: CityContext, on page: inout Page) {
    let (words, styles) = (context.words, context.styles)
    page.height(18, 7)
    page.rule(7, 1...page.lastColumn, Styles.headRule)
    let heads: [(Int, String, CellFormat.HorizontalAlignment)] = [
      (1, words("code"), .left), (2, words("card.measure"), .left), (3, words("card.unit"), .left),
      (4, words("card.before"), .right), (5, words("card.now"), .right), (6, words("change"), .right),
      (8, words("direction"), .left), (9, words("evidence"), .left), (10, words("card.limits"), .left),
    ]
    for (column, text, align) in heads { page.put(text, 7, column, styles.head(align)) }
  }

  private static func band(_ group: CityFacts.MeasureGroup, _ row: Int, _ context: CityContext, on page: inout Page) {
    let node = context.catalogue.frameworks[group.framework].nodes[group.node]
    let format = context.styles.cell(10, fill: Palette.band)
    page.height(20, row)
    page.sheet.fill(rows: row...row, columns: 1...page.lastColumn, format: format)
    let prefix = group.framework == context.results.framework ? "" : "SDG "
    let name = context.coded(group.node, framework: group.framework)[context.language]
    page.put(
      context.styles.pair(prefix + name, node.shortName[context.language.other], size: 9.5, secondSize: 8.5), row, 1,
      format)
  }

  /// - Returns: The next free row.
  private static func put(_ measure: MeasureFacts, _ row: Int, _ context: CityContext, on page: inout Page) -> Int {
    let styles = context.styles
    let pace = CitySentences(context: context).pace(measure)
    let bottom = pace == nil ? Styles.hairline : nil
    let indicator = context.catalogue[measure.indicator]
    let unit = context.catalogue.units[indicator.unit]
    // Names cut short would look alike.
    let name = TextLimits.shortened(context.measure(measure.indicator)[context.language], to: 110)
    let unitName = TextLimits.shortened(unit.label[context.language], to: 40)
    let limits = TextLimits.shortened(limits(measure, context), to: 60)
    page.sheet.setHeight(
      styles.height(
        of: [
          (name, widths[2], styles.font(10)), (unitName, widths[3], styles.font(8.5)),
          (limits, widths[10], styles.font(8.5)),
        ], minimum: pace == nil ? 21 : 18), row: row)
    page.rule(pace == nil ? row : row + 1, 1...page.lastColumn)
    page.put(
      indicator.code.isEmpty ? "·" : indicator.code, row, 1, styles.cell(8.5, Palette.muted, bottom: bottom))
    page.put(name, row, 2, styles.cell(10, wraps: true, bottom: bottom))
    page.put(unitName, row, 3, styles.cell(8.5, Palette.muted, wraps: true, bottom: bottom))
    values(measure, unit, row, bottom, context, on: &page)
    let outcome = measure.change?.outcome(context.catalogue)
    move(measure, outcome, row, bottom, context, on: &page)
    page.put(
      measure.strength.map(EvidenceStrength.text) ?? EvidenceStrength.text(0), row, 9,
      styles.cell(9, Palette.evidence, bottom: bottom))
    page.put(limits, row, 10, styles.cell(8.5, Palette.muted, wraps: true, bottom: bottom))
    guard let pace else { return row + 1 }
    page.height(14, row + 1)
    let line = Styles.hairline
    if let status = measure.verdict, let look = measure.look, measure.pace?.target != nil {
      page.put(
        "\(look.sign) \(context.words(look.key))", row + 1, 1,
        styles.cell(8, status == .worsening || status == .offTrack ? Palette.synthetic : Palette.muted, bottom: line))
    }
    page.put(
      context.words("card.pace.line", ["sentence": pace]), row + 1, 2, styles.cell(8.5, Palette.muted, bottom: line))
    return row + 2
  }

  private static func values(
    _ measure: MeasureFacts, _ unit: UnitOfMeasure, _ row: Int, _ bottom: Border?, _ context: CityContext,
    on page: inout Page
  ) {
    let styles = context.styles
    let format = NumberFormats.value(decimals: unit.decimals)
    func put(_ number: Double?, _ column: Int, bold: Bool, _ absent: String) {
      let look = styles.cell(
        10, bold: bold && number != nil, bold && number != nil ? Palette.ink : Palette.muted, number: format,
        align: .right, bottom: bottom)
      page.put(
        number.map { CellContent.number(FixedDecimal($0, decimals: unit.decimals).value) } ?? .text(absent), row,
        column,
        look)
    }
    put(measure.change?.previousValue, 4, bold: false, Shorthand.notAvailable)
    // Of a distribution only its table has the parts.
    let isWhole = measure.value?.key.breakdown == .total
    put(
      isWhole ? measure.value?.value : nil, 5, bold: true,
      measure.value == nil ? Shorthand.sign(of: measure.status) : "·")
  }

  private static func move(
    _ measure: MeasureFacts, _ outcome: ChangeFacts.Outcome?, _ row: Int, _ bottom: Border?, _ context: CityContext,
    on page: inout Page
  ) {
    let (words, styles) = (context.words, context.styles)
    if let change = measure.change, let printed = change.printed(context.catalogue) {
      let format = NumberFormats.signed(
        decimals: printed.decimals, unit: ChangePage.suffix(of: change, context.base))
      page.put(printed.value, row, 6, styles.cell(10, number: format, align: .right, bottom: bottom))
    } else {
      let sign = outcome == .seriesBreak ? Shorthand.seriesBreak : Shorthand.notAvailable
      page.put(sign, row, 6, styles.cell(10, Palette.muted, align: .right, bottom: bottom))
    }
    let good = ProgressStatus.onTrack.look
    let bad = ProgressStatus.offTrack.look
    let (text, colour, bold): (String, Colour, Bool) =
      switch outcome {
      case .better: ("▲ " + words("change_outcome.better"), good.text, false)
      case .worse: ("▼ " + words("change_outcome.worse"), bad.text, true)
      case .same: ("► " + words("change_outcome.same"), Palette.muted, false)
      case .first: ("○ " + words("change_outcome.first_value"), Palette.muted, false)
      case .seriesBreak: ("– " + words("card.break"), Palette.muted, false)
      case .neutral, .noBase: ("·", Palette.muted, false)
      case nil: ("– " + words(measure.value == nil ? "status.no_data" : "card.older"), Palette.muted, false)
      }
    page.put(text, row, 8, styles.cell(9.5, bold: bold, colour, bottom: bottom))
  }

  /// What weakens the figure: its kind of source, its status, its age, a small base, a revision.
  private static func limits(_ measure: MeasureFacts, _ context: CityContext) -> String {
    let words = context.words
    guard let value = measure.value else { return measure.isImputed ? words("card.limit.imputed") : "·" }
    var parts: [String] = []
    switch context.catalogue[measure.indicator].evidence {
    case .official: break
    case .survey: parts.append(words("card.limit.survey"))
    case .expertReview: parts.append(words("card.limit.experts"))
    }
    if value.status != .normal {
      parts.append(words("obs_status.\(value.status.code.lowercased())"))
    }
    if measure.age > 0 {
      parts.append(words("card.limit.year", ["year": .year(Int(value.key.period.year))]))
    } else if let previous = measure.change?.previousPeriod, Int(previous.year) != context.base.round.comparisonYear {
      parts.append(words("change.since", ["year": .year(Int(previous.year))]))
    }
    if MeasureFacts.isSmall(value, context.catalogue) { parts.append(words("card.limit.base")) }
    if measure.isRevised { parts.append(words("card.limit.revised")) }
    return parts.isEmpty ? "·" : parts.joined(separator: ", ")
  }
}
