import Catalogue
import Vocabulary

/// The stable name of a row: `literate_15plus`, or `literate_15plus|sex=F` for a part of it.
public struct TemplateCode: Hashable, Sendable, Comparable, CustomStringConvertible {
  public var variable: VariableID
  public var breakdown: Breakdown
  public let description: String

  init(variable: VariableID, breakdown: Breakdown, catalogue: Catalogue) {
    self.variable = variable
    self.breakdown = breakdown
    description = catalogue[variable].id + (breakdown.isTotal ? "" : "|\(breakdown)")
  }

  /// Reads a code as somebody's program or hand left it: case, spaces and invisible characters do not matter.
  /// - Returns: nil where the catalogue has no such variable, or the variable's dimensions no such part.
  public init?(_ text: String, catalogue: Catalogue) {
    let pieces = FoldedText.of(text).filter { !$0.isWhitespace }.split(separator: "|", omittingEmptySubsequences: false)
    guard let name = pieces.first, pieces.count <= 2, let variable = catalogue.variableID(String(name)) else {
      return nil
    }
    var parts: [Breakdown.Part] = []
    for piece in pieces.dropFirst().flatMap({ $0.split(separator: ";", omittingEmptySubsequences: false) }) {
      let sides = piece.split(separator: "=", omittingEmptySubsequences: false)
      guard sides.count == 2, let dimension = catalogue.dimension(String(sides[0])),
        !parts.contains(where: { $0.dimension == dimension.id })
      else { return nil }
      let known = dimension.list.codes.first { $0.id.lowercased() == sides[1] }?.id
      guard let code = known ?? (dimension.isOpen && !sides[1].isEmpty ? String(sides[1]) : nil) else { return nil }
      parts.append(Breakdown.Part(dimension: dimension.id, code: code))
    }
    self.init(variable: variable, breakdown: Breakdown(parts), catalogue: catalogue)
  }

  /// Whether it is a part that a city may report and nobody misses.
  public func isOptional(_ catalogue: Catalogue) -> Bool {
    breakdown.parts.contains { catalogue[variable].optionalDimensions.contains($0.dimension) }
  }

  public static func < (a: TemplateCode, b: TemplateCode) -> Bool { a.description < b.description }
}
