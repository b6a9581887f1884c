import ArgumentParser
import Vocabulary

/// A command that does not exist where one with a similar name does.
struct Misspelling {
  var word: String
  /// The whole command that was probably meant.
  var meant: String

  /// - Returns: nil where every word that should name a command does, or nothing similar exists.
  init?(_ arguments: some Sequence<String>, of root: any ParsableCommand.Type) {
    var command = root
    var path = name(root)
    for word in arguments {
      let known = command.configuration.subcommands
      guard !known.isEmpty, !word.hasPrefix("-") else { return nil }
      if let next = known.first(where: { name($0) == word }) {
        command = next
        path += " \(word)"
        continue
      }
      guard word != "help", let near = word.nearest(in: known.map(name)) else { return nil }
      self.word = word
      meant = "\(path) \(near)"
      return
    }
    return nil
  }

  var text: String { "no command is called \(word); one with a similar name exists: \(meant)" }
}

/// As it is typed: its own where it has one, else its type's in lower case.
private func name(_ command: any ParsableCommand.Type) -> String { command._commandName }
