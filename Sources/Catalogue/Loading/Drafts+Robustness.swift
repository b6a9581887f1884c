import Vocabulary

extension Drafts {
  /// `robustness: none`, or a map of which every key may be absent.
  /// - Parameter chosen: The method's own normalisation, whose parameters its alternatives share.
  func robustness(_ value: YAMLValue, chosen: Method.Normalisation) -> Method.Robustness? {
    if !value.isMapping {
      if let text = value.string, text != "none" { value.report("`robustness` is `\(text)`, not none or a map") }
      return nil
    }
    value.allowOnly([
      "draws", "seed", "normalisations", "aggregations", "weight_spread", "floor", "interval", "minimum_cities",
    ])
    var choice = Method.Robustness()
    if let draws = value.whole("draws", 1...100_000) { choice.draws = draws }
    if let seed = value.whole("seed", 0...Int.max) { choice.seed = UInt64(seed) }
    if let names = normalisations(value, chosen) { choice.normalisations = names }
    if let list = aggregations(value) { choice.aggregations = list }
    if let spread = value.optional("weight_spread"), let number = spread.number {
      if !(0..<1).contains(number) { spread.report("`weight_spread` must be at least 0 and below 1") }
      choice.weightSpread = number
    }
    if let floor = value.positive("floor") {
      if floor >= chosen.upper { value.report("`floor` must lie below the upper end of the scale of scores") }
      choice.floor = floor
    }
    if let interval = value.range("interval") {
      if interval.lowerBound <= 0 || interval.upperBound >= 1 {
        value.report("`interval` wants two shares between 0 and 1, such as [0.05, 0.95]")
      }
      (choice.lower, choice.upper) = (interval.lowerBound, interval.upperBound)
    }
    if let cities = value.whole("minimum_cities", 2...Int.max) { choice.minimumCities = cities }
    for name in choice.normalisations where choice.aggregations(with: name).isEmpty {
      (value.optional("aggregations") ?? value).report(
        "`\(name.rawValue)` does not promise scores above 0 and goes with none of the aggregations; list arithmetic, too"
      )
    }
    return choice
  }

  private func normalisations(_ value: YAMLValue, _ chosen: Method.Normalisation) -> [Method.Normalisation.Name]? {
    guard let list = value.optional("normalisations") else { return nil }
    var names: [Method.Normalisation.Name] = []
    for item in list.items {
      guard let text = item.string else { continue }
      guard let name = Method.Normalisation.Name(rawValue: text) else {
        let all = Method.Normalisation.Name.allCases.map(\.rawValue)
        let near = text.nearest(in: all).map { "; one with a similar name exists: `\($0)`" } ?? ""
        item.report("no normalisation is called `\(text)`\(near)")
        continue
      }
      if names.contains(name) { item.report("`\(text)` stands twice") }
      if name == .distanceToReference, chosen.reference == nil {
        item.report("`distance_to_reference` wants the id of a city under `reference` of `normalisation`")
      }
      names.append(name)
    }
    if list.items.isEmpty { list.report("`normalisations` wants at least one") }
    return names
  }

  private func aggregations(_ value: YAMLValue) -> [Method.Aggregation]? {
    guard let list = value.optional("aggregations") else { return nil }
    let choices = list.items.compactMap(aggregation)
    for (position, choice) in choices.enumerated() where choices[..<position].contains(choice) {
      list.report("`\(choice.name.rawValue)` stands twice")
    }
    if list.items.isEmpty { list.report("`aggregations` wants at least one") }
    return choices
  }
}
