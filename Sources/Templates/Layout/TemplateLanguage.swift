import Vocabulary

/// The languages that a template speaks. The usual one is both, Thai first: who fills and who answers questions may differ.
public enum TemplateLanguage: String, CaseIterable, Sendable {
  case thai = "th"
  case english = "en"
  case both

  /// The language of the large letters.
  var first: Language { self == .english ? .english : .thai }
  /// The language of the small ones, where there is one.
  var second: Language? { self == .both ? .english : nil }
}
