import Vocabulary

extension Drafts {
  /// A group that `method.yaml` names, to be looked up when all dimensions are known.
  struct ReferenceDraft {
    var dimension: String
    /// nil: the city as a whole.
    var code: String?
    var place: SourceLine
  }

  mutating func equity(_ value: YAMLValue) -> Method.Equity {
    value.allowOnly(["reference", "parity_band", "unchanged", "dispersion", "minimum_share", "benchmark"])
    var equity = Method.Equity()
    if let references = value.optional("reference") {
      equity.references = [:]
      for (dimension, own) in references.entries {
        guard let text = own.string else { continue }
        let code = text == "_T" ? nil : text
        equity.references.updateValue(code, forKey: dimension)
        namedGroups.append(ReferenceDraft(dimension: dimension, code: code, place: own.place))
      }
    }
    if let band = value.range("parity_band") {
      if band.lowerBound > 0, band.contains(1) {
        equity.parityBand = band
      } else {
        value.report("`parity_band` must lie around 1 and above 0")
      }
    }
    if let unchanged = value.optional("unchanged") {
      unchanged.allowOnly(["points", "percent"])
      for (key, path) in [("points", \Method.Equity.unchangedPoints), ("percent", \.unchangedPercent)] {
        guard let number = unchanged.optional(key)?.number else { continue }
        if number < 0 { unchanged.report("`\(key)` must not be negative") }
        equity[keyPath: path] = number
      }
    }
    if let dispersed = value.optional("dispersion") {
      equity.dispersed = dispersed.items.compactMap(\.string)
      namedGroups += dispersed.items.compactMap { item in
        item.string.map { ReferenceDraft(dimension: $0, code: nil, place: item.place) }
      }
    }
    if let share = value.optional("minimum_share")?.number {
      if share > 0, share <= 1 {
        equity.minimumShare = share
      } else {
        value.report("`minimum_share` must be a share above 0 and up to 1")
      }
    }
    equity.benchmark = value.optionalChoice("benchmark") ?? .average
    return equity
  }
}

extension Resolver {
  /// Dimensions and groups that `method.yaml` names must be those of `codes.yaml`.
  func checkReferences() {
    for draft in drafts.namedGroups {
      guard let dimension = drafts.dimensions.first(where: { $0.id == draft.dimension }) else {
        let near = draft.dimension.nearest(in: drafts.dimensions.map(\.id)).map {
          "; one with a similar name exists: `\($0)`"
        }
        log.report("unknown dimension `\(draft.dimension)`\(near ?? "")", at: draft.place)
        continue
      }
      guard let code = draft.code, dimension.list[code] == nil else { continue }
      let cure =
        dimension.isOpen
        ? "its codes are the cities' own, so that only `_T` can be the reference"
        : "use one of \(dimension.list.codes.map(\.id).joined(separator: ", ")), or `_T` for the city as a whole"
      log.report("`\(code)` is no group of `\(draft.dimension)`: \(cure)", at: draft.place)
    }
  }
}
