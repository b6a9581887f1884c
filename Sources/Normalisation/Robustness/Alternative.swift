import Catalogue
import Foundation
import Vocabulary

/// The scores of all indicators by one normalisation, made ready for one aggregation.
///
/// Every mean but Copeland's is the arithmetic mean of something: of logarithms, of reciprocals, of powers. The scores are turned
/// into it once; then a draw only multiplies and adds.
struct Alternative: Sendable {
  let aggregation: Method.Aggregation
  /// Leaf by leaf, city by city; 0 where there is none.
  let values: [Double]
  /// Leaf by leaf, city by city: 1 where there is a score, else 0.
  let present: [Double]
  let cities: Int

  /// - Parameter scores: Leaf by leaf, city by city; nil where there is none.
  init(scores: [[Double?]], cities: Int, aggregation: Method.Aggregation) {
    self.aggregation = aggregation
    self.cities = cities
    var values: [Double] = []
    var present: [Double] = []
    values.reserveCapacity(scores.count * cities)
    present.reserveCapacity(scores.count * cities)
    for column in scores {
      for score in column {
        values.append(score.map { Self.turned($0, aggregation) } ?? 0)
        present.append(score == nil ? 0 : 1)
      }
    }
    self.values = values
    self.present = present
  }

  private static func turned(_ score: Double, _ aggregation: Method.Aggregation) -> Double {
    switch aggregation.name {
    case .arithmetic, .copeland: score
    case .geometric: log(score)
    case .harmonic: 1 / score
    case .generalised: pow(score, aggregation.power)
    }
  }

  /// The way back from a mean of turned scores.
  func score(_ mean: Double) -> Double {
    switch aggregation.name {
    case .arithmetic, .copeland: mean
    case .geometric: exp(mean)
    case .harmonic: 1 / mean
    case .generalised: pow(mean, 1 / aggregation.power)
    }
  }
}
