import Spreadsheets

/// How to read the workbook: the notes of the evaluation that concern it, in both languages side by side.
enum ReadingPage {
  static func sheet(_ context: FundersContext) -> Sheet {
    NotesPage.sheet(
      context.base, name: FundersSheets.notes,
      topics: [
        "score", "plain_coverage", "plain_mean", "plain_status", "funders_trend", "funders_needs", "funders_strands",
        "funders_sexes",
        "evidence", "rounding", "plain_missing", "plain_comparability", "method", "plain_sources",
      ])
  }
}
