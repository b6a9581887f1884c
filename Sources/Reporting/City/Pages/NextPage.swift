import Catalogue
import Measurement
import Spreadsheets
import Trends
import Vocabulary

/// What to do next, then the four mechanisms as a checklist and the hours of the City Administrator course.
enum NextPage {
  private static let widths = [1.44, 7, 62, 13, 13, 26]

  static func sheet(_ context: CityContext) -> Sheet {
    let words = context.words
    let sentences = CitySentences(context: context)
    var page = context.page(CitySheets.next, widths: widths)
    let counts = sentences.mechanisms
    let hours = sentences.hours
    let finding =
      counts.answered == 0 && hours == nil
      ? words.both("card.next.title.plain")
      : words.both(
        hours.map { $0.missing == 0 ? "card.next.title" : "card.next.title.part" } ?? "card.next.title.mechanisms",
        [
          "k": .count(counts.inPlace), "n": .count(counts.all), "h": LocalizedText(same: hours?.done.shortest ?? ""),
          "all": LocalizedText(same: hours?.all.text ?? ""),
        ])
    page.head(
      .init(
        subject: context.subject("card.next.subject"), finding: finding, reading: words("card.next.reading"), size: 15),
      words: words)
    var row = steps(sentences, from: 7, context, on: &page)
    page.height(12, row)
    row = checks(sentences, from: row + 1, context, on: &page)
    page.height(12, row)
    row = course(sentences, from: row + 1, context, on: &page)
    return page.finished(
      lastRow: row - 1, footer: context.base.footer(CitySheets.next), tab: Palette.navy, orientation: .portrait)
  }

  private static func steps(
    _ sentences: CitySentences, from first: Int, _ context: CityContext, on page: inout Page
  ) -> Int {
    let (styles, language) = (context.styles, context.language)
    context.section("card.next", row: first, on: &page)
    var row = first + 1
    // The text has all columns from C on, but a cell wraps in its own: its lines are cut here.
    for step in sentences.steps {
      page.put(step.sign, row, 1, styles.cell(11, step.colour, align: .centre))
      for (isFirst, points) in [(true, 17.0), (false, 15)] {
        let look = isFirst ? styles.cell(10.5, Palette.ink) : styles.cell(9, Palette.muted)
        let lines = LineBreaks.lines(of: step.text, isFirst: isFirst)
        // As many rows as the longer language needs: both files have the same cells.
        for index in 0..<max(lines.english.count, lines.thai.count) {
          page.height(points, row)
          let own = (isFirst ? language : language.other) == .english ? lines.english : lines.thai
          page.put(own.indices.contains(index) ? own[index] : "", row, 2, look)
          row += 1
        }
      }
      page.height(6, row)
      page.rule(row, 1...page.lastColumn)
      row += 1
    }
    return row
  }

  // MARK: Mechanisms

  private static func checks(
    _ sentences: CitySentences, from first: Int, _ context: CityContext, on page: inout Page
  ) -> Int {
    let (words, styles) = (context.words, context.styles)
    context.section("card.mechanisms", row: first, on: &page)
    var row = first + 1
    for group in context.card.mechanisms {
      let framework = context.catalogue.frameworks[group.framework]
      let node = framework.nodes[group.node]
      let answered = group.measures.filter { $0.value?.value != nil }
      let band = styles.cell(10, bold: true, Palette.ink, fill: Palette.band)
      page.height(20, row)
      page.sheet.fill(rows: row...row, columns: 1...page.lastColumn, format: band)
      page.put(node.code, row, 1, band)
      page.put(
        styles.pair(node.label[context.language], node.label[context.language.other]), row, 2, band)
      page.put(
        words(
          "card.mechanisms.count",
          ["k": .count(answered.count { $0.value?.value == 1 }), "n": .count(group.measures.count)]), row, 5,
        styles.cell(9, fill: Palette.band, align: .right))
      row += 1
      for measure in group.measures {
        put(measure, row, context, on: &page)
        row += 1
      }
    }
    if context.card.mechanisms.isEmpty {
      page.height(20, row)
      page.put(words("card.mechanisms.own"), row, 1, styles.cell(9.5, Palette.muted))
      row += 1
    }
    return row
  }

  private static func put(_ measure: MeasureFacts, _ row: Int, _ context: CityContext, on page: inout Page) {
    let (words, styles) = (context.words, context.styles)
    let line = Styles.hairline
    page.height(18, row)
    page.rule(row, 1...page.lastColumn)
    let name = context.measure(measure.indicator)
    let (first, second) = (name[context.language], name[context.language.other])
    page.put(context.catalogue[measure.indicator].code, row, 1, styles.cell(8.5, Palette.muted, bottom: line))
    let fits = TextLimits.length(first) + TextLimits.length(second) <= 78
    page.put(styles.pair(first, fits ? second : "", bold: false), row, 2, styles.cell(10, bottom: line))
    let state =
      switch measure.value?.value {
      case .some(1): (ProgressStatus.met.look, "card.check.yes")
      case .some: (ProgressStatus.tooEarly.look, "card.check.no")
      case nil: (ProgressStatus.noData.look, "card.check.unknown")
      }
    page.put("\(state.0.sign) \(words(state.1))", row, 5, styles.status(state.0, size: 9))
  }

  // MARK: Course

  private static func course(
    _ sentences: CitySentences, from first: Int, _ context: CityContext, on page: inout Page
  ) -> Int {
    let (words, styles) = (context.words, context.styles)
    let line = Styles.hairline
    context.section("card.course", row: first, on: &page)
    for (column, key) in [(3, "card.course.done"), (4, "card.course.all")] {
      page.put(
        words(key), first, column, styles.cell(8.5, Palette.muted, align: .right, bottom: Styles.headRule))
    }
    var row = first + 1
    let number = styles.cell(10, bold: true, Palette.ink, align: .right, bottom: line)
    for measure in context.card.course.flatMap(\.measures) {
      page.height(18, row)
      page.rule(row, 1...page.lastColumn)
      page.put(context.catalogue[measure.indicator].code, row, 1, styles.cell(8.5, Palette.muted, bottom: line))
      page.put(
        TextLimits.shortened(context.measure(measure.indicator)[context.language], to: 70), row, 2,
        styles.cell(10, bottom: line))
      if let value = measure.value?.value {
        page.put(FixedDecimal(value, decimals: 1).value, row, 3, number.with { $0.numberFormat = NumberFormats.score })
      } else {
        page.put(Shorthand.notAvailable, row, 3, styles.cell(10, Palette.muted, align: .right, bottom: line))
      }
      if let all = context.fullScore(measure.indicator) {
        page.put(all, row, 4, styles.cell(10, Palette.muted, number: "0", align: .right, bottom: line))
      }
      row += 1
    }
    page.height(20, row)
    let isPart = sentences.hours.map { $0.missing > 0 } ?? false
    page.put(
      words(isPart ? "card.course.reported" : "card.course.total"), row, 2, styles.cell(10, bold: true, Palette.ink))
    if let hours = sentences.hours {
      page.put(
        hours.done.value, row, 3, styles.cell(10, bold: true, Palette.ink, number: NumberFormats.score, align: .right))
      page.put(hours.all.value, row, 4, styles.cell(10, Palette.muted, number: "0", align: .right))
    } else {
      page.put(words("card.course.none"), row, 5, styles.cell(9, Palette.muted))
    }
    return row + 1
  }
}
