/// One reported figure, or the reason why there is none: fixed size, sorted with its like by ``Key``.
public struct Observation: Sendable {
  /// What the figure is about. Two observations of one round never share it.
  public struct Key: Hashable, Comparable, Sendable {
    public var city: CityID
    public var variable: VariableID
    public var breakdown: BreakdownID
    public var period: TimePeriod

    public init(city: CityID, variable: VariableID, breakdown: BreakdownID = .total, period: TimePeriod) {
      self.city = city
      self.variable = variable
      self.breakdown = breakdown
      self.period = period
    }

    public static func < (a: Key, b: Key) -> Bool {
      if a.city != b.city { return a.city < b.city }
      if a.variable != b.variable { return a.variable < b.variable }
      if a.breakdown != b.breakdown { return a.breakdown < b.breakdown }
      return a.period < b.period
    }
  }

  public var key: Key
  public var status: ObservationStatus
  public var level: GeographicLevel
  /// Index into the notes of the run, 0 where there is none.
  public var note: UInt32
  public var provenance: Provenance
  private var storedValue: Double

  /// - Parameter value: In the variable's unit, finite; nil exactly where `status` has no value.
  public init(
    key: Key, value: Double?, status: ObservationStatus, level: GeographicLevel = .city, note: UInt32 = 0,
    provenance: Provenance
  ) {
    precondition((value != nil) == status.hasValue, "a value without status, or a status without value")
    self.key = key
    self.status = status
    self.level = level
    self.note = note
    self.provenance = provenance
    storedValue = value ?? 0
  }

  public var value: Double? { status.hasValue ? storedValue : nil }
}

/// Where a figure came from: the file, the sheet and the cell.
public struct Provenance: Hashable, Sendable {
  public var source: SourceID
  /// Physical row from 0; shown as 1, 2, ….
  public var row: UInt32
  /// Physical column from 0; shown as A, B, ….
  public var column: UInt16
  /// Index of the sheet in its file.
  public var sheet: UInt16

  public init(source: SourceID, sheet: Int = 0, row: Int, column: Int) {
    self.source = source
    self.sheet = UInt16(sheet)
    self.row = UInt32(row)
    self.column = UInt16(column)
  }
}

/// The kind of place that a figure describes. Much "city" data is the province's: every figure says so.
public enum GeographicLevel: UInt8, CaseIterable, Sendable {
  case city
  case district
  case municipality
  case metropolitanArea
  case province
  case region
  case country

  /// The name in files.
  public var code: String {
    switch self {
    case .metropolitanArea: "metropolitan_area"
    default: "\(self)"
    }
  }

  public init?(code: String) {
    guard let level = Self.allCases.first(where: { $0.code == code }) else { return nil }
    self = level
  }
}

/// Who says so. The three are never averaged without a label.
public enum EvidenceKind: String, CaseIterable, Sendable {
  case official
  case survey
  case expertReview = "expert_review"
}
