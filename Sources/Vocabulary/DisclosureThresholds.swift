/// From which size on figures about persons are published, from `disclosure` in `programme.yaml`.
///
/// - Source: METHODS 6; common thresholds are 3, 5 and 10 (OECD glossary of statistical terms; ONS), and UIS publishes no
///   estimate on fewer than 25 observations.
public struct DisclosureThresholds: Hashable, Sendable {
  /// Counts of persons from 1 up to, not including, this are not published. Zeros are.
  public var minimumCount: Double
  /// Rates on fewer persons are not published, nor what they could be computed from.
  public var minimumDenominator: Double

  public init(minimumCount: Double, minimumDenominator: Double) {
    self.minimumCount = minimumCount
    self.minimumDenominator = minimumDenominator
  }

  /// Where a programme says nothing.
  public static let standard = DisclosureThresholds(minimumCount: 5, minimumDenominator: 25)

  /// Whether a count tells of too few persons. Zero tells of nobody.
  public func isSmall(_ count: Double) -> Bool { count > 0 && count < minimumCount }
}
