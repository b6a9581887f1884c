import Vocabulary

extension Drafts {
  mutating func readFramework(_ root: YAMLValue) {
    root.checkFormat()
    root.allowOnly(["format", "id", "label", "levels", "source", "nodes"])
    guard let id = root.required("id")?.string else { return }
    let levels = root.required("levels")?.items.compactMap(\.string) ?? []
    for code in [id] + levels { root.checkCode(code) }
    var nodes: [NodeDraft] = []
    for value in root.required("nodes")?.items ?? [] {
      readNode(value, depth: 0, parent: nil, levels: levels, into: &nodes)
    }
    let framework = Framework(
      id: id, label: root.text("label"), levels: levels,
      source: Framework.Source(yaml: root.required("source")), nodes: [], place: root.place)
    frameworks.append(FrameworkDraft(framework: framework, nodes: nodes))
  }

  private func readNode(
    _ value: YAMLValue, depth: Int, parent: Int?, levels: [String], into nodes: inout [NodeDraft]
  ) {
    value.allowOnly([
      "code", "label", "short", "nodes", "indicators", "not_for_city", "goal", "weight", "scope", "source",
    ])
    guard let code = value.required("code")?.string else { return }
    value.checkCode(code)
    if depth >= levels.count { value.report("`\(code)` lies deeper than the \(levels.count) levels of the framework") }
    let weight = value.optional("weight")?.number ?? 1
    if weight <= 0 { value.report("`weight` must be above 0") }
    let index = nodes.count
    let source = value.optional("source")
    source?.allowOnly(["verified", "confidence", "note"])
    let confidence: Attestation.Confidence? = source?.optionalChoice("confidence")
    let children = value.optional("nodes")?.items ?? []
    let indicators = value.optional("indicators")?.items ?? []
    let reason = value.optionalText("not_for_city")
    if children.isEmpty, indicators.isEmpty, reason == nil {
      value.report("`\(code)` has no indicators; list some, or say why in `not_for_city`")
    }
    if !indicators.isEmpty, reason != nil { value.report("`\(code)` has indicators and a reason for having none") }
    nodes.append(
      NodeDraft(
        node: Framework.Node(
          code: code, label: value.text("label"), short: value.optionalText("short"), depth: depth, parent: parent,
          children: [], indicators: [], indicatorWeights: [], notForCity: reason, goal: nil, weight: weight,
          scope: value.optional("scope")?.string, verified: source?.optional("verified")?.boolean,
          confidence: confidence, place: value.place),
        indicatorNames: indicators.compactMap(weighted),
        goal: value.optional("goal").flatMap(goal)))
    if let parent { nodes[parent].node.children.append(index) }
    for child in children { readNode(child, depth: depth + 1, parent: index, levels: levels, into: &nodes) }
  }

  /// An id alone, or an id with a weight.
  private func weighted(_ item: YAMLValue) -> (name: String, weight: Double, line: SourceLine)? {
    guard item.isMapping else { return item.string.map { ($0, 1, item.place) } }
    item.allowOnly(["indicator", "weight"])
    guard let name = item.required("indicator")?.string else { return nil }
    return (name, item.positive("weight") ?? 1, item.place)
  }

  private func goal(_ value: YAMLValue) -> GoalDraft? {
    value.allowOnly(["indicator", "value", "year", "basis"])
    guard let indicator = value.required("indicator")?.string, let number = value.required("value")?.number,
      let year = value.required("year")?.integer
    else { return nil }
    return GoalDraft(
      indicator: indicator, value: number, year: year, basis: value.text("basis"), place: value.place)
  }
}

extension Framework.Source {
  init(yaml: YAMLValue?) {
    yaml?.allowOnly(["title", "year", "reference", "licence", "verified", "note"])
    self.init(
      title: yaml?.required("title")?.string ?? "", year: yaml?.optional("year")?.integer,
      reference: yaml?.optional("reference")?.string ?? "", licence: yaml?.optional("licence")?.string ?? "",
      verified: yaml?.required("verified")?.boolean ?? false, note: yaml?.optionalText("note"))
  }
}
