import Catalogue
import Vocabulary

/// What rules found.
struct RuleReport {
  private(set) var findings: [Finding] = []
  /// Indices of observations that an error holds back.
  private(set) var held: Set<Int> = []

  /// - Parameters:
  ///   - index: The observation that the finding points at. A note beside it explains a warning away: it becomes information.
  ///   - involved: All observations that an error holds back.
  mutating func add<Finder: Rule>(
    _ rule: Finder, at index: Int, in round: RoundObservations, holding involved: [Int] = [],
    _ details: [String: String] = [:]
  ) {
    // What an earlier round said was told then.
    guard round.isOwn(index) else { return }
    var finding = Finding(Finder.code, at: round.origin(of: index), details)
    let severity = round.plan.catalogue.texts.severity(of: Finder.code)
    if round.set.observations[index].note != 0 {
      switch Finder.noteEffect {
      case .explainsWarnings: finding.isExplained = severity == .warning
      case .explainsErrors: finding.isExplained = true
      case .none: break
      }
    }
    if severity == .error, !finding.isExplained { held.formUnion(involved.isEmpty ? [index] : involved) }
    findings.append(finding)
  }
}
