import Vocabulary

/// An indicator's value for a city, breakdown and year, or the reason why there is none.
public struct IndicatorValue: Sendable {
  /// Which value: city, indicator, breakdown and period, in the order of all tables.
  public struct Key: Hashable, Comparable, Sendable {
    public var city: CityID
    public var indicator: IndicatorID
    public var breakdown: BreakdownID
    public var period: TimePeriod

    public init(city: CityID, indicator: IndicatorID, breakdown: BreakdownID = .total, period: TimePeriod) {
      self.city = city
      self.indicator = indicator
      self.breakdown = breakdown
      self.period = period
    }

    public static func < (a: Key, b: Key) -> Bool {
      if a.city != b.city { return a.city < b.city }
      if a.indicator != b.indicator { return a.indicator < b.indicator }
      if a.breakdown != b.breakdown { return a.breakdown < b.breakdown }
      return a.period < b.period
    }
  }

  /// How the value came about.
  public enum Form: UInt8, Sendable {
    /// By the indicator's formula.
    case computed
    /// Reported ready-made.
    case reported
  }

  public var key: Key
  /// The weightiest status of the inputs.
  public var status: ObservationStatus
  public var form: Form
  /// Index of the (first) input in the round's observations.
  public var input: Int32
  private var storedValue: Double
  private var storedBase: Double

  /// - Parameters:
  ///   - value: In the indicator's unit, finite; nil exactly where `status` has no value.
  ///   - base: The persons (or things) that a rate rests on: its denominator, or the number of reviewers.
  public init(key: Key, value: Double?, status: ObservationStatus, form: Form, base: Double? = nil, input: Int) {
    precondition((value != nil) == status.hasValue, "a value without status, or a status without value")
    self.key = key
    self.status = status
    self.form = form
    self.input = Int32(input)
    storedValue = value ?? 0
    storedBase = base ?? -1
  }

  public var value: Double? { status.hasValue ? storedValue : nil }
  public var base: Double? { storedBase < 0 ? nil : storedBase }
}

/// All indicator values of a round, each key once, sorted.
public struct IndicatorTable: Sendable {
  public let values: [IndicatorValue]

  /// - Precondition: sorted by key without doubles.
  public init(_ values: [IndicatorValue]) {
    self.values = values
  }

  /// The first position at or after `key`.
  public func position(of key: IndicatorValue.Key) -> Int {
    var low = 0
    var high = values.count
    while low < high {
      let middle = (low + high) / 2
      if values[middle].key < key { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The value of a key, or nil where there is no row.
  public subscript(key: IndicatorValue.Key) -> IndicatorValue? {
    let index = position(of: key)
    return index < values.count && values[index].key == key ? values[index] : nil
  }

  /// The values of one city, indicator and breakdown in order of time.
  public func series(_ city: CityID, _ indicator: IndicatorID, _ breakdown: BreakdownID = .total) -> ArraySlice<
    IndicatorValue
  > {
    guard let first = TimePeriod.year(TimePeriod.plausibleYears.lowerBound) else { return [] }
    let start = position(of: .init(city: city, indicator: indicator, breakdown: breakdown, period: first))
    var end = start
    while end < values.count, values[end].key.city == city, values[end].key.indicator == indicator,
      values[end].key.breakdown == breakdown
    { end += 1 }
    return values[start..<end]
  }
}
