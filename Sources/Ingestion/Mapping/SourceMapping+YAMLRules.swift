import Catalogue
import Vocabulary

// The rules of a mapping, each from its own key.
extension SourceMapping {
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

  static func cityRule(_ value: YAMLValue) -> CityRule? {
    guard let field = field(value) else { return nil }
    guard value.isMapping else { return CityRule(field: field) }
    value.allowOnly(["column", "capture", "constant", "codes", "prefix", "slug", "by_name", "others"])
    return CityRule(
      field: field, codes: codes(value).compactMapValues(\.string), prefix: value.optional("prefix")?.string ?? "",
      slug: value.optional("slug")?.boolean ?? false, byName: value.optional("by_name")?.boolean ?? false,
      othersExcluded: value.optional("others").map(isExcluded) ?? false)
  }

  /// `excluded` or `rejected`.
  static func isExcluded(_ value: YAMLValue) -> Bool {
    let text = value.string
    if text != "excluded", text != "rejected" { value.report("what is left over is `excluded` or `rejected`") }
    return text == "excluded"
  }

  static func variableRule(_ value: YAMLValue) -> VariableRule? {
    guard let field = field(value) else { return nil }
    guard value.isMapping else { return VariableRule(field: field) }
    value.allowOnly(["column", "capture", "constant", "codes", "others"])
    return VariableRule(
      field: field, codes: codes(value).compactMapValues(target),
      othersExcluded: value.optional("others").map(isExcluded) ?? false)
  }

  /// `population`, or `{variable: co2_emissions, factor: 1000, breakdown: {sex: F}}`.
  private static func target(_ value: YAMLValue) -> Target? {
    guard value.isMapping else { return value.string.map { Target(variable: $0) } }
    value.allowOnly(["variable", "factor", "breakdown"])
    return fullTarget(value)
  }

  private static func fullTarget(_ value: YAMLValue) -> Target? {
    guard let variable = value.required("variable")?.string else { return nil }
    let parts = (value.optional("breakdown")?.entries ?? []).compactMap { dimension, code in
      code.string.map { Breakdown.Part(dimension: dimension, code: $0) }
    }
    let factor = value.optional("factor")?.number ?? 1
    if factor == 0 { value.report("a factor of 0 would wipe the figures out") }
    return Target(variable: variable, factor: factor, breakdown: Breakdown(parts))
  }

  static func seriesRule(_ value: YAMLValue) -> SeriesRule? {
    value.allowOnly(["where", "variable", "factor", "breakdown"])
    guard let conditions = value.required("where").map(conditions), let target = fullTarget(value) else { return nil }
    return SeriesRule(conditions: conditions, target: target)
  }

  private static func conditions(_ value: YAMLValue) -> RowConditions {
    RowConditions(
      value.entries.map { name, texts in
        RowConditions.Condition(name: name, texts: Set(texts.items.compactMap(\.string)))
      })
  }

  static func exclusion(_ value: YAMLValue) -> Exclusion? {
    value.allowOnly(["where", "reason"])
    guard let conditions = value.required("where").map(conditions) else { return nil }
    return Exclusion(conditions: conditions, reason: value.text("reason"))
  }

  /// A wide table's times stand in its header, so that only the way of writing them is wanted.
  static func periodRule(_ root: YAMLValue, _ values: Values) -> PeriodRule? {
    if case .wide = values {
      guard let value = root.optional("period") else { return PeriodRule(field: .constant("")) }
      value.allowOnly(["school_year", "era", "hyphen"])
      return PeriodRule(field: .constant(""), parser: periodParser(value))
    }
    guard let value = root.required("period"), let field = field(value) else { return nil }
    guard value.isMapping else { return PeriodRule(field: field) }
    value.allowOnly(["column", "capture", "constant", "school_year", "era", "hyphen"])
    return PeriodRule(field: field, parser: periodParser(value))
  }

  private static func periodParser(_ value: YAMLValue) -> PeriodParser {
    PeriodParser(
      schoolYear: value.choice("school_year", default: .ends) ?? .ends,
      era: value.choice("era", default: .auto) ?? .auto, hyphen: value.choice("hyphen", default: .auto) ?? .auto)
  }

  static func values(_ value: YAMLValue) -> Values? {
    if !value.isMapping { return value.string.map { $0 == "years_as_columns" ? .wide : .column($0) } }
    value.allowOnly(["column"])
    return value.required("column")?.string.map(Values.column)
  }

  static func delimiter(_ value: YAMLValue) -> UInt8? {
    guard let text = value.string else { return nil }
    let names = ["tab": UInt8(ascii: "\t"), "comma": UInt8(ascii: ","), "semicolon": UInt8(ascii: ";")]
    if let named = names[text] { return named }
    guard text.utf8.count == 1 else {
      value.report("a delimiter is one character, or tab, comma, semicolon")
      return nil
    }
    return text.utf8.first
  }

  static func statusRule(_ value: YAMLValue) -> (column: String, codes: [String: ObservationStatus])? {
    value.allowOnly(["column", "codes"])
    return value.required("column")?.string.map { ($0, codes(value).compactMapValues { status($0) }) }
  }

  static func unitRule(_ value: YAMLValue) -> (column: String, codes: [String: String])? {
    value.allowOnly(["column", "codes"])
    return value.required("column")?.string.map { ($0, codes(value).compactMapValues(\.string)) }
  }

  /// - Parameter withValue: Whether figures of the status must have a value, or must not; nil where both may stand.
  static func status(_ value: YAMLValue, withValue: Bool? = nil) -> ObservationStatus? {
    guard let code = value.string else { return nil }
    guard let status = ObservationStatus(code: code) else {
      value.report("`\(code)` is no SDMX observation status")
      return nil
    }
    if let withValue, status.hasValue != withValue {
      value.report("figures of status `\(code)` have \(status.hasValue ? "a" : "no") value")
      return nil
    }
    return status
  }

  static func breakdownRule(_ dimension: String, _ value: YAMLValue) -> BreakdownRule? {
    value.allowOnly(["column", "codes", "open"])
    return value.required("column").map {
      BreakdownRule(
        columns: $0.items.compactMap(\.string), dimension: dimension, codes: codes(value).compactMapValues(\.string),
        open: value.optional("open")?.boolean ?? false)
    }
  }
}
