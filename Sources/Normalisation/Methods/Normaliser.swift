/// Ways of bringing a column of values (one a city; nil where there is none) to a common scale.
///
/// More is always better in a column: `Favourable` turns values for which less is better, or a point, before they get here.
/// A missing value stays missing; a column without spread has no scores.
/// - Source: OECD/JRC Handbook (2008); COINr 1.1.14, whose functions of similar names give the same numbers.
public enum Normaliser {
  static func range(_ values: [Double?]) -> (low: Double, high: Double)? {
    let present = values.compactMap { $0 }
    guard let low = present.min(), let high = present.max(), low < high else { return nil }
    return (low, high)
  }
}
