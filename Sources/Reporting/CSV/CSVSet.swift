import Catalogue
import Measurement
import Spreadsheets
import Vocabulary

/// The CSV files of a round, sorted in byte order of their keys, the same numbers as the workbooks.
public enum CSVSet {
  public static func tables(_ results: RoundResults) -> [CSVTable] {
    [
      ObservationsCSV.table(results), IndicatorsCSV.table(results), ScoresCSV.table(results),
      ChangesCSV.table(results), FindingsCSV.table(results),
    ]
  }

  /// Cities a part: enough rows to be worth a task, few enough to stay small.
  static let citiesPerPart = 32

  static func partCount(_ results: RoundResults) -> Int {
    (results.registry.cities.count + citiesPerPart - 1) / citiesPerPart
  }

  static func cities(ofPart part: Int, _ results: RoundResults) -> Range<Int> {
    part * citiesPerPart..<min(results.registry.cities.count, (part + 1) * citiesPerPart)
  }

  /// A field whose description stands in the texts under `csv.<name>`.
  static func field(
    _ results: RoundResults, _ name: String, _ kind: CSVTable.Field.Kind = .string, required: Bool = false
  ) -> CSVTable.Field {
    CSVTable.Field(name, kind, required: required, results.catalogue.texts.label("csv.\(name.lowercased())"))
  }

  static func title(_ results: RoundResults, _ name: String) -> LocalizedText {
    results.catalogue.texts.label("csv.title.\(name)")
  }
}

/// A breakdown as columns: sex and age of their own, the rest as `dimension=code` pairs.
struct BreakdownColumns: Sendable {
  struct Columns: Sendable {
    var sex: String
    var age: String
    var other: String
  }

  private let columns: [Columns]

  init(_ table: BreakdownTable) {
    columns = table.breakdowns.map { breakdown in
      Columns(
        sex: breakdown["sex"] ?? "_T", age: breakdown["age"] ?? "_T",
        other: breakdown.setting("sex", to: nil).setting("age", to: nil).description)
    }
  }

  subscript(id: BreakdownID) -> Columns { columns[id.index] }
}

extension CSVWriter {
  /// The three columns that most tables begin with.
  mutating func city(_ city: City) {
    code(city.id)
    text(city.name.english)
    text(city.name.thai)
  }

  mutating func breakdown(_ columns: BreakdownColumns.Columns) {
    code(columns.sex)
    code(columns.age)
    text(columns.other)
  }

  /// A value as it was reported, in its shortest form.
  mutating func reported(_ value: Double?) {
    guard let value else { return empty() }
    if value == value.rounded(), abs(value) < 1e15 { return integer(Int(value)) }
    let text = "\(value)"
    if text.contains("e") { number(value, decimals: 9) } else { code(text) }
  }
}
