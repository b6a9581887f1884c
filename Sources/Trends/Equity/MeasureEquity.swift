import Catalogue
import Measurement
import Vocabulary

/// The groups of one measure in one city.
struct MeasureEquity {
  let analysis: EquityAnalysis
  let city: CityID
  let indicator: IndicatorID
  let kind: EquityAnalysis.Kind
  /// For everyone.
  private var total = GroupSeries()
  /// By dimension, each sorted by group.
  private var series: [[(group: Int, series: GroupSeries)]]

  /// - Parameter values: Sorted by breakdown and time; not empty.
  init(_ analysis: EquityAnalysis, _ values: ArraySlice<IndicatorValue>) {
    self.analysis = analysis
    let key = values[values.startIndex].key
    (city, indicator) = (key.city, key.indicator)
    kind = analysis.kinds[indicator.index]
    series = Array(repeating: [], count: analysis.plan.dimensions.count)
    var start = values.startIndex
    while start < values.endIndex {
      let breakdown = values[start].key.breakdown
      var end = start + 1
      while end < values.endIndex, values[end].key.breakdown == breakdown { end += 1 }
      if breakdown == .total {
        total = GroupSeries(values[start..<end])
      } else if let place = analysis.plan.place(of: breakdown) {
        series[place.dimension].append((place.group, GroupSeries(values[start..<end])))
      }
      start = end
    }
    for index in series.indices { series[index].sort { $0.group < $1.group } }
  }

  func append(to findings: inout EquityAnalysis.Findings) {
    for (dimension, own) in series.enumerated() where !own.isEmpty {
      let definition = analysis.plan.dimensions[dimension]
      let years = Self.years(of: own.map(\.series))
      guard !years.isEmpty else { continue }
      let first = findings.comparisons.count
      let reference =
        definition.reference.map { code in own.first { $0.group == code }?.series ?? GroupSeries() } ?? total
      for (group, series) in compared(definition, own) where group != definition.reference {
        compare(dimension, group, series, reference, years, into: &findings.comparisons)
      }
      summarise(&findings.comparisons, from: first, years, definition)
      if definition.isDispersed { disperse(dimension, own.map(\.series), years, into: &findings.dispersions) }
    }
  }

  func appendDispersions(to dispersions: inout [GroupDispersion]) {
    for (dimension, own) in series.enumerated() where analysis.plan.dimensions[dimension].isDispersed && !own.isEmpty {
      let groups = own.map(\.series)
      disperse(dimension, groups, Self.years(of: groups), into: &dispersions)
    }
  }

  /// The years that any of the groups has, each once: of the year's own figures and pooled ones those that do not yield.
  private static func years(of series: [GroupSeries]) -> [TimePeriod] {
    var years: [TimePeriod] = []
    for period in series.flatMap({ $0.values.lazy.map(\.key.period) }).sorted()
    where period.isAnnual && years.last != period && !period.yields(to: years.last) { years.append(period) }
    return years
  }

  /// The groups told of, and those of a complete dimension that nobody told of.
  private func compared(
    _ definition: EquityPlan.Dimension, _ own: [(group: Int, series: GroupSeries)]
  ) -> [(group: Int, series: GroupSeries)] {
    guard definition.isComplete else { return own }
    return definition.groups.indices.map { group in own.first { $0.group == group } ?? (group, GroupSeries()) }
  }

  // MARK: Group beside reference

  private func compare(
    _ dimension: Int, _ group: Int, _ own: GroupSeries, _ reference: GroupSeries, _ years: [TimePeriod],
    into comparisons: inout [GroupComparison]
  ) {
    var (ownCursor, referenceCursor, totalCursor) = (own.cursor, reference.cursor, total.cursor)
    var previous: GroupComparison?
    var isBroken = false
    for year in years {
      let (value, other) = (ownCursor.value(at: year), referenceCursor.value(at: year))
      var row = GroupComparison(
        city: city, indicator: indicator, dimension: dimension, group: group, period: year, value: value?.value,
        base: value?.base, referenceValue: other?.value, referenceBase: other?.base, status: .normal)
      // A broken series has nothing to do with what it was before, even where the year itself cannot be compared.
      if previous != nil, value?.status == .breakInSeries || other?.status == .breakInSeries { isBroken = true }
      measure(&row, value, other, average: totalCursor.value(at: year)?.value)
      if row.gap != nil {
        follow(&row, previous, isBroken: isBroken)
        previous = row
        isBroken = false
      }
      comparisons.append(row)
    }
  }

  private func measure(
    _ row: inout GroupComparison, _ value: IndicatorValue?, _ other: IndicatorValue?, average: Double?
  ) {
    if let number = value?.value {
      place(&row, number, average: average)
      if let least = kind.smallestBase {
        row.hasSmallBase = [value?.base, other?.base].contains { $0.map { $0 < least } ?? false }
      }
    }
    guard let a = value?.value else {
      row.status = value?.status ?? .missing
      row.absence = row.status == .suppressed ? .groupSuppressed : .groupMissing
      return
    }
    guard let b = other?.value else {
      row.status = other?.status ?? .missing
      row.absence = row.status == .suppressed ? .referenceSuppressed : .referenceMissing
      return
    }
    row.status = (value?.status ?? .normal).combined(with: other?.status ?? .normal)
    row.parity = Parity.index(a, over: b)
    row.adjustedParity = Parity.adjustedIndex(a, over: b)
    row.gap = a - b
    row.side = side(a, b, of: shortfall(a, b))
  }

  /// How much worse `a` is than `b`; nil where no way is better.
  private func shortfall(_ a: Double, _ b: Double) -> Double? {
    switch kind.direction {
    case .increase: b - a
    case .decrease: a - b
    case .ideal: kind.ideal.map { abs(a - $0) - abs(b - $0) }
    case .none: nil
    }
  }

  /// Judged by the index where it has a meaning, else by the sign.
  private func side(_ a: Double, _ b: Double, of shortfall: Double?) -> GroupComparison.Side {
    guard let shortfall else { return .undecided }
    if let index = Parity.index(a, over: b), Parity.isParity(index, within: analysis.method.parityBand) {
      return .parity
    }
    if abs(shortfall) < GoalProgress.tolerance { return .parity }
    return shortfall > 0 ? .groupBehind : .groupAhead
  }

  // MARK: Group beside the city

  private func place(_ row: inout GroupComparison, _ value: Double, average: Double?) {
    let aim = analysis.method.benchmark == .target ? analysis.aims.aim(of: indicator, for: city).target : nil
    guard let benchmark = aim ?? average else { return }
    row.benchmark = benchmark
    row.benchmarkKind = aim == nil ? .average : .target
    guard let distance = aim == nil || kind.direction != .ideal ? shortfall(value, benchmark) : abs(value - benchmark)
    else { return }
    row.distance = distance
    let isBehind = side(value, benchmark, of: distance) == .groupBehind
    row.isLeftBehind = isBehind
    if let persons = kind.personsPerUnit, let base = row.base {
      row.personsBehind = isBehind ? distance * persons * base : 0
    }
  }

  // MARK: From year to year

  private func follow(_ row: inout GroupComparison, _ previous: GroupComparison?, isBroken: Bool) {
    guard let gap = row.gap else { return }
    guard let previous, let earlier = previous.gap else {
      row.courseAbsence = .first
      return
    }
    row.previousPeriod = previous.period
    row.previousGap = earlier
    if isBroken {
      row.courseAbsence = .seriesBreak
      return
    }
    let change = abs(gap) - abs(earlier)
    row.gapChange = change
    row.course = course(of: change, yardstick: row.referenceValue)
  }

  func course(of change: Double, yardstick: Double?) -> GroupComparison.Course {
    let limit =
      kind.isRate ? analysis.method.unchangedPoints : abs(yardstick ?? 0) * analysis.method.unchangedPercent / 100
    if abs(change) <= max(limit - GoalProgress.tolerance, GoalProgress.tolerance) { return .unchanged }
    return change < 0 ? .closing : .widening
  }
}
