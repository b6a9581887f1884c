import Catalogue

extension Indicator {
  /// The value turned so that more is better: the direction is handled here and nowhere else.
  /// - Returns: nil where no way is better.
  func favourable(_ value: Double) -> Double? {
    switch direction {
    case .increase: value
    case .decrease: -value
    case .ideal:
      if case .ideal(let ideal, _) = scale { -abs(value - ideal) } else { nil }
    case .none: nil
    }
  }

  /// The best end of the scale, turned likewise.
  var favourableBest: Double? {
    switch scale {
    case .goalposts(let low, let high), .logGoalposts(let low, let high):
      favourable(direction == .decrease ? low : high)
    case .ideal(let ideal, _): favourable(ideal)
    case .rating: favourable(direction == .decrease ? 1 : 4)
    case .none: nil
    }
  }
}
