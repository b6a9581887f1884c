import Vocabulary

extension Drafts {
  mutating func readIndicators(_ root: YAMLValue) {
    root.checkFormat()
    root.allowOnly(["format", "indicators"])
    for value in root.required("indicators")?.items ?? [] {
      if let draft = indicator(value) { indicators.append(draft) }
    }
  }

  private func indicator(_ value: YAMLValue) -> IndicatorDraft? {
    value.allowOnly([
      "id", "code", "label", "definition", "unit", "direction", "compute", "score", "evidence", "benefits", "strand",
      "sdg_targets", "frequency", "source", "range",
    ])
    guard let id = value.required("id")?.string, let unit = value.required("unit")?.string,
      let direction: Direction = value.choice("direction"),
      let compute = value.required("compute"), let computation = computation(compute)
    else { return nil }
    if !isIdentifier(id) { value.report("`\(id)` is no id: lower-case letters, digits and `_`, a letter first") }
    let evidence: EvidenceKind? = value.choice("evidence")
    let frequency: Frequency? = value.choice("frequency", default: .annual)
    let scale = value.required("score").flatMap(scale) ?? .none
    check(scale, against: direction, value)
    return IndicatorDraft(
      id: id, code: value.optional("code")?.string ?? "", label: value.text("label"),
      definition: value.text("definition"), unitName: unit, direction: direction, computation: computation,
      scale: scale, evidence: evidence ?? .official,
      benefits: value.optional("benefits")?.items.compactMap(\.string) ?? [],
      strand: value.optional("strand")?.string,
      sdgTargets: value.optional("sdg_targets")?.items.compactMap(\.string) ?? [], frequency: frequency ?? .annual,
      attestation: value.required("source").map(Attestation.init(yaml:))
        ?? Attestation(document: "", verified: false), range: value.range("range"), place: value.place)
  }

  private func computation(_ value: YAMLValue) -> ComputationDraft? {
    func names(_ key: String) -> [String] { value.optional(key)?.items.compactMap(\.string) ?? [] }
    func name(_ key: String) -> String? { value.required(key)?.string }
    let adjusted = value.optional("adjusted")?.boolean ?? true
    if value.optional("numerator") != nil {
      value.allowOnly(["numerator", "denominator"])
      guard value.required("denominator") != nil else { return nil }
      return .ratio(numerator: names("numerator"), denominator: names("denominator"))
    }
    if let variable = value.optional("value")?.string {
      value.allowOnly(["value"])
      return .reported(variable)
    }
    if let variable = value.optional("rating")?.string {
      value.allowOnly(["rating", "reviewers", "spread"])
      guard let reviewers = name("reviewers") else { return nil }
      return .rating(variable, reviewers: reviewers, spread: value.optional("spread")?.string)
    }
    if let variable = value.optional("distribution")?.string {
      value.allowOnly(["distribution", "over"])
      guard let dimension = name("over") else { return nil }
      return .distribution(variable, over: dimension)
    }
    for key in ["parity", "gap"] {
      guard let indicator = value.optional(key)?.string else { continue }
      value.allowOnly([key, "dimension", "of", "to"] + (key == "parity" ? ["adjusted"] : []))
      guard let dimension = name("dimension"), let of = name("of"), let to = name("to") else { return nil }
      return key == "parity"
        ? .parity(indicator, dimension: dimension, of: of, to: to, adjusted: adjusted)
        : .gap(indicator, dimension: dimension, of: of, to: to)
    }
    value.report("`compute` wants one of numerator/denominator, value, rating, parity, gap, distribution")
    return nil
  }

  private func scale(_ value: YAMLValue) -> ScoreScale? {
    if !value.isMapping {
      switch value.string {
      case "rating": return .rating
      case "none": return ScoreScale.none
      case let other?:
        value.report(
          "`score` is `\(other)`, not one of rating, none, {goalposts: …}, {log_goalposts: …}, {ideal: …, worst: …}")
        return nil
      case nil: return nil
      }
    }
    if value.optional("goalposts") != nil {
      value.allowOnly(["goalposts"])
      return value.range("goalposts").map { .goalposts(low: $0.lowerBound, high: $0.upperBound) }
    }
    if value.optional("log_goalposts") != nil {
      value.allowOnly(["log_goalposts"])
      guard let range = value.range("log_goalposts") else { return nil }
      guard range.lowerBound > 0 else {
        value.report("goalposts on the logarithm must be above 0")
        return nil
      }
      return .logGoalposts(low: range.lowerBound, high: range.upperBound)
    }
    value.allowOnly(["ideal", "worst"])
    guard let ideal = value.required("ideal")?.number, let worst = value.required("worst")?.number else { return nil }
    guard ideal != worst else {
      value.report("`ideal` and `worst` are the same number")
      return nil
    }
    return .ideal(ideal, worst: worst)
  }

  private func check(_ scale: ScoreScale, against direction: Direction, _ value: YAMLValue) {
    let fits =
      switch (scale, direction) {
      case (.none, _), (.goalposts, .increase), (.goalposts, .decrease), (.logGoalposts, .increase),
        (.logGoalposts, .decrease), (.ideal, .ideal), (.rating, .increase):
        true
      default: false
      }
    if !fits { value.report("the direction `\(direction.rawValue)` does not fit the kind of score") }
  }
}

extension Attestation {
  init(yaml: YAMLValue) {
    yaml.allowOnly(["document", "verified", "confidence", "note"])
    self.init(
      document: yaml.required("document")?.string ?? "", verified: yaml.required("verified")?.boolean ?? false,
      confidence: yaml.optionalChoice("confidence"), note: yaml.optionalText("note"))
  }
}
