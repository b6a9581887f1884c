import Catalogue
import Measurement
import Spreadsheets
import Trends
import Vocabulary

/// Table 5: how every measure moved to the reference year from its previous observation.
enum ChangeTable {
  static func sheet(_ context: EvaluationContext) -> Sheet {
    var rows = Rows()
    let changes = context.holdsEveryRow ? context.facts.changes.changes : context.facts.changes.shown
    rows.reserve(changes.count)
    for change in changes {
      rows.city.append(context.results.registry[change.key.city], context.name(change.key.city))
      rows.append(change, context)
    }
    return TableSheet(
      context: context, name: SheetNames.changes, table: "tbl_changes", key: "table5",
      isExcerpt: !context.holdsEveryRow
    ).sheet(rows.columns(TableColumns(context.styles)))
  }

  private struct Rows {
    var city = CityColumns()
    var indicators: [String] = []
    var codes: [String] = []
    var english: [String] = []
    var thai: [String] = []
    var units: [String] = []
    var measures: [String] = []
    var outcomes: [String] = []
    var statuses: [String] = []
    var previousPeriods: [String] = []
    var periods: [String] = []
    var previous: [Double?] = []
    var values: [Double?] = []
    var changes: [Double?] = []
    var missing: [String] = []
    var absolute: [Double?] = []
    var relative: [Double?] = []
    var yearlyAbsolute: [Double?] = []
    var yearlyRelative: [Double?] = []
    var gaps: [Int?] = []
    var effects: [Double?] = []

    mutating func reserve(_ count: Int) {
      city.reserve(count)
      for path: WritableKeyPath<Self, [String]> in [
        \.indicators, \.codes, \.english, \.thai, \.units, \.measures, \.outcomes, \.statuses, \.previousPeriods,
        \.periods, \.missing,
      ] { self[keyPath: path].reserveCapacity(count) }
      for path: WritableKeyPath<Self, [Double?]> in [
        \.previous, \.values, \.changes, \.absolute, \.relative, \.yearlyAbsolute, \.yearlyRelative, \.effects,
      ] { self[keyPath: path].reserveCapacity(count) }
      gaps.reserveCapacity(count)
    }

    mutating func append(_ change: Change, _ context: EvaluationContext) {
      let catalogue = context.results.catalogue
      let indicator = catalogue[change.key.indicator]
      let unit = catalogue.units[indicator.unit]
      let name = context.indicatorNames[change.key.indicator.index]
      func rounded(_ number: Double?, _ decimals: Int) -> Double? {
        number.map { FixedDecimal($0, decimals: decimals).value }
      }
      indicators.append(indicator.id)
      codes.append(indicator.code)
      english.append(name.english)
      thai.append(name.thai)
      units.append(unit.id)
      measures.append(change.measure.code)
      outcomes.append(change.outcome(catalogue).rawValue)
      statuses.append(change.status.code)
      previousPeriods.append(change.previousPeriod?.description ?? "")
      periods.append(change.key.period.description)
      previous.append(rounded(change.previousValue, unit.decimals))
      values.append(rounded(change.value, unit.decimals))
      changes.append(change.printed(catalogue)?.value)
      missing.append(change.absence == .seriesBreak ? Shorthand.seriesBreak : Shorthand.notApplicable)
      absolute.append(rounded(change.absolute, max(1, unit.decimals)))
      relative.append(rounded(change.relative, 2))
      yearlyAbsolute.append(rounded(change.annualisedAbsolute, max(1, unit.decimals) + 1))
      yearlyRelative.append(rounded(change.annualisedRelative, 2))
      gaps.append(change.previousPeriod == nil ? nil : change.gap)
      effects.append(rounded(change.effect, 1))
    }

    func columns(_ make: TableColumns) -> [DataColumn] {
      let none = Shorthand.notApplicable
      return city.columns(make) + [
        make.text("indicator_id", indicators, width: 36), make.text("code", codes, width: 12),
        make.text("name_en", english, width: 36), make.text("name_th", thai, width: 36),
        make.text("unit", units, width: 14), make.text("change_in", measures, width: 11),
        make.text("outcome", outcomes, width: 16), make.text("status", statuses, width: 8),
        make.text("previous_period", previousPeriods, width: 15), make.text("period", periods, width: 9),
        make.number("previous_value", previous, missing: none), make.number("value", values),
        make.number("change", changes, missingByRow: missing),
        make.number("absolute", absolute, missingByRow: missing),
        make.number("relative_pct", relative, missingByRow: missing),
        make.number("yearly_absolute", yearlyAbsolute, missingByRow: missing),
        make.number("yearly_pct", yearlyRelative, missingByRow: missing),
        make.integer("gap_years", gaps, missing: none),
        make.number("score_effect", effects, format: NumberFormats.change, missingByRow: missing),
      ]
    }
  }
}

extension Change.Measure {
  /// The name in files.
  var code: String {
    switch self {
    case .points: "points"
    case .percent: "percent"
    case .units: "units"
    }
  }
}
