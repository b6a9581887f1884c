import Catalogue
import Vocabulary

extension UnitOfMeasure {
  /// Whether a measure's name says its unit already, as "Patents granted per 100,000 residents" does. One word is no proof: a name
  /// may have it in another sense.
  func isNamed(in name: LocalizedText) -> Bool {
    label.english.contains(" ") && name.english.contains(label.english)
  }
}
