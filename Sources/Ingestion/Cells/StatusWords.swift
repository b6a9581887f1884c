import Catalogue
import Vocabulary

/// Reads the status cell of a template: a line of its drop-down (`p เบื้องต้น · provisional`), its letter or its word alone, or the
/// letter of SDMX.
struct StatusWords {
  /// The words of the drop-down in every language, as ``Notation/comparable(_:)`` has them.
  private let meanings: [String: ObservationStatus]

  init(_ texts: Texts) {
    var meanings: [String: ObservationStatus] = [:]
    for (letter, status) in FormStatus.meanings {
      let label = texts.label("template.status.\(letter)")
      for word in [label.english, label.thai] { meanings[Notation.comparable(word)] = status }
    }
    self.meanings = meanings
  }

  enum Reading {
    case found(ObservationStatus?)
    case unknown
    /// A capital that the drop-down and SDMX understand differently: both readings.
    case ambiguous(ObservationStatus, ObservationStatus)
  }

  /// - Parameter text: Trimmed.
  func read(_ text: String) -> Reading {
    if text.isEmpty { return .found(nil) }
    if let status = FormStatus.meanings[text] { return .found(status) }
    if let code = ObservationStatus(code: text) {
      guard let letter = FormStatus.meanings[text.lowercased()], letter != code else { return .found(code) }
      return .ambiguous(letter, code)
    }
    if let status = meanings[Notation.comparable(text)] { return .found(status) }
    // With its word behind it a letter is the drop-down's, whatever its case.
    let words = text.split(whereSeparator: \.isWhitespace)
    guard words.count > 1, let letter = words.first?.lowercased(), letter.count == 1,
      let status = FormStatus.meanings[letter]
    else { return .unknown }
    return .found(status)
  }

  /// What a word of the drop-down means, alone or behind its letter in either case; nil for anything else, such as a letter alone.
  func status(ofWord text: String) -> ObservationStatus? {
    if let status = meanings[Notation.comparable(text)] { return status }
    let parts = text.split(maxSplits: 1, whereSeparator: \.isWhitespace)
    guard parts.count == 2, let status = FormStatus.meanings[parts[0].lowercased()] else { return nil }
    let words = parts[1].split(separator: "·").map { Notation.comparable(Notation.trimmed(String($0))) }
    return !words.isEmpty && words.allSatisfy { meanings[$0] == status } ? status : nil
  }
}
