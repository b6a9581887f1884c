import Catalogue
import Measurement
import Normalisation
import Spreadsheets
import Vocabulary

/// What the numbers mean, how they were rounded and compared, and what was left out, in both languages side by side.
enum NotesPage {
  private static let widths = [1.8, 30, 72, 2.4, 72]

  private static let topics = [
    "score", "coverage", "thirds", "ranks", "mean", "status", "change", "rounding", "missing", "disclosure", "equity",
    "evidence",
    "comparability",
    "revision", "correction", "benchmarks", "method", "sources",
  ]

  /// - Parameters:
  ///   - name: Of the sheet.
  ///   - topics: Each has its texts under `note.<topic>`.
  static func sheet(
    _ context: EvaluationContext, name: String = SheetNames.notes, topics: [String] = topics
  ) -> Sheet {
    let (words, styles) = (context.words, context.styles)
    var page = context.page(name, widths: widths)
    page.head(
      .init(
        subject: context.subject("notes.subject"),
        finding: name == SheetNames.notes ? words.both("notes.title") : SheetNames.spoken(name),
        reading: words("notes.reading")),
      words: words)
    page.height(20, 7)
    page.put("\(words("notes.topic")) · \(words.other("notes.topic"))", 7, 1, styles.head())
    page.put(words("language.english"), 7, 2, styles.head())
    page.put(.blank, 7, 3, styles.head())
    page.put(words("language.thai"), 7, 4, styles.head())
    var row = 8
    let values = parameters(context)
    for topic in topics {
      put(words.both("note.\(topic)"), words.both(key(topic, context), values), row, on: &page, words)
      row += 1
    }
    for note in context.results.programme.notes {
      let text = LocalizedText(english: TextLimits.harmless(note.english), thai: TextLimits.harmless(note.thai))
      put(words.both("note.programme"), text, row, on: &page, words)
      row += 1
    }
    return page.finished(lastRow: row - 1, repeating: 7...7, footer: context.footer(name))
  }

  private static func put(
    _ topic: LocalizedText, _ text: LocalizedText, _ row: Int, on page: inout Page, _ words: Words
  ) {
    let styles = page.styles
    let line = Styles.hairline
    let body = styles.cell(10, wraps: true, bottom: line)
    page.put(
      styles.stacked(topic[words.language], topic[words.language.other], bold: true), row, 1,
      styles.cell(10, bold: true, Palette.ink, wraps: true, bottom: line))
    page.put(text.english, row, 2, body)
    page.put(.blank, row, 3, body)
    page.put(text.thai, row, 4, body)
    page.sheet.setHeight(
      styles.height(
        of: [(text.english, widths[2], styles.font(10)), (text.thai, widths[4], styles.font(10))], minimum: 36),
      row: row)
  }

  /// The text of a topic; where the method is another than usual, the one that fits it.
  private static func key(_ topic: String, _ context: EvaluationContext) -> String {
    let method = context.results.catalogue.method
    if topic == "status", method.progress.method != .statcan { return "note.status.other" }
    if topic == "comparability", method.isPeerRelative { return "note.comparability.peers" }
    if topic == "correction", context.facts.corrections == nil { return "note.correction.none" }
    return "note.\(topic).text"
  }

  /// How scores come about, in words; the sheet of methods has the choices as codes.
  private static func scores(_ context: EvaluationContext) -> LocalizedText {
    let (words, method) = (context.words, context.results.catalogue.method)
    func name(_ choice: String) -> LocalizedText { words.both("method.\(choice).name") }
    var steps = [
      name("normalisation.\(method.normalisation.name.rawValue)"),
      name("aggregation.\(method.aggregation.name.rawValue)"),
    ]
    if method.outliers != nil { steps.append(name("outliers.winsorise")) }
    if let imputation = method.imputation { steps.append(name("imputation.\(imputation.name.rawValue)")) }
    if method.screening != nil { steps.append(name("screening.availability")) }
    return words.list(steps)
  }

  /// Every choice of the method that a note quotes.
  private static func parameters(_ context: EvaluationContext) -> [String: LocalizedText] {
    let catalogue = context.results.catalogue
    let method = catalogue.method
    let progress = method.progress
    let statcan = progress.statcan
    func number(_ value: Double) -> LocalizedText { LocalizedText(same: FixedDecimal(value, decimals: 3).shortest) }
    func percent(_ value: Double) -> LocalizedText {
      LocalizedText(same: FixedDecimal(100 * value, decimals: 3).shortest)
    }
    let framework = catalogue.frameworks[context.results.framework]
    return [
      "framework": framework.label, "measures": .count(framework.allIndicators.count),
      "k": .count(method.minimumCoverageNumerator), "n": .count(method.minimumCoverageDenominator),
      "age": .count(method.maximumAgeYears), "method": LocalizedText(same: "\(method.id) \(method.version)"),
      "scores": scores(context),
      "progress_name": context.words.both("method.progress.\(progress.method.rawValue).name"),
      "parameters": LocalizedText(same: progress.parameters(of: progress.method).echoed),
      "what": context.words.both("method.progress.\(progress.method.rawValue).what"),
      "progress": LocalizedText(same: progress.method.rawValue), "base": .year(progress.baseYear),
      "target": .year(progress.targetYear), "high": number(statcan.withTarget.high),
      "medium": number(statcan.withTarget.medium), "low": number(statcan.withTarget.low),
      "high_free": percent(statcan.withoutTarget.high), "medium_free": percent(statcan.withoutTarget.medium),
      "low_free": percent(statcan.withoutTarget.low),
      "rules": LocalizedText(same: catalogue.rules.version),
      "minimum_base": number(catalogue.rules.minimumDenominator), "year": context.referenceYear,
      "previous": context.comparisonYear, "unchecked": .count(context.facts.uncheckedIndicators),
      "indicators": .count(catalogue.indicators.count),
      "band_low": number(method.equity.parityBand.lowerBound), "band_high": number(method.equity.parityBand.upperBound),
      "unchanged_points": number(method.equity.unchangedPoints),
      "unchanged_percent": number(method.equity.unchangedPercent),
      "minimum_share": percent(method.equity.minimumShare),
      "minimum_count": number(context.results.programme.disclosure.minimumCount),
      "minimum_denominator": number(context.results.programme.disclosure.minimumDenominator),
      "kept_back": .count(context.results.suppression.count),
      "names": context.list(
        context.facts.reporting.filter {
          context.results.current.overall($0, framework: context.results.framework).score != nil
        }, atMost: 40),
      "corrected": .count(context.facts.corrections?.applied ?? 0),
    ]
  }
}
