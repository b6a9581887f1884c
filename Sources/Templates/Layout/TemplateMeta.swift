import Vocabulary

/// The hidden sheet `x_meta`: who, which round, and the locked part of the form as it was sent out, so that a form of an earlier
/// version, or one whose locked cells were typed over, can be understood by itself.
struct TemplateMeta: Hashable, Sendable {
  /// A row as it was sent out.
  struct Row: Hashable, Sendable {
    var code: String
    var label: String
    var unit: String
    /// One for each year to fill, as displayed.
    var prior: [String]

    var line: String { ([code, label, unit] + prior).joined(separator: "\u{1F}") }
  }

  var identity: TemplateIdentity
  var framework: String
  var years: [Int]
  var comparisonYear: Int
  var language: TemplateLanguage
  var generated: String
  /// Of the codes and units that the catalogue asked for.
  var schemaChecksum: String
  /// Of the rows below, as they were sent out.
  var checksum: String
  var rows: [Row]
  /// Rows may stay blank: the city sent a table of what it has, not a form with a question in each row.
  var allowsBlanks = false

  static func checksum(of rows: [Row]) -> String {
    Checksum.of(rows.map(\.line).joined(separator: "\n"))
  }

  static func schemaChecksum(of rows: some Sequence<(code: String, unit: String)>) -> String {
    Checksum.of(rows.map { "\($0.code) \($0.unit)" }.joined(separator: "\n"))
  }

  /// The rows are those that were sent out.
  var isIntact: Bool { Self.checksum(of: rows) == checksum }

  // MARK: As lines of a sheet

  /// A sheet may claim anything.
  private static let mostYears = 20

  static let templateID = "gnlc-template"
  private static let allowed = "allowed"

  /// Key and value, then an empty line, then the head of the rows and the rows.
  var lines: [[String]] {
    [
      ["template_id", Self.templateID], ["template_version", "\(identity.version)"], ["city_id", identity.city],
      ["round", identity.round], ["framework", framework],
      ["reference_years", years.map(String.init).joined(separator: " ")], ["comparison_year", "\(comparisonYear)"],
      ["language", language.rawValue], ["generated_at", generated], ["schema_sha256", schemaChecksum],
      ["skeleton_sha256", checksum], ["blank_rows", allowsBlanks ? Self.allowed : "refused"], [],
      ["code", "label", "unit"] + years.map { "prior_\($0)" },
    ] + rows.map { [$0.code, $0.label, $0.unit] + $0.prior }
  }

  /// - Parameter lines: The sheet's rows; an empty cell is an empty text.
  /// - Returns: nil where the sheet does not say whose it is.
  init?(lines: [[String]]) {
    func cell(_ line: [String], _ column: Int) -> String { column < line.count ? line[column] : "" }
    let head = lines.firstIndex { cell($0, 0) == "code" && cell($0, 1) == "label" } ?? lines.endIndex
    var values: [String: String] = [:]
    for line in lines[..<head] { values[cell(line, 0)] = cell(line, 1) }
    guard values["template_id"] == Self.templateID, let version = values["template_version"].flatMap({ Int($0) }),
      let city = values["city_id"], let round = values["round"], let years = values["reference_years"]
    else { return nil }
    identity = TemplateIdentity(version: version, city: city, round: round)
    framework = values["framework"] ?? ""
    self.years = years.split(separator: " ").prefix(Self.mostYears).compactMap { Int($0) }
    comparisonYear = values["comparison_year"].flatMap { Int($0) } ?? 0
    language = values["language"].flatMap(TemplateLanguage.init) ?? .both
    generated = values["generated_at"] ?? ""
    schemaChecksum = values["schema_sha256"] ?? ""
    checksum = values["skeleton_sha256"] ?? ""
    allowsBlanks = values["blank_rows"] == Self.allowed
    let count = self.years.count
    rows = lines[head...].dropFirst().filter { !cell($0, 0).isEmpty }.map { line in
      Row(
        code: cell(line, 0), label: cell(line, 1), unit: cell(line, 2), prior: (0..<count).map { cell(line, 3 + $0) })
    }
  }

  init(
    identity: TemplateIdentity, framework: String, years: [Int], comparisonYear: Int, language: TemplateLanguage,
    generated: String, schemaChecksum: String, rows: [Row], allowsBlanks: Bool = false
  ) {
    self.identity = identity
    self.framework = framework
    self.years = years
    self.comparisonYear = comparisonYear
    self.language = language
    self.generated = generated
    self.schemaChecksum = schemaChecksum
    self.rows = rows
    self.allowsBlanks = allowsBlanks
    checksum = Self.checksum(of: rows)
  }
}
