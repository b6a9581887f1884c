import Catalogue

/// What is aimed at: a direction, and a number where an agreed text, a programme or a city sets one.
public struct Aim: Sendable, Hashable {
  /// How an index of parity is written.
  public enum ParityForm: Sendable, Hashable {
    /// a/b, from 0 without end.
    case ratio
    /// Symmetric about 1, from 0 to 2.
    case adjusted
  }

  /// Who set the target.
  public enum Origin: String, Sendable, CaseIterable {
    /// Nobody: the direction alone is judged.
    case none
    /// The text of the framework.
    case framework
    /// The index itself, whose 1 is parity.
    case parity
    case programme
    case city
  }

  public var direction: Direction
  /// nil: the aim is the direction alone.
  public var target: Double?
  public var targetYear: Int
  /// A natural bound (100 for a rate), used without a target only.
  public var limit: Double?
  /// Set for indices of parity, whose direction is `ideal` and whose target is 1.
  public var parity: ParityForm?
  /// Whether the unit is per cent, so that 0 and 100 are ends of the scale.
  public var isRate: Bool
  /// Worst and best of the indicator's scale, in this order.
  public var worst: Double?
  public var best: Double?
  public var origin: Origin
  /// The document behind the target.
  public var source: String

  public init(
    direction: Direction, target: Double? = nil, targetYear: Int = 2030, limit: Double? = nil,
    parity: ParityForm? = nil, isRate: Bool = false, worst: Double? = nil, best: Double? = nil,
    origin: Origin = .none, source: String = ""
  ) {
    self.direction = direction
    self.target = target
    self.targetYear = targetYear
    self.limit = limit
    self.parity = parity
    self.isRate = isRate
    self.worst = worst
    self.best = best
    self.origin = origin
    self.source = source
  }

  /// The band that counts as parity.
  /// - Source: UNESCO IIEP glossary, gender parity index.
  static let parityBand = 0.97...1.03

  /// +1 for more, −1 for less; nil where no way is better or only a point is.
  var sign: Double? {
    switch direction {
    case .increase: 1
    case .decrease: -1
    case .ideal, .none: nil
    }
  }

  /// Whether a value (as reported, not folded) is where it should be.
  func isReached(by value: Double) -> Bool {
    guard let target else { return false }
    switch direction {
    case .increase: return value >= target
    case .decrease: return value <= target
    case .ideal: return parity == nil ? abs(value - target) < 1e-9 : Self.parityBand.contains(value)
    case .none: return false
    }
  }
}

extension Aim {
  /// A value whose best is a point, folded so that less is better: parity to max(y, 1/y), inside the band exactly 1; others to
  /// the distance above the target.
  ///
  /// An adjusted index is first turned into the ratio, so that a and b change places without changing the verdict.
  /// - Source: Open SDG documentation, progress methodology (Goldilocks transformations).
  func folded(_ value: Double) -> Double? {
    guard direction == .ideal, let target else { return value }
    guard let parity else { return target + abs(value - target) }
    if Self.parityBand.contains(value) { return 1 }
    let ratio = parity == .adjusted && value > 1 ? 1 / (2 - value) : value
    guard ratio > 0, ratio.isFinite else { return nil }
    return max(ratio, 1 / ratio)
  }

  /// The aim of folded values.
  var foldedAim: Aim {
    guard direction == .ideal, target != nil else { return self }
    var aim = self
    aim.direction = .decrease
    return aim
  }

  /// The distance above the target, for the methods that divide distances and take no growth rates.
  func distance(_ value: Double) -> Double {
    guard direction == .ideal, let target else { return value }
    return target + abs(value - target)
  }
}

extension Series {
  /// The series with every value altered; points whose value has none are left out.
  func mapped(_ alter: (Double) -> Double?) -> Series {
    Series(
      points.compactMap { point in alter(point.value).map { Point(year: point.year, value: $0) } },
      brokenIn: brokenIn, status: status)
  }
}
