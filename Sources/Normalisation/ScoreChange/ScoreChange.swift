import Catalogue
import Vocabulary

/// How a score came from one round to the next, cause by cause.
public struct ScoreChange: Sendable {
  /// What moves a score. In the order in which a reader wants them.
  public enum Cause: String, CaseIterable, Sendable {
    /// The figures of a later year.
    case newData = "new_data"
    /// What is said today of the year that the last round stood for.
    case revisedData = "revised_data"
    /// Formulas, normalisation, weights, aggregation, the framework's structure.
    case method
    /// The bounds, ideals and targets that values are measured against.
    case goalposts
    /// Figures that stand in for missing ones, in either round.
    case imputation
    /// Indicators that were scored in one of the two rounds only.
    case coverage
  }

  /// What a score is of: a whole framework, a part of it, or an indicator.
  public enum Subject: Hashable, Sendable {
    case overall(framework: Int)
    /// Positions in `Catalogue/frameworks` and `Framework/nodes` of this round.
    case node(framework: Int, node: Int)
    case indicator(IndicatorID)
  }

  /// The causes in the order in which they are let in, one after the other. Imputation and coverage come twice: what left at the
  /// start, what joined at the end, so that all between is told of the indicators that both rounds have.
  static let order: [Cause] = [
    .imputation, .coverage, .method, .goalposts, .revisedData, .newData, .imputation, .coverage,
  ]

  public var city: CityID
  public var subject: Subject
  /// As the last round published it; nil where it had none.
  public var before: Double?
  /// As this round publishes it.
  public var after: Double?
  /// The score before, then after each cause was let in; empty where either round has no score.
  var steps: [Double]

  /// The parts of the change, in whole units of the last published decimal: they sum to the change of the rounded scores exactly,
  /// since each part is the difference of two rounded scores.
  /// - Parameter rounded: The score in those units: 592 for 59.2.
  public func parts(rounded: (Double) -> Int) -> [Cause: Int]? {
    guard !steps.isEmpty else { return nil }
    let units = steps.map(rounded)
    var parts: [Cause: Int] = [:]
    for (index, cause) in Self.order.enumerated() { parts[cause, default: 0] += units[index + 1] - units[index] }
    return parts
  }

  /// The unrounded parts.
  public var parts: [Cause: Double]? {
    guard !steps.isEmpty else { return nil }
    var parts: [Cause: Double] = [:]
    for (index, cause) in Self.order.enumerated() { parts[cause, default: 0] += steps[index + 1] - steps[index] }
    return parts
  }
}
