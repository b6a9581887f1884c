/// The time that a figure speaks of: a year, several years, a quarter, a month or a day; always in the Common Era.
///
/// Printed as SDMX prints it: `2025`, `2013-01-01/P3Y` (three years from 2013), `2025-Q3`, `2025-07`, `2025-07-31`.
public struct TimePeriod: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// How long a period is.
  public enum Frequency: UInt8, Sendable {
    case annual
    case quarterly
    case monthly
    case daily
  }

  /// The year; for a span of years the last one, which is the year the figure is used for.
  public let year: Int16
  public let frequency: Frequency
  /// Years covered, 1 unless the figure pools several years.
  public let span: UInt8
  /// Quarter 1–4 or month 1–12, 0 for years.
  public let part: UInt8
  /// Day of the month, 0 except for days.
  public let day: UInt8

  private init(year: Int, frequency: Frequency, span: Int = 1, part: Int = 0, day: Int = 0) {
    self.year = Int16(year)
    self.frequency = frequency
    self.span = UInt8(span)
    self.part = UInt8(part)
    self.day = UInt8(day)
  }

  /// Years that a figure may carry. Outside of them a year is a slip of the keyboard, or of another era.
  public static let plausibleYears = 1900...2100

  /// The years that one figure may pool.
  public static let mostYears = 20

  /// - Returns: nil outside of ``plausibleYears``, or for a span that is not 1 to ``mostYears`` years.
  public static func year(_ year: Int, span: Int = 1) -> TimePeriod? {
    guard plausibleYears.contains(year), (1...mostYears).contains(span) else { return nil }
    return TimePeriod(year: year, frequency: .annual, span: span)
  }

  /// A quarter from 1 to 4, or nil for another.
  public static func quarter(_ quarter: Int, of year: Int) -> TimePeriod? {
    guard plausibleYears.contains(year), (1...4).contains(quarter) else { return nil }
    return TimePeriod(year: year, frequency: .quarterly, part: quarter)
  }

  /// A month from 1 to 12, or nil for another.
  public static func month(_ month: Int, of year: Int) -> TimePeriod? {
    guard plausibleYears.contains(year), (1...12).contains(month) else { return nil }
    return TimePeriod(year: year, frequency: .monthly, part: month)
  }

  /// A day of the calendar, or nil for one that does not exist.
  public static func day(_ day: Int, month: Int, year: Int) -> TimePeriod? {
    guard plausibleYears.contains(year), (1...12).contains(month), (1...daysOf(month: month, year: year)).contains(day)
    else { return nil }
    return TimePeriod(year: year, frequency: .daily, part: month, day: day)
  }

  static func daysOf(month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  public var isAnnual: Bool { frequency == .annual }

  private var order: (Int16, UInt8, UInt8, UInt8, UInt8) { (year, frequency.rawValue, part, day, span) }
  public static func < (a: TimePeriod, b: TimePeriod) -> Bool { a.order < b.order }

  /// Whether a figure of this period makes way for one of another: the rule for everything that wants one figure a year.
  ///
  /// A year's own figure goes before one that pools several years and ends in it, and few years go before many; where there is no
  /// other, the pooled figure stands for the year. So no year counts twice, and none has a change from itself. In order of time
  /// the figure that stands for a year comes first.
  public func yields(to other: TimePeriod?) -> Bool {
    guard let other else { return false }
    return isAnnual && other.isAnnual && year == other.year && span > other.span
  }

  public var description: String {
    switch frequency {
    case .annual: span == 1 ? "\(year)" : "\(Int(year) - Int(span) + 1)-01-01/P\(span)Y"
    case .quarterly: "\(year)-Q\(part)"
    case .monthly: "\(year)-\(Int(part).twoDigits)"
    case .daily: "\(year)-\(Int(part).twoDigits)-\(Int(day).twoDigits)"
    }
  }
}

extension TimePeriod: LosslessStringConvertible {
  /// Reads what ``description`` prints, and nothing else.
  public init?(_ description: String) {
    let parts = description.split(separator: "-", omittingEmptySubsequences: false)
    // The length bounds the year, so that the end of a span cannot overflow.
    guard parts[0].utf8.count == 4, let year = Int(parts[0]) else { return nil }
    let period: TimePeriod? =
      switch parts.count {
      case 1: TimePeriod.year(year)
      case 2 where parts[1].hasPrefix("Q"): Int(parts[1].dropFirst()).flatMap { TimePeriod.quarter($0, of: year) }
      case 2: Int(parts[1]).flatMap { TimePeriod.month($0, of: year) }
      case 3:
        TimePeriod.span(from: year, parts[2])
          ?? TimePeriod.day(Int(parts[2]) ?? 0, month: Int(parts[1]) ?? 0, year: year)
      default: nil
      }
    // Printing it again tells `+9` and a span that begins in March from what we print.
    guard let period, period.description == description else { return nil }
    self = period
  }

  /// `01/P3Y`, the end of a span that begins in `year`.
  private static func span(from year: Int, _ text: Substring) -> TimePeriod? {
    guard text.hasPrefix("01/P"), text.hasSuffix("Y"), let years = Int(text.dropFirst(4).dropLast()),
      (1...mostYears).contains(years)
    else { return nil }
    return TimePeriod.year(year + years - 1, span: years)
  }
}
