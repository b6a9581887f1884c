import Foundation

/// What the argument parser says of a command: what `gnlc --experimental-dump-help` prints.
struct CommandInfo: Decodable {
  struct Argument: Decodable, Equatable {
    struct Name: Decodable, Equatable {
      var kind: String
      var name: String

      var typed: String { kind == "long" ? "--\(name)" : "-\(name)" }
    }

    var kind: String
    var shouldDisplay: Bool
    var isOptional: Bool
    var isRepeating: Bool
    var names: [Name]?
    var valueName: String?
    var defaultValue: String?
    var abstract: String?
    var discussion: String?

    var isPositional: Bool { kind == "positional" }
    var takesValue: Bool { kind != "flag" }
    var value: String { valueName ?? "value" }
  }

  private struct Tool: Decodable {
    var command: CommandInfo
  }

  var commandName: String
  var shouldDisplay: Bool
  var abstract: String?
  var discussion: String?
  var subcommands: [CommandInfo]?
  var arguments: [Argument]?

  init(dumped json: String) throws {
    self = try JSONDecoder().decode(Tool.self, from: Data(json.utf8)).command
  }

  /// Those that a person sees; `help` explains itself.
  var shown: [CommandInfo] { (subcommands ?? []).filter { $0.shouldDisplay && $0.commandName != "help" } }

  var shownArguments: [Argument] { (arguments ?? []).filter(\.shouldDisplay) }
}
