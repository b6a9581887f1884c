import ArgumentParser
import Vocabulary

/// A language on the command line.
enum LanguageName: String, ExpressibleByArgument, CaseIterable {
  case en
  case th

  var language: Language { self == .en ? .english : .thai }
}
