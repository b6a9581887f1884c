/// Which rows a rule is for: every condition must hold.
///
///     where: {"{indicator}": "8-5-1", Units: [Residents, Workplaces]}
///
/// A name in braces is what the file pattern caught, any other name is a column.
struct RowConditions: Sendable {
  struct Condition: Sendable {
    var name: String
    var texts: Set<String>
  }

  private let captured: [Condition]
  /// Conditions on columns, their names as the mapping writes them.
  let columns: [Condition]

  init(_ conditions: [Condition]) {
    captured = conditions.compactMap { condition in
      Self.captureName(condition.name).map { Condition(name: $0, texts: condition.texts) }
    }
    columns = conditions.filter { Self.captureName($0.name) == nil }
  }

  /// Names of the captures that the conditions look at.
  var captureNames: [String] { captured.map(\.name) }

  /// Whether a file can have such rows at all.
  func canHold(inFileWith captures: [String: String]) -> Bool {
    captured.allSatisfy { $0.texts.contains(captures[$0.name] ?? "") }
  }

  private static func captureName(_ name: String) -> String? {
    guard name.hasPrefix("{"), name.hasSuffix("}"), name.count > 2 else { return nil }
    return String(name.dropFirst().dropLast())
  }
}
