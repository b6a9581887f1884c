import Vocabulary

extension Drafts {
  mutating func readMethod(_ root: YAMLValue) {
    root.checkFormat()
    root.allowOnly([
      "format", "id", "version", "normalisation", "aggregation", "minimum_coverage", "maximum_age_years", "progress",
    ])
    guard let normalisation: Method.Normalisation = root.choice("normalisation"),
      let aggregation: Method.Aggregation = root.choice("aggregation"),
      let coverage = root.required("minimum_coverage"), let numerator = coverage.required("numerator")?.integer,
      let denominator = coverage.required("denominator")?.integer,
      let age = root.required("maximum_age_years")?.integer,
      let progress = root.required("progress").flatMap(progress)
    else { return }
    if numerator < 0 || denominator < 1 || numerator > denominator {
      coverage.report("`minimum_coverage` must be a fraction from 0 to 1")
    }
    if age < 0 { root.report("`maximum_age_years` must not be negative") }
    method = Method(
      id: root.required("id")?.string ?? "", version: root.required("version")?.string ?? "",
      normalisation: normalisation, aggregation: aggregation, minimumCoverageNumerator: numerator,
      minimumCoverageDenominator: max(1, denominator), maximumAgeYears: age, progress: progress)
  }

  private func progress(_ value: YAMLValue) -> Method.Progress? {
    value.allowOnly(["method", "base_year", "target_year", "thresholds", "limit_exponent"])
    guard let method: Method.ProgressMethod = value.choice("method"),
      let baseYear = value.required("base_year")?.integer, let targetYear = value.required("target_year")?.integer,
      let thresholds = value.required("thresholds"), let withTarget = self.thresholds(thresholds, "with_target"),
      let withoutTarget = self.thresholds(thresholds, "without_target"),
      let exponent = value.required("limit_exponent")?.number
    else { return nil }
    if baseYear >= targetYear { value.report("`base_year` must lie before `target_year`") }
    return Method.Progress(
      method: method, baseYear: baseYear, targetYear: targetYear, withTarget: withTarget,
      withoutTarget: withoutTarget, limitExponent: exponent)
  }

  private func thresholds(_ value: YAMLValue, _ key: String) -> Method.Thresholds? {
    guard let list = value.required(key) else { return nil }
    let numbers = list.items.compactMap(\.number)
    guard numbers.count == 3, numbers[0] > numbers[1], numbers[1] > numbers[2] else {
      list.report("`\(key)` wants three falling numbers")
      return nil
    }
    return Method.Thresholds(high: numbers[0], medium: numbers[1], low: numbers[2])
  }
}
