import Spreadsheets
import Vocabulary

/// One row for each member city: what it sent, what is left to do, and what a letter to it needs.
enum SubmissionsCSV {
  static func table(_ results: RoundResults) -> CSVTable {
    let fields = [
      CSVSet.field(results, "CITY", required: true), CSVSet.field(results, "CITY_NAME_EN"),
      CSVSet.field(results, "CITY_NAME_TH"), CSVSet.field(results, "STATE", required: true),
      CSVSet.field(results, "ERRORS", .integer, required: true),
      CSVSet.field(results, "WARNINGS", .integer, required: true),
      CSVSet.field(results, "INFOS", .integer, required: true), CSVSet.field(results, "AS_OF", .date, required: true),
      CSVSet.field(results, "CLOSES", .date), CSVSet.field(results, "DAYS_TO_CLOSE", .integer),
      CSVSet.field(results, "CONTACT"), CSVSet.field(results, "LANGUAGE"),
      CSVSet.field(results, "SUBMISSION_FILE"), CSVSet.field(results, "RETURNED_FILE"),
      CSVSet.field(results, "SUBMISSION_BYTES", .integer), CSVSet.field(results, "SUBMISSION_SHA256"),
      CSVSet.field(results, "RECEIPT_FILE"),
      CSVSet.field(results, "RUN_ID", required: true),
    ]
    let files = Dictionary(results.files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    return CSVTable(
      name: "submissions", title: CSVSet.title(results, "submissions"), fields: fields, primaryKey: ["CITY"],
      partCount: 1,
      part: { _, csv in
        for outcome in results.outcomes { write(outcome, files[outcome.file], results, into: &csv) }
      })
  }

  private static func write(
    _ outcome: RoundResults.CityOutcome, _ file: RoundResults.FileAccount?, _ results: RoundResults,
    into csv: inout CSVWriter
  ) {
    let city = results.registry[outcome.city]
    csv.fields(SharedFields.city(city))
    csv.code(results.state(of: outcome).rawValue)
    csv.integer(outcome.errors)
    csv.integer(outcome.warnings)
    csv.integer(outcome.infos)
    csv.code(results.run.date.description)
    csv.code(results.round.closes?.description ?? "")
    if let days = results.daysToClose { csv.integer(days) } else { csv.empty() }
    csv.text(city.contact)
    csv.code((city.languages.first ?? results.programme.languages.first)?.rawValue ?? "")
    csv.text(outcome.file)
    csv.text(outcome.returned)
    if let file, file.isSubmission {
      csv.integer(file.bytes)
      csv.code(file.sha256)
      csv.text(Receipts.name(of: file.path, outcome, results))
    } else {
      for _ in 0..<3 { csv.empty() }
    }
    csv.code(results.run.id)
    csv.endRow()
  }
}
