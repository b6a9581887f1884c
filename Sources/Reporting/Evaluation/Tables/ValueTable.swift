import Catalogue
import Measurement
import Normalisation
import Spreadsheets
import Trends
import Vocabulary

/// Table 7: the value of every measure that stands for the reference year, of cities and of the areas that they are seen beside.
enum ValueTable {
  static func sheet(_ context: EvaluationContext) -> Sheet {
    var rows = Rows()
    if context.holdsEveryRow {
      for city in context.facts.reporting { append(city, isScored: true, context, into: &rows) }
    } else {
      for change in context.facts.changes.shown { append(change.key, context, into: &rows) }
    }
    for city in context.results.registry.allIDs where context.results.registry[city].role == .benchmark {
      append(city, isScored: false, context, into: &rows)
    }
    return TableSheet(
      context: context, name: SheetNames.values, table: "tbl_values", key: "table7", isExcerpt: !context.holdsEveryRow
    ).sheet(rows.columns(TableColumns(context.styles)))
  }

  /// The value behind one row of the pages.
  private static func append(_ key: IndicatorValue.Key, _ context: EvaluationContext, into rows: inout Rows) {
    let results = context.results
    guard let entry = results.current.entry(key.city, key.indicator), let value = results.values[key] else { return }
    rows.append(value, age: Int(entry.age), score: entry.score, context)
  }

  private static func append(
    _ city: CityID, isScored: Bool, _ context: EvaluationContext, into rows: inout Rows
  ) {
    let results = context.results
    let year = TimePeriod.year(results.round.referenceYear)
    for indicator in results.catalogue.indicators.indices.map(IndicatorID.init) {
      guard let entry = results.current.entry(city, indicator) else {
        // No value, but a stated reason.
        if let year, let value = results.values[.init(city: city, indicator: indicator, period: year)] {
          rows.append(value, age: nil, score: nil, context)
        }
        continue
      }
      let value = results.values.values[Int(entry.value)]
      if value.key.breakdown == .total {
        rows.append(value, age: Int(entry.age), score: isScored ? entry.score : nil, context)
      } else {
        // A distribution has no total: each of its parts is a row.
        appendParts(like: value.key, age: Int(entry.age), context, into: &rows)
      }
    }
  }

  private static func appendParts(
    like key: IndicatorValue.Key, age: Int, _ context: EvaluationContext, into rows: inout Rows
  ) {
    let values = context.results.values.values
    guard let first = TimePeriod.year(TimePeriod.plausibleYears.lowerBound) else { return }
    var index = context.results.values.position(of: .init(city: key.city, indicator: key.indicator, period: first))
    while index < values.count, values[index].key.city == key.city, values[index].key.indicator == key.indicator {
      if values[index].key.period == key.period { rows.append(values[index], age: age, score: nil, context) }
      index += 1
    }
  }

  private struct Rows {
    var city = CityColumns()
    var roles: [String] = []
    var indicators: [String] = []
    var codes: [String] = []
    var english: [String] = []
    var thai: [String] = []
    var breakdowns: [String] = []
    var units: [String] = []
    var statuses: [String] = []
    var forms: [String] = []
    var levels: [String] = []
    var evidence: [String] = []
    var periods: [String] = []
    var values: [Double?] = []
    var missing: [String] = []
    var bases: [Double?] = []
    var ages: [Int?] = []
    var strengths: [Int?] = []
    var scores: [Double?] = []

    mutating func append(_ value: IndicatorValue, age: Int?, score: Double?, _ context: EvaluationContext) {
      let results = context.results
      let indicator = results.catalogue[value.key.indicator]
      let unit = results.catalogue.units[indicator.unit]
      let name = context.indicatorNames[value.key.indicator.index]
      city.append(results.registry[value.key.city], context.name(value.key.city))
      roles.append(results.registry[value.key.city].role.rawValue)
      indicators.append(indicator.id)
      codes.append(indicator.code)
      english.append(name.english)
      thai.append(name.thai)
      let breakdown = value.key.breakdown
      breakdowns.append(breakdown == .total ? "_T" : results.observations.breakdowns[breakdown].description)
      units.append(unit.id)
      statuses.append(value.status.code)
      forms.append(value.form == .computed ? "computed" : "reported")
      let observations = results.observations.observations
      levels.append(
        observations.indices.contains(Int(value.input)) ? observations[Int(value.input)].level.code : "")
      evidence.append(indicator.evidence.rawValue)
      periods.append(value.key.period.description)
      values.append(value.value.map { FixedDecimal($0, decimals: unit.decimals).value })
      missing.append(Shorthand.sign(of: value.status))
      bases.append(value.base)
      ages.append(age)
      strengths.append(value.value == nil ? nil : EvidenceStrength.squares(of: value, indicator, age: age ?? 0))
      scores.append(score.map { FixedDecimal($0, decimals: 1).value })
    }

    func columns(_ make: TableColumns) -> [DataColumn] {
      let none = Shorthand.notApplicable
      return city.columns(make) + [
        make.text("role", roles, width: 11), make.text("indicator_id", indicators, width: 36),
        make.text("code", codes, width: 12), make.text("name_en", english, width: 36),
        make.text("name_th", thai, width: 36), make.text("breakdown", breakdowns, width: 22),
        make.text("unit", units, width: 14), make.text("status", statuses, width: 8),
        make.text("form", forms, width: 10), make.text("geographic_level", levels, width: 17),
        make.text("evidence", evidence, width: 14), make.text("period", periods, width: 9),
        make.number("value", values, missingByRow: missing),
        make.number("base", bases, format: NumberFormats.count, missing: none),
        make.integer("age_years", ages, missing: none), make.integer("evidence_strength", strengths, missing: none),
        make.number("score", scores, format: NumberFormats.score, missing: none),
      ]
    }
  }
}

/// How much a figure can bear: one square each for a source that counts or samples, for young data, for a figure neither
/// estimated nor broken, and for a base of thirty persons or more.
enum EvidenceStrength {
  static let most = 4
  private static let freshYears = 2
  private static let smallestBase = 30.0

  static func squares(of value: IndicatorValue, _ indicator: Indicator, age: Int) -> Int {
    var squares = 0
    if indicator.evidence != .expertReview { squares += 1 }
    if age <= freshYears { squares += 1 }
    switch value.status {
    case .estimated, .imputed, .forecast, .breakInSeries: break
    default: squares += 1
    }
    if let base = value.base, base >= smallestBase { squares += 1 }
    return squares
  }

  /// `■■■□`.
  static func text(_ squares: Int) -> String {
    String(repeating: "■", count: squares) + String(repeating: "□", count: most - squares)
  }
}
