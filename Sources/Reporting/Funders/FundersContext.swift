import Catalogue
import Spreadsheets
import Vocabulary

/// What the sheets of the funders' workbook are made from.
struct FundersContext: Sendable {
  let base: EvaluationContext
  let funders: FundersFacts

  var results: RoundResults { base.results }
  var words: Words { base.words }
  var styles: Styles { base.styles }
  var facts: EvaluationFacts { base.facts }
  var language: Language { base.language }
  var framework: Framework { results.catalogue.frameworks[results.framework] }

  func indicator(_ id: IndicatorID) -> LocalizedText { base.indicatorNames[id.index] }

  /// `3.3 Resources`.
  func coded(_ node: Int) -> LocalizedText {
    let node = framework.nodes[node]
    return LocalizedText(
      english: "\(node.code) \(node.shortName.english)", thai: "\(node.code) \(node.shortName.thai)")
  }

  /// A region's name, which the registry has in one language.
  func region(_ name: String) -> LocalizedText {
    name.isEmpty ? words.both("funders.region.none") : LocalizedText(same: TextLimits.harmless(name))
  }
}
