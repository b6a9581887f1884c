import Catalogue
import Spreadsheets
import Vocabulary

extension SourceMapping {
  /// The keys of a mapping; `Indicators/schema/source.schema.json` lists the same.
  static let keys = [
    "format", "id", "title", "publisher", "licence", "url", "note", "files", "sheet", "encoding", "delimiter",
    "header_row", "city", "period", "variable", "series", "series_others", "value", "status", "unit", "notes",
    "source_column", "breakdowns", "ignore", "other_columns", "missing", "flags", "exclude", "geographic_level",
  ]

  /// Reads a mapping from `sources/<id>.yaml`.
  /// - Returns: nil (with faults) where the file can't be a mapping.
  public static func load(_ file: CatalogueFile) -> (mapping: SourceMapping?, faults: [CatalogueFault]) {
    let log = FaultLog()
    guard let root = YAMLValue.parse(file, into: log) else { return (nil, log.faults) }
    root.checkFormat()
    root.allowOnly(keys)
    let mapping = read(root)
    return (mapping, log.faults.sorted())
  }

  private static func read(_ root: YAMLValue) -> SourceMapping? {
    guard let id = root.required("id").flatMap(sourceID), let files = root.required("files"),
      let city = root.required("city").flatMap(cityRule), let values = root.required("value").flatMap(values),
      let period = periodRule(root, values)
    else { return nil }
    if root.optional("variable") == nil, root.optional("series") == nil {
      root.report("a source needs `variable` or `series`")
    }
    var mapping = SourceMapping(
      id: id, title: root.text("title"), files: files.items.compactMap(\.string).map(FilePattern.init), city: city,
      period: period, variable: root.optional("variable").flatMap(variableRule), values: values,
      missingMarks: commonMarks)
    readOrigin(root, into: &mapping)
    readLayout(root, into: &mapping)
    mapping.series = root.optional("series")?.items.compactMap(seriesRule) ?? []
    mapping.seriesOthersExcluded = root.optional("series_others").map(isExcluded) ?? false
    mapping.status = root.optional("status").flatMap(statusRule)
    mapping.unit = root.optional("unit").flatMap(unitRule)
    mapping.breakdowns = (root.optional("breakdowns")?.entries ?? []).compactMap(breakdownRule)
    for (mark, value) in root.optional("missing")?.entries ?? [] {
      mapping.missingMarks[mark] = status(value, withValue: false)
    }
    for (flag, value) in root.optional("flags")?.entries ?? [] {
      mapping.flags[flag.lowercased()] = status(value, withValue: true)
    }
    mapping.exclusions = root.optional("exclude")?.items.compactMap(exclusion) ?? []
    checkCaptures(of: mapping, root)
    return mapping
  }

  private static func sourceID(_ value: YAMLValue) -> String? {
    guard let id = value.string else { return nil }
    if id == tidyID { value.report("`\(id)` is the id of submissions; give the source another") }
    return id
  }

  /// Who publishes it, under which terms, and where.
  private static func readOrigin(_ root: YAMLValue, into mapping: inout SourceMapping) {
    mapping.publisher = root.optional("publisher")?.string ?? ""
    mapping.licence = root.optional("licence")?.string ?? ""
    mapping.url = root.optional("url")?.string ?? ""
    mapping.remark = root.optionalText("note")
    mapping.level = root.optional("geographic_level").flatMap { value in
      guard let name = value.string else { return nil }
      if let level = GeographicLevel(code: name) { return level }
      let all = GeographicLevel.allCases.map(\.code).joined(separator: ", ")
      value.report("`\(name)` is no geographic level: \(all)")
      return nil
    }
  }

  /// How its tables are laid out.
  private static func readLayout(_ root: YAMLValue, into mapping: inout SourceMapping) {
    mapping.sheet = root.optional("sheet")?.string
    mapping.encoding = root.optionalChoice("encoding")
    mapping.delimiter = root.optional("delimiter").flatMap(delimiter)
    mapping.headerRow = root.optional("header_row").flatMap { value in
      guard let row = value.integer else { return nil }
      if row < 1 { value.report("rows are counted from 1") }
      return row - 1
    }
    mapping.note = root.optional("notes")?.string
    mapping.source = root.optional("source_column")?.string
    mapping.ignoredColumns = root.optional("ignore")?.items.compactMap(\.string) ?? []
    mapping.otherColumns = root.choice("other_columns", default: .ignored) ?? .ignored
  }

  /// What a rule takes from the file's name must be caught by every pattern.
  private static func checkCaptures(of mapping: SourceMapping, _ root: YAMLValue) {
    var wanted = Set(mapping.series.flatMap(\.conditions.captureNames))
    wanted.formUnion(mapping.exclusions.flatMap(\.conditions.captureNames))
    for field in [mapping.city.field, mapping.period.field, mapping.variable?.field] {
      if case .capture(let name) = field { wanted.insert(name) }
    }
    for pattern in mapping.files {
      for name in wanted.subtracting(pattern.captureNames).sorted() {
        root.report("the pattern `\(pattern.text)` does not catch `{\(name)}`")
      }
    }
  }
}
