import ArgumentParser
import Catalogue
import Rounds
import Vocabulary

struct CatalogueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "catalogue",
    abstract: "Check, list and show what is measured.",
    discussion: """
      Examples:
        gnlc catalogue check
        gnlc catalogue list --framework key-features --language th
        gnlc catalogue show adult_literacy_rate
      """,
    subcommands: [CatalogueCheck.self, CatalogueList.self, CatalogueShow.self])
}

struct CatalogueCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Tell every fault of the catalogue at once, with file and line.",
    discussion: """
      With --programme, that programme's own catalogue folder is read on top.

      Examples:
        gnlc catalogue check
        gnlc catalogue check --programme demo
      """)

  @OptionGroup var workspaceOption: WorkspaceOption
  @Option(help: "A programme whose additions are checked too.", completion: Completion.programmes) var programme:
    String?

  func run() throws {
    try reportingErrors {
      let workspace = try workspaceOption.open()
      let files = try workspace.catalogueFiles(programme: programme)
      let outcome = CatalogueLoader.load(files)
      for fault in outcome.faults { Console.output(fault.description) }
      guard let catalogue = outcome.catalogue, outcome.faults.isEmpty else {
        Console.message("\(outcome.faults.count) faults in \(files.count) files")
        throw ExitCode(.configuration)
      }
      if let missing = catalogue.texts.whatIsMissing {
        Console.output(missing)
        Console.message(Texts.cureOfMissing)
        throw ExitCode(.configuration)
      }
      let nodes = catalogue.frameworks.map { "\($0.id) (\($0.nodes.count) nodes)" }.joined(separator: ", ")
      Console.output(
        """
        no faults in \(files.count) files: \(catalogue.variables.filter { $0.rateOf == nil }.count) variables, \
        \(catalogue.indicators.count) indicators, \(catalogue.texts.findings.count) findings, frameworks \(nodes)
        """)
      for indicator in catalogue.unlistedIndicators {
        Console.output("\(indicator) stands in no framework: it counts nowhere, and no form asks for it")
      }
      guard programme == nil else { return }
      let others = workspace.programmes.filter(workspace.hasOwnCatalogue)
      if !others.isEmpty {
        Console.output(
          "not looked at, since a programme's own: \(others.map { "--programme \($0)" }.joined(separator: ", "))")
      }
    }
  }
}

struct CatalogueList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List a framework as a tree, or all indicators or variables.",
    discussion: """
      Examples:
        gnlc catalogue list
        gnlc catalogue list --framework key-features
        gnlc catalogue list --variables
      """)

  @OptionGroup var workspaceOption: WorkspaceOption
  @Option(help: "Id of a framework.", completion: Completion.frameworks) var framework: String?
  @Option(help: "A programme whose additions are listed too.", completion: Completion.programmes) var programme: String?
  @Flag(help: "List variables instead of indicators.") var variables = false
  @OptionGroup var language: LanguageOption

  func run() throws {
    try reportingErrors {
      let catalogue = try workspaceOption.open().catalogue(programme: programme)
      if let framework { return try list(framework, of: catalogue) }
      if variables {
        for variable in catalogue.variables where variable.rateOf == nil {
          Console.output("\(variable.id)\t\(catalogue.units[variable.unit].id)\t\(variable.label[language.language])")
        }
      } else {
        for indicator in catalogue.indicators {
          Console.output("\(indicator.id)\t\(indicator.code)\t\(indicator.label[language.language])")
        }
      }
    }
  }

  private func list(_ id: String, of catalogue: Catalogue) throws {
    guard let framework = catalogue.framework(id) else {
      throw RoundsError.unknown("framework", id, among: catalogue.frameworks.map(\.id))
    }
    for node in framework.nodes {
      let indent = String(repeating: "  ", count: node.depth)
      Console.output("\(indent)\(node.code)  \(node.label[language.language])")
      for indicator in node.indicators {
        Console.output("\(indent)    · \(catalogue[indicator].id)  \(catalogue[indicator].label[language.language])")
      }
      if let reason = node.notForCity { Console.output("\(indent)    – \(reason[language.language])") }
    }
    let levels = framework.levels.enumerated().map { depth, name in
      "\(framework.nodes(atDepth: depth).count) \(name)s"
    }
    Console.output(
      "\(framework.label[language.language]): \(levels.joined(separator: ", ")), \(framework.allIndicators.count) indicators"
    )
  }
}

struct CatalogueShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show an indicator, a variable or a framework's node.",
    discussion: """
      Examples:
        gnlc catalogue show adult_literacy_rate
        gnlc catalogue show literate_15plus
        gnlc catalogue show 2.1.1
      """)

  @Argument(help: "Id of an indicator or variable, or code of a node.", completion: Completion.definitions) var id:
    String
  @OptionGroup var workspaceOption: WorkspaceOption
  @Option(help: "A programme whose additions are known too.", completion: Completion.programmes) var programme: String?

  func run() throws {
    try reportingErrors {
      let catalogue = try workspaceOption.open().catalogue(programme: programme)
      guard let text = CatalogueDescription(catalogue: catalogue).describe(id) else {
        let known =
          catalogue.indicators.map(\.id) + catalogue.variables.map(\.id)
          + catalogue.frameworks.flatMap { $0.nodes.map(\.code) }
        throw RoundsError.unknown(
          "indicator, variable or node", id, among: known, otherwise: "gnlc catalogue list shows all ids")
      }
      Console.output(text)
    }
  }
}
