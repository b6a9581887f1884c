/// A language that `gnlc` speaks.
public enum Language: String, CaseIterable, Sendable, Codable {
  case english = "en"
  case thai = "th"

  /// The language printed small beside this one.
  public var other: Language { self == .english ? .thai : .english }
}

/// A text in every language of ``Language``. There is no way to make one that lacks a language.
public struct LocalizedText: Hashable, Sendable {
  public var english: String
  public var thai: String

  public init(english: String, thai: String) {
    self.english = english
    self.thai = thai
  }

  /// A name that is the same in every language, such as a code.
  public init(same text: String) {
    self.init(english: text, thai: text)
  }

  /// The text in a language.
  public subscript(language: Language) -> String {
    switch language {
    case .english: english
    case .thai: thai
    }
  }
}
