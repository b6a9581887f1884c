import Catalogue
import Spreadsheets
import Vocabulary

/// One city's way from values to the overall score, as formulas: another value in a cream cell shows what it would do, beside what was
/// published. The only page of the reports that calculates; every cell holds its result for programs that don't.
struct WhatIfPage {
  static let noScore = "–"
  static let changedSign = "◄"

  static let widths = [1.8, 9, 52, 15, 8, 12, 13, 3, 10, 10, 8, 1.8, 11, 11, 10, 11, 12]
  static let minimumRow = 7
  static let firstRow = 10

  let context: EvaluationContext
  let facts: WhatIfFacts
  let formulas: WhatIfFormulas

  static func sheet(_ context: EvaluationContext, _ facts: WhatIfFacts) -> Sheet {
    WhatIfPage(context, facts).sheet()
  }

  init(_ context: EvaluationContext, _ facts: WhatIfFacts) {
    self.context = context
    self.facts = facts
    let headers = WhatIfTable.columns(context, facts).map(\.header)
    formulas = WhatIfFormulas(
      rows: facts.rows, catalogue: context.results.catalogue, firstRow: Self.firstRow,
      minimum: CellAddress(row: Self.minimumRow, column: WhatIfColumn.value.rawValue),
      table: (
        SheetNames.whatIfFigures, TableSheet.headerRow + 1,
        Dictionary(uniqueKeysWithValues: headers.enumerated().map { ($1, $0) })
      ))
  }

  private func sheet() -> Sheet {
    let words = context.words
    let name = context.name(facts.city)
    let city = LocalizedText(
      english: TextLimits.shortened(name.english, to: 40), thai: TextLimits.shortened(name.thai, to: 40))
    var page = context.page(SheetNames.whatIf, widths: Self.widths)
    page.head(
      .init(
        subject: context.subject("what_if.subject", ["city": city]),
        finding: Sentences(context: context).whatIfTitle(facts), reading: words("what_if.reading")),
      words: words)
    let look = WhatIfLook(context.styles)
    putMinimum(look, on: &page)
    heads(on: &page)
    for (position, row) in facts.rows.enumerated() {
      page.height(row.indicator == nil ? 20 : 17, Self.firstRow + position)
      put(row, position, look, on: &page)
    }
    let last = Self.firstRow + facts.rows.count
    page.height(18, last)
    page.put(words("what_if.foot"), last, 1, context.styles.cell(8.5, Palette.muted))
    guide(on: &page)
    page.sheet.frozenRows = Self.firstRow + 1
    page.sheet.protection = [.formatCells, .formatColumns, .formatRows]
    return page.finished(
      lastRow: last, repeating: Self.firstRow - 2...Self.firstRow - 1, footer: context.footer(SheetNames.whatIf),
      tab: Palette.inputBorder)
  }

  // MARK: Above the rows

  private func putMinimum(_ look: WhatIfLook, on page: inout Page) {
    let method = context.results.catalogue.method
    page.height(20, Self.minimumRow)
    page.put(context.words("what_if.minimum"), Self.minimumRow, 1, context.styles.cell(10, Palette.ink))
    page.put(
      100 * Double(method.minimumCoverageNumerator) / Double(method.minimumCoverageDenominator), Self.minimumRow,
      WhatIfColumn.value.rawValue, look.input("0.0\" %\""))
  }

  private func heads(on page: inout Page) {
    let (words, styles) = (context.words, context.styles)
    page.height(17, Self.firstRow - 2)
    page.height(16, Self.firstRow - 1)
    page.rule(Self.firstRow - 1, 1...page.lastColumn, Styles.headRule)
    let texts: [(WhatIfColumn, String)] = [
      (.code, "code"), (.name, "what_if.part"), (.unit, "what_if.unit"), (.year, "what_if.year"),
      (.published, "what_if.published"), (.value, "what_if.value"), (.zero, "what_if.zero"), (.best, "what_if.best"),
      (.weight, "what_if.weight"), (.score, "what_if.score"), (.newScore, "what_if.new_score"), (.change, "change"),
      (.coverage, "what_if.coverage"), (.mean, "what_if.mean"),
    ]
    for (column, key) in texts {
      let align: CellFormat.HorizontalAlignment = column.rawValue >= WhatIfColumn.year.rawValue ? .right : .left
      page.put(words(key), Self.firstRow - 2, column.rawValue, styles.head(align, ruled: false))
      page.put(words.other(key), Self.firstRow - 1, column.rawValue, styles.secondHead(align))
    }
  }

  // MARK: Rows

  private func put(_ row: WhatIfRow, _ position: Int, _ look: WhatIfLook, on page: inout Page) {
    let place = Self.firstRow + position
    let isNode = row.indicator == nil
    func put(_ column: WhatIfColumn, _ content: CellContent, _ format: CellFormat) {
      page.put(content, place, column.rawValue, format)
    }
    page.sheet.fill(rows: place...place, columns: 1...page.lastColumn, format: look.text(row))
    let indent = String(repeating: "   ", count: max(0, row.depth - 1))
    put(.code, .text(row.code), look.code(row))
    put(.name, .text(TextLimits.shortened(indent + row.name[context.language], to: 64)), look.text(row))
    let printed = row.score.map { FixedDecimal($0, decimals: 1).value }
    let absent = isNode ? Self.noScore : Shorthand.notAvailable
    put(.score, printed.map { .number($0) } ?? .text(absent), look.number(row, NumberFormats.score, quiet: true))
    if let sign = formulas.sign(position) { put(.sign, .formula(sign, cached: .text("")), look.sign(row)) }
    put(.change, change(row, position), look.number(row, "+0.00;-0.00;0.00"))
    if let weight = row.weight { put(.weight, .number(weight), look.input("0.##", row)) }
    if let indicator = row.indicator {
      putFigures(row, indicator, position, look, on: &page)
    } else {
      let score: CachedValue = row.score.map { .number($0) } ?? .text(Self.noScore)
      put(
        .newScore, .formula(formulas.score(ofNode: position), cached: score),
        look.number(row, NumberFormats.score, bold: true))
      put(
        .coverage, .formula(formulas.coverage(position), cached: .number(100 * (row.coverage ?? 0))),
        look.number(row, NumberFormats.percent))
      put(
        .mean, .formula(formulas.mean(position), cached: row.mean.map { .number($0) } ?? .text("")),
        look.number(row, NumberFormats.score, quiet: true))
    }
  }

  private func change(_ row: WhatIfRow, _ position: Int) -> CellContent {
    .formula(formulas.change(position), cached: row.score == nil ? .text("") : .number(0))
  }

  private func putFigures(
    _ row: WhatIfRow, _ indicator: WhatIfIndicator, _ position: Int, _ look: WhatIfLook, on page: inout Page
  ) {
    let place = Self.firstRow + position
    let unit = context.results.catalogue.unit(of: indicator.id)
    let format = NumberFormats.value(decimals: unit.decimals)
    func put(_ column: WhatIfColumn, _ content: CellContent, _ format: CellFormat) {
      page.put(content, place, column.rawValue, format)
    }
    put(.unit, .text(TextLimits.shortened(unit.label[context.language], to: 18)), look.text(row))
    let year = indicator.year.map { LocalizedText.year($0)[context.language] } ?? ""
    put(.year, .text(year), look.number(row, "@", quiet: true))
    let sign = indicator.status.map(Shorthand.sign) ?? Shorthand.notAvailable
    put(
      .published, indicator.value.map { .number(FixedDecimal($0, decimals: unit.decimals).value) } ?? .text(sign),
      look.number(row, format, quiet: true))
    let value: CellContent =
      if let first = indicator.first {
        .formula(
          formulas.sameValue(as: first), cached: indicator.value.map { .number($0) } ?? .text(""))
      } else {
        indicator.value.map { .number($0) } ?? .blank
      }
    put(.value, value, indicator.first == nil ? look.input(format) : look.number(row, format, quiet: true))
    for (column, post) in [(WhatIfColumn.zero, indicator.zero), (.best, indicator.best)] {
      put(column, .number(post), look.input(abs(post) >= 1000 ? NumberFormats.count : "General", row))
    }
    put(
      .newScore,
      .formula(formulas.score(position, indicator), cached: row.score.map { .number($0) } ?? .text("")),
      look.number(row, NumberFormats.score, bold: true))
  }

  /// What a reader may type, said at the cell.
  private func guide(on page: inout Page) {
    let words = context.words
    let last = Self.firstRow + facts.rows.count - 1
    func alert(_ key: String) -> DataValidation.Message { .init(title: words("what_if.alert"), text: words(key)) }
    func rows(_ column: WhatIfColumn) -> CellRange {
      CellRange(rows: Self.firstRow + 1...last, columns: column.rawValue...column.rawValue)
    }
    let any = DataValidation.Bounds.between(-1e15, 1e15)
    let minimum = CellRange(
      rows: Self.minimumRow...Self.minimumRow, columns: WhatIfColumn.value.rawValue...WhatIfColumn.value.rawValue)
    page.sheet.validations = [
      DataValidation(
        range: minimum, rule: .decimal(.between(0, 100)), alert: alert("what_if.alert.share")),
      DataValidation(range: rows(.value), rule: .decimal(any), alert: alert("what_if.alert.value")),
      DataValidation(range: rows(.zero), rule: .decimal(any), alert: alert("what_if.alert.number")),
      DataValidation(range: rows(.best), rule: .decimal(any), alert: alert("what_if.alert.number")),
      DataValidation(range: rows(.weight), rule: .decimal(.atLeast(0)), alert: alert("what_if.alert.weight")),
    ]
  }
}
