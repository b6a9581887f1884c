import Catalogue
import Spreadsheets
import Vocabulary

/// What the round is: one row, for whoever puts the files of several rounds together.
enum RoundsCSV {
  static func table(_ results: RoundResults) -> CSVTable {
    func own(_ name: String, _ kind: CSVTable.Field.Kind = .string, required: Bool = false) -> CSVTable.Field {
      CSVSet.field(results, name, kind, of: "rounds", required: required)
    }
    let fields = [
      CSVSet.field(results, "ROUND", required: true), CSVSet.field(results, "PROGRAMME", required: true),
      own("NAME_EN", required: true), own("NAME_TH", required: true),
      own("REFERENCE_YEAR", .integer, required: true), own("COMPARISON_YEAR", .integer, required: true),
      own("STATE", required: true), own("OPENS", .date), CSVSet.field(results, "CLOSES", .date),
      own("FRAMEWORK", required: true), CSVSet.field(results, "PROGRAMME_NAME_EN", required: true),
      CSVSet.field(results, "PROGRAMME_NAME_TH", required: true),
      CSVSet.field(results, "SYNTHETIC", .boolean, required: true),
      CSVSet.field(results, "METHOD_VERSION", required: true), CSVSet.field(results, "RUN_ID", required: true),
    ]
    return CSVTable(
      name: "rounds", title: CSVSet.title(results, "rounds"), fields: fields, primaryKey: ["ROUND"], partCount: 1,
      part: { _, csv in write(results, into: &csv) })
  }

  private static func write(_ results: RoundResults, into csv: inout CSVWriter) {
    let (round, programme) = (results.round, results.programme)
    csv.text(round.id)
    csv.text(programme.id)
    csv.text(round.title.english)
    csv.text(round.title.thai)
    csv.integer(round.referenceYear)
    csv.integer(round.comparisonYear)
    csv.code(round.state.rawValue)
    csv.code(round.opens?.description ?? "")
    csv.code(round.closes?.description ?? "")
    csv.code(round.framework)
    csv.text(programme.title.english)
    csv.text(programme.title.thai)
    csv.code(programme.isSynthetic ? "true" : "false")
    csv.code("\(results.catalogue.method.id) \(results.catalogue.method.version)")
    csv.code(results.run.id)
    csv.endRow()
  }
}

/// The registry of cities as the round used it, without mailboxes.
enum RegistryCSV {
  static func table(_ results: RoundResults) -> CSVTable {
    func own(_ name: String, _ kind: CSVTable.Field.Kind = .string, required: Bool = false) -> CSVTable.Field {
      CSVSet.field(results, name, kind, of: "registry", required: required)
    }
    let fields = [
      CSVSet.field(results, "CITY", required: true), CSVSet.field(results, "CITY_NAME_EN", required: true),
      CSVSet.field(results, "CITY_NAME_TH", required: true), own("COUNTRY"), own("SUBDIVISION"), own("LOCODE"),
      own("GEO_LEVEL", required: true), own("ROLE", required: true), own("REGION"), own("MEMBER_FROM", .integer),
      own("MEMBER_TO", .integer), own("AWARDS"), CSVSet.field(results, "RUN_ID", required: true),
    ]
    return CSVTable(
      name: "registry", title: CSVSet.title(results, "registry"), fields: fields, primaryKey: ["CITY"], partCount: 1,
      part: { _, csv in for city in results.registry.cities { write(city, results.run.id, into: &csv) } })
  }

  private static func write(_ city: City, _ run: String, into csv: inout CSVWriter) {
    csv.fields(SharedFields.city(city))
    csv.text(city.country)
    csv.text(city.subdivision)
    csv.text(city.locode)
    csv.code(city.level.code)
    csv.code(city.role.rawValue)
    csv.text(city.region)
    csv.optional(city.memberFrom)
    csv.optional(city.memberTo)
    csv.code(city.awards.map(String.init).joined(separator: " "))
    csv.code(run)
    csv.endRow()
  }
}
