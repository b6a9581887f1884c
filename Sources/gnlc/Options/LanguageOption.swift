import ArgumentParser
import Foundation
import Vocabulary

/// A language on the command line.
enum LanguageName: String, ExpressibleByArgument, CaseIterable {
  case en
  case th

  var language: Language { self == .en ? .english : .thai }
}

/// `--language`, else `GNLC_LANGUAGE`, else English. The locale decides nothing: what a job prints does not depend on who runs it.
struct LanguageOption: ParsableArguments {
  static let variable = "GNLC_LANGUAGE"

  @Option(
    name: .customLong("language"),
    help: ArgumentHelp(
      "Language of what is printed: en or th.", discussion: "Without it: $GNLC_LANGUAGE, else en.",
      valueName: "language"))
  private var name: LanguageName?

  func validate() throws {
    let set = Self.environment
    guard name != nil || set.isEmpty || LanguageName(rawValue: set) != nil else {
      throw ValidationError("\(Self.variable) is \(set), which is none of en and th")
    }
  }

  var language: Language { (name ?? LanguageName(rawValue: Self.environment) ?? .en).language }

  private static var environment: String { ProcessInfo.processInfo.environment[variable] ?? "" }
}
