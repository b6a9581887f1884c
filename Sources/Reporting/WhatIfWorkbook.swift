import Spreadsheets
import Vocabulary

/// The what-if page of one city as a workbook of its own, for those whom the evaluation's own page does not show.
public enum WhatIfWorkbook {
  /// - Returns: nil where the method looks at other cities.
  public static func build(_ results: RoundResults, city: CityID, language: Language) -> Workbook? {
    guard let facts = WhatIfFacts(results, city: city) else { return nil }
    let context = EvaluationContext(results, language: language, home: SheetNames.whatIf)
    let title = context.words.both("what_if.book", ["city": context.name(city), "round": context.roundName])
    let titled = context.titled(title)
    return Workbook(
      properties: WorkbookProperties.make(titled, title: title[language]),
      sheets: [WhatIfPage.sheet(titled, facts), WhatIfTable.sheet(titled, facts)])
  }
}
