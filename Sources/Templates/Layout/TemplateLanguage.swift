import Vocabulary

/// The languages that a template speaks. The usual one is both, Thai first: who fills and who answers questions may differ.
public enum TemplateLanguage: String, CaseIterable, Sendable {
  case thai = "th"
  case english = "en"
  case both

  /// - Parameter languages: Those that are spoken; none means that nobody knows, which is served by both.
  public init(_ languages: [Language]) {
    self = Set(languages).count == 1 ? (languages.first == .thai ? .thai : .english) : .both
  }

  /// The language of the large letters.
  var first: Language { self == .english ? .english : .thai }
  /// The language of the small ones, where there is one.
  var second: Language? { self == .both ? .english : nil }
}
