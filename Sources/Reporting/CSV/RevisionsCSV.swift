import Catalogue
import Spreadsheets
import Vocabulary

/// Every figure of which the last round had published something else; no row where no round came before.
enum RevisionsCSV {
  static func table(_ results: RoundResults) -> CSVTable {
    let fields = [
      CSVSet.field(results, "CITY", required: true), CSVSet.field(results, "CITY_NAME_EN"),
      CSVSet.field(results, "CITY_NAME_TH"), CSVSet.field(results, "VARIABLE", required: true),
      CSVSet.field(results, "SEX", required: true), CSVSet.field(results, "AGE", required: true),
      CSVSet.field(results, "BREAKDOWN"), CSVSet.field(results, "TIME_PERIOD", required: true),
      CSVSet.field(results, "PREVIOUS_ROUND", required: true), CSVSet.field(results, "EARLIER_VALUE", .number),
      CSVSet.field(results, "OBS_VALUE", .number), CSVSet.field(results, "UNIT_MEASURE", required: true),
      CSVSet.field(results, "OBS_STATUS", required: true), CSVSet.field(results, "REVISION", .number),
      CSVSet.field(results, "REVISION_PCT", .number), CSVSet.field(results, "NOTE"),
      CSVSet.field(results, "REVISED_BY", required: true),
      CSVSet.field(results, "RUN_ID", required: true),
    ]
    let list = results.lastRound?.revisions.list ?? []
    let shared = SharedFields(results)
    return CSVTable(
      name: "revisions", title: CSVSet.title(results, "revisions"), fields: fields,
      primaryKey: ["CITY", "VARIABLE", "SEX", "AGE", "BREAKDOWN", "TIME_PERIOD"],
      partCount: (list.count + rowsPerPart - 1) / rowsPerPart,
      part: { part, csv in
        guard let last = results.lastRound else { return }
        for revision in list[part * rowsPerPart..<min(list.count, (part + 1) * rowsPerPart)] {
          row(revision, last.round, results, shared, into: &csv)
        }
      })
  }

  private static let rowsPerPart = 8192

  private static func row(
    _ revision: Revision, _ last: Round, _ results: RoundResults, _ shared: SharedFields, into csv: inout CSVWriter
  ) {
    let printed = PrintedRevision(revision)
    let variable = results.catalogue[revision.key.variable]
    csv.fields(SharedFields.city(results.registry[revision.key.city]))
    csv.code(variable.id)
    csv.fields(shared[revision.key.breakdown])
    csv.period(revision.key.period)
    csv.text(last.id)
    csv.reported(revision.before)
    csv.reported(revision.after)
    csv.code(results.catalogue.units[variable.unit].id)
    csv.fields(shared[revision.status])
    csv.reported(printed.change)
    csv.number(printed.percent, decimals: PrintedRevision.percentDecimals)
    csv.text(revision.note)
    csv.code(revision.author.rawValue)
    csv.fields(shared.run)
    csv.endRow()
  }
}
