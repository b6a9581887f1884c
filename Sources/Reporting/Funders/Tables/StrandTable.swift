import Catalogue
import Spreadsheets
import Vocabulary

/// Table 6: the strands, and under each its measures from the lowest mean up.
enum StrandTable {
  private struct Row {
    var level: String
    var strand: CodeList.Code
    var indicator: IndicatorID?
    var name: LocalizedText
    var scores: NodeFacts
  }

  static func sheet(_ context: FundersContext) -> Sheet {
    let make = TableColumns(context.styles)
    let catalogue = context.results.catalogue
    let rows = context.funders.strands.flatMap { strand in
      [Row(level: "strand", strand: strand.code, name: strand.code.label, scores: strand.scores)]
        + strand.measures.map {
          Row(
            level: "measure", strand: strand.code, indicator: $0.indicator, name: context.indicator($0.indicator),
            scores: $0.scores)
        }
    }
    let round = context.base.round
    return FundersTables.sheet(
      context, FundersSheets.strands, table: "tbl_strands", key: "funders.table6",
      [
        make.text("level", rows.map(\.level), width: 10), make.text("strand", rows.map(\.strand.id), width: 32),
        make.text("indicator_id", rows.map { $0.indicator.map { catalogue[$0].id } ?? "" }, width: 36),
        make.text("label_en", rows.map(\.name.english), width: 44),
        make.text("label_th", rows.map(\.name.thai), width: 44),
        make.number("mean_\(round.referenceYear)", rows.map { $0.scores.mean?.value }, format: NumberFormats.score),
        make.integer("cities", rows.map(\.scores.scored)),
        make.number(
          "compared_\(round.comparisonYear)", rows.map { $0.scores.comparedPrevious?.value },
          format: NumberFormats.score),
        make.number(
          "compared_\(round.referenceYear)", rows.map { $0.scores.comparedCurrent?.value }, format: NumberFormats.score),
        make.number("change", rows.map { $0.scores.change?.value }, format: NumberFormats.change),
        make.integer("reported", rows.map(\.scores.reported)), make.integer("expected", rows.map(\.scores.expected)),
        make.integer("reported_pct", rows.map { $0.scores.reportedShare }),
      ])
  }
}
