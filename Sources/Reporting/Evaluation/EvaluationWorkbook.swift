import Catalogue
import Spreadsheets
import Vocabulary

/// The evaluators' workbook `evaluation-<round>.xlsx`: what the round found, how sure it is, and every number behind it.
///
/// One model, two files: the same sheets, cells and table names in each language.
public enum EvaluationWorkbook {
  /// The workbook of one round in one language.
  public static func build(_ results: RoundResults, language: Language) -> Workbook {
    build(results, facts: EvaluationFacts(results), language: language)
  }

  /// - Parameter facts: Of the same results; they are the same in every language.
  static func build(_ results: RoundResults, facts: EvaluationFacts, language: Language) -> Workbook {
    let context = EvaluationContext(results, language: language, facts: facts)
    let last = results.lastRound
    let tables =
      [
        ScoreTable.sheet(context), MeanTable.sheet(context), StatusCountTable.sheet(context),
        VerdictTable.sheet(context), ChangeTable.sheet(context), FindingTable.sheet(context), ValueTable.sheet(context),
        CityTable.sheet(context),
      ] + equityTables(context) + [
        RankTable.sheet(context), InfluenceTable.sheet(context), AgreementTable.sheet(context),
        DifferenceTable.sheet(context), FigureTable.sheet(context), IndicatorTableSheet.sheet(context),
        SourceTable.sheet(context), CoverageTable.sheet(context),
      ] + (last.map { [ScoreChangeTable.sheet(context, $0)] } ?? [])
      + (facts.whatIf.map { [WhatIfTable.sheet(context, $0)] } ?? [])
      + (facts.revisions.map {
        [
          RevisionTable.sheet(context, $0), RevisionCityTable.sheet(context, $0),
          RevisionIndicatorTable.sheet(context, $0),
        ]
      } ?? [])
      + (facts.corrections.map { [CorrectionTable.sheet(context, $0)] } ?? [])
    let sheets =
      [
        CoverPage.sheet(context), ContentsPage.sheet(context, tables), SummaryPage.sheet(context),
        HeatMapPage.sheet(context), ProgressPage.sheet(context), ChangePage.sheet(context),
      ] + (facts.scoreChanges.map { [ScoreChangePage.sheet(context, $0)] } ?? [])
      + (facts.revisions.map { [RevisionsPage.sheet(context, $0)] } ?? [])
      + (facts.corrections.map { [CorrectionsPage.sheet(context, $0)] } ?? [])
      + [
        EquityPage.sheet(context), RankPage.sheet(context), AgreementPage.sheet(context),
        CoverageMapPage.sheet(context),
      ]
      + (facts.whatIf.map { [WhatIfPage.sheet(context, $0)] } ?? [])
      + tables + [
        DeadlinePage.sheet(context), QualityPage.sheet(context), MethodsPage.sheet(context), NotesPage.sheet(context),
        CodeTable.sheet(context),
      ]
    return Workbook(
      properties: WorkbookProperties.make(
        context, title: context.words("cover.title", ["round": context.roundName])),
      sheets: sheets)
  }

  /// Of a large network what the page shows.
  private static func equityTables(_ context: EvaluationContext) -> [Sheet] {
    let tables = EquityTables(context: context)
    let facts = context.facts.equity
    let isWhole = context.holdsEveryRow
    return [
      tables.groups(
        isWhole ? facts.rows : EquityPage.shownGroups(context), name: SheetNames.groups, key: "table9",
        isExcerpt: !isWhole),
      tables.dispersions(
        isWhole ? facts.dispersions : EquityPage.shownDispersions(context), name: SheetNames.dispersion,
        key: "table10", isExcerpt: !isWhole),
      tables.dimensions(facts.tallies, name: SheetNames.dimensions, key: "table11"),
    ]
  }
}
