import Vocabulary

/// The figures of one city that are kept back, made larger until sums give none of them away.
struct SuppressionPattern {
  let context: DisclosureContext
  let thresholds: DisclosureThresholds
  private(set) var reasons: [Int: Suppression.Reason]

  init(context: DisclosureContext, thresholds: DisclosureThresholds, reasons: [Int: Suppression.Reason]) {
    self.context = context
    self.thresholds = thresholds
    self.reasons = reasons
  }

  mutating func hide(_ index: Int) {
    if reasons[index] == nil { reasons[index] = .complementary }
  }

  /// - Returns: Whether anything was added.
  mutating func complete() -> Bool {
    let count = reasons.count
    for table in tables { complete(table) }
    return reasons.count > count
  }

  private var tables: [DisclosureContext.Table] { Set(reasons.keys.map(context.table)).sorted() }

  // MARK: One table

  private mutating func complete(_ table: DisclosureContext.Table) {
    let (sums, overlaps) = context.relations(of: table)
    for parts in overlaps where parts.contains(where: { reasons[$0] != nil }) { parts.forEach { hide($0) } }
    while let partner = tightPartner(sums) ?? determinedPartner(sums) { hide(partner) }
  }

  /// Hides with figures that are kept back and small, and whose sum leaves no choice.
  private func tightPartner(_ sums: [SumRelation]) -> Int? {
    sums.lazy.filter(isTight).compactMap { partner(in: $0) }.first
  }

  /// Hides the first figure that can be worked out, which takes another one of its sums. Where those have none left, anything
  /// of the table that is still told goes: its other sums gave the figure away.
  private func determinedPartner(_ sums: [SumRelation]) -> Int? {
    let equations = sums.map { $0.equation(isUnknown) } + sums.compactMap(context.earlierEquation)
    let determined = LinearDisclosure.determined(by: equations)
    if let partner = determined.lazy.compactMap({ partner(of: $0, sums) }).first { return partner }
    guard determined.contains(where: { reasons[$0] != .complementary && reasons[$0] != .source }) else { return nil }
    return smallest(candidates(Set(sums.flatMap(\.cells)).sorted()))
  }

  private func partner(of index: Int, _ sums: [SumRelation]) -> Int? {
    sums.lazy.filter { $0.cells.contains(index) }.compactMap { partner(in: $0) }.first
  }

  /// The smallest figure of the sum that can hide another: a part before a total.
  private func partner(in relation: SumRelation) -> Int? {
    smallest(candidates(relation.parts)) ?? smallest(candidates([relation.total]))
  }

  /// What can hide another figure: nothing that is known anyway, and no zero.
  private func candidates(_ cells: [Int]) -> [Int] {
    cells.filter { reasons[$0] == nil && (context.observations[$0].value ?? 0) > 0 && !context.isKnown($0) }
  }

  private func smallest(_ cells: [Int]) -> Int? {
    cells.min { a, b in
      let (x, y) = (context.observations[a].value ?? 0, context.observations[b].value ?? 0)
      return x == y ? a < b : x < y
    }
  }

  /// Kept back, and not told by an earlier release.
  private func isUnknown(_ index: Int) -> Bool { reasons[index] != nil && !context.isKnown(index) }

  /// All figures that are kept back are known to be small counts, and their sum leaves one possibility: 8 is 4 and 4.
  private func isTight(_ relation: SumRelation) -> Bool {
    guard !isUnknown(relation.total) else { return false }
    let unknown = relation.parts.filter(isUnknown)
    guard !unknown.isEmpty, unknown.allSatisfy({ reasons[$0] == .smallCount }) else { return false }
    let sum = unknown.reduce(0) { $0 + (context.observations[$1].value ?? 0) }
    let largest = thresholds.minimumCount.rounded(.up) - 1
    return unknown.count == 1 || sum <= Double(unknown.count) || sum >= Double(unknown.count) * largest
  }
}
