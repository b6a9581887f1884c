import Catalogue
import Spreadsheets
import Trends
import Vocabulary

/// How often every two methods of progress see the same course, and where they differ most.
enum AgreementPage {
  static let mostDifferences = 12
  private static let firstColumn = 2
  private static let matrixRow = 9
  /// Of the names of measures, and of what methods see.
  private static let nameLength = 46

  static func sheet(_ context: EvaluationContext) -> Sheet {
    let words = context.words
    let facts = context.facts.agreement
    let methods = context.results.catalogue.method.progress.methods
    let widths = [1.8, 30.0] + methods.map { _ in max(13, 112 / Double(methods.count)) }
    var page = context.page(SheetNames.methodAgreement, widths: widths)
    page.head(
      .init(
        subject: context.subject("agreement.subject"), finding: title(context), reading: words("agreement.reading")),
      words: words)
    heads(methods, context, on: &page)
    for (position, method) in methods.enumerated() {
      put(method, methods, row: matrixRow + 2 * position, context, on: &page)
    }
    var row = matrixRow + 2 * methods.count
    if !facts.levelOnly.isEmpty {
      page.height(18, row)
      page.put(
        words("agreement.level_only", ["methods": context.words.list(facts.levelOnly.map { name($0, context) })]), row,
        1, context.styles.cell(8.5, Palette.muted))
      row += 1
    }
    if facts.judged > 0 { row = differences(context, from: row, on: &page) }
    return page.finished(lastRow: row - 1, footer: context.footer(SheetNames.methodAgreement))
  }

  static func title(_ context: EvaluationContext) -> LocalizedText {
    let facts = context.facts.agreement
    guard facts.judged > 0 else { return context.words.both("agreement.title.nothing") }
    return context.words.both(
      "agreement.title",
      [
        "k": .count(facts.agree), "n": .count(facts.judged),
        "p": LocalizedText(same: "\(Share.percent(facts.agree, of: facts.judged))"),
      ])
  }

  private static func name(_ method: Method.ProgressMethod, _ context: EvaluationContext) -> LocalizedText {
    context.results.catalogue.texts.label("method.progress.\(method.rawValue).name")
  }

  private static func heads(_ methods: [Method.ProgressMethod], _ context: EvaluationContext, on page: inout Page) {
    let styles = context.styles
    page.height(17, 7)
    page.height(16, 8)
    page.rule(8, 1...page.lastColumn, Styles.headRule)
    page.put(context.words("agreement.method"), 7, 1, styles.head(ruled: false))
    page.put(context.words.other("agreement.method"), 8, 1, styles.secondHead())
    for (position, method) in methods.enumerated() {
      page.put(method.rawValue, 7, firstColumn + position, styles.head(.centre, ruled: false))
    }
  }

  /// Two rows a method: per cent of agreement over the number of measures that both judge, in one fill.
  private static func put(
    _ method: Method.ProgressMethod, _ methods: [Method.ProgressMethod], row: Int, _ context: EvaluationContext,
    on page: inout Page
  ) {
    let (words, styles) = (context.words, context.styles)
    page.height(18, row)
    page.height(14, row + 1)
    let name = name(method, context)
    page.put(
      TextLimits.shortened(name[context.language], to: 30), row, 1,
      styles.cell(10, bold: true, Palette.ink, vertical: .bottom))
    page.put(
      TextLimits.shortened(name[context.language.other], to: 34), row + 1, 1,
      styles.cell(8.5, Palette.muted, vertical: .top))
    for (position, other) in methods.enumerated() {
      let pair = context.facts.agreement.pair(method, other)
      let share = pair?.share
      let fill = share.map { Palette.heat[Self.heatClass($0)] } ?? Palette.heatNoScore
      func format(_ size: Double, bold: Bool, _ vertical: CellFormat.VerticalAlignment) -> CellFormat {
        var format = styles.cell(
          size, bold: bold, share == nil ? Palette.muted : Palette.ink, fill: fill, align: .centre, vertical: vertical)
        format.borders = .box(Styles.gap)
        return format
      }
      let column = firstColumn + position
      page.put(share.map { "\($0) %" } ?? "–", row, column, format(12, bold: share != nil, .bottom))
      page.put(
        pair.flatMap { $0.judged > 0 ? words("agreement.of", ["n": .count($0.judged)]) : nil } ?? "", row + 1, column,
        format(8.5, bold: false, .top))
    }
  }

  /// Half and less, then in steps of ten per cent up to nine tenths.
  private static func heatClass(_ share: Int) -> Int { max(0, min(4, (share - 40) / 10)) }

  // MARK: Differences

  private static func differences(_ context: EvaluationContext, from first: Int, on page: inout Page) -> Int {
    let (words, styles) = (context.words, context.styles)
    page.height(10, first)
    page.height(24, first + 1)
    page.put(
      styles.pair(words("agreement.widest"), words.other("agreement.widest"), size: 12, secondSize: 9.5), first + 1, 1,
      styles.sectionHead)
    page.rule(first + 1, 2...page.lastColumn, Styles.headRule)
    let rows = context.facts.agreement.differences.prefix(mostDifferences)
    guard !rows.isEmpty else {
      page.height(19, first + 2)
      page.put(words("agreement.none"), first + 2, 1, styles.cell(10, Palette.muted))
      return first + 3
    }
    var row = first + 2
    for difference in rows {
      page.height(19, row)
      page.rule(row, 1...page.lastColumn)
      page.put(
        ProgressPage.name(context.name(difference.city), context), row, 1, styles.cell(10, bottom: Styles.hairline))
      page.put(
        TextLimits.shortened(context.indicatorNames[difference.indicator.index][context.language], to: nameLength), row,
        firstColumn, styles.cell(9.5, bottom: Styles.hairline))
      page.put(courses(difference, context), row, secondHalf(page), styles.cell(9, bottom: Styles.hairline))
      row += 1
    }
    return row
  }

  /// The column after the names of measures.
  private static func secondHalf(_ page: Page) -> Int {
    min(page.lastColumn, firstColumn + max(1, (page.lastColumn - firstColumn + 1) * 3 / 7))
  }

  /// What the methods see, the best course first, each with its sign.
  private static func courses(_ difference: AgreementFacts.Difference, _ context: EvaluationContext) -> CellContent {
    var runs: [TextRun] = []
    for (course, methods) in difference.courses {
      let look = course.look
      if !runs.isEmpty { runs.append(TextRun("   ", font: context.styles.font(9))) }
      runs.append(
        TextRun(
          "\(look.sign) \(context.words("course.\(course.rawValue)")): ",
          font: context.styles.font(9, bold: true, look.colour)))
      runs.append(TextRun(methods.map(\.rawValue).joined(separator: ", "), font: context.styles.font(9)))
    }
    return .richText(runs)
  }
}

extension GoalProgress.Course {
  /// As the statuses that share the course.
  fileprivate var look: (sign: String, colour: Colour) {
    switch self {
    case .onCourse: (ProgressStatus.onTrack.look.sign, ProgressStatus.onTrack.look.text)
    case .tooSlow: (ProgressStatus.offTrack.look.sign, ProgressStatus.watch.look.text)
    case .away: (ProgressStatus.worsening.look.sign, ProgressStatus.offTrack.look.text)
    }
  }
}
