import Vocabulary

/// What is computed from variables, with its meaning, its direction and its scale.
public struct Indicator: Sendable {
  public var id: String
  /// The measurement's id in the framework that it comes from (`1.1.1-a`, `4.1.2.upp`).
  public var code: String
  public var label: LocalizedText
  public var definition: LocalizedText
  /// Index of the unit in ``Catalogue/units``.
  public var unit: Int
  public var direction: Direction
  public var computation: Computation
  public var scale: ScoreScale
  public var evidence: EvidenceKind
  /// Codes of the list `benefit_levels`.
  public var benefits: [String]
  /// Code of the list `strands`.
  public var strand: String?
  /// Targets of the 2030 Agenda that the measure speaks to; an attribute, not a framework position.
  public var sdgTargets: [String]
  public var frequency: Frequency
  public var attestation: Attestation
  public var place: SourceLine
}

/// Which way is better. Always said, never a default.
public enum Direction: String, CaseIterable, Sendable {
  case increase
  case decrease
  /// Best at a point, worse to both sides: parity, women's share of seats.
  case ideal
  /// A context figure: no way is better.
  case none
}

/// How an indicator's value comes about.
public enum Computation: Sendable, Hashable {
  /// factor · Σ numerator / Σ denominator; the factor is the unit's.
  case ratio(numerator: [VariableID], denominator: [VariableID], factor: Double, ready: VariableID)
  /// A figure taken as reported.
  case reported(VariableID)
  /// The mean rating of reviewers on the scale 1–4.
  case rating(VariableID, reviewers: VariableID, spread: VariableID?)
  /// One group's value over the other's (UNESCO: disadvantaged group above).
  case parity(IndicatorID, dimension: String, of: String, to: String, adjusted: Bool)
  /// One group's value minus the other's, in percentage points.
  case gap(IndicatorID, dimension: String, of: String, to: String)
  /// Each category's share of the total, in per cent.
  case distribution(VariableID, over: String)
}

/// How a value becomes a score from 0 to 100.
public enum ScoreScale: Sendable, Hashable {
  /// Fixed goalposts in the indicator's unit, low < high; the direction decides which end is best.
  case goalposts(low: Double, high: Double)
  /// Goalposts on the logarithm, for wide positive ranges; 0 < low < high.
  case logGoalposts(low: Double, high: Double)
  /// Best at `ideal`, 0 at `worst` and at the same distance on the other side.
  case ideal(Double, worst: Double)
  /// Expert rating: (x − 1)/3.
  case rating
  case none
}

/// Where a definition comes from, and whether anybody compared it with the document.
public struct Attestation: Sendable, Hashable {
  /// How sure the substance of an entry is, whoever wrote it down.
  public enum Confidence: String, CaseIterable, Sendable {
    case high, medium, low
  }
  public var document: String
  public var verified: Bool
  public var confidence: Confidence?
  public var note: LocalizedText?
}
