/// Intervals of places in groups whose members are not told apart.
///
/// - Source: the smallest number of groups with a common place each is that of a sweep by the ends of the intervals (Gupta, Lee and
///   Leung 1982, cliques of interval graphs). That places want intervals, and overlapping ones no order: Goldstein and
///   Spiegelhalter (1996).
public enum RankGroups {
  /// The places between which a city lies, and the place in the middle.
  public struct Interval: Sendable, Hashable {
    /// Places; 1 is the best.
    public var low: Int
    public var median: Int
    public var high: Int

    public init(low: Int, median: Int, high: Int) {
      self.low = low
      self.median = median
      self.high = high
    }
  }

  /// The group of each interval, from 1 up; a group's intervals all share at least one place.
  ///
  /// A group begins behind the last place of the one before: its place is the smallest upper end of the intervals that lie wholly
  /// behind the places so far. Every interval holds at least one of these places, and goes to that which is nearest to its
  /// median; of two equally near to the better.
  ///
  ///     intervals 1–3, 2–5, 4–6, 7–7 have the places 3, 6 and 7, and the groups 1, 1, 2, 3
  public static func groups(_ intervals: [Interval]) -> [Int] {
    let order = intervals.indices.sorted {
      (intervals[$0].high, intervals[$0].low, $0) < (intervals[$1].high, intervals[$1].low, $1)
    }
    var places: [Int] = []
    for index in order where intervals[index].low > (places.last ?? 0) { places.append(intervals[index].high) }
    return intervals.map { interval in
      var best = 0
      var distance = Int.max
      for (position, place) in places.enumerated() where interval.low <= place && place <= interval.high {
        let away = abs(place - interval.median)
        if away < distance { (best, distance) = (position + 1, away) }
      }
      return best
    }
  }
}
