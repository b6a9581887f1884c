import ArgumentParser
import Catalogue
import Rounds
import Vocabulary

struct MethodsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "methods",
    abstract: "List the methods of scoring and of judging progress; explain one.",
    discussion: """
      What the workspace's method.yaml chooses is marked with *. Documentation/Methods has an article on each.

      Examples:
        gnlc methods
        gnlc methods escap
        gnlc methods minmax --language th
        gnlc methods --json
      """)

  @Argument(help: "Name of a method.", completion: Completion.methods) var name: String?
  @OptionGroup var workspaceOption: WorkspaceOption
  @Option(help: "A programme whose own method.yaml is read.", completion: Completion.programmes) var programme: String?
  @OptionGroup var language: LanguageOption
  @Flag(help: "One JSON object a method, in both languages.") var json = false

  func run() throws {
    try reportingErrors {
      let catalogue = try workspaceOption.open().catalogue(programme: programme)
      var methods = catalogue.methodDescriptions
      if let name {
        methods = methods.filter { $0.id == name }
        guard !methods.isEmpty else {
          throw RoundsError.unknown(
            "method", name, among: catalogue.methodDescriptions.map(\.id), otherwise: "gnlc methods lists them all")
        }
      }
      if json {
        for method in methods { try Console.json(MethodRecord(method)) }
      } else if name != nil {
        for method in methods { explain(method, catalogue.texts) }
      } else {
        list(methods, catalogue.texts)
      }
    }
  }

  private func list(_ methods: [MethodDescription], _ texts: Texts) {
    for kind in MethodDescription.Kind.allCases {
      Console.output(texts.label("method.\(kind.rawValue)")[language.language])
      for method in methods where method.kind == kind {
        let mark = method.isChosen ? "*" : " "
        Console.output("\(mark) \(method.id)\t\(method.name[language.language])\t\(method.parameters.echoed)")
      }
    }
  }

  private func explain(_ method: MethodDescription, _ texts: Texts) {
    func word(_ key: String) -> String { texts.label("method.word.\(key)")[language.language] }
    let kind = texts.label("method.\(method.kind.rawValue)")[language.language]
    let chosen = method.isChosen ? " (\(word("chosen")))" : ""
    Console.output("\(method.id): \(method.name[language.language]) · \(kind)\(chosen)")
    Console.output("  \(method.what[language.language])")
    if method.isPeerRelative { Console.output("  \(word("peers")).") }
    Console.output("  \(word("formula")): \(method.formula[language.language])")
    Console.output("  \(word("source")): \(method.source[language.language])")
    if !method.parameters.isEmpty { Console.output("  \(word("parameters")): \(method.parameters.echoed)") }
  }
}

/// A method for machines.
struct MethodRecord: Encodable {
  struct Text: Encodable {
    var en: String
    var th: String

    init(_ text: LocalizedText) { (en, th) = (text.english, text.thai) }
  }

  var kind: String
  var id: String
  var name: Text
  var what: Text
  var formula: String
  var source: String
  var parameters: [String: String]
  var chosen: Bool
  var peerRelative: Bool

  init(_ method: MethodDescription) {
    kind = method.kind.rawValue
    id = method.id
    name = Text(method.name)
    what = Text(method.what)
    formula = method.formula.english
    source = method.source.english
    parameters = Dictionary(uniqueKeysWithValues: method.parameters.map { ($0.name, $0.value) })
    chosen = method.isChosen
    peerRelative = method.isPeerRelative
  }
}
