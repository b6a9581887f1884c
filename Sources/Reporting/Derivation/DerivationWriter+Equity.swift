import Catalogue
import Measurement
import Spreadsheets
import Trends
import Vocabulary

extension DerivationWriter {
  /// A group beside its reference group and beside the city; nothing for the city as a whole.
  mutating func writeEquity(_ indicator: IndicatorID, _ city: CityID, _ breakdown: BreakdownID, _ year: Int) {
    let analysis = EquityAnalysis(results)
    let group = results.observations.breakdowns[breakdown]
    let rows = analysis.findings(in: results.values.of(city)).comparisons
    let row = rows.first {
      let dimension = analysis.plan.dimensions[$0.dimension]
      return $0.indicator == indicator && Int($0.period.year) == year && $0.period.isAnnual
        && group == Breakdown([.init(dimension: dimension.id, code: dimension.groups[$0.group])])
    }
    guard let row else { return }
    let label = words.both("derivation.equity")
    let reference = reference(analysis.plan.dimensions[row.dimension])
    guard let gap = row.gap, let side = row.side else {
      let reason = words.both("derivation.equity.reason.\(row.absence?.rawValue ?? "group_missing")")
      return add(label, words.both("derivation.equity.none", ["reference": reference, "reason": reason]))
    }
    let index = row.parity.map { LocalizedText(same: FixedDecimal($0, decimals: 3).text) }
    add(
      label,
      words.both(
        "derivation.equity.gap",
        [
          "gap": number(gap, indicator), "value": number(row.referenceValue ?? 0, indicator), "reference": reference,
          "index": index ?? LocalizedText(same: "–"), "side": words.both("derivation.equity.side.\(side.rawValue)"),
        ]))
    if let previous = row.previousPeriod, let earlier = row.previousGap {
      let word = row.course?.rawValue ?? row.courseAbsence?.rawValue ?? ""
      add(
        label,
        words.both(
          "derivation.equity.course",
          [
            "gap": number(earlier, indicator), "year": .year(Int(previous.year)),
            "course": words.both("derivation.equity.course.\(word)"),
          ]))
    }
    writeDistance(row, indicator, label)
  }

  private mutating func writeDistance(_ row: GroupComparison, _ indicator: IndicatorID, _ label: LocalizedText) {
    guard row.isLeftBehind == true, let distance = row.distance, let benchmark = row.benchmark else { return }
    let values = ["distance": number(distance, indicator), "benchmark": number(benchmark, indicator)]
    guard let persons = row.personsBehind else { return add(label, words.both("derivation.equity.behind", values)) }
    let count = LocalizedText(same: FixedDecimal(persons, decimals: 0).text)
    add(label, words.both("derivation.equity.behind.persons", values.merging(["persons": count]) { first, _ in first }))
  }

  private func reference(_ dimension: EquityPlan.Dimension) -> LocalizedText {
    guard dimension.reference != nil else { return words.both("derivation.equity.city") }
    let code = dimension.referenceCode
    return results.catalogue.dimension(dimension.id)?.list[code]?.label ?? LocalizedText(same: code)
  }

  private func number(_ value: Double, _ indicator: IndicatorID) -> LocalizedText {
    LocalizedText(same: FixedDecimal(value, decimals: results.catalogue.unit(of: indicator).decimals).text)
  }
}
