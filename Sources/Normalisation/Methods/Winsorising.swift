import Catalogue

/// Outliers moved to the next value, one at a time, until the distribution passes.
///
/// - Source: OECD/JRC Handbook (2008); COINr 1.1.14. Where COINr would go on to a logarithm, nothing is moved here: a
///   transformed indicator is another indicator.
public enum Winsorising {
  /// A column after treatment, and which of its values were moved.
  public struct Result: Sendable, Hashable {
    public var values: [Double?]
    /// Positions of the values that were moved.
    public var moved: [Int]
    /// Whether the distribution passes now; if it does not, nothing was moved.
    public var passes: Bool
  }

  /// - Parameter values: A column, one value a city.
  public static func treat(_ values: [Double?], _ choice: Method.Outliers) -> Result {
    if passes(values, choice) { return Result(values: values, moved: [], passes: true) }
    var treated = values
    var moved: [Int] = []
    for _ in 0..<choice.maximumPoints {
      let skewness = Distribution.skewness(treated.compactMap { $0 }) ?? 0
      guard let next = extreme(treated, isHigh: skewness > 0, except: moved) else { break }
      moved.append(next)
      let rest = treated.indices.filter { !moved.contains($0) }.compactMap { treated[$0] }
      guard let bound = skewness > 0 ? rest.max() : rest.min() else { break }
      for index in moved {
        guard let value = treated[index] else { continue }
        treated[index] = skewness > 0 ? min(value, bound) : max(value, bound)
      }
      if passes(treated, choice) {
        return Result(values: treated, moved: values.indices.filter { treated[$0] != values[$0] }, passes: true)
      }
    }
    return Result(values: values, moved: [], passes: false)
  }

  /// A distribution passes with little skewness or thin tails; one too short to judge passes as well.
  static func passes(_ values: [Double?], _ choice: Method.Outliers) -> Bool {
    let present = values.compactMap { $0 }
    guard let skewness = Distribution.skewness(present), let kurtosis = Distribution.kurtosis(present) else {
      return true
    }
    return abs(skewness) < choice.skewness || kurtosis < choice.kurtosis
  }

  private static func extreme(_ values: [Double?], isHigh: Bool, except moved: [Int]) -> Int? {
    let candidates = values.indices.filter { values[$0] != nil && !moved.contains($0) }
    return candidates.max { first, second in
      let (a, b) = (values[first] ?? 0, values[second] ?? 0)
      return a == b ? first > second : isHigh ? a < b : a > b
    }
  }
}
