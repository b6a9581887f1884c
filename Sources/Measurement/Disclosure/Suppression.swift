import Vocabulary

/// Which figures of a round are not published, and why.
public struct Suppression: Sendable {
  /// Why a figure is kept back.
  public enum Reason: UInt8, Sendable, CaseIterable {
    /// A count of few persons, or the rest of a count is.
    case smallCount
    /// A rate on few persons could be computed from it.
    case smallDenominator
    /// Without it another one could be worked out.
    case complementary
    /// Kept back by whoever reported.
    case source

    /// The letter of SDMX `CL_CONF_STATUS`.
    public var confidentiality: String {
      switch self {
      case .smallCount, .smallDenominator: "A"
      case .complementary: "D"
      case .source: "N"
      }
    }
  }

  /// By position in the round's observations.
  private var reasons: [Int: Reason] = [:]

  public init(_ reasons: [Int: Reason] = [:]) {
    self.reasons = reasons
  }

  /// Why the figure at a position of the set is kept back, or nil where it is not.
  public subscript(index: Int) -> Reason? { reasons[index] }

  /// How many figures are kept back by us for each reason; those that came without a value are not counted.
  public func counts(in positions: Range<Int>) -> [Reason: Int] {
    positions.reduce(into: [:]) { counts, position in
      if let reason = reasons[position], reason != .source { counts[reason, default: 0] += 1 }
    }
  }

  /// How many figures are kept back by us.
  public var count: Int { reasons.values.count { $0 != .source } }

  public var isEmpty: Bool { reasons.isEmpty }
}
