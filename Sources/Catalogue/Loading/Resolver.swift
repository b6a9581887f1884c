import Vocabulary

/// Turns names into ids and reports those that lead nowhere, doubles, and formulas of wrong units.
struct Resolver {
  var drafts: Drafts
  let log: FaultLog
  private let unitIndex: [String: Int]

  init(drafts: Drafts, log: FaultLog) {
    var drafts = drafts
    if drafts.units.isEmpty { drafts.units = [Self.standInUnit] }
    self.drafts = drafts
    self.log = log
    unitIndex = Dictionary(drafts.units.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Keeps indices good in a catalogue whose `codes.yaml` could not be read, which is a fault told already.
  private static let standInUnit = UnitOfMeasure(
    id: "unknown", label: LocalizedText(same: "?"), name: LocalizedText(same: "?"), kind: .amount, decimals: 0)

  /// The catalogue, or nil where method or rules are missing.
  func catalogue() -> Catalogue? {
    guard let method = drafts.method, let rules = drafts.rules else {
      log.report(
        "the catalogue has no \(drafts.method == nil ? "method.yaml" : "rules.yaml") that can be read",
        at: SourceLine(file: "Indicators", line: 1))
      return nil
    }
    let indicatorDrafts = uniqueSorted(drafts.indicators, id: \.id, place: \.place, kind: "indicator")
    let variables = resolvedVariables(readyMadeRatesOf: indicatorDrafts)
    let names = Names(
      variables: Dictionary(uniqueKeysWithValues: variables.enumerated().map { ($1.id, VariableID($0)) }),
      indicators: Dictionary(uniqueKeysWithValues: indicatorDrafts.enumerated().map { ($1.id, IndicatorID($0)) }))
    let indicators = indicatorDrafts.map { resolved($0, names, variables) }
    checkGroups(indicators)
    checkRules(rules, names)
    checkReferences()
    return Catalogue(
      units: drafts.units, dimensions: drafts.dimensions, lists: drafts.lists, variables: variables,
      indicators: indicators, frameworks: resolvedFrameworks(names), rules: rules, method: method, texts: drafts.texts)
  }

  struct Names {
    var variables: [String: VariableID]
    var indicators: [String: IndicatorID]
  }

  /// The definitions in byte order of their ids, each id once.
  private func uniqueSorted<Draft>(
    _ drafts: [Draft], id: (Draft) -> String, place: (Draft) -> SourceLine, kind: String
  ) -> [Draft] {
    var seen: [String: SourceLine] = [:]
    var unique: [Draft] = []
    for draft in drafts {
      if let first = seen[id(draft)] {
        log.report("the \(kind) `\(id(draft))` is defined already at \(first.file):\(first.line)", at: place(draft))
      } else {
        seen[id(draft)] = place(draft)
        unique.append(draft)
      }
    }
    return unique.sorted { id($0) < id($1) }
  }

  func unit(named name: String, at place: SourceLine) -> Int {
    if let index = unitIndex[name] { return index }
    let near = name.nearest(in: unitIndex.keys.sorted()).map { "; a unit with a similar name exists: `\($0)`" } ?? ""
    log.report("unknown unit `\(name)`\(near)", at: place)
    return 0
  }

  // MARK: Variables

  private func resolvedVariables(readyMadeRatesOf indicators: [Drafts.IndicatorDraft]) -> [Variable] {
    let dimensions = Set(drafts.dimensions.map(\.id))
    var all = drafts.variables.map { draft in
      var variable = draft.variable
      variable.unit = unit(named: draft.unitName, at: variable.place)
      for dimension in variable.dimensions + variable.optionalDimensions where !dimensions.contains(dimension) {
        log.report("unknown dimension `\(dimension)`", at: variable.place)
      }
      return variable
    }
    for indicator in indicators {
      guard case .ratio(let numerator, _) = indicator.computation else { continue }
      all.append(readyMadeRate(of: indicator, numerator: numerator))
    }
    return uniqueSorted(all, id: \.id, place: \.place, kind: "variable")
  }

  /// Every ratio can also be reported ready-made, under the indicator's own id.
  private func readyMadeRate(of indicator: Drafts.IndicatorDraft, numerator: [String]) -> Variable {
    let counted = drafts.variables.first { $0.variable.id == numerator.first }?.variable
    let isPercent = indicator.unitName == "percent"
    return Variable(
      id: indicator.id, label: indicator.label, definition: indicator.definition, question: indicator.definition,
      unit: unitIndex[indicator.unitName] ?? 0, evidence: indicator.evidence, dimensions: counted?.dimensions ?? [],
      optionalDimensions: counted?.optionalDimensions ?? [],
      range: indicator.range ?? (isPercent ? 0...100 : 0...1e12), frequency: indicator.frequency, rateOf: indicator.id,
      place: indicator.place)
  }

  // MARK: Frameworks

  private func resolvedFrameworks(_ names: Names) -> [Framework] {
    let unique = uniqueSorted(drafts.frameworks, id: \.framework.id, place: \.framework.place, kind: "framework")
    return unique.map { draft in
      var framework = draft.framework
      var codes: [String: SourceLine] = [:]
      framework.nodes = draft.nodes.map { nodeDraft in
        var node = nodeDraft.node
        if let first = codes[node.code] {
          log.report("the code `\(node.code)` stands already at line \(first.line)", at: node.place)
        }
        codes[node.code] = node.place
        let known = nodeDraft.indicatorNames.compactMap { draft in
          indicator(draft.name, names, at: draft.line).map { ($0, draft.weight) }
        }
        node.indicators = known.map(\.0)
        node.indicatorWeights = known.map(\.1)
        if let goal = nodeDraft.goal, let id = indicator(goal.indicator, names, at: goal.place) {
          node.goal = Framework.Goal(indicator: id, value: goal.value, year: goal.year, basis: goal.basis)
        }
        return node
      }
      return framework
    }
  }

  func indicator(_ name: String, _ names: Names, at place: SourceLine) -> IndicatorID? {
    if let id = names.indicators[name] { return id }
    let near =
      name.nearest(in: names.indicators.keys.sorted()).map { "; one with a similar name exists: `\($0)`" } ?? ""
    log.report("unknown indicator `\(name)`\(near)", at: place)
    return nil
  }

  func variable(_ name: String, _ names: Names, at place: SourceLine) -> VariableID? {
    if let id = names.variables[name] { return id }
    let near = name.nearest(in: names.variables.keys.sorted()).map { "; one with a similar name exists: `\($0)`" } ?? ""
    log.report("unknown variable `\(name)`\(near)", at: place)
    return nil
  }

  private func checkGroups(_ indicators: [Indicator]) {
    let benefits = Set(drafts.lists.first { $0.id == "benefit_levels" }?.codes.map(\.id) ?? [])
    let strands = Set(drafts.lists.first { $0.id == "strands" }?.codes.map(\.id) ?? [])
    for indicator in indicators {
      for benefit in indicator.benefits where !benefits.contains(benefit) {
        log.report("unknown level of benefit `\(benefit)`", at: indicator.place)
      }
      if let strand = indicator.strand, !strands.contains(strand) {
        log.report("unknown strand `\(strand)`", at: indicator.place)
      }
    }
  }
}
