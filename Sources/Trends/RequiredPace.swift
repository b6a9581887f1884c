import Catalogue
import Measurement
import Vocabulary

/// How fast a figure has to move from here to reach its target in time, and how fast it moved of late.
///
///     // 71.5 in 2022, 77.1 in 2025, to be 90 in 2030
///     pace.required   // 2.58 a year
///     pace.recent     // 1.87 a year, over 3 years
///
/// Linear, in the indicator's unit: for rates that is percentage points a year, which a reader can check by hand.
public struct RequiredPace: Sendable, Hashable {
  /// What can be said of the pace.
  public enum Case: String, Sendable, CaseIterable {
    /// The target is reached.
    case met
    /// There is a target to come and a pace to set beside it.
    case ahead = "to_reach"
    /// The target's year has passed without it.
    case passed
    /// A pace, but no target.
    case noTarget = "no_target"
    /// One value only: a pace can be told after the next.
    case onePoint = "one_point"
    /// As before, because the series broke with its latest value.
    case broken
  }

  public var situation: Case
  public var latest: Year
  /// Yearly change up to the latest value and the years that it was taken over; nil with one value.
  public var recent: Double?
  public var recentYears: Int
  /// Yearly change that reaches the target in time; nil without a target to come.
  public var required: Double?
  public var target: Double?
  public var targetYear: Int

  /// A value with its year.
  public struct Year: Sendable, Hashable {
    public var year: Int
    public var value: Double
  }

  /// Years that the recent pace looks back, where there are values.
  public static let window = 3

  /// - Parameters:
  ///   - series: One city's values of an indicator in order of time; those after `year` are not looked at.
  ///   - direction: Of the indicator.
  /// - Returns: nil without any value, and where no way is better.
  public init?(
    _ series: some Sequence<IndicatorValue>, upTo year: Int, direction: Direction, target: Double?, targetYear: Int
  ) {
    guard direction == .increase || direction == .decrease else { return nil }
    var points: [Year] = []
    var isBroken = false
    var standing: TimePeriod?
    for value in series where Int(value.key.period.year) <= year && !value.key.period.yields(to: standing) {
      guard let number = value.value else { continue }
      standing = value.key.period
      isBroken = value.status == .breakInSeries
      if isBroken { points = [] }
      points.append(Year(year: Int(value.key.period.year), value: number))
    }
    guard let latest = points.last else { return nil }
    self.latest = latest
    self.target = target
    self.targetYear = targetYear
    // The earliest value within the window; where there is none, the one before it.
    let earlier = points.dropLast()
    let base = earlier.first { latest.year - $0.year <= Self.window } ?? earlier.last
    recentYears = base.map { latest.year - $0.year } ?? 0
    recent = base.map { (latest.value - $0.value) / Double(max(1, latest.year - $0.year)) }
    guard let target else {
      situation = base != nil ? .noTarget : isBroken ? .broken : .onePoint
      return
    }
    let distance = direction == .increase ? target - latest.value : latest.value - target
    if distance <= 1e-9 {
      situation = .met
    } else if targetYear <= latest.year {
      situation = .passed
    } else {
      required = (target - latest.value) / Double(targetYear - latest.year)
      situation = base != nil ? .ahead : isBroken ? .broken : .onePoint
    }
  }

  /// Whether the recent pace, kept up, is enough; nil where the two cannot be compared.
  public var isEnough: Bool? {
    guard situation == .ahead, let required, let recent else { return nil }
    return required > 0 ? recent >= required - 1e-9 : recent <= required + 1e-9
  }
}
