import Catalogue
import Spreadsheets
import Trends
import Vocabulary

/// The data sheets on equity, in the evaluators' workbook of all cities, in a card of one.
struct EquityTables {
  let context: EvaluationContext
  /// What stands in the braces of the sheets' titles.
  var values: [String: LocalizedText] = [:]

  private var facts: EquityFacts { context.facts.equity }
  private var catalogue: Catalogue { context.results.catalogue }
  private var make: TableColumns { TableColumns(context.styles) }

  // MARK: Groups

  func groups(_ rows: [GroupComparison], name: String, key: String, isExcerpt: Bool = false) -> Sheet {
    TableSheet(context: context, name: name, table: "tbl_groups", key: key, isExcerpt: isExcerpt, values: values)
      .sheet(cities(rows.map(\.city)) + measures(rows.map(\.indicator)) + groupTexts(rows) + groupNumbers(rows))
  }

  private func groupTexts(_ rows: [GroupComparison]) -> [DataColumn] {
    let dimensions = facts.plan.dimensions
    let names = rows.map { facts.group($0) }
    return [
      make.text("dimension", rows.map { dimensions[$0.dimension].id }, width: 16),
      make.text("group", rows.map { TextLimits.harmless(dimensions[$0.dimension].groups[$0.group]) }, width: 18),
      make.text("group_en", names.map(\.english), width: 28), make.text("group_th", names.map(\.thai), width: 28),
      make.text("reference", rows.map { dimensions[$0.dimension].referenceCode }, width: 11),
      make.text("status", rows.map(\.status.code), width: 8),
      make.text("small_base", rows.map { $0.hasSmallBase ? "yes" : "no" }, width: 11),
      make.text("side", rows.map { $0.side?.rawValue ?? "" }, width: 14),
      make.text("gap_reason", rows.map { $0.absence?.rawValue ?? "" }, width: 20),
      make.text("course", rows.map { $0.course?.rawValue ?? "" }, width: 12),
      make.text("course_reason", rows.map { $0.courseAbsence?.rawValue ?? "" }, width: 16),
      make.text("left_behind", rows.map { $0.isLeftBehind.map { $0 ? "yes" : "no" } ?? "" }, width: 12),
      make.text("benchmark_kind", rows.map { $0.benchmarkKind?.rawValue ?? "" }, width: 15),
    ]
  }

  private func groupNumbers(_ rows: [GroupComparison]) -> [DataColumn] {
    let none = Shorthand.notApplicable
    let missing = rows.map { Shorthand.sign(of: $0.status) }
    func number(_ header: String, _ value: KeyPath<GroupComparison, Double?>) -> DataColumn {
      make.number(header, rows.map { rounded($0[keyPath: value], $0.indicator) }, missingByRow: missing)
    }
    return [
      make.integer("year", rows.map { Int($0.period.year) }, format: "0"), number("value", \.value),
      number("reference_value", \.referenceValue),
      make.number("base", rows.map(\.base), format: NumberFormats.count, missing: none),
      make.number("parity_index", rows.map { fixed($0.parity, 3) }, format: "0.000", missing: none),
      make.number("parity_index_adjusted", rows.map { fixed($0.adjustedParity, 3) }, format: "0.000", missing: none),
      number("gap", \.gap),
      make.integer("previous_year", rows.map { $0.previousPeriod.map { Int($0.year) } }, format: "0", missing: none),
      make.number("previous_gap", rows.map { rounded($0.previousGap, $0.indicator) }, missing: none),
      make.number("gap_change", rows.map { rounded($0.gapChange, $0.indicator) }, missing: none),
      make.number("benchmark", rows.map { rounded($0.benchmark, $0.indicator) }, missing: none),
      make.number("distance", rows.map { rounded($0.distance, $0.indicator) }, missing: none),
      make.number("persons_behind", rows.map { whole($0.personsBehind) }, format: NumberFormats.count, missing: none),
    ]
  }

  // MARK: Dispersion

  func dispersions(_ rows: [GroupDispersion], name: String, key: String, isExcerpt: Bool = false) -> Sheet {
    let none = Shorthand.notApplicable
    func number(_ header: String, _ extra: Int = 0, _ value: (GroupDispersion) -> Double?) -> DataColumn {
      make.number(header, rows.map { rounded(value($0), $0.indicator, extra) }, missing: none)
    }
    let columns =
      cities(rows.map(\.city)) + measures(rows.map(\.indicator)) + [
        make.text("dimension", rows.map { facts.plan.dimensions[$0.dimension].id }, width: 12),
        make.text("status", rows.map(\.status.code), width: 8),
        make.text("course", rows.map { $0.course?.rawValue ?? "" }, width: 12),
        make.text("course_reason", rows.map { $0.courseAbsence?.rawValue ?? "" }, width: 16),
        make.integer("year", rows.map { Int($0.period.year) }, format: "0"),
        make.integer("groups_told", rows.map(\.groupsTold)),
        make.integer("groups_with_value", rows.map(\.groupsWithValue)),
        make.integer("groups_suppressed", rows.map(\.groupsSuppressed)),
        number("weighted_mean") { $0.measures?.mean }, number("lowest") { $0.measures?.lowest },
        number("highest") { $0.measures?.highest },
        number("standard_deviation", 1) { $0.measures?.standardDeviation },
        make.number(
          "coefficient_of_variation", rows.map { fixed($0.measures?.coefficientOfVariation, 1) }, missing: none),
        make.number("mean_log_deviation", rows.map { fixed($0.measures?.meanLogDeviation, 2) }, missing: none),
        number("previous_deviation", 1) { $0.previousDeviation }, number("deviation_change", 1) { $0.change },
      ]
    return TableSheet(
      context: context, name: name, table: "tbl_dispersion", key: key, isExcerpt: isExcerpt, values: values
    ).sheet(columns)
  }

  // MARK: Dimensions

  func dimensions(_ tallies: [EquityFacts.Tally], name: String, key: String) -> Sheet {
    let names = tallies.map { facts.dimension($0.dimension) }
    let definitions = tallies.map { facts.plan.dimensions[$0.dimension] }
    return TableSheet(context: context, name: name, table: "tbl_dimensions", key: key, values: values).sheet([
      make.text("dimension", definitions.map(\.id), width: 18), make.text("name_en", names.map(\.english), width: 28),
      make.text("name_th", names.map(\.thai), width: 28),
      make.text("reference", definitions.map(\.referenceCode), width: 11),
      make.integer("comparisons", tallies.map(\.compared)), make.integer("behind", tallies.map(\.behind)),
      make.integer("parity", tallies.map(\.parity)), make.integer("ahead", tallies.map(\.ahead)),
      make.integer("closing", tallies.map(\.closing)), make.integer("unchanged", tallies.map(\.unchanged)),
      make.integer("widening", tallies.map(\.widening)),
      make.number(
        "median_gap_points", tallies.map { $0.medianGap?.value }, format: NumberFormats.score,
        missing: Shorthand.notApplicable),
    ])
  }

  // MARK: Shared

  private func cities(_ ids: [CityID]) -> [DataColumn] {
    var columns = CityColumns()
    for id in ids { columns.append(context.results.registry[id], context.name(id)) }
    return columns.columns(make)
  }

  private func measures(_ ids: [IndicatorID]) -> [DataColumn] {
    let names = ids.map { context.indicatorNames[$0.index] }
    return [
      make.text("indicator_id", ids.map { catalogue[$0].id }, width: 36),
      make.text("code", ids.map { catalogue[$0].code }, width: 12),
      make.text("name_en", names.map(\.english), width: 36), make.text("name_th", names.map(\.thai), width: 36),
      make.text("unit", ids.map { catalogue.unit(of: $0).id }, width: 14),
    ]
  }

  private func rounded(_ value: Double?, _ indicator: IndicatorID, _ extra: Int = 0) -> Double? {
    fixed(value, catalogue.unit(of: indicator).decimals + extra)
  }

  private func fixed(_ value: Double?, _ decimals: Int) -> Double? {
    value.map { FixedDecimal($0, decimals: decimals).value }
  }

  private func whole(_ value: Double?) -> Double? { fixed(value, 0) }
}
