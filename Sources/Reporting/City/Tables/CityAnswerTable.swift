import Catalogue
import Measurement
import Spreadsheets
import Trends
import Vocabulary

/// Table 5: the length of each answer of the progress report.
enum CityAnswerTable {
  static func sheet(_ context: CityContext, _ answers: [ProgressReport.Answer]) -> Sheet {
    let make = TableColumns(context.styles)
    return TableSheet(
      context: context.base, name: CitySheets.answers, table: "tbl_answers", key: "card.table5",
      values: ["city": context.name]
    ).sheet([
      make.text("answer", answers.map(\.id), width: 14),
      make.text("topic_en", answers.map(\.topic.english), width: 50),
      make.text("topic_th", answers.map(\.topic.thai), width: 50),
      make.integer("figures", answers.map(\.figures)),
      make.integer("characters_en", answers.map { $0.length(.english) }),
      make.integer("characters_th", answers.map { $0.length(.thai) }),
    ])
  }
}
