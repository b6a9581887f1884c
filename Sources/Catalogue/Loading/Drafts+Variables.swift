import Vocabulary

extension Drafts {
  mutating func readVariables(_ root: YAMLValue) {
    root.checkFormat()
    root.allowOnly(["format", "variables"])
    for value in root.required("variables")?.items ?? [] {
      value.allowOnly([
        "id", "label", "definition", "question", "unit", "evidence", "by", "also_by", "range", "change", "frequency",
      ])
      guard let id = value.required("id")?.string, let unit = value.required("unit")?.string else { continue }
      if !isIdentifier(id) { value.report("`\(id)` is no id: lower-case letters, digits and `_`, a letter first") }
      if value.optional("range") == nil { value.report("variable `\(id)` has no plausible `range`") }
      let evidence: EvidenceKind? = value.choice("evidence")
      let frequency: Frequency? = value.choice("frequency", default: .annual)
      variables.append(
        VariableDraft(
          variable: Variable(
            id: id, label: value.text("label"), definition: value.text("definition"), question: value.text("question"),
            unit: -1, evidence: evidence ?? .official,
            dimensions: value.optional("by")?.items.compactMap(\.string) ?? [],
            optionalDimensions: value.optional("also_by")?.items.compactMap(\.string) ?? [],
            range: value.range("range") ?? 0...Double.greatestFiniteMagnitude,
            change: value.optional("change").map(ChangeThresholds.init(yaml:)), frequency: frequency ?? .annual,
            place: value.place),
          unitName: unit))
    }
  }
}

extension ChangeThresholds {
  init(yaml: YAMLValue) {
    yaml.allowOnly(["warn_absolute", "error_absolute", "warn_relative", "error_relative", "minimum_base"])
    self.init(
      warnAbsolute: yaml.optional("warn_absolute")?.number, errorAbsolute: yaml.optional("error_absolute")?.number,
      warnRelative: yaml.optional("warn_relative")?.number, errorRelative: yaml.optional("error_relative")?.number,
      minimumBase: yaml.optional("minimum_base")?.number)
    for (name, threshold) in [
      ("warn_absolute", warnAbsolute), ("error_absolute", errorAbsolute), ("warn_relative", warnRelative),
      ("error_relative", errorRelative),
    ] where threshold.map({ $0 < 0 }) ?? false { yaml.report("`\(name)` must not be negative") }
  }
}
