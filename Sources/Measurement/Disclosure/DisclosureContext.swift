import Vocabulary

/// One city's figures with the sums among them.
struct DisclosureContext {
  let observations: ArraySlice<Observation>
  let set: ObservationSet
  let before: PublishedBefore
  /// Dimensions whose codes add up to the total.
  let completeDimensions: Set<String>

  /// Figures of one variable and time: no sum goes beyond them.
  struct Table: Hashable, Comparable {
    var variable: VariableID
    var period: TimePeriod

    static func < (a: Table, b: Table) -> Bool { (a.variable, a.period) < (b.variable, b.period) }
  }

  func table(of index: Int) -> Table {
    Table(variable: observations[index].key.variable, period: observations[index].key.period)
  }

  /// Whether an earlier release told the figure as it is now.
  func isKnown(_ index: Int) -> Bool {
    guard !before.isEmpty, let value = observations[index].value else { return false }
    return before.value(observations[index].key) == value
  }

  /// The same sum as an earlier release told it; nil where that did not have all of it. What was kept back then may be what it
  /// is now.
  func earlierEquation(_ relation: SumRelation) -> SumEquation? {
    guard !before.isEmpty else { return nil }
    let isKept = { index in before.wasSuppressed(observations[index].key) }
    guard relation.cells.allSatisfy({ isKept($0) || before.value(observations[$0].key) != nil }) else { return nil }
    return relation.equation(isKept)
  }

  // MARK: Sums

  /// Every total of a table with its parts, and parts of which nobody said which make up the total.
  func relations(of table: Table) -> (sums: [SumRelation], overlaps: [[Int]]) {
    let cells = observations.indices.filter {
      observations[$0].key.variable == table.variable && observations[$0].key.period == table.period
    }
    let positions = Dictionary(
      uniqueKeysWithValues: cells.map { (set.breakdowns[observations[$0].key.breakdown], $0) })
    var parts: [Split: [Int]] = [:]
    for index in cells {
      let breakdown = set.breakdowns[observations[index].key.breakdown]
      for part in breakdown.parts {
        parts[Split(rest: breakdown.setting(part.dimension, to: nil), dimension: part.dimension), default: []]
          .append(index)
      }
    }
    var sums: [SumRelation] = []
    var overlaps: [[Int]] = []
    for (split, parts) in parts.sorted(by: { $0.key < $1.key }) {
      guard let total = positions[split.rest] else { continue }
      if completeDimensions.contains(split.dimension) && parts.count > 1 || addsUp(parts, to: total) {
        sums.append(SumRelation(total: total, parts: parts))
      } else if exceeds(parts, total) {
        overlaps.append(parts)
      }
    }
    return (sums, overlaps)
  }

  private struct Split: Hashable, Comparable {
    var rest: Breakdown
    var dimension: String

    static func < (a: Split, b: Split) -> Bool { (a.rest, a.dimension) < (b.rest, b.dimension) }
  }

  /// Parts that have no value could be anything: then the sum holds for somebody who knows them.
  private func addsUp(_ parts: [Int], to total: Int) -> Bool {
    guard let whole = observations[total].value else { return true }
    let values = parts.compactMap { observations[$0].value }
    return values.count < parts.count || abs(values.reduce(0, +) - whole) < 0.5
  }

  /// Parts that overlap: which of them make up the total, nobody told us.
  private func exceeds(_ parts: [Int], _ total: Int) -> Bool {
    guard let whole = observations[total].value else { return false }
    return parts.reduce(0) { $0 + (observations[$1].value ?? 0) } > whole
  }
}
