import Catalogue
import Spreadsheets
import Vocabulary

/// The funders' workbook `funders-<round>.xlsx`: the round in one minute, regions, themes, where money would move most, and how
/// complete the picture is; every number again in a table.
public struct FundersWorkbook: Sendable {
  private let results: RoundResults
  private let facts: EvaluationFacts
  private let funders: FundersFacts

  /// Computes what the workbook says, once for all languages.
  public init(_ results: RoundResults) {
    self.init(results, EvaluationFacts(results))
  }

  init(_ results: RoundResults, _ facts: EvaluationFacts) {
    self.results = results
    self.facts = facts
    funders = FundersFacts(results, facts)
  }

  func context(_ language: Language) -> FundersContext {
    let words = Words(texts: results.catalogue.texts, language: language)
    let plain = EvaluationContext(results, language: language, facts: facts)
    return FundersContext(
      base: EvaluationContext(
        results, language: language, facts: facts, home: FundersSheets.minute,
        shortTitle: words.both("funders.footer", ["round": plain.roundName])), funders: funders)
  }

  /// The workbook in one language.
  public func workbook(_ language: Language) -> Workbook {
    let context = context(language)
    let tables = FundersTables(context)
    let sheets =
      [
        MinutePage.sheet(context, tables), RegionPage.sheet(context), ThemePage.sheet(context),
        TargetPage.sheet(context), NeedPage.sheet(context), CoveragePage.sheet(context),
      ] + tables.all + [CodeTable.sheet(context.base, isWhole: false), ReadingPage.sheet(context)]
    return Workbook(
      properties: WorkbookProperties.make(
        context.base, title: context.words("funders.title", ["round": context.base.roundName])),
      sheets: sheets)
  }
}
