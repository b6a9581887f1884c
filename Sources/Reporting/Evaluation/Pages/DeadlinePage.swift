import Catalogue
import Spreadsheets
import Vocabulary

/// The board of the deadline: each city's state, what is left to do, and which workbook goes back to it.
enum DeadlinePage {
  private static let widths = [1.8, 30, 27, 10.8, 11.6, 1.8, 50, 28]
  private static let headRows = 7...8
  private static let citiesOnOnePage = 20

  static func sheet(_ context: EvaluationContext) -> Sheet {
    let (words, styles, facts) = (context.words, context.styles, context.facts.deadline)
    var page = context.page(SheetNames.deadline, widths: widths)
    page.head(
      .init(
        subject: context.subject(
          "deadline.subject", ["date": .day(context.results.run.date)]),
        finding: title(context), reading: words("deadline.reading")),
      words: words)
    heads(context, on: &page)
    let first = 9
    let formats = RowFormats(styles)
    for (position, row) in facts.rows.enumerated() {
      put(row, at: first + position, formats, context, on: &page)
    }
    page.heights(22, first..<first + facts.rows.count)
    if facts.rows.isEmpty { page.put(words("quality.nothing"), first, 1, styles.cell(10, Palette.muted)) }
    return page.finished(
      lastRow: first + max(1, facts.rows.count) - 1,
      repeating: facts.rows.count > citiesOnOnePage ? headRows : nil, footer: context.footer(SheetNames.deadline))
  }

  /// How many cities have nothing left to do, and when the round closes.
  private static func title(_ context: EvaluationContext) -> LocalizedText {
    let (words, facts) = (context.words, context.facts.deadline)
    guard !facts.rows.isEmpty else { return words.both("quality.title.nothing") }
    let fromSources = facts.rows.filter { $0.state == .fromSources }
    let held = fromSources.count { $0.outcome.errors > 0 }
    // No city sends anything: the errors are not the cities' to mend, and no deadline is theirs.
    if held > 0, facts.rows.allSatisfy({ $0.outcome.file.isEmpty }) {
      return words.both("deadline.title.sources", ["k": .count(held), "n": .count(fromSources.count)])
    }
    let done = words.both(
      "deadline.title",
      ["k": .count(facts.count(.complete) + fromSources.count - held), "n": .count(facts.rows.count)])
    guard let days = facts.daysToClose else { return done }
    let end =
      switch days {
      case 0: words.both("deadline.today")
      case 1: words.both("deadline.tomorrow")
      case -1: words.both("deadline.yesterday")
      case 2...: words.both("deadline.left", ["d": .count(days)])
      default: words.both("deadline.ago", ["d": .count(-days)])
      }
    return words.both("deadline.both", ["done": done, "end": end])
  }

  private static func heads(_ context: EvaluationContext, on page: inout Page) {
    let (words, styles) = (context.words, context.styles)
    page.height(17, 7)
    page.height(16, 8)
    page.rule(8, 1...page.lastColumn, Styles.headRule)
    for (column, key) in [(1, "city"), (2, "deadline.state"), (6, "deadline.next"), (7, "deadline.returned")] {
      page.put(words(key), 7, column, styles.head(.left, ruled: false))
      page.put(words.other(key), 8, column, styles.secondHead(.left))
    }
    for (column, severity) in [(3, Finding.Severity.error), (4, .warning)] {
      let key = "\(severity.look.key).plural"
      page.put("\(severity.look.sign) \(words(key))", 7, column, styles.head(.right, ruled: false))
      page.put(words.other(key), 8, column, styles.secondHead(.right))
    }
  }

  /// The formats of a city's row, made once.
  private struct RowFormats {
    let name: CellFormat
    let text: CellFormat
    let path: CellFormat
    let count: CellFormat
    let errors: CellFormat
    let absent: CellFormat
    let states: [SubmissionState: CellFormat]

    init(_ styles: Styles) {
      let line = Styles.hairline
      name = styles.cell(10, bottom: line)
      text = styles.cell(10, bottom: line)
      path = styles.cell(9, Palette.muted, bottom: line)
      count = styles.cell(10, number: NumberFormats.quietCount, align: .right, bottom: line)
      errors = styles.cell(
        10, bold: true, Finding.Severity.error.look.text, number: NumberFormats.quietCount, align: .right,
        bottom: line)
      absent = styles.cell(10, Palette.muted, align: .right, bottom: line)
      states = Dictionary(
        uniqueKeysWithValues: SubmissionState.allCases.map { ($0, styles.status($0.look, size: 9)) })
    }
  }

  private static func put(
    _ row: DeadlineFacts.Row, at index: Int, _ formats: RowFormats, _ context: EvaluationContext, on page: inout Page
  ) {
    let (words, outcome, look) = (context.words, row.outcome, row.state.look)
    page.put(ProgressPage.name(context.name(outcome.city), context), index, 1, formats.name)
    page.put(
      "\(look.sign) \(words(look.key)) · \(words.other(look.key))", index, 2,
      formats.states[row.state] ?? formats.text)
    if outcome.kind == .notReceived {
      for column in 3...4 { page.put("–", index, column, formats.absent) }
    } else {
      page.put(Double(outcome.errors), index, 3, outcome.errors > 0 ? formats.errors : formats.count)
      page.put(Double(outcome.warnings), index, 4, formats.count)
    }
    let isHeld = row.state == .fromSources && outcome.errors > 0
    page.put(
      words(isHeld ? "deadline.step.sources_to_mend" : "deadline.step.\(row.state.rawValue)"), index, 6, formats.text)
    page.put(outcome.returned.isEmpty ? "–" : outcome.returned, index, 7, formats.path)
  }
}
