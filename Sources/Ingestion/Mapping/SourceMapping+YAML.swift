import Catalogue
import Spreadsheets
import Vocabulary

extension SourceMapping {
  /// Reads a mapping from `sources/<id>.yaml`.
  /// - Returns: nil (with faults) where the file can't be a mapping.
  public static func load(_ file: CatalogueFile) -> (mapping: SourceMapping?, faults: [CatalogueFault]) {
    let log = FaultLog()
    guard let root = YAMLValue.parse(file, into: log) else { return (nil, log.faults) }
    root.checkFormat()
    root.allowOnly([
      "format", "id", "title", "publisher", "licence", "url", "note", "files", "sheet", "encoding", "delimiter",
      "header_row", "city", "period", "variable", "series", "series_others", "value", "status", "unit", "notes",
      "source_column", "breakdowns", "other_columns", "missing", "flags", "exclude", "geographic_level",
    ])
    let mapping = read(root)
    return (mapping, log.faults.sorted())
  }

  private static func read(_ root: YAMLValue) -> SourceMapping? {
    guard let id = root.required("id")?.string, let files = root.required("files"),
      let city = root.required("city").flatMap(cityRule), let period = root.required("period").flatMap(periodRule),
      let values = root.required("value").flatMap(values)
    else { return nil }
    if root.optional("variable") == nil, root.optional("series") == nil {
      root.report("a source needs `variable` or `series`")
    }
    var mapping = SourceMapping(
      id: id, title: root.text("title"), files: files.items.compactMap(\.string).map(FilePattern.init), city: city,
      period: period, variable: root.optional("variable").flatMap(variableRule), values: values,
      missingMarks: commonMarks)
    mapping.publisher = root.optional("publisher")?.string ?? ""
    mapping.licence = root.optional("licence")?.string ?? ""
    mapping.url = root.optional("url")?.string ?? ""
    mapping.sheet = root.optional("sheet")?.string
    mapping.encoding = root.optionalChoice("encoding")
    mapping.delimiter = root.optional("delimiter").flatMap(delimiter)
    mapping.headerRow = root.optional("header_row")?.integer.map { $0 - 1 }
    mapping.series = root.optional("series")?.items.compactMap(seriesRule) ?? []
    if root.optional("series_others")?.string == "excluded" { mapping.seriesOthersExcluded = true }
    mapping.status = root.optional("status").flatMap { value in
      value.required("column")?.string.map { ($0, codes(value).compactMapValues(status)) }
    }
    mapping.unit = root.optional("unit").flatMap { value in
      value.required("column")?.string.map { ($0, codes(value).compactMapValues(\.string)) }
    }
    mapping.note = root.optional("notes")?.string
    mapping.source = root.optional("source_column")?.string
    mapping.breakdowns = (root.optional("breakdowns")?.entries ?? []).compactMap(breakdownRule)
    mapping.otherColumns = root.choice("other_columns", default: .ignored) ?? .ignored
    for (mark, value) in root.optional("missing")?.entries ?? [] { mapping.missingMarks[mark] = status(value) }
    for (flag, value) in root.optional("flags")?.entries ?? [] { mapping.flags[flag.lowercased()] = status(value) }
    mapping.exclusions = root.optional("exclude")?.items.compactMap(exclusion) ?? []
    mapping.level = root.optional("geographic_level").flatMap { value in
      guard let name = value.string else { return nil }
      if let level = GeographicLevel(code: name) { return level }
      value.report("`\(name)` is no geographic level")
      return nil
    }
    return mapping
  }

  // MARK: Rules

  private static func field(_ value: YAMLValue) -> Field? {
    if !value.isMapping { return value.string.map(Field.constant) }
    if let columns = value.optional("column") { return .columns(columns.items.compactMap(\.string)) }
    if let capture = value.optional("capture")?.string { return .capture(capture) }
    if let constant = value.optional("constant")?.string { return .constant(constant) }
    value.report("wants one of `column`, `capture`, `constant`")
    return nil
  }

  private static func codes(_ value: YAMLValue) -> [String: YAMLValue] {
    Dictionary(
      (value.optional("codes")?.entries ?? []).map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  private static func cityRule(_ value: YAMLValue) -> CityRule? {
    guard let field = field(value) else { return nil }
    guard value.isMapping else { return CityRule(field: field) }
    value.allowOnly(["column", "capture", "constant", "codes", "prefix", "slug", "by_name", "others"])
    return CityRule(
      field: field, codes: codes(value).compactMapValues(\.string), prefix: value.optional("prefix")?.string ?? "",
      slug: value.optional("slug")?.boolean ?? false, byName: value.optional("by_name")?.boolean ?? false,
      othersExcluded: othersExcluded(value))
  }

  private static func othersExcluded(_ value: YAMLValue) -> Bool {
    guard let others = value.optional("others") else { return false }
    if !["excluded", "rejected"].contains(others.string ?? "") { others.report("`others` is excluded or rejected") }
    return others.string == "excluded"
  }

  private static func variableRule(_ value: YAMLValue) -> VariableRule? {
    guard let field = field(value) else { return nil }
    guard value.isMapping else { return VariableRule(field: field) }
    value.allowOnly(["column", "capture", "constant", "codes", "others"])
    return VariableRule(
      field: field, codes: codes(value).compactMapValues(target), othersExcluded: othersExcluded(value))
  }

  private static func target(_ value: YAMLValue) -> Target? {
    guard value.isMapping else { return value.string.map { Target(variable: $0) } }
    value.allowOnly(["variable", "factor"])
    return value.required("variable")?.string.map {
      Target(variable: $0, factor: value.optional("factor")?.number ?? 1)
    }
  }

  private static func seriesRule(_ value: YAMLValue) -> SeriesRule? {
    value.allowOnly(["where", "variable", "factor"])
    guard let conditions = value.required("where"), let variable = value.required("variable")?.string else {
      return nil
    }
    return SeriesRule(
      conditions: conditions.entries.map { ($0.key, $0.value.string ?? "") },
      target: Target(variable: variable, factor: value.optional("factor")?.number ?? 1))
  }

  private static func periodRule(_ value: YAMLValue) -> PeriodRule? {
    guard let field = field(value) else { return nil }
    guard value.isMapping else { return PeriodRule(field: field) }
    value.allowOnly(["column", "capture", "constant", "school_year", "era"])
    return PeriodRule(
      field: field,
      parser: PeriodParser(
        schoolYear: value.choice("school_year", default: .ends) ?? .ends,
        era: value.choice("era", default: .auto) ?? .auto))
  }

  private static func values(_ value: YAMLValue) -> Values? {
    if !value.isMapping { return value.string.map { $0 == "years_as_columns" ? .wide : .column($0) } }
    value.allowOnly(["column"])
    return value.required("column")?.string.map(Values.column)
  }

  private static func delimiter(_ value: YAMLValue) -> UInt8? {
    guard let text = value.string else { return nil }
    let names = ["tab": UInt8(ascii: "\t"), "comma": UInt8(ascii: ","), "semicolon": UInt8(ascii: ";")]
    if let named = names[text] { return named }
    guard text.utf8.count == 1 else {
      value.report("a delimiter is one character, or tab, comma, semicolon")
      return nil
    }
    return text.utf8.first
  }

  private static func status(_ value: YAMLValue) -> ObservationStatus? {
    guard let code = value.string else { return nil }
    guard let status = ObservationStatus(code: code) else {
      value.report("`\(code)` is no SDMX observation status")
      return nil
    }
    return status
  }

  private static func breakdownRule(_ dimension: String, _ value: YAMLValue) -> BreakdownRule? {
    value.allowOnly(["column", "codes", "open"])
    return value.required("column")?.string.map {
      BreakdownRule(
        column: $0, dimension: dimension, codes: codes(value).compactMapValues(\.string),
        open: value.optional("open")?.boolean ?? false)
    }
  }

  private static func exclusion(_ value: YAMLValue) -> Exclusion? {
    value.allowOnly(["column", "texts", "reason"])
    guard let column = value.required("column")?.string, let texts = value.required("texts") else { return nil }
    return Exclusion(column: column, texts: Set(texts.items.compactMap(\.string)), reason: value.text("reason"))
  }
}
