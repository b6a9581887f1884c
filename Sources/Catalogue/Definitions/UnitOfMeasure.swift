import Vocabulary

/// A unit of measure: how figures are printed, and which formulas may result in it.
public struct UnitOfMeasure: Sendable {
  /// How a unit behaves: whether figures add up, and whether changes are told in points or per cent.
  public enum Kind: String, CaseIterable, Sendable {
    /// Whole things or persons; changes are told in per cent.
    case count
    /// A quantity on an open scale: money, tonnes, hours, a number per 100,000; changes in per cent.
    case amount
    /// Per cent; changes in percentage points.
    case rate
    /// A pure number such as a parity index; changes in its own unit.
    case index
    /// An expert rating on the scale 1 to 4; changes in steps.
    case rating
    /// Yes (1) or no (0).
    case flag
  }

  /// What a formula divides to arrive at this unit.
  public struct Ratio: Sendable {
    /// What may stand above or below the line.
    public enum Operand: Hashable, Sendable {
      case any
      /// The same quantity above and below.
      case same
      case quantity(String)
    }
    public var numerator: Operand
    public var denominator: Operand
    public var factor: Double
  }

  public var id: String
  /// As printed beside a number: `%`, `คน`.
  public var label: LocalizedText
  public var name: LocalizedText
  public var kind: Kind
  /// Decimals of published values.
  public var decimals: Int
  /// What is counted or measured, where the unit can stand in a formula.
  public var quantity: String?
  public var ratio: Ratio?
}
