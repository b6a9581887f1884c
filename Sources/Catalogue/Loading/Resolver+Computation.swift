import Vocabulary

extension Resolver {
  func resolved(_ draft: Drafts.IndicatorDraft, _ names: Names, _ variables: [Variable]) -> Indicator {
    let unit = unit(named: draft.unitName, at: draft.place)
    return Indicator(
      id: draft.id, code: draft.code, label: draft.label, definition: draft.definition, unit: unit,
      direction: draft.direction, computation: computation(draft, unit, names, variables), scale: draft.scale,
      evidence: draft.evidence, benefits: draft.benefits, strand: draft.strand, sdgTargets: draft.sdgTargets,
      frequency: draft.frequency, attestation: draft.attestation, place: draft.place)
  }

  /// A computation whose parts are unknown is reported and stands as a figure reported under the indicator's own name, or
  /// under the first variable: the catalogue is then not fit for a run.
  private func computation(
    _ draft: Drafts.IndicatorDraft, _ unit: Int, _ names: Names, _ variables: [Variable]
  ) -> Computation {
    let place = draft.place
    let standIn = Computation.reported(names.variables[draft.id] ?? VariableID(0))
    switch draft.computation {
    case .ratio(let above, let below):
      let numerator = above.compactMap { variable($0, names, at: place) }
      let denominator = below.compactMap { variable($0, names, at: place) }
      guard numerator.count == above.count, denominator.count == below.count, !denominator.isEmpty,
        let ready = names.variables[draft.id]
      else { return standIn }
      let factor = checkedFactor(draft, unit, numerator, denominator, variables)
      return .ratio(numerator: numerator, denominator: denominator, factor: factor, ready: ready)
    case .reported(let name):
      guard let id = variable(name, names, at: place) else { return standIn }
      checkUnit(of: id, is: unit, draft, variables)
      return .reported(id)
    case .rating(let name, let reviewers, let spread):
      guard let id = variable(name, names, at: place), let count = variable(reviewers, names, at: place) else {
        return standIn
      }
      checkUnit(of: id, is: unit, draft, variables)
      if drafts.units[variables[count.index].unit].kind != .count {
        log.report("`\(reviewers)` is no count of reviewers", at: place)
      }
      return .rating(id, reviewers: count, spread: spread.flatMap { variable($0, names, at: place) })
    case .parity(let name, let dimension, let of, let to, let adjusted):
      guard let id = indicator(name, names, at: place) else { return standIn }
      checkCodes([of, to], of: dimension, at: place)
      if drafts.units[unit].kind != .index { log.report("a parity index has a unit of kind index", at: place) }
      return .parity(id, dimension: dimension, of: of, to: to, adjusted: adjusted)
    case .gap(let name, let dimension, let of, let to):
      guard let id = indicator(name, names, at: place) else { return standIn }
      checkCodes([of, to], of: dimension, at: place)
      return .gap(id, dimension: dimension, of: of, to: to)
    case .distribution(let name, let dimension):
      guard let id = variable(name, names, at: place) else { return standIn }
      if !variables[id.index].dimensions.contains(dimension) {
        log.report("`\(name)` is not asked by `\(dimension)`", at: place)
      }
      return .distribution(id, over: dimension)
    }
  }

  private func checkUnit(of id: VariableID, is unit: Int, _ draft: Drafts.IndicatorDraft, _ variables: [Variable]) {
    guard variables[id.index].unit != unit else { return }
    log.report(
      "`\(variables[id.index].id)` is in \(drafts.units[variables[id.index].unit].id), the indicator in \(draft.unitName)",
      at: draft.place)
  }

  private func checkCodes(_ codes: [String], of name: String, at place: SourceLine) {
    guard let dimension = drafts.dimensions.first(where: { $0.id == name }) else {
      log.report("unknown dimension `\(name)`", at: place)
      return
    }
    for code in codes where dimension.list[code] == nil && !dimension.isOpen {
      log.report("`\(code)` is no code of `\(name)`", at: place)
    }
  }

  /// The unit's factor, after checking that the unit may result from what is divided.
  private func checkedFactor(
    _ draft: Drafts.IndicatorDraft, _ unit: Int, _ numerator: [VariableID], _ denominator: [VariableID],
    _ variables: [Variable]
  ) -> Double {
    func quantities(_ ids: [VariableID]) -> Set<String> {
      Set(
        ids.map { drafts.units[variables[$0.index].unit].quantity ?? "(\(drafts.units[variables[$0.index].unit].id))" })
    }
    guard let ratio = drafts.units[unit].ratio else {
      log.report("a formula cannot result in the unit `\(draft.unitName)`, which has no `ratio`", at: draft.place)
      return 1
    }
    let above = quantities(numerator)
    let below = quantities(denominator)
    if above.count > 1 || below.count > 1 {
      log.report(
        "a sum of different quantities: \((above.count > 1 ? above : below).sorted().joined(separator: ", "))",
        at: draft.place)
      return ratio.factor
    }
    func fits(_ operand: UnitOfMeasure.Ratio.Operand, _ quantity: String?) -> Bool {
      switch operand {
      case .any: true
      case .same: above == below
      case .quantity(let wanted): quantity == wanted
      }
    }
    if !fits(ratio.numerator, above.first) || !fits(ratio.denominator, below.first) {
      log.report(
        "\(above.first ?? "nothing") divided by \(below.first ?? "nothing") does not give \(draft.unitName)",
        at: draft.place)
    }
    return ratio.factor
  }
}
