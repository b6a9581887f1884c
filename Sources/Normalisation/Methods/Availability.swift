import Catalogue

/// How much of what is asked a city has: the basis of screening.
///
/// - Source: COINr 1.1.14, `Screen`.
public struct Availability: Sendable, Hashable {
  public let missing: Int
  public let zeros: Int
  /// Share of the values that are there.
  public let available: Double
  /// Share of these that is not zero.
  public let nonZero: Double

  /// - Parameter values: Of one city, one an indicator.
  public init(_ values: [Double?]) {
    missing = values.count { $0 == nil }
    zeros = values.count { $0 == 0 }
    let present = values.count - missing
    available = values.isEmpty ? 0 : Double(present) / Double(values.count)
    nonZero = present == 0 ? 0 : Double(present - zeros) / Double(present)
  }

  /// Whether a city has enough figures to be scored at all.
  public func passes(_ screening: Method.Screening) -> Bool {
    available >= screening.minimumAvailability - 1e-9 && nonZero >= screening.minimumNonZero - 1e-9
  }
}
