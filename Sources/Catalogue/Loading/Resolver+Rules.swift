extension Resolver {
  /// A dimension or variable that does not exist would switch its rule off without a word.
  func checkRules(_ rules: RuleThresholds, _ names: Names) {
    let dimensions = Set(drafts.dimensions.map(\.id))
    for dimension in rules.completeDimensions where !dimensions.contains(dimension) {
      log.report("unknown dimension `\(dimension)` under `complete_dimensions`", at: rules.place)
    }
    for group in rules.populationGroups {
      for name in [group.whole] + group.parts + group.disjoint { _ = variable(name, names, at: rules.place) }
    }
  }
}
