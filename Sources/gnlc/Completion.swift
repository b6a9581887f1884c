import ArgumentParser
import Catalogue
import Rounds
import Validation
import Vocabulary

/// What a shell offers when a person presses the tabulator key: the ids of the workspace that the line would work on.
///
/// A workspace that is not there or has faults offers nothing; the command itself tells why.
enum Completion {
  /// `programme/round`, and programmes, which stand for all of their open rounds.
  static let rounds = CompletionKind.custom { words, _, _ in
    offer(words) { workspace in workspace.programmes + roundNames(workspace) }
  }

  static let oneRound = CompletionKind.custom { words, _, _ in offer(words) { roundNames($0) } }

  static let programmes = CompletionKind.custom { words, _, _ in offer(words) { $0.programmes } }

  /// Cities of the programmes that the line names; of all where it names none.
  static let cities = CompletionKind.custom { words, _, _ in offer(words) { cityIDs($0, words) } }

  static let frameworks = CompletionKind.custom { words, _, _ in
    offer(words) { try $0.catalogue().frameworks.map(\.id) }
  }

  static let definitions = CompletionKind.custom { words, _, _ in
    offer(words) { workspace in
      let catalogue = try workspace.catalogue()
      return catalogue.indicators.map(\.id) + catalogue.variables.filter { $0.rateOf == nil }.map(\.id)
    }
  }

  static let methods = CompletionKind.custom { words, _, _ in
    // "none" is a choice of several kinds.
    offer(words) { Set(try $0.catalogue().methodDescriptions.map(\.id)).sorted() }
  }

  /// Of `explain`: a finding or a city, then an indicator, then a year.
  static let subjects = CompletionKind.custom { words, position, _ in
    offer(words) { workspace in
      let before = words.prefix(position).drop { $0 != "explain" }.dropFirst().filter { !$0.hasPrefix("-") }
      switch before.count {
      case 0:
        return cityIDs(workspace, words) + RuleCatalogue(try workspace.catalogue()).entries.map(\.code.description)
      case 1: return try workspace.catalogue().indicators.map(\.id)
      default: return referenceYears(workspace)
      }
    }
  }

  private static func offer(_ words: [String], _ names: (Workspace) throws -> [String]) -> [String] {
    guard let workspace = try? WorkspaceOption.open(value(of: "--workspace", in: words)) else { return [] }
    return (try? names(workspace)) ?? []
  }

  private static func value(of option: String, in words: [String]) -> String? {
    if let joined = words.last(where: { $0.hasPrefix("\(option)=") }) {
      return String(joined.dropFirst(option.count + 1))
    }
    guard let place = words.lastIndex(of: option), words.indices.contains(place + 1) else { return nil }
    return words[place + 1]
  }

  private static func roundNames(_ workspace: Workspace) -> [String] {
    workspace.programmes.flatMap { programme in
      ((try? workspace.rounds(of: programme)) ?? []).map { "\(programme)/\($0)" }
    }
  }

  private static func referenceYears(_ workspace: Workspace) -> [String] {
    let names = try? RoundSelection(workspace: workspace).all([])
    let years = (names ?? []).compactMap { try? RoundStatus($0, in: workspace).referenceYear }
    return Set(years).sorted().map(String.init)
  }

  private static func cityIDs(_ workspace: Workspace, _ words: [String]) -> [String] {
    let named = workspace.programmes.filter { programme in
      words.contains { $0 == programme || $0.hasPrefix("\(programme)/") }
    }
    return (named.isEmpty ? workspace.programmes : named).flatMap { (try? workspace.cities(of: $0)) ?? [] }
  }
}
