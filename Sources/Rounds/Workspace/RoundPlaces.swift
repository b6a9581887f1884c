import Catalogue

/// Where the definitions of a round stand: with the programme, or, once the round is frozen, in a folder of its own as they were then.
struct RoundPlaces: Sendable {
  let name: RoundName
  /// Whether the definitions are the round's own copies.
  let isFrozen: Bool

  init(_ name: RoundName, in workspace: Workspace) {
    self.name = name
    isFrozen = workspace.isFolder("\(name.inputs)/\(Self.frozenName)")
  }

  static let frozenName = "frozen"

  /// All paths are below the workspace.
  var folder: String { name.inputs }
  var frozen: String { "\(folder)/\(Self.frozenName)" }
  var roundFile: String { "\(folder)/round.yaml" }
  var programmeFile: String { "\(base)/programme.yaml" }
  var registry: String { "\(base)/cities.csv" }
  var targets: String { "\(base)/targets.csv" }
  /// The shared catalogue, then the programme's own additions. Texts are never frozen.
  var catalogue: [String] {
    isFrozen ? ["\(frozen)/Indicators", "Indicators/texts", "\(base)/catalogue"] : ["Indicators", "\(base)/catalogue"]
  }

  private var base: String { isFrozen ? frozen : "Inputs/\(name.programme)" }
}
