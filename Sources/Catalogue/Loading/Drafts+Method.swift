import Vocabulary

extension Drafts {
  mutating func readMethod(_ root: YAMLValue) {
    root.checkFormat()
    root.allowOnly([
      "format", "id", "version", "normalisation", "outliers", "imputation", "screening", "aggregation",
      "minimum_coverage", "maximum_age_years", "robustness", "progress", "equity",
    ])
    guard let normalisation = root.required("normalisation").flatMap(normalisation),
      let aggregation = root.required("aggregation").flatMap(aggregation),
      let coverage = root.required("minimum_coverage"), let numerator = coverage.required("numerator")?.integer,
      let denominator = coverage.required("denominator")?.integer,
      let age = root.required("maximum_age_years")?.integer,
      let progress = root.required("progress").flatMap(progress)
    else { return }
    if numerator < 0 || denominator < 1 || numerator > denominator {
      coverage.report("`minimum_coverage` must be a fraction from 0 to 1")
    }
    if age < 0 { root.report("`maximum_age_years` must not be negative") }
    checkPositive(normalisation, aggregation, root)
    for value in [root.optional("id"), root.optional("version")].compactMap({ $0 }) {
      value.checkCode(value.string ?? "")
    }
    method = Method(
      id: root.required("id")?.string ?? "", version: root.required("version")?.string ?? "",
      normalisation: normalisation, outliers: root.optional("outliers").flatMap(outliers),
      imputation: root.optional("imputation").flatMap(imputation),
      screening: root.optional("screening").flatMap(screening), aggregation: aggregation,
      minimumCoverageNumerator: numerator, minimumCoverageDenominator: max(1, denominator), maximumAgeYears: age,
      robustness: root.optional("robustness").flatMap { robustness($0, chosen: normalisation) }, progress: progress,
      equity: root.optional("equity").map { equity($0) } ?? Method.Equity())
  }

  /// A name alone, or a map with the name under `method`.
  private func named<Name: RawRepresentable & CaseIterable>(
    _ value: YAMLValue, _ key: String, parameters: [String]
  ) -> Name? where Name.RawValue == String {
    guard value.isMapping else {
      let all = Name.allCases.map(\.rawValue)
      guard let text = value.string else { return nil }
      if let name = Name(rawValue: text) { return name }
      value.report("`\(key)` is `\(text)`, not one of \(all.joined(separator: ", "))")
      return nil
    }
    value.allowOnly(["method"] + parameters)
    return value.choice("method")
  }

  private func normalisation(_ value: YAMLValue) -> Method.Normalisation? {
    guard
      let name: Method.Normalisation.Name = named(
        value, "normalisation", parameters: ["scale", "mean", "deviation", "reference", "capped"])
    else { return nil }
    var choice = Method.Normalisation(name: name)
    if let scale = value.range("scale") { (choice.lower, choice.upper) = (scale.lowerBound, scale.upperBound) }
    if let mean = value.optional("mean")?.number { choice.mean = mean }
    if let deviation = value.positive("deviation") { choice.deviation = deviation }
    choice.reference = value.optional("reference")?.string
    if let capped = value.optional("capped")?.boolean { choice.isCapped = capped }
    if name == .distanceToReference, choice.reference == nil {
      value.report("`distance_to_reference` wants the id of a city under `reference`")
    }
    return choice
  }

  func aggregation(_ value: YAMLValue) -> Method.Aggregation? {
    guard let name: Method.Aggregation.Name = named(value, "aggregation", parameters: ["power"]) else { return nil }
    let power = value.optional("power")?.number
    if name == .generalised, power == nil || power == 0 {
      value.report("`generalised` wants a `power` other than 0, which would be the geometric mean")
    }
    if name != .generalised, power != nil { value.report("`power` belongs to `generalised` only") }
    return Method.Aggregation(name: name, power: power ?? 1)
  }

  /// A geometric mean of a score of 0 would erase all others, so that it wants scores that begin above 0; a power of a score below
  /// 0 has no meaning for a mean, so that a generalised one wants scores that begin at 0.
  private func checkPositive(
    _ normalisation: Method.Normalisation, _ aggregation: Method.Aggregation, _ root: YAMLValue
  ) {
    guard aggregation.needsNoNegativeScores else { return }
    let place = root.optional("aggregation") ?? root
    let least = aggregation.needsPositiveScores ? "above 0" : "of 0 or more"
    let wish = "`\(aggregation.name.rawValue)` wants scores \(least)"
    switch normalisation.name {
    case .zscore, .scaled, .distanceToReference:
      place.report("\(wish), which `\(normalisation.name.rawValue)` does not promise")
    default:
      if !aggregation.isDefined(from: normalisation.lower) {
        place.report("\(wish): give `normalisation` a `scale` such as [1, 100]")
      }
    }
  }

  private func outliers(_ value: YAMLValue) -> Method.Outliers? {
    if !value.isMapping, value.string == "none" { return nil }
    enum Name: String, CaseIterable { case winsorise }
    guard
      let _: Name = named(value, "outliers", parameters: ["skewness", "kurtosis", "maximum_points"])
    else { return nil }
    var choice = Method.Outliers()
    if let skewness = value.positive("skewness") { choice.skewness = skewness }
    if let kurtosis = value.positive("kurtosis") { choice.kurtosis = kurtosis }
    if let points = value.whole("maximum_points", 1...Int.max) { choice.maximumPoints = points }
    return choice
  }

  private func imputation(_ value: YAMLValue) -> Method.Imputation? {
    if !value.isMapping, value.string == "none" { return nil }
    guard let name: Method.Imputation.Name = named(value, "imputation", parameters: ["group"]) else { return nil }
    let group: Method.Imputation.Group = value.optionalChoice("group") ?? .all
    return Method.Imputation(name: name, group: group)
  }

  private func screening(_ value: YAMLValue) -> Method.Screening? {
    if !value.isMapping, value.string == "none" { return nil }
    value.allowOnly(["minimum_availability", "minimum_non_zero"])
    guard let availability = value.required("minimum_availability")?.number else { return nil }
    let nonZero = value.optional("minimum_non_zero")?.number ?? 0
    for (key, share) in [("minimum_availability", availability), ("minimum_non_zero", nonZero)]
    where !(0...1).contains(share) {
      value.report("`\(key)` must be a share from 0 to 1")
    }
    return Method.Screening(minimumAvailability: availability, minimumNonZero: nonZero)
  }
}

extension YAMLValue {
  /// A number above 0, where the key is there.
  func positive(_ key: String) -> Double? {
    guard let value = optional(key), let number = value.number else { return nil }
    guard number > 0 else {
      value.report("`\(key)` must be above 0")
      return nil
    }
    return number
  }

  /// A whole number of the range; nothing, with a fault, where it is another.
  func whole(_ key: String, _ range: ClosedRange<Int>) -> Int? {
    guard let value = optional(key), let number = value.integer else { return nil }
    guard range.contains(number) else {
      value.report(
        range.upperBound == Int.max
          ? "`\(key)` must be at least \(range.lowerBound)"
          : "`\(key)` must lie between \(range.lowerBound) and \(range.upperBound)")
      return nil
    }
    return number
  }

  /// A list of `count` numbers in falling or rising order, where the key is there; nothing, with a fault, where it is another.
  func ordered(_ key: String, _ count: Int, falling: Bool) -> [Double]? {
    guard let value = optional(key) else { return nil }
    let numbers = value.items.compactMap(\.number)
    let inOrder = zip(numbers, numbers.dropFirst()).allSatisfy { falling ? $0 > $1 : $0 < $1 }
    guard numbers.count == count, inOrder else {
      value.report("`\(key)` wants \(count == 2 ? "two" : "three") \(falling ? "falling" : "rising") numbers")
      return nil
    }
    return numbers
  }
}
