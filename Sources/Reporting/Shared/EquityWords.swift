import Catalogue
import Spreadsheets
import Trends
import Vocabulary

/// How groups, gaps and their course are put into cells, alike in the evaluators' workbook and on a city's card.
struct EquityWords {
  let context: EvaluationContext

  init(_ context: EvaluationContext) { self.context = context }

  private var words: Words { context.words }
  private var styles: Styles { context.styles }
  private var catalogue: Catalogue { context.results.catalogue }

  /// An index as a sentence prints it.
  static func index(_ value: Double) -> LocalizedText { LocalizedText(same: FixedDecimal(value, decimals: 3).shortest) }

  /// What the comparisons come to, in a sentence.
  /// - Parameter nothing: Key of the sentence that says that there are none.
  func title(_ tallies: [EquityFacts.Tally], nothing: String = "equity.title.nothing") -> LocalizedText {
    let all = tallies.total(\.compared)
    guard all > 0 else { return words.both(nothing) }
    let values: [String: LocalizedText] = [
      "b": .count(tallies.total(\.behind)), "n": .count(all), "c": .count(tallies.total(\.closing)),
      "w": .count(tallies.total(\.widening)),
    ]
    return words.fitting([words.both("equity.title", values), words.both("equity.title.short", values)])
  }

  /// The head of the column that groups are measured against.
  var benchmarkKey: String {
    catalogue.method.equity.benchmark == .target ? "equity.benchmark.target" : "equity.benchmark.average"
  }

  /// The name with its unit over the name in the other language, each on one line.
  func measure(_ id: IndicatorID, wide: Bool) -> CellContent {
    // Thai letters are wider.
    let room = (wide ? (48, 50) : (43, 38), wide ? (34, 52) : (30, 44))
    let (first, second) = words.language == .thai ? room.1 : room.0
    let name = context.indicatorNames[id.index]
    let unit = catalogue.unit(of: id)
    let mark = unit.isNamed(in: name) ? "" : ", " + unit.label[words.language]
    let label = TextLimits.shortened(name[words.language], to: max(18, first - TextLimits.length(mark)))
    return styles.stacked(label + mark, TextLimits.shortened(name[words.language.other], to: second))
  }

  /// The group over its dimension.
  func group(_ row: GroupComparison) -> CellContent {
    let facts = context.facts.equity
    return styles.stacked(
      TextLimits.shortened(facts.group(row)[words.language], to: 28), facts.dimension(row.dimension)[words.language],
      bold: true)
  }

  /// Value, benchmark, distance, persons in four columns.
  func numbers(_ row: GroupComparison, _ line: Int, from column: Int, on page: inout Page) {
    let unit = catalogue.unit(of: row.indicator)
    let format = NumberFormats.value(decimals: unit.decimals)
    put(row.value, unit.decimals, format, line, column, bold: true, on: &page)
    put(row.benchmark, unit.decimals, format, line, column + 1, Palette.muted, on: &page)
    put(row.distance, unit.decimals, format, line, column + 2, on: &page)
    put(row.personsBehind, 0, NumberFormats.count, line, column + 3, bold: true, on: &page)
  }

  /// Lowest, highest, mean, deviation, coefficient of variation in five columns.
  func dispersion(_ row: GroupDispersion, _ line: Int, from column: Int, on page: inout Page) {
    let decimals = catalogue.unit(of: row.indicator).decimals
    let format = NumberFormats.value(decimals: decimals)
    put(row.measures?.lowest, decimals, format, line, column, on: &page)
    put(row.measures?.highest, decimals, format, line, column + 1, on: &page)
    put(row.measures?.mean, decimals, format, line, column + 2, Palette.muted, on: &page)
    put(
      row.measures?.standardDeviation, decimals + 1, NumberFormats.value(decimals: decimals + 1), line, column + 3,
      on: &page)
    put(
      row.measures?.coefficientOfVariation, 1, NumberFormats.score, line, column + 4, bold: true, on: &page)
  }

  private func put(
    _ value: Double?, _ decimals: Int, _ format: String, _ row: Int, _ column: Int, _ colour: Colour = Palette.text,
    bold: Bool = false, on page: inout Page
  ) {
    if let value {
      page.put(
        FixedDecimal(value, decimals: decimals).value, row, column,
        styles.cell(10, bold: bold, bold ? Palette.ink : colour, number: format, align: .right, bottom: Styles.hairline)
      )
    } else {
      page.put(
        Shorthand.notApplicable, row, column, styles.cell(10, Palette.muted, align: .right, bottom: Styles.hairline))
    }
  }

  /// Sign and word, tinted: closing is good, widening is not.
  func course(
    _ course: GroupComparison.Course?, _ absence: String?, _ row: Int, _ column: Int, on page: inout Page
  ) {
    guard let course else {
      page.put(
        words("equity.course_absence.\(absence ?? "first_value")"), row, column,
        styles.cell(9, Palette.muted, bottom: Styles.hairline))
      return
    }
    let (look, sign): (StatusLook, String) =
      switch course {
      case .closing: (ProgressStatus.onTrack.look, "▲")
      case .unchanged: (ProgressStatus.tooEarly.look, "►")
      case .widening: (ProgressStatus.offTrack.look, "▼")
      }
    page.put("\(sign) \(words("equity.course.\(course.rawValue)"))", row, column, styles.status(look, size: 9))
  }

  /// A small base before the weightiest status; the year where it is not the reference year.
  func flag(_ row: GroupComparison) -> String {
    var parts: [String] = []
    if row.hasSmallBase { parts.append(words("equity.small_base")) }
    if row.status != .normal, !(row.hasSmallBase && row.status == .lowReliability) {
      let code = row.status.code.lowercased()
      parts.append(code + " " + words("obs_status.\(code)"))
    }
    if Int(row.period.year) != context.round.referenceYear {
      parts.append(words("year", ["year": .year(Int(row.period.year))]))
    }
    return parts.isEmpty ? "·" : parts.joined(separator: ", ")
  }
}
