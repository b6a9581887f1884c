import Catalogue
import Spreadsheets
import Vocabulary

/// The register of corrections: every decision to use another figure than the one reported, and what became of it.
enum CorrectionsCSV {
  static func table(_ results: RoundResults) -> CSVTable {
    let fields = [
      CSVSet.field(results, "ROUND", of: "corrections", required: true),
      CSVSet.field(results, "LINE", .integer, required: true),
      CSVSet.field(results, "CITY", required: true), CSVSet.field(results, "CITY_NAME_EN"),
      CSVSet.field(results, "CITY_NAME_TH"), CSVSet.field(results, "VARIABLE", required: true),
      CSVSet.field(results, "BREAKDOWN", of: "corrections", required: true),
      CSVSet.field(results, "TIME_PERIOD", required: true),
      CSVSet.field(results, "ACTION", required: true),
      CSVSet.field(results, "OUTCOME", of: "corrections", required: true),
      CSVSet.field(results, "REPORTED_VALUE", .number), CSVSet.field(results, "REPORTED_STATUS"),
      CSVSet.field(results, "OBS_VALUE", .number, of: "corrections"),
      CSVSet.field(results, "OBS_STATUS", of: "corrections"), CSVSet.field(results, "UNIT_MEASURE", required: true),
      CSVSet.field(results, "REASON_EN", required: true), CSVSet.field(results, "REASON_TH", required: true),
      CSVSet.field(results, "AUTHORITY_EN", required: true), CSVSet.field(results, "AUTHORITY_TH", required: true),
      CSVSet.field(results, "DOCUMENT"), CSVSet.field(results, "DECIDED", .date, required: true),
      CSVSet.field(results, "EXPIRES", .date), CSVSet.field(results, "SOURCE_FILE", of: "corrections"),
      CSVSet.field(results, "RUN_ID", required: true),
    ]
    return CSVTable(
      name: "corrections", title: CSVSet.title(results, "corrections"), fields: fields, primaryKey: ["ROUND", "LINE"],
      partCount: 1,
      part: { _, csv in
        for record in results.corrections { row(record, results, into: &csv) }
      })
  }

  private static func row(_ record: CorrectionRecord, _ results: RoundResults, into csv: inout CSVWriter) {
    let correction = record.correction
    let figure = results.figure(of: record)
    csv.text(record.round)
    csv.integer(correction.line)
    csv.fields(SharedFields.city(results.registry[correction.city]))
    csv.code(results.catalogue[correction.variable].id)
    csv.text(correction.breakdown.isTotal ? "_T" : correction.breakdown.description)
    csv.period(correction.period)
    csv.code(correction.action.kind.rawValue)
    csv.code(record.outcome.rawValue)
    csv.reported(record.reported)
    csv.code(record.reportedStatus?.code ?? "")
    csv.reported(figure?.value)
    csv.code(figure?.status.code ?? "")
    csv.code(results.catalogue.unit(of: correction.variable).id)
    csv.text(correction.reason.english)
    csv.text(correction.reason.thai)
    csv.text(correction.authority.english)
    csv.text(correction.authority.thai)
    csv.text(correction.reference)
    csv.code(correction.date.description)
    csv.code(correction.expires?.description ?? "")
    csv.text(record.file)
    csv.code(results.run.id)
    csv.endRow()
  }
}
