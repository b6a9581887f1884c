import Catalogue
import Testing
import Vocabulary

@testable import Normalisation

@Suite struct RankGroupsTests {
  typealias Interval = RankGroups.Interval

  static let cases: [(intervals: [Interval], groups: [Int])] = [
    ([], []),
    ([Interval(low: 1, median: 1, high: 1)], [1]),
    // Places 3, 6 and 7: the second interval holds 3 alone.
    (
      [
        Interval(low: 1, median: 2, high: 3), Interval(low: 2, median: 3, high: 5),
        Interval(low: 4, median: 5, high: 6),
        Interval(low: 7, median: 7, high: 7),
      ], [1, 1, 2, 3]
    ),
    // A city of which nearly nothing is known stands with those nearest to its median, not with the best.
    (
      [
        Interval(low: 1, median: 1, high: 1), Interval(low: 2, median: 2, high: 2),
        Interval(low: 3, median: 3, high: 3),
        Interval(low: 4, median: 4, high: 4), Interval(low: 1, median: 3, high: 5),
      ], [1, 2, 3, 4, 3]
    ),
    // As near to one place as to the next: the better.
    (
      [
        Interval(low: 1, median: 1, high: 1), Interval(low: 3, median: 3, high: 3),
        Interval(low: 1, median: 2, high: 3),
      ], [1, 2, 1]
    ),
    // A chain in which neighbours overlap and the ends do not is no single group.
    (
      [
        Interval(low: 1, median: 1, high: 2), Interval(low: 2, median: 2, high: 3),
        Interval(low: 3, median: 3, high: 4),
        Interval(low: 4, median: 4, high: 5),
      ], [1, 1, 2, 2]
    ),
    // All the same: nobody is told apart.
    (Array(repeating: Interval(low: 1, median: 3, high: 6), count: 6), Array(repeating: 1, count: 6)),
  ]

  @Test(arguments: cases) func byHand(_ intervals: [Interval], _ groups: [Int]) {
    #expect(RankGroups.groups(intervals) == groups)
  }

  /// Whatever the intervals: a group has a place that all its intervals hold, and no fewer groups would do.
  @Test(arguments: 0..<200) func groupsShareAPlaceAndAreFew(_ stream: Int) {
    var generator = SeededGenerator(seed: 7, stream: stream)
    let count = 1 + Int(generator.share() * 30)
    let intervals = (0..<count).map { _ in
      let low = 1 + Int(generator.share() * Double(count))
      let high = min(count, low + Int(generator.share() * 8))
      return Interval(low: low, median: low + Int(generator.share() * Double(high - low + 1)), high: high)
    }
    let groups = RankGroups.groups(intervals)
    let number = groups.max() ?? 0
    #expect(Set(groups) == Set(1...number))
    for group in 1...number {
      let members = intervals.indices.filter { groups[$0] == group }.map { intervals[$0] }
      #expect((members.map(\.low).max() ?? 0) <= (members.map(\.high).min() ?? 0), "\(members)")
    }
    // Intervals of which no two overlap can never share a group: as many as there are of them, so many groups there must be.
    var apart = 0
    var end = 0
    for interval in intervals.sorted(by: { ($0.high, $0.low) < ($1.high, $1.low) }) where interval.low > end {
      apart += 1
      end = interval.high
    }
    #expect(number == apart)
  }

  /// Ends are places that some draw gave: the first at or before which 5, 50, 95 per cent of the draws lie.
  @Test(arguments: [
    // Ten draws, places 1 to 4.
    ([0, 1, 3, 5, 1], 1, 3, 4, 0.1, 0.1), ([0, 10, 0, 0, 0], 1, 1, 1, 1, 0), ([0, 0, 0, 0, 10], 4, 4, 4, 0, 1),
    // Two draws in which the city had no score are left out.
    ([2, 4, 4, 0, 0], 1, 1, 2, 0.5, 0),
  ]) func summary(_ counts: [Int], _ low: Int, _ median: Int, _ high: Int, _ top: Double, _ bottom: Double) {
    let summary = RankSummary(counts: counts, Method.Robustness())
    #expect(summary.interval == Interval(low: low, median: median, high: high))
    #expect(summary.top == top && summary.bottom == bottom)
    #expect(summary.draws == counts.dropFirst().reduce(0, +))
  }

  /// 50 of 1,000 draws are 5 per cent: enough.
  @Test func aShareOnTheBoundaryIsReached() {
    #expect(
      RankSummary(counts: [0, 50, 900, 50], Method.Robustness()).interval == Interval(low: 1, median: 2, high: 2))
    #expect(
      RankSummary(counts: [0, 49, 900, 51], Method.Robustness()).interval == Interval(low: 2, median: 2, high: 3))
  }

  @Test func placesAreShared() {
    #expect(RankDraws.places([3, 5, nil, 5, 1]) == [3, 1, 0, 1, 4])
    // What differs behind the ninth decimal differs by arithmetic alone.
    #expect(RankDraws.places([50.000_000_000_1, 50, 49.999_999]) == [1, 1, 3])
    #expect(RankDraws.places([]) == [])
  }
}
