import Catalogue
import Spreadsheets
import Vocabulary

/// Indicator by indicator, how far what the last round published has moved since; no row where no round came before.
enum RevisionStatisticsCSV {
  static let decimals = 6

  static func table(_ results: RoundResults) -> CSVTable {
    func own(_ name: String, _ kind: CSVTable.Field.Kind = .string, required: Bool = false) -> CSVTable.Field {
      CSVSet.field(results, name, kind, of: "revision_statistics", required: required)
    }
    let fields = [
      CSVSet.field(results, "INDICATOR", required: true), CSVSet.field(results, "UNIT_MEASURE", required: true),
      CSVSet.field(results, "PREVIOUS_ROUND", required: true), own("N_COMPARED", .integer, required: true),
      own("N_RAISED", .integer, required: true), own("N_LOWERED", .integer, required: true),
      own("MEAN_REVISION", .number, required: true), own("MEAN_ABSOLUTE_REVISION", .number, required: true),
      own("LARGEST_REVISION", .number), own("LARGEST_CITY"), own("LARGEST_TIME_PERIOD"),
      CSVSet.field(results, "RUN_ID", required: true),
    ]
    return CSVTable(
      name: "revision_statistics", title: CSVSet.title(results, "revision_statistics"), fields: fields,
      primaryKey: ["INDICATOR"], partCount: 1,
      part: { _, csv in
        guard let last = results.lastRound else { return }
        for revision in last.revisions.indicators { row(revision, last.round, results, into: &csv) }
      })
  }

  private static func row(
    _ revision: IndicatorRevision, _ last: Round, _ results: RoundResults, into csv: inout CSVWriter
  ) {
    let indicator = results.catalogue[revision.indicator]
    csv.code(indicator.id)
    csv.code(results.catalogue.units[indicator.unit].id)
    csv.text(last.id)
    csv.integer(revision.compared)
    csv.integer(revision.raised)
    csv.integer(revision.lowered)
    csv.number(revision.mean, decimals: decimals)
    csv.number(revision.meanAbsolute, decimals: decimals)
    csv.number(revision.largest?.change, decimals: decimals)
    csv.code(revision.largest.map { results.registry[$0.city].id } ?? "")
    if let largest = revision.largest { csv.period(largest.period) } else { csv.empty() }
    csv.code(results.run.id)
    csv.endRow()
  }
}
