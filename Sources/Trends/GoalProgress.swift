import Catalogue
import Vocabulary

/// How a city moves towards a goal, by one of several named methods.
public enum GoalProgress {
  /// A verdict that all methods share, from the best down.
  public enum Status: String, Sendable, CaseIterable {
    case met
    case onTrack = "on_track"
    case watch
    case offTrack = "off_track"
    case worsening

    /// What methods with three, four and five classes can be compared by.
    public var course: Course {
      switch self {
      case .met, .onTrack: .onCourse
      case .watch, .offTrack: .tooSlow
      case .worsening: .away
      }
    }
  }

  /// Whether the pace is enough.
  public enum Course: String, Sendable, CaseIterable {
    case onCourse = "on_course"
    case tooSlow = "too_slow"
    case away = "moving_away"
  }

  /// Why there is no verdict.
  public enum Absence: String, Sendable, CaseIterable {
    case noData = "no_data"
    case tooFewPoints = "fewer_than_two_points"
    /// A break in series leaves one point.
    case brokenSeries = "one_point_since_break"
    case windowTooShort = "window_too_short"
    case baseZero = "base_is_zero"
    case signChange = "sign_change"
    case noDirection = "no_direction"
    case atTarget = "base_equals_target"
    case targetZero = "target_is_zero"
    /// The method judges against a number only, and nobody has set one.
    case noTarget = "no_target"
    case targetYearPassed = "target_year_passed"
    case tooFewPeers = "too_few_peers"
  }

  /// What a method says of a series: a verdict or a reason why there is none, with all that it rests on.
  public struct Assessment: Sendable, Hashable {
    public var method: Method.ProgressMethod
    /// As reported, not folded.
    public var base: Series.Point?
    public var baseChoice: BaseChoice?
    public var latest: Series.Point?
    /// What the method compares with its thresholds: a ratio of growth rates, a share of the way, a distance.
    public var value: Double?
    /// On the method's own scale: −5 to 5 (statcan, eurostat), −10 to 10 (escap: Current Status Index), 0 to 100 (sdsn), 1 to 3 (unsd).
    public var score: Double?
    /// The class in the method's own words.
    public var category: String?
    /// What the method says besides: the colour (sdsn), the trend (oecd).
    public var remark: String?
    public var status: Status?
    public var absence: Absence?

    public init(_ method: Method.ProgressMethod, latest: Series.Point? = nil, absence: Absence? = nil) {
      self.method = method
      self.latest = latest
      self.absence = absence
    }

    /// Without a verdict, for this reason.
    func without(_ absence: Absence) -> Assessment {
      var result = self
      result.absence = absence
      result.status = nil
      return result
    }
  }

  /// Judges a series by a method.
  /// - Parameters:
  ///   - series: All points since the last break; each method takes the years it looks at.
  ///   - spread: Standard deviation of the indicator over the round's cities; wanted by `oecd` alone.
  public static func assess(
    _ series: Series, aim: Aim, by method: Method.ProgressMethod, parameters: Method.Progress, spread: Double? = nil
  ) -> Assessment {
    switch method {
    case .statcan: statcan(series, aim: aim, parameters)
    case .eurostat: eurostat(series, aim: aim, parameters)
    case .unsd: unsd(series, aim: aim, parameters)
    case .escap: escap(series, aim: aim, parameters)
    case .sdsn: sdsn(series, aim: aim, parameters)
    case .dns: dns(series, aim: aim, parameters)
    case .oecd: oecd(series, aim: aim, parameters, spread: spread)
    }
  }

  /// Scores are compared with thresholds with this much leeway, so that 0.95 on a boundary reads alike on every machine.
  static let tolerance = 1e-9

  /// Too few points, and which reason for it.
  static func pointsMissing(_ series: Series, since year: Int) -> Absence {
    series.points.isEmpty ? .noData : series.brokenIn ?? .min >= year ? .brokenSeries : .tooFewPoints
  }
}
