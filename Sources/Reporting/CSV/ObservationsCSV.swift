import Catalogue
import Measurement
import Spreadsheets
import Vocabulary

/// Every figure as reported, with its status and the cell that it came from.
enum ObservationsCSV {
  static func table(_ results: RoundResults) -> CSVTable {
    let fields = [
      CSVSet.field(results, "CITY", required: true), CSVSet.field(results, "CITY_NAME_EN"),
      CSVSet.field(results, "CITY_NAME_TH"), CSVSet.field(results, "VARIABLE", required: true),
      CSVSet.field(results, "SEX", required: true), CSVSet.field(results, "AGE", required: true),
      CSVSet.field(results, "BREAKDOWN"), CSVSet.field(results, "TIME_PERIOD", required: true),
      CSVSet.field(results, "OBS_VALUE", .number), CSVSet.field(results, "UNIT_MEASURE", required: true),
      CSVSet.field(results, "OBS_STATUS", required: true), CSVSet.field(results, "CONF_STATUS", required: true),
      CSVSet.field(results, "GEO_LEVEL", required: true),
      CSVSet.field(results, "EVIDENCE", required: true), CSVSet.field(results, "NOTE"),
      CSVSet.field(results, "CORRECTION"), CSVSet.field(results, "REPORTED_VALUE", .number),
      CSVSet.field(results, "SOURCE_FILE", required: true), CSVSet.field(results, "SOURCE_SHEET"),
      CSVSet.field(results, "SOURCE_CELL", required: true), CSVSet.field(results, "RUN_ID", required: true),
    ]
    let shared = SharedFields(results)
    let own = ObservationFields(results)
    let corrections = results.correctionsOfFigures
    return CSVTable(
      name: "observations", title: CSVSet.title(results, "observations"), fields: fields,
      primaryKey: ["CITY", "VARIABLE", "SEX", "AGE", "BREAKDOWN", "TIME_PERIOD"],
      of: results,
      rows: { city, names, csv in
        let slice = results.observations.slice(of: city)
        for index in slice.indices {
          write(slice[index], results.suppression[index], corrections[index], results, names, shared, own, into: &csv)
        }
      })
  }

  private static func write(
    _ observation: Observation, _ suppression: Suppression.Reason?, _ correction: CorrectionRecord?,
    _ results: RoundResults, _ city: CSVFields, _ shared: SharedFields, _ own: ObservationFields,
    into csv: inout CSVWriter
  ) {
    let variable = observation.key.variable.index
    let place = observation.provenance
    csv.fields(city)
    csv.fields(own.variables[variable])
    csv.fields(shared[observation.key.breakdown])
    csv.period(observation.key.period)
    csv.reported(observation.value)
    csv.fields(own.units[variable])
    csv.fields(shared[observation.status])
    csv.code(suppression?.confidentiality ?? "F")
    csv.fields(own.levels[Int(observation.level.rawValue)])
    csv.fields(own.evidence[variable])
    csv.text(results.observations.notes[Int(observation.note)])
    csv.code(correction?.correction.action.kind.rawValue ?? "")
    csv.reported(correction?.reported)
    csv.fields(own.source(place))
    csv.cell(CellAddress(row: Int(place.row), column: Int(place.column)))
    csv.fields(shared.run)
    csv.endRow()
  }
}

/// What the rows of a variable, a level or a sheet have in common.
private struct ObservationFields: Sendable {
  let variables: [CSVFields]
  let units: [CSVFields]
  let evidence: [CSVFields]
  let levels: [CSVFields]
  /// By file: its path without a sheet, then with each of its sheets.
  private let sources: [[CSVFields]]

  init(_ results: RoundResults) {
    let catalogue = results.catalogue
    variables = catalogue.variables.map { variable in CSVFields { $0.code(variable.id) } }
    units = catalogue.variables.map { variable in CSVFields { $0.code(catalogue.units[variable.unit].id) } }
    evidence = catalogue.variables.map { variable in CSVFields { $0.code(variable.evidence.rawValue) } }
    levels = GeographicLevel.allCases.map { level in CSVFields { $0.code(level.code) } }
    sources = results.observations.sources.map { source in
      ([""] + source.sheets).map { sheet in
        CSVFields {
          $0.text(source.path)
          $0.text(sheet)
        }
      }
    }
  }

  /// The file and the sheet of a figure; the sheet is empty for CSV.
  func source(_ place: Provenance) -> CSVFields {
    let source = sources[place.source.index]
    let sheet = Int(place.sheet) + 1
    return source[sheet < source.count ? sheet : 0]
  }
}
