import Catalogue
import Spreadsheets
import Vocabulary

/// What cities say now of years that the last round had published: by city, then the largest revisions.
enum RevisionsPage {
  private static let widths = [1.8, 28, 54, 13, 17, 17, 17, 13, 1.8, 52]
  private static let mostCities = 12
  private static let firstNumber = 3

  static func sheet(_ context: EvaluationContext, _ facts: RevisionFacts) -> Sheet {
    let words = context.words
    var page = context.page(SheetNames.revisions, widths: widths)
    let round = Int(facts.round.id).map { words.both("year", ["year": .year($0)]) }
    page.head(
      .init(
        subject: context.subject(
          "revisions.subject", ["last": round ?? LocalizedText(same: facts.round.id)]),
        finding: Sentences(context: context).revisionsTitle(facts), reading: words("revisions.reading")),
      words: words)
    var row = cities(context, facts, from: 7, on: &page)
    if !facts.shown.isEmpty { row = largest(context, facts, from: row, on: &page) }
    var feet = [words("revisions.foot"), words("revisions.foot.measures")]
    if facts.cities.count > mostCities {
      feet.append(words("revisions.foot.cities", ["n": .count(facts.cities.count), "shown": .count(mostCities)]))
    }
    if facts.list.count > facts.shown.count {
      feet.append(words("revisions.foot.excerpt", ["n": .count(facts.list.count), "shown": .count(facts.shown.count)]))
    }
    for foot in feet {
      page.height(18, row)
      page.put(foot, row, 1, context.styles.cell(8.5, Palette.muted))
      row += 1
    }
    return page.finished(lastRow: row - 1, footer: context.footer(SheetNames.revisions), tab: Palette.navy)
  }

  private static func heads(
    _ heads: [(column: Int, key: String)], row: Int, _ context: EvaluationContext, on page: inout Page
  ) {
    let (words, styles) = (context.words, context.styles)
    page.height(17, row)
    page.height(16, row + 1)
    page.rule(row + 1, 1...page.lastColumn, Styles.headRule)
    for (column, key) in heads {
      let align: CellFormat.HorizontalAlignment =
        (firstNumber...firstNumber + 4).contains(column) ? .right : .left
      page.put(words(key), row, column, styles.head(align, ruled: false))
      page.put(words.other(key), row + 1, column, styles.secondHead(align))
    }
  }

  private static func cities(
    _ context: EvaluationContext, _ facts: RevisionFacts, from first: Int, on page: inout Page
  ) -> Int {
    let (words, styles) = (context.words, context.styles)
    let keys = ["published", "revised", "withdrawn", "mean", "mean_absolute"]
    heads(
      [(1, "city")] + keys.enumerated().map { (firstNumber + $0, "revisions.\($1)") }, row: first, context, on: &page)
    var row = first + 2
    let rows =
      [(words("coverage_map.all"), facts.network)]
      + facts.cities.prefix(mostCities).map { (context.name($0.city)[context.language], $0.statistics) }
    for (position, (name, statistics)) in rows.enumerated() {
      page.height(18, row)
      page.rule(row, 1...page.lastColumn)
      let isAll = position == 0
      func cell(_ number: String) -> CellFormat {
        styles.cell(10, bold: isAll, number: number, align: .right, bottom: Styles.hairline)
      }
      page.put(
        TextLimits.shortened(name, to: 32), row, 1, styles.cell(10, bold: isAll, Palette.ink, bottom: Styles.hairline))
      let counts = [statistics.published, statistics.revised, statistics.withdrawn]
      for (offset, count) in counts.enumerated() {
        page.put(Double(count), row, firstNumber + offset, cell(NumberFormats.quietCount))
      }
      let means = [(statistics.mean, NumberFormats.change), (statistics.meanAbsolute, NumberFormats.score)]
      for (offset, (mean, format)) in means.enumerated() {
        let column = firstNumber + counts.count + offset
        if let mean {
          page.put(mean.value, row, column, cell(format))
        } else {
          page.put("·", row, column, cell(format))
        }
      }
      row += 1
    }
    page.height(14, row)
    return row + 1
  }

  private static func largest(
    _ context: EvaluationContext, _ facts: RevisionFacts, from first: Int, on page: inout Page
  ) -> Int {
    let styles = context.styles
    heads(
      [
        (1, "city"), (2, "revisions.figure"), (3, "revisions.year"), (4, "revisions.before"), (5, "revisions.after"),
        (6, "change"), (7, "revisions.percent"), (9, "revisions.note"),
      ], row: first, context, on: &page)
    var row = first + 2
    let line = Styles.hairline
    for revision in facts.shown {
      page.rule(row, 1...page.lastColumn)
      let printed = PrintedRevision(revision)
      let variable = context.results.catalogue[revision.key.variable]
      let breakdown = context.results.observations.breakdowns[revision.key.breakdown]
      let name = variable.label[context.language] + (breakdown.isTotal ? "" : " · \(breakdown)")
      page.put(
        TextLimits.shortened(context.name(revision.key.city)[context.language], to: 32), row, 1,
        styles.cell(10, Palette.ink, bottom: line))
      page.put(TextLimits.shortened(name, to: 62), row, 2, styles.cell(9.5, bottom: line))
      let year = LocalizedText.year(Int(revision.key.period.year))[context.language]
      page.put(year, row, firstNumber, styles.cell(10, align: .right, bottom: line))
      let numbers: [(Double?, String?, Bool)] = [
        (revision.before, amount(revision.before), false), (revision.after, amount(revision.after), true),
        (printed.change, signed(printed.change), false), (printed.percent, NumberFormats.change, false),
      ]
      for (offset, (number, format, isBold)) in numbers.enumerated() {
        let look = styles.cell(
          10, bold: isBold, isBold ? Palette.ink : Palette.text, number: format, align: .right, bottom: line)
        if let number {
          page.put(number, row, firstNumber + 1 + offset, look)
        } else {
          page.put(isBold ? context.words("revisions.withdrawn") : "·", row, firstNumber + 1 + offset, look)
        }
      }
      let note = TextLimits.shortened(
        [context.words("revised_by.\(revision.author.rawValue)"), revision.note].filter { !$0.isEmpty }
          .joined(separator: ": "), to: 240)
      page.put(note, row, 9, styles.cell(9, Palette.muted, wraps: true, bottom: line))
      page.height(5 + 13 * Double(max(1, styles.lines(of: note, width: widths[9], font: styles.font(9)))), row)
      row += 1
    }
    return row
  }

  /// Figures of any unit: whole and large ones without decimals, the rest with up to three.
  private static func amount(_ number: Double?) -> String {
    guard let number, number != number.rounded(), abs(number) < 10_000 else { return NumberFormats.count }
    return "#,##0.0##"
  }

  private static func signed(_ number: Double?) -> String {
    let digits = amount(number)
    return "+\(digits);-\(digits);0"
  }
}
