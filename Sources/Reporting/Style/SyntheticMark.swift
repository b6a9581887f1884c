import Catalogue
import Vocabulary

/// What every page and every table of invented data says, in both languages at once.
enum SyntheticMark {
  static func text(_ texts: Texts) -> String {
    let label = texts.label("synthetic")
    return "\(label.english) · \(label.thai)"
  }
}
