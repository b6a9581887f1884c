/// A set of rounds over one registry of cities, from `programme.yaml`.
public struct Programme: Sendable {
  public var id: String
  public var title: LocalizedText
  public var organisation: LocalizedText
  /// A role mailbox, never a person's.
  public var contact: String
  public var languages: [Language]
  /// The font of all workbooks.
  public var font: String
  /// Every page says that the data are invented.
  public var isSynthetic: Bool
  public var licence: LocalizedText
  /// What a reader must know of the whole programme.
  public var notes: [LocalizedText]
  /// From which size on figures about persons are published.
  public var disclosure: DisclosureThresholds

  public init(
    id: String, title: LocalizedText, organisation: LocalizedText, contact: String, languages: [Language], font: String,
    isSynthetic: Bool, licence: LocalizedText, notes: [LocalizedText], disclosure: DisclosureThresholds = .standard
  ) {
    self.id = id
    self.title = title
    self.organisation = organisation
    self.contact = contact
    self.languages = languages
    self.font = font
    self.isSynthetic = isSynthetic
    self.licence = licence
    self.notes = notes
    self.disclosure = disclosure
  }
}

/// One evaluation, from `round.yaml`.
public struct Round: Sendable {
  /// Whether a round may be run: not yet, now, no more.
  public enum State: String, CaseIterable, Sendable {
    case planned
    case open
    case frozen
  }

  /// `2026` in `demo/2026`.
  public var id: String
  public var title: LocalizedText
  /// The year that the round's scores stand for.
  public var referenceYear: Int
  /// The year that they are compared with.
  public var comparisonYear: Int
  public var opens: CalendarDate?
  public var closes: CalendarDate?
  public var nextUpdate: CalendarDate?
  public var state: State
  /// Id of the framework that the heat map and the overall score follow.
  public var framework: String
  /// Id of the city of the evaluation's what-if page; nil leaves the choice to the program.
  public var whatIf: String?

  public init(
    id: String, title: LocalizedText, referenceYear: Int, comparisonYear: Int, opens: CalendarDate?,
    closes: CalendarDate?, nextUpdate: CalendarDate?, state: State, framework: String, whatIf: String? = nil
  ) {
    self.id = id
    self.title = title
    self.referenceYear = referenceYear
    self.comparisonYear = comparisonYear
    self.opens = opens
    self.closes = closes
    self.nextUpdate = nextUpdate
    self.state = state
    self.framework = framework
    self.whatIf = whatIf
  }
}

/// A day of the Gregorian calendar, without clock or time zone.
public struct CalendarDate: Hashable, Sendable, Comparable, CustomStringConvertible {
  public let year: Int
  public let month: Int
  public let day: Int

  /// - Returns: nil for a day that does not exist.
  public init?(year: Int, month: Int, day: Int) {
    guard TimePeriod.day(day, month: month, year: year) != nil else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// `2026-09-30`, nothing else.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2, let year = Int(parts[0]),
      let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
    // `+9` is a number, too.
    guard description == text else { return nil }
  }

  /// The day on which a moment falls in UTC.
  public init(secondsSince1970 seconds: Int) {
    // Days to civil date (Howard Hinnant's algorithm), valid for all years that we accept.
    let days = (seconds >= 0 ? seconds : seconds - 86_399) / 86_400 + 719_468
    let era = days / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shifted + 2) / 5 + 1
    month = shifted < 10 ? shifted + 3 : shifted - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// Midnight UTC of the day, in seconds since 1970.
  public var secondsSince1970: Int {
    let y = month <= 2 ? year - 1 : year
    let era = y / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return (era * 146_097 + dayOfEra - 719_468) * 86_400
  }

  /// Days from this day to another; negative where that one lies before.
  public func days(to other: CalendarDate) -> Int { (other.secondsSince1970 - secondsSince1970) / 86_400 }

  public static func < (a: CalendarDate, b: CalendarDate) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }

  public var description: String {
    "\(year)-\(month.twoDigits)-\(day.twoDigits)"
  }
}
