import Catalogue
import Spreadsheets
import Vocabulary

/// The lower part of the profile: the required pace, then women and men.
extension ProfilePage {
  static func paces(_ context: CityContext, from first: Int, on page: inout Page) -> Int {
    let (words, styles) = (context.words, context.styles)
    let sentences = CitySentences(context: context)
    context.section(
      "card.pace", ["year": .year(context.catalogue.method.progress.targetYear)], row: first, on: &page)
    var row = first + 1
    for measure in sentences.shownPaces(mostPaces) {
      guard let sentence = sentences.pace(measure), let status = measure.verdict else { continue }
      // The name on a line of its own: names cut short would look alike.
      page.height(17, row)
      page.height(17, row + 1)
      page.rule(row + 1, 1...page.lastColumn)
      let name = TextLimits.shortened(context.measure(measure.indicator)[context.language], to: 100)
      let pace = words("card.pace.line", ["sentence": sentence])
      page.put("\(status.look.sign) \(words(status.look.key))", row, 1, styles.status(status.look, size: 9))
      page.put("  " + name, row, 2, styles.cell(10, Palette.ink))
      page.put("  " + pace, row + 1, 2, styles.cell(9.5, Palette.muted, bottom: Styles.hairline))
      row += 2
    }
    if row == first + 1 {
      page.height(21, row)
      page.put(words("card.pace.none"), row, 1, styles.cell(9.5, Palette.muted))
      row += 1
    }
    return row
  }

  static func sexes(_ context: CityContext, from first: Int, on page: inout Page) -> Int {
    let (words, styles) = (context.words, context.styles)
    context.section("card.sexes", row: first, on: &page)
    heads(["women", "men", "card.sexes.gap", "card.sexes.index", "change"], row: first, context, on: &page)
    var row = first + 1
    for sex in shown(context.card.sexes) {
      put(sex, row, context, on: &page)
      row += 1
    }
    if row == first + 1 {
      page.height(21, row)
      page.put(words("card.sexes.none"), row, 1, styles.cell(9.5, Palette.muted))
      row += 1
    }
    return row
  }

  /// The widest disparities of both sides, and one measure at parity, so that praise has its place.
  static func shown(_ rows: [CityFacts.SexRow]) -> [CityFacts.SexRow] {
    let parity = rows.first { $0.side == .parity }
    let women = Array(rows.lazy.filter { $0.side == .womenBehind }.prefix(2))
    let men = Array(
      rows.lazy.filter { $0.side == .menBehind }.prefix(mostSexes - women.count - (parity == nil ? 0 : 1)))
    return (parity.map { [$0] } ?? []) + men + women
  }

  /// Characters of a measure's name in one line beside its figures.
  private static let nameLength = 44

  static func put(_ sex: CityFacts.SexRow, _ row: Int, _ context: CityContext, on page: inout Page) {
    let (words, styles) = (context.words, context.styles)
    let line = Styles.hairline
    page.rule(row, 1...page.lastColumn)
    let look =
      switch sex.side {
      case .parity: ProgressStatus.onTrack.look
      case .menBehind: ProgressStatus.watch.look
      case .womenBehind, .undecided: ProgressStatus.offTrack.look
      }
    page.put("\(look.sign) \(words("card.side.\(sex.side.rawValue)"))", row, 1, styles.status(look, size: 9))
    let comparison = sex.comparison
    let unit = context.catalogue.unit(of: comparison.indicator)
    let name = TextLimits.shortened(context.measure(comparison.indicator)[context.language], to: 80)
    let mark = unit.isNamed(in: context.measure(comparison.indicator)) ? "" : ", " + unit.label[context.language]
    // A gutter after the tinted cell: lines that are cut here can begin with it.
    let lines = LineBreaks.lines(of: name + mark, limit: nameLength).map { "  " + $0 }.joined(separator: "\n")
    page.put(lines, row, 2, styles.cell(9.5, wraps: true, bottom: line))
    page.height(max(27, 13.5 * Double(styles.lines(of: lines, width: widths[2], font: styles.font(9.5)))), row)
    func put(_ number: Double, _ column: Int, _ format: String, bold: Bool = false, _ colour: Colour = Palette.text) {
      page.put(number, row, column, styles.cell(10, bold: bold, colour, number: format, align: .right, bottom: line))
    }
    let value = NumberFormats.value(decimals: unit.decimals)
    put(FixedDecimal(comparison.women, decimals: unit.decimals).value, 3, value, bold: true, Palette.women)
    put(FixedDecimal(comparison.men, decimals: unit.decimals).value, 4, value)
    let points = unit.kind == .rate ? words("unit.points") : unit.kind == .rating ? words("unit.steps") : ""
    put(
      FixedDecimal(comparison.gap, decimals: unit.decimals).value, 5,
      NumberFormats.signed(decimals: unit.decimals, unit: points))
    if let parity = sex.parity { put(parity.value, 6, "0.00") }
    if let change = sex.parityChange {
      put(change.value, 7, "+0.00;-0.00;\"·\"")
    } else {
      page.put(Shorthand.notAvailable, row, 7, styles.cell(10, Palette.muted, align: .right, bottom: line))
    }
  }
}
