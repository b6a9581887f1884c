import Catalogue
import Foundation
import Vocabulary

/// How a city moves towards a goal, as Statistics Canada and Open SDG measure it (method `statcan`, Open SDG 2.4).
///
/// The yearly growth of the value since the base year is compared with the growth that reaches the target in time; without a
/// target, with fixed thresholds that grow weaker near a natural limit.
/// - Source: Open SDG documentation, progress methodology; sdg-build 2.4.
public enum Progress {
  /// A verdict, from the best down.
  public enum Status: String, Sendable, CaseIterable {
    case met
    case onTrack = "on_track"
    case watch
    case offTrack = "off_track"
    case worsening
  }

  /// Why there is no verdict.
  public enum Absence: String, Sendable, CaseIterable {
    case noData = "no_data"
    case tooFewPoints = "fewer_than_two_points"
    case baseZero = "base_is_zero"
    case signChange = "sign_change"
    case noDirection = "no_direction"
    case atTarget = "base_equals_target"
    case targetZero = "target_is_zero"
  }

  public struct Point: Sendable, Hashable {
    public var year: Int
    public var value: Double

    public init(year: Int, value: Double) {
      self.year = year
      self.value = value
    }
  }

  /// What is aimed at.
  public struct Aim: Sendable, Hashable {
    public var direction: Direction
    /// nil: the aim is the direction alone.
    public var target: Double?
    public var targetYear: Int
    /// A natural bound (100 for a rate), used without a target only.
    public var limit: Double?

    public init(direction: Direction, target: Double? = nil, targetYear: Int = 2030, limit: Double? = nil) {
      self.direction = direction
      self.target = target
      self.targetYear = targetYear
      self.limit = limit
    }
  }

  public struct Assessment: Sendable, Hashable {
    public var base: Point?
    public var latest: Point?
    /// Observed over required growth, or the observed growth itself where there is no target.
    public var ratio: Double?
    /// −5 to 5.
    public var score: Double?
    public var status: Status?
    public var absence: Absence?
  }

  /// Judges a series.
  /// - Parameter series: In order of time; since the base year or, where that has none, the first year after it.
  public static func assess(_ series: [Point], aim: Aim, method: Method.Progress) -> Assessment {
    let points = series.filter { $0.year >= method.baseYear }
    guard let latest = points.last else { return Assessment(absence: .noData) }
    guard let base = points.first, base.year < latest.year else {
      return Assessment(latest: latest, absence: .tooFewPoints)
    }
    var result = Assessment(base: base, latest: latest)
    let sign: Double
    switch aim.direction {
    case .increase: sign = 1
    case .decrease: sign = -1
    case .ideal, .none:
      result.absence = .noDirection
      return result
    }
    if let target = aim.target, (latest.value - target) * sign >= 0 {
      result.status = .met
      result.score = 5
      return result
    }
    guard base.value != 0 else {
      result.absence = .baseZero
      return result
    }
    guard base.value.sign == latest.value.sign || latest.value == 0 else {
      result.absence = .signChange
      return result
    }
    let orientation = sign * (base.value < 0 ? -1 : 1)
    let actual = growth(from: base, to: latest)
    if let target = aim.target {
      guard target != base.value else {
        result.absence = .atTarget
        return result
      }
      guard target != 0 else {
        result.absence = .targetZero
        return result
      }
      guard (target > 0) == (base.value > 0) else {
        result.absence = .signChange
        return result
      }
      let required = abs(growth(from: base, to: Point(year: aim.targetYear, value: target)))
      let ratio = orientation * actual / required
      result.ratio = ratio
      result.score = scoreWithTarget(ratio)
      result.status = status(ratio, method.withTarget, scale: 1)
    } else {
      let ratio = orientation * actual
      let scale = aim.limit.map { limitScale(base: base.value, limit: $0, exponent: method.limitExponent) } ?? 1
      result.ratio = ratio
      result.score = scoreWithoutTarget(ratio, scale: scale)
      result.status = status(ratio, method.withoutTarget, scale: scale)
    }
    return result
  }

  /// Compound yearly growth, as a share.
  static func growth(from base: Point, to later: Point) -> Double {
    pow(later.value / base.value, 1 / Double(later.year - base.year)) - 1
  }

  private static func status(_ ratio: Double, _ thresholds: Method.Thresholds, scale: Double) -> Status {
    let tolerance = 1e-9
    if ratio >= thresholds.high * scale - tolerance { return .onTrack }
    if ratio >= thresholds.medium * scale - tolerance { return .watch }
    if ratio >= thresholds.low * scale - tolerance { return .offTrack }
    return .worsening
  }

  /// Near a natural limit less growth is possible: thresholds shrink towards 0 at the limit.
  static func limitScale(base: Double, limit: Double, exponent: Double) -> Double {
    let b = abs(base)
    let bound = abs(limit)
    if bound == 0 || b >= 2 * bound { return 1 }
    return b <= bound ? 1 - pow(b / bound, exponent) : 1 - pow((2 * bound - b) / bound, exponent)
  }

  static func scoreWithTarget(_ ratio: Double) -> Double {
    ratio >= 0.6 ? min(7.1429 * ratio - 4.2857, 5) : max(4.1667 * ratio - 2.5, -5)
  }

  static func scoreWithoutTarget(_ ratio: Double, scale: Double) -> Double {
    if ratio < 0 { return max(125 * ratio - 2.5, -5) }
    if scale == 0 { return 5 }
    if ratio >= 0.015 * scale { return min(500 * ratio / scale - 5, 5) }
    if ratio >= 0.005 * scale { return 250 * ratio / scale - 1.25 }
    return 500 * ratio / scale - 2.5
  }

  /// The status of a group of indicators from the mean of their scores; met only if every one is met.
  public static func combined(_ parts: [Assessment]) -> (status: Status?, score: Double?) {
    let scores = parts.compactMap(\.score)
    guard !scores.isEmpty else { return (nil, nil) }
    let mean = scores.reduce(0, +) / Double(scores.count)
    let judged = parts.filter { $0.status != nil }
    if judged.allSatisfy({ $0.status == .met }) { return (.met, 5) }
    let status: Status = mean >= 2.5 ? .onTrack : mean >= 0 ? .watch : mean >= -2.5 ? .offTrack : .worsening
    return (status, mean)
  }

  /// Parity measures as the method wants them: the distance above 1, inside the band exactly 1; target 1, decrease.
  public static func paritySeries(_ series: [Point]) -> [Point] {
    series.compactMap { point in
      guard point.value > 0 else { return nil }
      let folded = max(point.value, 1 / point.value)
      return Point(year: point.year, value: (0.97...1.03).contains(point.value) ? 1 : folded)
    }
  }
}
