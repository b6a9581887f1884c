import Catalogue
import Vocabulary

/// A definition as a person reads it, in both languages.
struct CatalogueDescription {
  let catalogue: Catalogue

  func describe(_ id: String) -> String? {
    if let indicator = catalogue.indicatorID(id) { return describe(catalogue[indicator]) }
    if let variable = catalogue.variableID(id) { return describe(catalogue[variable]) }
    let nodes = catalogue.frameworks.flatMap { framework in
      framework.nodes.filter { $0.code == id }.map { describe($0, framework) }
    }
    return nodes.isEmpty ? nil : nodes.joined(separator: "\n\n")
  }

  private func describe(_ indicator: Indicator) -> String {
    let unit = catalogue.units[indicator.unit]
    let frameworks = catalogue.frameworks.flatMap { framework in
      framework.nodes.filter { node in node.indicators.contains { catalogue[$0].id == indicator.id } }
        .map { "\(framework.id) \($0.code)" }
    }
    var lines = [
      "indicator   \(indicator.id)  \(indicator.code)",
      "            \(indicator.label.english)",
      "            \(indicator.label.thai)",
      "definition  \(indicator.definition.english)",
      "            \(indicator.definition.thai)",
      "formula     \(formula(of: indicator))",
      "unit        \(unit.id), \(unit.decimals) decimals",
      "direction   \(indicator.direction.rawValue)",
      "score       \(scale(of: indicator))",
      "evidence    \(indicator.evidence.rawValue), \(indicator.frequency.rawValue)",
      "stands at   \(frameworks.isEmpty ? "no framework" : frameworks.joined(separator: ", "))",
      "source      \(indicator.attestation.document), "
        + (indicator.attestation.verified ? "verified" : "not verified against the document"),
    ]
    if let note = indicator.attestation.note { lines += ["note        \(note.english)", "            \(note.thai)"] }
    lines.append("defined in  \(indicator.place.file):\(indicator.place.line)")
    return lines.joined(separator: "\n")
  }

  private func describe(_ variable: Variable) -> String {
    let thresholds = catalogue.variableID(variable.id).map(catalogue.changeThresholds)
    return [
      "variable    \(variable.id)",
      "            \(variable.label.english)",
      "            \(variable.label.thai)",
      "definition  \(variable.definition.english)",
      "            \(variable.definition.thai)",
      "question    \(variable.question.english)",
      "            \(variable.question.thai)",
      "unit        \(catalogue.units[variable.unit].id)",
      "asked by    \(variable.dimensions.isEmpty ? "total only" : variable.dimensions.joined(separator: ", "))",
      "plausible   \(variable.range.lowerBound) to \(variable.range.upperBound)",
      "a year      \(changes(thresholds ?? ChangeThresholds()))",
      "evidence    \(variable.evidence.rawValue), \(variable.frequency.rawValue)",
      "defined in  \(variable.place.file):\(variable.place.line)",
    ].joined(separator: "\n")
  }

  private func describe(_ node: Framework.Node, _ framework: Framework) -> String {
    var lines = [
      "\(framework.levels[node.depth])  \(node.code) of \(framework.id)", "  \(node.label.english)",
      "  \(node.label.thai)",
    ]
    for id in node.indicators { lines.append("  · \(catalogue[id].id)  \(catalogue[id].label.english)") }
    for child in node.children {
      lines.append("  \(framework.nodes[child].code)  \(framework.nodes[child].label.english)")
    }
    if let reason = node.notForCity { lines += ["  not for a city: \(reason.english)", "  \(reason.thai)"] }
    if let goal = node.goal {
      lines.append("  goal \(goal.value) by \(goal.year) for \(catalogue[goal.indicator].id): \(goal.basis.english)")
    }
    return lines.joined(separator: "\n")
  }

  private func formula(of indicator: Indicator) -> String {
    func names(_ ids: [VariableID]) -> String { ids.map { catalogue[$0].id }.joined(separator: " + ") }
    switch indicator.computation {
    case .ratio(let numerator, let denominator, let factor, _):
      let above = numerator.count > 1 ? "(\(names(numerator)))" : names(numerator)
      let below = denominator.count > 1 ? "(\(names(denominator)))" : names(denominator)
      return factor == 1 ? "\(above) / \(below)" : "\(factor.shortestText) × \(above) / \(below)"
    case .reported(let variable): return "\(catalogue[variable].id), as reported"
    case .rating(let variable, let reviewers, _): return "\(catalogue[variable].id), mean of \(catalogue[reviewers].id)"
    case .parity(let id, let dimension, let of, let to, let adjusted):
      return "\(adjusted ? "adjusted " : "")parity of \(catalogue[id].id), \(dimension) \(of) over \(to)"
    case .gap(let id, let dimension, let of, let to): return "\(catalogue[id].id), \(dimension) \(of) minus \(to)"
    case .distribution(let variable, let dimension): return "shares of \(catalogue[variable].id) by \(dimension)"
    }
  }

  private func scale(of indicator: Indicator) -> String {
    switch indicator.scale {
    case .goalposts(let low, let high): "goalposts \(low) to \(high)"
    case .logGoalposts(let low, let high): "goalposts \(low) to \(high) on the logarithm"
    case .ideal(let ideal, let worst): "best at \(ideal), worst at \(worst)"
    case .rating: "rating 1 to 4"
    case .none: "none"
    }
  }

  private func changes(_ thresholds: ChangeThresholds) -> String {
    var parts: [String] = []
    if let number = thresholds.warnAbsolute { parts.append("more than \(number)") }
    if let number = thresholds.warnRelative { parts.append("more than \(number) %") }
    if parts.isEmpty { return "no threshold" }
    return
      "a change of \(parts.joined(separator: " and ")) asks for a note; below a base of \(thresholds.minimumBase ?? 0) the absolute one alone"
  }
}
