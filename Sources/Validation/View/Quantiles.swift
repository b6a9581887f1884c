import Foundation

/// Median and quartiles of a sample, by linear interpolation (type 7, as Excel's PERCENTILE.INC).
struct Quantiles {
  let lower: Double
  let median: Double
  let upper: Double

  /// - Parameter values: Finite; of none, everything is 0.
  init(_ values: [Double]) {
    let sorted = values.sorted()
    func at(_ share: Double) -> Double {
      guard let last = sorted.indices.last else { return 0 }
      let position = share * Double(last)
      let below = Int(position)
      let above = min(below + 1, last)
      return sorted[below] + (position - Double(below)) * (sorted[above] - sorted[below])
    }
    lower = at(0.25)
    median = at(0.5)
    upper = at(0.75)
  }
}

/// A power, of a positive base.
func raised(_ base: Double, to exponent: Double) -> Double {
  exponent == 0.5 ? base.squareRoot() : pow(base, exponent)
}
