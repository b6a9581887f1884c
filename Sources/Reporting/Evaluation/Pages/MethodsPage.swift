import Catalogue
import Spreadsheets
import Vocabulary

/// Every indicator in a form to be read: formula, scale, evidence, source; and which definitions nobody checked.
enum MethodsPage {
  /// The columns of text, with gutters between those that wrap.
  private enum Column {
    static let code = 1
    static let name = 2
    static let formula = 4
    static let scale = 6
    static let evidence = 8
    static let source = 10
    static let all = [code, name, formula, scale, evidence, source]
  }

  private static let widths = [1.8, 16, 38, 1.2, 56, 1.2, 34, 1.2, 16, 1.2, 22]
  private static let headRow = 7

  static func sheet(_ context: EvaluationContext) -> Sheet {
    let words = context.words
    var page = context.page(SheetNames.methods, widths: widths)
    page.head(
      .init(
        subject: context.subject("methods.subject"), finding: Sentences(context: context).methodsTitle,
        reading: words("methods.reading")),
      words: words)
    var row = headRow
    row = frameworks(context, from: row, on: &page)
    row = indicators(context, from: row, on: &page)
    row = codes(context, from: row, on: &page)
    return page.finished(
      lastRow: row - 1, repeating: headRow...headRow, footer: context.footer(SheetNames.methods))
  }

  private static func heads(_ keys: [String], row: Int, _ context: EvaluationContext, on page: inout Page) {
    page.height(20, row)
    page.rule(row, 1...page.lastColumn, Styles.headRule)
    for (column, key) in zip(Column.all, keys) {
      page.put(
        context.styles.pair(context.words(key), context.words.other(key), size: 9, secondSize: 8), row, column,
        context.styles.head())
    }
  }

  /// The choices behind scores and statuses as the files write them.
  private static func codes(_ context: EvaluationContext, from row: Int, on page: inout Page) -> Int {
    let method = context.results.catalogue.method
    let progress = method.progress
    page.height(20, row)
    page.put(
      context.words(
        "methods.codes",
        [
          "method": LocalizedText(same: "\(method.id) \(method.version)"),
          "scores": LocalizedText(same: method.scoreParameters),
          "progress": LocalizedText(same: progress.method.rawValue),
          "parameters": LocalizedText(same: progress.parameters(of: progress.method).echoed),
        ]), row, 1, context.styles.cell(8.5, Palette.muted))
    return row + 1
  }

  // MARK: Frameworks

  private static func frameworks(_ context: EvaluationContext, from first: Int, on page: inout Page) -> Int {
    let (words, styles) = (context.words, context.styles)
    heads(
      ["code", "measure_unit", "formula", "scale", "evidence", "methods.checked"], row: first, context, on: &page)
    var row = first + 1
    band(words("methods.frameworks"), row: row, context, on: &page)
    row += 1
    let line = Styles.hairline
    for framework in order(context).map({ context.results.catalogue.frameworks[$0] }) {
      let source = framework.source
      page.rule(row, 1...page.lastColumn)
      let document = [source.title, source.reference, source.year.map { "\($0)" } ?? "", source.licence]
        .filter { !$0.isEmpty }.joined(separator: " · ")
      let note = source.note?[context.language] ?? "·"
      let body = styles.cell(9, vertical: .top, wraps: true, bottom: line)
      page.put(
        framework.id, row, Column.code, styles.cell(8.5, Palette.muted, vertical: .top, wraps: true, bottom: line))
      page.put(
        styles.stacked(framework.label[context.language], framework.label[context.language.other]), row, Column.name,
        styles.cell(vertical: .top, wraps: true, bottom: line))
      page.put(TextLimits.harmless(note), row, Column.formula, body)
      page.put(TextLimits.harmless(document), row, Column.scale, body)
      page.put("·", row, Column.evidence, body)
      page.put(checked(source.verified, context), row, Column.source, checkedFormat(source.verified, styles))
      page.sheet.setHeight(
        styles.height(
          of: [
            (note, widths[Column.formula], styles.font(9)), (document, widths[Column.scale], styles.font(9)),
            (framework.label[.english] + "\n" + framework.label[.thai], widths[Column.name], styles.font(10)),
          ], minimum: 34), row: row)
      row += 1
    }
    return row
  }

  /// Positions of the frameworks, that of the round first.
  private static func order(_ context: EvaluationContext) -> [Int] {
    [context.results.framework]
      + context.results.catalogue.frameworks.indices.filter { $0 != context.results.framework }
  }

  private static func checked(_ verified: Bool, _ context: EvaluationContext) -> String {
    verified ? "✓ " + context.words("methods.yes") : "! " + context.words("methods.no")
  }

  private static func checkedFormat(_ verified: Bool, _ styles: Styles) -> CellFormat {
    styles.status(verified ? ProgressStatus.met.look : Finding.Severity.warning.look, size: 9)
  }

  private static func band(_ text: String, row: Int, _ context: EvaluationContext, on page: inout Page) {
    let format = context.styles.cell(10, bold: true, Palette.ink, fill: Palette.band)
    page.height(22, row)
    page.sheet.fill(rows: row...row, columns: 1...page.lastColumn, format: format)
    page.put(text, row, 1, format)
  }

  // MARK: Indicators

  private static func indicators(_ context: EvaluationContext, from first: Int, on page: inout Page) -> Int {
    let catalogue = context.results.catalogue
    var row = first
    var printed: Set<IndicatorID> = []
    // An indicator of several frameworks stands under the first of them.
    for index in order(context) {
      let framework = catalogue.frameworks[index]
      let own = framework.allIndicators.filter { printed.insert($0).inserted }
      guard !own.isEmpty else { continue }
      band(framework.label[context.language], row: row, context, on: &page)
      row += 1
      for id in own {
        put(id, row: row, context, on: &page)
        row += 1
      }
    }
    let rest = catalogue.indicators.indices.map(IndicatorID.init).filter { !printed.contains($0) }
    guard !rest.isEmpty else { return row }
    band(context.words("methods.context"), row: row, context, on: &page)
    row += 1
    for id in rest {
      put(id, row: row, context, on: &page)
      row += 1
    }
    return row
  }

  private static func put(_ id: IndicatorID, row: Int, _ context: EvaluationContext, on page: inout Page) {
    let (words, styles, catalogue) = (context.words, context.styles, context.results.catalogue)
    let indicator = catalogue[id]
    let writer = FormulaWords(catalogue: catalogue, words: words)
    let unit = catalogue.units[indicator.unit].label
    let line = Styles.hairline
    let isNamed = catalogue.units[indicator.unit].isNamed(in: indicator.label)
    let name = indicator.label[context.language] + (isNamed ? "" : ", \(unit[context.language])")
    let second = indicator.label[context.language.other]
    let body = styles.cell(9, wraps: true, bottom: line)
    page.rule(row, 1...page.lastColumn)
    page.put(
      indicator.code.isEmpty ? "·" : indicator.code, row, Column.code,
      styles.cell(8.5, Palette.muted, bottom: line))
    page.put(styles.stacked(name, second), row, Column.name, styles.cell(wraps: true, bottom: line))
    let formula = writer.formula(indicator)[context.language]
    let note = indicator.attestation.note.map { "\n" + $0[context.language] } ?? ""
    page.put(
      note.isEmpty
        ? .text(formula)
        : .richText([
          TextRun(formula, font: styles.font(9)), TextRun(note, font: styles.font(8.5, Palette.muted)),
        ]), row, Column.formula, body)
    let scale = words("direction.\(indicator.direction.rawValue)") + "; " + writer.scale(indicator)[context.language]
    page.put(scale, row, Column.scale, body)
    page.put(evidence(indicator, context), row, Column.evidence, body)
    let isChecked = indicator.attestation.verified
    let look = isChecked ? ProgressStatus.met.look : Finding.Severity.warning.look
    page.put(
      .richText([
        TextRun(checked(isChecked, context) + "\n", font: styles.font(9, bold: !isChecked, look.text)),
        TextRun(document(indicator, words), font: styles.font(8.5, Palette.muted)),
      ]), row, Column.source, body)
    page.sheet.setHeight(
      styles.height(
        of: [
          (name + "\n" + second, widths[Column.name], styles.font(10)),
          (formula + note, widths[Column.formula], styles.font(9)),
          (scale, widths[Column.scale], styles.font(9)),
          ("\n" + document(indicator, words), widths[Column.source], styles.font(9)),
        ], minimum: 34), row: row)
  }

  private static func evidence(_ indicator: Indicator, _ context: EvaluationContext) -> String {
    let list = context.results.catalogue.list("evidence_kinds")
    return list?[indicator.evidence.rawValue]?.label[context.language] ?? indicator.evidence.rawValue
  }

  /// The document that a definition comes from, by its name where the texts have one.
  private static func document(_ indicator: Indicator, _ words: Words) -> String {
    let id = indicator.attestation.document
    let key = "document." + id.split(separator: "-").joined(separator: "_")
    return words.texts.reports[key]?[words.language] ?? id
  }
}
