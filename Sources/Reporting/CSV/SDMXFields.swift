import Catalogue
import Spreadsheets
import Vocabulary

/// What files in SDMX-CSV 2.0 share: the dataflow that each row names, dimensions as codes of SDMX, and a word for a missing figure.
struct SDMXFields: Sendable {
  /// The agency that the dataflows stand under.
  static let agency = "GNLC"
  /// Raised when a column is added, renamed or given another meaning.
  static let structureVersion = "1.0.0"

  /// STRUCTURE, STRUCTURE_ID, ACTION.
  ///
  /// The action is `I`, information: whoever loads a file decides what becomes of earlier figures. `M`, which later drafts of the
  /// format prefer, is refused by readers of version 2.0.
  let head: CSVFields
  /// By city: REF_AREA.
  let areas: [CSVFields]
  /// By `BreakdownID`: SEX, AGE, COMPOSITE_BREAKDOWN.
  let breakdowns: [CSVFields]

  init(_ results: RoundResults, dataflow: String) {
    head = CSVFields {
      $0.code("dataflow")
      $0.code("\(Self.agency):\(dataflow)(\(Self.structureVersion))")
      $0.code("I")
    }
    areas = results.registry.cities.map { city in CSVFields { $0.code(city.id) } }
    breakdowns = results.observations.breakdowns.breakdowns.map { breakdown in
      CSVFields {
        $0.code(Self.code(breakdown["sex"] ?? "_T"))
        $0.code(Self.code(breakdown["age"] ?? "_T"))
        $0.code(Self.composite(breakdown.setting("sex", to: nil).setting("age", to: nil)))
      }
    }
  }

  /// A breakdown as one code: `dimension@code`, several parted by `$`, `_T` for the total. What SDMX's SDG dataflow calls a
  /// composite breakdown: the dimensions of other offices' sources make no new columns.
  static func composite(_ breakdown: Breakdown) -> String {
    guard !breakdown.isTotal else { return "_T" }
    return breakdown.parts.map { "\(code($0.dimension))@\(code($0.code))" }.joined(separator: "$")
  }

  /// An identifier of SDMX has Latin letters, digits, `_`, `-`, `@` and `$`. The last two part breakdowns here, so that they and all
  /// other characters, as of a district's Thai name, become `@` with two hexadecimal digits for each byte.
  static func code(_ text: String) -> String {
    guard !text.utf8.allSatisfy(isPlain) else { return text }
    return text.utf8.map { byte in
      if isPlain(byte) { return String(UnicodeScalar(byte)) }
      let digits = String(byte, radix: 16, uppercase: true)
      return digits.utf8.count == 1 ? "@0\(digits)" : "@\(digits)"
    }.joined()
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  /// A column with the meaning of its namesake in the other files or with one of its own.
  static func field(
    _ results: RoundResults, _ name: String, _ kind: CSVTable.Field.Kind = .string, ownMeaning: Bool = true,
    required: Bool = true
  ) -> CSVTable.Field {
    CSVSet.field(results, name, kind, of: ownMeaning ? "sdmx" : nil, required: required)
  }

  /// The columns before the subject: what the row belongs to and where.
  static func firstFields(_ results: RoundResults) -> [CSVTable.Field] {
    [
      field(results, "STRUCTURE"), field(results, "STRUCTURE_ID"), field(results, "ACTION"),
      field(results, "REF_AREA"),
    ]
  }

  /// The columns after the subject that both files have, up to the unit.
  static func commonFields(_ results: RoundResults) -> [CSVTable.Field] {
    [
      field(results, "SEX", ownMeaning: false), field(results, "AGE", ownMeaning: false),
      field(results, "COMPOSITE_BREAKDOWN"), field(results, "TIME_PERIOD", ownMeaning: false),
      field(results, "OBS_VALUE", .number), field(results, "OBS_STATUS", ownMeaning: false),
      field(results, "CONF_STATUS", ownMeaning: false), field(results, "UNIT_MEASURE", ownMeaning: false),
      field(results, "UNIT_MULT", .integer),
    ]
  }
}
