import Vocabulary

extension Drafts {
  mutating func readRules(_ root: YAMLValue) {
    root.checkFormat()
    root.allowOnly([
      "format", "version", "year_on_year", "sum_tolerance", "rate_tolerance", "minimum_denominator",
      "parity_plausible", "complete_dimensions", "statuses_with_note", "population_groups", "content", "series",
      "network",
    ])
    var yearOnYear: [UnitOfMeasure.Kind: ChangeThresholds] = [:]
    for (name, value) in root.required("year_on_year")?.entries ?? [] {
      guard let kind = UnitOfMeasure.Kind(rawValue: name) else {
        value.report("`\(name)` is no kind of unit")
        continue
      }
      yearOnYear[kind] = ChangeThresholds(yaml: value)
    }
    rules = RuleThresholds(
      version: root.required("version")?.string ?? "", yearOnYear: yearOnYear,
      sumTolerance: root.required("sum_tolerance")?.number ?? 0.5,
      rateTolerance: root.required("rate_tolerance")?.number ?? 0.05,
      minimumDenominator: root.required("minimum_denominator")?.number ?? 30,
      parityPlausible: root.range("parity_plausible") ?? 0.5...2,
      completeDimensions: root.required("complete_dimensions")?.items.compactMap(\.string) ?? [],
      statusesWithNote: root.required("statuses_with_note")?.items.compactMap(status) ?? [],
      populationGroups: root.required("population_groups")?.entries.map(populationGroup) ?? [],
      content: content(root), series: series(root), network: network(root), place: root.place)
  }

  private func status(_ value: YAMLValue) -> ObservationStatus? {
    guard let code = value.string else { return nil }
    guard let status = ObservationStatus(code: code) else {
      value.report("`\(code)` is no status of SDMX")
      return nil
    }
    return status
  }

  private func populationGroup(_ whole: String, _ value: YAMLValue) -> PopulationGroup {
    value.allowOnly(["parts", "disjoint"])
    let parts = value.required("parts")?.items.compactMap(\.string) ?? []
    let disjoint = value.optional("disjoint")?.items.compactMap(\.string) ?? []
    return PopulationGroup(whole: whole, parts: parts, disjoint: disjoint)
  }

  private func content(_ root: YAMLValue) -> ContentThresholds {
    let section = Section(
      root, "content",
      [
        "minimum_reviewers", "maximum_rating_spread", "minimum_sample", "identical_sexes_from", "round_to",
        "round_values_from", "provisional_from",
      ])
    return ContentThresholds(
      minimumReviewers: section["minimum_reviewers"], maximumRatingSpread: section["maximum_rating_spread"],
      minimumSample: section["minimum_sample"], identicalSexesFrom: section["identical_sexes_from"],
      roundTo: section["round_to"], roundValuesFrom: section["round_values_from"],
      provisionalFrom: section["provisional_from"])
  }

  private func series(_ root: YAMLValue) -> SeriesThresholds {
    let section = Section(
      root, "series",
      [
        "copied_forward_from", "shift_tolerance", "shift_from", "zero_flip_from", "flat_years", "flat_from",
        "election_years", "revision_tolerance",
      ])
    return SeriesThresholds(
      copiedForwardFrom: section["copied_forward_from"], shiftTolerance: section["shift_tolerance"],
      shiftFrom: section["shift_from"], zeroFlipFrom: section["zero_flip_from"], flatYears: section["flat_years"],
      flatFrom: section["flat_from"], electionYears: section["election_years"],
      revisionTolerance: section["revision_tolerance"])
  }

  private func network(_ root: YAMLValue) -> NetworkThresholds {
    let section = Section(
      root, "network",
      [
        "minimum_cities", "size_exponent", "spread_floor", "fence_factor", "deviation_factor", "deviation_from",
        "identical_years",
      ])
    return NetworkThresholds(
      minimumCities: section["minimum_cities"], sizeExponent: section["size_exponent"],
      spreadFloor: section["spread_floor"], fenceFactor: section["fence_factor"],
      deviationFactor: section["deviation_factor"], deviationFrom: section["deviation_from"],
      identicalYears: section["identical_years"])
  }

  /// The numbers of one heading: all of them there, none negative.
  private struct Section {
    private var numbers: [String: Double] = [:]

    init(_ root: YAMLValue, _ key: String, _ names: [String]) {
      guard let value = root.required(key) else { return }
      value.allowOnly(names)
      for name in names {
        guard let entry = value.required(name), let number = entry.number else { continue }
        if number < 0 { entry.report("`\(name)` must not be negative") }
        numbers[name] = number
      }
    }

    /// A number that is not there is a fault already; the catalogue will not be used.
    subscript(name: String) -> Double { numbers[name] ?? 0 }
  }
}
