import Catalogue
import Vocabulary

/// Which rounds are meant by the names on a command line.
public struct RoundSelection: Sendable {
  let workspace: Workspace

  public init(workspace: Workspace) {
    self.workspace = workspace
  }

  /// - Parameter names: `programme/round`, a programme for its open rounds, or nothing for every open round.
  /// - Throws: `noInput` where a name leads nowhere, with the nearest that does.
  public func resolve(_ names: [String]) throws(RoundsError) -> [RoundName] {
    try requireInputs()
    if names.isEmpty {
      var open: [RoundName] = []
      for programme in workspace.programmes { open += try openRounds(of: programme) }
      guard !open.isEmpty else {
        let names = try all([]).map(\.description)
        throw RoundsError(
          .noInput, "no round is open",
          cure: names.isEmpty
            ? "gnlc init starts one"
            : "name one of \(names.joined(separator: ", ")), or open one: gnlc round open \(names[0])")
      }
      return open
    }
    var resolved: [RoundName] = []
    for name in names { resolved += try resolve(name) }
    return resolved
  }

  /// Rounds in any state: those named, all of the programmes named, or all of the workspace.
  public func all(_ names: [String]) throws(RoundsError) -> [RoundName] {
    try requireInputs()
    let names = names.isEmpty ? workspace.programmes : names
    var found: [RoundName] = []
    for name in names {
      if name.contains("/") {
        found += try resolve(name)
      } else {
        guard workspace.programmes.contains(name) else {
          throw .unknown("programme", name, among: workspace.programmes)
        }
        found += try workspace.rounds(of: name).map { RoundName(programme: name, round: $0) }
      }
    }
    return found
  }

  /// The one round named `programme/round`.
  public func one(_ name: String) throws(RoundsError) -> RoundName {
    guard name.contains("/"), let found = try resolve(name).first else {
      throw RoundsError(.noInput, "\(name) is no round", cure: "name it as programme/round, such as demo/2026")
    }
    return found
  }

  private func requireInputs() throws(RoundsError) {
    guard !workspace.hasInputs else { return }
    throw RoundsError(
      .noInput, "\(workspace.root) has a catalogue, but no folder Inputs, so there is no round",
      cure: "go into a workspace or name one with --workspace; gnlc demo --out FOLDER makes one to start from")
  }

  private func resolve(_ name: String) throws(RoundsError) -> [RoundName] {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard let programme = parts.first, workspace.programmes.contains(programme) else {
      throw .unknown("programme", parts.first ?? "", among: workspace.programmes)
    }
    guard parts.count == 2 else {
      let open = try openRounds(of: programme)
      guard !open.isEmpty else {
        throw RoundsError(
          .noInput, "the programme \(programme) has no open round",
          cure: "name the round, \(programme)/<round>, or open one: gnlc round open \(programme)/<round>")
      }
      return open
    }
    let rounds = try workspace.rounds(of: programme)
    guard rounds.contains(parts[1]) else { throw .unknown("round of \(programme)", parts[1], among: rounds) }
    return [RoundName(programme: programme, round: parts[1])]
  }

  /// A round whose file has faults is among them: its own run tells of them, and keeps no other from being run.
  private func openRounds(of programme: String) throws(RoundsError) -> [RoundName] {
    try workspace.rounds(of: programme).map { RoundName(programme: programme, round: $0) }
      .filter { state(of: $0) ?? .open == .open }
  }

  private func state(of name: RoundName) -> Round.State? {
    (try? workspace.text(of: name.file)).flatMap { try? Round.load(CatalogueFile(path: name.file, text: $0)).state }
  }
}
