import Vocabulary

/// A method that `method.yaml` can choose, in words: what it does, its formula, where that comes from.
public struct MethodDescription: Sendable {
  /// The question that a method answers.
  public enum Kind: String, CaseIterable, Sendable {
    case progress, normalisation, aggregation, outliers, imputation, screening, equity, robustness
  }

  public var kind: Kind
  /// As in `method.yaml`.
  public var id: String
  public var name: LocalizedText
  public var what: LocalizedText
  public var formula: LocalizedText
  public var source: LocalizedText
  /// As the catalogue sets them, or as they would stand.
  public var parameters: [MethodParameter]
  /// Whether the catalogue uses it; of the methods of progress, whether it is listed.
  public var isChosen: Bool
  /// Whether scores by it move when other cities do.
  public var isPeerRelative: Bool
}

extension Catalogue {
  /// Every method there is, kind by kind, in the order of the documentation.
  public var methodDescriptions: [MethodDescription] {
    MethodDescription.Kind.allCases.flatMap { kind in choices(of: kind) }
  }

  private func choices(of kind: MethodDescription.Kind) -> [MethodDescription] {
    switch kind {
    case .progress:
      Method.ProgressMethod.allCases.map {
        description(
          kind, $0.rawValue, method.progress.parameters(of: $0), isChosen: method.progress.methods.contains($0),
          isPeerRelative: $0 == .oecd)
      }
    case .normalisation:
      Method.Normalisation.Name.allCases.map {
        description(
          kind, $0.rawValue, method.normalisation.parameters(of: $0), isChosen: method.normalisation.name == $0,
          isPeerRelative: $0.isPeerRelative)
      }
    case .aggregation:
      Method.Aggregation.Name.allCases.map {
        description(
          kind, $0.rawValue, method.aggregation.parameters(of: $0), isChosen: method.aggregation.name == $0,
          isPeerRelative: $0 == .copeland)
      }
    case .outliers:
      [
        description(kind, "none", [], isChosen: method.outliers == nil),
        description(
          kind, "winsorise", (method.outliers ?? .init()).parameters, isChosen: method.outliers != nil,
          isPeerRelative: true),
      ]
    case .imputation:
      [description(kind, "none", [], isChosen: method.imputation == nil)]
        + Method.Imputation.Name.allCases.map {
          let choice = Method.Imputation(name: $0, group: method.imputation?.group ?? .all)
          return description(
            kind, $0.rawValue, choice.parameters, isChosen: method.imputation?.name == $0,
            isPeerRelative: $0.isPeerRelative)
        }
    case .screening:
      [
        description(kind, "none", [], isChosen: method.screening == nil),
        description(
          kind, "availability", (method.screening ?? .init(minimumAvailability: 0)).parameters,
          isChosen: method.screening != nil),
      ]
    case .equity:
      [
        ("parity", method.equity.referenceParameters + method.equity.parameters.prefix(1)),
        ("gap", method.equity.referenceParameters + method.equity.parameters.dropFirst().prefix(1)),
        ("dispersion", method.equity.dispersionParameters), ("left_behind", Array(method.equity.parameters.suffix(1))),
      ].map { description(kind, $0.0, $0.1, isChosen: true) }
    case .robustness:
      [
        description(kind, "none", [], isChosen: method.robustness == nil),
        description(
          kind, "rank_intervals", (method.robustness ?? .init()).parameters, isChosen: method.robustness != nil,
          isPeerRelative: true),
      ]
    }
  }

  private func description(
    _ kind: MethodDescription.Kind, _ id: String, _ parameters: [MethodParameter], isChosen: Bool,
    isPeerRelative: Bool = false
  ) -> MethodDescription {
    func text(_ part: String) -> LocalizedText { texts.label("method.\(kind.rawValue).\(id).\(part)") }
    return MethodDescription(
      kind: kind, id: id, name: text("name"), what: text("what"), formula: text("formula"), source: text("source"),
      parameters: parameters, isChosen: isChosen, isPeerRelative: isPeerRelative)
  }
}
