import Catalogue
import Vocabulary

/// Something that a round wants to know of a city: an indicator, and what it takes to compute it.
public struct AskedMeasure: Sendable {
  public var indicator: IndicatorID
  /// It takes all of them.
  public var variables: [VariableID]
  /// The result itself, which may be reported instead.
  public var readyMade: VariableID?

  /// Whether a city that speaks of these variables has answered it.
  public func isAnswered(by known: Set<VariableID>) -> Bool {
    variables.allSatisfy(known.contains) || readyMade.map(known.contains) ?? false
  }
}

extension Catalogue {
  /// Frameworks that every round asks for, beside its own.
  private static let alwaysAsked = ["sdg4", "mechanisms", "city-administrator"]

  /// The frameworks that a round asks for, its own first.
  func frameworksAsked(in framework: String) -> [Framework] {
    ([framework] + Self.alwaysAsked.filter { $0 != framework }).compactMap { self.framework($0) }
  }

  /// What a round with a framework of its own asks for, in the order of the form. Indicators that are computed from the same variables
  /// stand once.
  public func measuresAsked(in framework: String) -> [AskedMeasure] {
    var seen: Set<[VariableID]> = []
    var measures: [AskedMeasure] = []
    for framework in frameworksAsked(in: framework) {
      for node in framework.nodes(atDepth: 0) {
        for indicator in framework.indicators(under: node) {
          let measure = measureAsked(by: indicator)
          if seen.insert(measure.variables).inserted { measures.append(measure) }
        }
      }
    }
    return measures
  }

  private func measureAsked(by indicator: IndicatorID) -> AskedMeasure {
    switch self[indicator].computation {
    case .parity(let base, _, _, _, _), .gap(let base, _, _, _): measureAsked(by: base)
    // Reviewers and their spread tell how sure a rating is.
    case .rating(let variable, _, _): AskedMeasure(indicator: indicator, variables: [variable])
    case .ratio(_, _, _, let ready):
      AskedMeasure(indicator: indicator, variables: variablesAsked(by: indicator), readyMade: ready)
    case .reported, .distribution: AskedMeasure(indicator: indicator, variables: variablesAsked(by: indicator))
    }
  }

  /// The variables that an indicator is computed from, the whole before its part: questions say "of these".
  func variablesAsked(by indicator: IndicatorID) -> [VariableID] {
    switch self[indicator].computation {
    case .ratio(let numerator, let denominator, _, _): denominator + numerator
    case .reported(let variable), .distribution(let variable, _): [variable]
    case .rating(let variable, let reviewers, let spread): [variable, reviewers] + (spread.map { [$0] } ?? [])
    case .parity(let base, _, _, _, _), .gap(let base, _, _, _): variablesAsked(by: base)
    }
  }
}
