import Vocabulary

/// What an earlier release told of this round's figures: an attacker has it, so it counts as known.
public struct PublishedBefore: Sendable {
  private let values: [Observation.Key: Double]
  private let suppressed: Set<Observation.Key>

  /// - Parameters:
  ///   - values: What was published.
  ///   - suppressed: What was kept back, for whatever reason.
  public init(values: [Observation.Key: Double] = [:], suppressed: Set<Observation.Key> = []) {
    self.values = values
    self.suppressed = suppressed
  }

  func value(_ key: Observation.Key) -> Double? { values[key] }
  func wasSuppressed(_ key: Observation.Key) -> Bool { suppressed.contains(key) }
  var isEmpty: Bool { values.isEmpty && suppressed.isEmpty }
}
