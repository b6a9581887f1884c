extension Breakdown {
  /// Reads `age=Y15T24;sex=F`, as ``description`` writes it; nothing means the total.
  /// - Returns: nil where a part lacks its dimension or its code, or a dimension stands twice.
  public init?(text: String) {
    var parts: [Part] = []
    for piece in text.split(separator: ";") {
      guard let part = Part(text: piece), !parts.contains(where: { $0.dimension == part.dimension }) else { return nil }
      parts.append(part)
    }
    self.init(parts)
  }
}

extension Breakdown.Part {
  /// Reads `sex=F`. A space before either side is left out: people put one behind a semicolon.
  /// - Returns: nil where a side is missing.
  public init?(text: Substring) {
    let sides = text.split(separator: "=", maxSplits: 1).map { String($0.drop { $0 == " " }) }
    guard sides.count == 2, !sides[0].isEmpty, !sides[1].isEmpty else { return nil }
    self.init(dimension: sides[0], code: sides[1])
  }
}
