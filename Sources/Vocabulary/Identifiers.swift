/// An interned id: the position of a thing in the sorted list of its kind, so that comparing ids compares codes in byte order.
public protocol InternedID: Hashable, Comparable, Sendable, RawRepresentable where RawValue: FixedWidthInteger {
  init(rawValue: RawValue)
}

// Inlinable, because an id is looked up for every observation by every rule: unspecialised, that is most of their time.
extension InternedID {
  @inlinable public init(_ index: Int) { self.init(rawValue: RawValue(index)) }
  /// The position in the list that the id was made from.
  @inlinable public var index: Int { Int(rawValue) }
  @inlinable public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// A city (or reference area) of a programme's registry.
public struct CityID: InternedID {
  public var rawValue: UInt32
  public init(rawValue: UInt32) { self.rawValue = rawValue }
}

/// A variable of the catalogue.
public struct VariableID: InternedID {
  public var rawValue: UInt16
  public init(rawValue: UInt16) { self.rawValue = rawValue }
}

/// An indicator of the catalogue.
public struct IndicatorID: InternedID {
  public var rawValue: UInt16
  public init(rawValue: UInt16) { self.rawValue = rawValue }
}

/// A breakdown of a ``BreakdownTable``. The total is always 0.
public struct BreakdownID: InternedID {
  public var rawValue: UInt32
  public init(rawValue: UInt32) { self.rawValue = rawValue }
  /// No breakdown: the figure for everyone.
  public static let total = BreakdownID(rawValue: 0)
}

/// A file that was read in a run.
public struct SourceID: InternedID {
  public var rawValue: UInt32
  public init(rawValue: UInt32) { self.rawValue = rawValue }
}
