import Catalogue
import Spreadsheets
import Vocabulary

/// What the sheets of one city's report card are made from.
struct CityContext: Sendable {
  let base: EvaluationContext
  let shared: CardShared
  let card: CityFacts

  var results: RoundResults { base.results }
  var words: Words { base.words }
  var styles: Styles { base.styles }
  var language: Language { base.language }
  var catalogue: Catalogue { results.catalogue }
  var framework: Framework { catalogue.frameworks[results.framework] }
  var name: LocalizedText { base.name(card.city) }

  func measure(_ id: IndicatorID) -> LocalizedText { base.indicatorNames[id.index] }

  /// `3.3 Resources`, of any framework.
  func coded(_ node: Int, framework index: Int? = nil) -> LocalizedText {
    let node = catalogue.frameworks[index ?? results.framework].nodes[node]
    return LocalizedText(
      english: "\(node.code)  \(node.shortName.english)", thai: "\(node.code)  \(node.shortName.thai)")
  }

  /// The line on top of a page: city, what it shows.
  func subject(_ key: String) -> String {
    let what = words(
      key, ["year": base.referenceYear, "previous": base.comparisonYear, "round": base.roundName])
    return TextLimits.shortened(name[language], to: 40) + " · " + what
  }

  func page(_ name: String, widths: [Double]) -> Page { base.page(name, widths: widths) }

  /// A section's head with its rule, over the columns from B on.
  func section(_ key: String, _ values: [String: LocalizedText] = [:], row: Int, on page: inout Page) {
    page.height(24, row)
    page.rule(row, 1...page.lastColumn, Styles.headRule)
    let head = words.both(key, values)
    page.put(
      styles.pair(head[language], head[language.other], size: 12, secondSize: 9), row, 1, styles.sectionHead)
  }
}
