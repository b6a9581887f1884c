import Vocabulary

/// A check with a code. One rule, one file; its doc comment and its examples are also its page in the documentation.
public protocol Rule: Sendable {
  /// The finding that the rule makes; severity and texts stand in the catalogue.
  static var code: FindingCode { get }
  static var noteEffect: NoteEffect { get }
  /// Figures that the rule leaves alone.
  static var passing: [RuleExample] { get }
  /// Figures that break it.
  static var failing: [RuleExample] { get }
}

extension Rule {
  public static var noteEffect: NoteEffect { .explainsWarnings }
}

/// What a note on the row does to a finding.
public enum NoteEffect: Sendable {
  case explainsWarnings
  /// An error that only wants a reason.
  case explainsErrors
  /// The note does not help, or is the problem.
  case none
}

/// A check of one city's observations against each other and the catalogue.
protocol CityRule: Rule {
  init()
  /// Looks at one city and tells what it found.
  func check(_ city: CityObservations, into report: inout RuleReport)
}

/// A check of one city's observations against the earlier round's.
protocol RevisionRule: Rule {
  init()
  func check(_ city: CityObservations, against earlier: EarlierObservations, into report: inout RuleReport)
}

/// A check that needs all cities at once.
protocol NetworkRule: Rule {
  init()
  func check(_ network: NetworkObservations, into report: inout RuleReport)
}
