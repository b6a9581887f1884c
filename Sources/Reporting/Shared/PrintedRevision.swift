import Spreadsheets

/// A revision as it is printed everywhere: the difference without the noise of binary fractions, per cents with one decimal.
struct PrintedRevision {
  let change: Double?
  /// Of the earlier figure; nil where that was 0, or the figure was withdrawn.
  let percent: Double?

  static let percentDecimals = 1

  init(_ revision: Revision) {
    change = revision.after.map { FixedDecimal($0 - revision.before, decimals: 6).value }
    percent = Self.share(revision).map { FixedDecimal($0, decimals: Self.percentDecimals).value }
  }

  /// The change in per cent of the earlier figure, not rounded.
  static func share(_ revision: Revision) -> Double? {
    guard let after = revision.after, revision.before != 0 else { return nil }
    return 100 * (after - revision.before) / abs(revision.before)
  }
}
