import Catalogue
import Spreadsheets
import Vocabulary

/// The evaluators' workbook `evaluation-<round>.xlsx`: what the round found, how sure it is, and every number behind it.
///
/// One model, two files: the same sheets, cells and table names in each language.
public enum EvaluationWorkbook {
  public static func build(_ results: RoundResults, language: Language) -> Workbook {
    let context = EvaluationContext(results, language: language)
    let tables = [
      ScoreTable.sheet(context), MeanTable.sheet(context), StatusCountTable.sheet(context),
      VerdictTable.sheet(context), ChangeTable.sheet(context), FindingTable.sheet(context), ValueTable.sheet(context),
      CityTable.sheet(context), FigureTable.sheet(context), IndicatorTableSheet.sheet(context),
      SourceTable.sheet(context),
    ]
    let sheets =
      [
        CoverPage.sheet(context), ContentsPage.sheet(context, tables), SummaryPage.sheet(context),
        HeatMapPage.sheet(context), ProgressPage.sheet(context), ChangePage.sheet(context),
      ] + tables + [
        DeadlinePage.sheet(context), QualityPage.sheet(context), MethodsPage.sheet(context), NotesPage.sheet(context),
        CodeTable.sheet(context),
      ]
    return Workbook(properties: properties(context), sheets: sheets)
  }

  private static func properties(_ context: EvaluationContext) -> Workbook.Properties {
    let results = context.results
    func short(_ text: String) -> String { TextLimits.shortened(text, to: 200) }
    return Workbook.Properties(
      title: short(context.words("cover.title", ["round": context.roundName])),
      subject: short(results.programme.title[context.language]),
      author: short(results.programme.organisation[context.language]),
      company: short(results.programme.organisation[context.language]),
      category: results.round.framework, keywords: "\(results.programme.id) \(results.round.id)",
      comments: results.run.id, created: Int64(max(1, results.run.date.secondsSince1970)),
      custom: [
        .init("run_id", results.run.id), .init("schema_version", "1"),
        .init("input_manifest_sha256", results.run.inputDigest),
        .init("method", "\(results.catalogue.method.id) \(results.catalogue.method.version)"),
      ].filter { !$0.value.isEmpty })
  }
}
