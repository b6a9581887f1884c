import Measurement
import Vocabulary

/// An indicator's annual figures of one city, from the last break in series on: what trends are computed from.
public struct Series: Sendable, Hashable {
  /// A value and its year.
  public struct Point: Sendable, Hashable {
    public var year: Int
    public var value: Double

    public init(year: Int, value: Double) {
      self.year = year
      self.value = value
    }
  }

  /// In order of time, each year once.
  public let points: [Point]
  /// The year of the last break: figures before it measure something else and are left out.
  public let brokenIn: Int?
  /// The weightiest status of the points.
  public let status: ObservationStatus

  /// - Parameter points: In any order; of two for one year the first stays.
  public init(_ points: [Point], brokenIn: Int? = nil, status: ObservationStatus = .normal) {
    var known: Set<Int> = []
    self.points = points.filter { known.insert($0.year).inserted }.sorted { $0.year < $1.year }
    self.brokenIn = brokenIn
    self.status = status
  }

  /// The values of one series up to a year, those without a figure left out, and of two for one year the one that yields; it
  /// starts anew at a break.
  /// - Parameters:
  ///   - values: Of one city, indicator and breakdown, in order of time.
  ///   - usesProvisional: Whether figures marked provisional take part.
  public init(_ values: ArraySlice<IndicatorValue>, upTo year: Int, usesProvisional: Bool = true) {
    var points: [Point] = []
    var brokenIn: Int?
    var status = ObservationStatus.normal
    var standing: TimePeriod?
    for value in values where Int(value.key.period.year) <= year && !value.key.period.yields(to: standing) {
      guard let number = value.value, usesProvisional || value.status != .provisional else { continue }
      standing = value.key.period
      let year = Int(value.key.period.year)
      if value.status == .breakInSeries {
        points = []
        brokenIn = year
        status = .breakInSeries
      }
      points.append(Point(year: year, value: number))
      status = status.combined(with: value.status)
    }
    self.init(points, brokenIn: brokenIn, status: status)
  }

  public var latest: Point? { points.last }

  /// Years between the first and the last point that have none.
  public var gapYears: Int {
    guard let first = points.first, let last = points.last else { return 0 }
    return last.year - first.year + 1 - points.count
  }
}

/// Which year a change is counted from, and why that one.
public enum BaseChoice: String, Sendable, CaseIterable {
  /// The base year of the method.
  case baseYear = "base_year"
  /// The base year has no figure: the first year after it that has one.
  case nextAvailable = "next_after_base_year"
  /// No two points since the base year: the year nearest to it.
  case nearest = "nearest_to_base_year"
  /// The series broke after the base year: the year of the break.
  case afterBreak = "after_break"
  /// The first year of the window that the method looks back over.
  case window = "start_of_window"
}

extension Series {
  /// The point of the base year, else the next one after it.
  func base(_ year: Int) -> (point: Point, choice: BaseChoice)? {
    guard let point = points.first(where: { $0.year >= year }) else { return nil }
    return (point, choice(of: point, baseYear: year))
  }

  /// The point of the base year, else the nearest one that leaves two points; of two equally near ones the later.
  func nearestBase(_ year: Int) -> (point: Point, choice: BaseChoice)? {
    let nearest = points.dropLast().min {
      (abs($0.year - year), -$0.year) < (abs($1.year - year), -$1.year)
    }
    guard let nearest else { return points.last.map { ($0, choice(of: $0, baseYear: year)) } }
    return (nearest, nearest.year < year ? .nearest : choice(of: nearest, baseYear: year))
  }

  private func choice(of point: Point, baseYear: Int) -> BaseChoice {
    if point.year == baseYear { return .baseYear }
    return point.year == brokenIn ? .afterBreak : .nextAvailable
  }
}
