import Foundation
import Vocabulary

/// Student's t for whole degrees of freedom.
enum StudentDistribution {
  /// The t that a variable stays within, on both sides of 0, with the given probability.
  /// - Parameter probability: Between 0 and 1, both excluded.
  static func twoSided(_ probability: Double, degreesOfFreedom: Int) -> Double {
    quantiles.answer(to: Question(probability: probability, degreesOfFreedom: degreesOfFreedom)) {
      searched(probability, degreesOfFreedom)
    }
  }

  private struct Question: Hashable {
    var probability: Double
    var degreesOfFreedom: Int
  }

  /// A round asks a hundred thousand times, and always the same: one probability, and as many degrees as its series have years.
  private static let quantiles = Remembered<Question, Double>()

  private static func searched(_ probability: Double, _ degreesOfFreedom: Int) -> Double {
    // The distribution function rises with the angle, which lies in a bounded range whatever t is.
    var (low, high) = (0.0, Double.pi / 2)
    for _ in 0..<80 {
      let middle = (low + high) / 2
      if within(angle: middle, degreesOfFreedom) < probability { low = middle } else { high = middle }
    }
    return Double(degreesOfFreedom).squareRoot() * tan((low + high) / 2)
  }

  /// P(|T| ≤ √ν·tan θ).
  /// - Source: Abramowitz and Stegun (1964), 26.7.3 and 26.7.4.
  private static func within(angle: Double, _ degrees: Int) -> Double {
    let (sine, cosine) = (sin(angle), cos(angle))
    if degrees == 1 { return 2 * angle / .pi }
    let isOdd = degrees % 2 == 1
    var term = isOdd ? cosine : 1
    var sum = term
    // Terms run over cos³θ, cos⁵θ … with factors 2/3, 4/5 …, or over cos²θ, cos⁴θ … with 1/2, 3/4 ….
    var factor = isOdd ? 2 : 1
    while factor <= degrees - 3 {
      term *= cosine * cosine * Double(factor) / Double(factor + 1)
      sum += term
      factor += 2
    }
    return isOdd ? 2 / .pi * (angle + sine * sum) : sine * sum
  }
}
