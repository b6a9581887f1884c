import Vocabulary

extension Texts {
  /// What the texts are known by: codes of findings, then keys of labels, each sorted.
  public var names: [String] { findings.keys.map(\.description).sorted() + reports.keys.sorted() }

  /// Names of texts that the program uses and these lack. A workspace has a copy of its own, which is none of
  /// an upgrade's business; where it is older than the program, pages would show a name in place of a text.
  public var missing: [String] {
    let known = Set(names)
    return RequiredTexts.names.filter { !known.contains($0) }
  }

  /// What ``missing`` says to a person; nil where nothing is missing.
  public var whatIsMissing: String? {
    let missing = missing
    guard !missing.isEmpty else { return nil }
    let more = missing.count > 5 ? ", …" : ""
    return "Indicators/texts lacks texts that this version uses (\(missing.count)): "
      + missing.prefix(5).joined(separator: ", ") + more
  }

  /// How to get them.
  public static let cureOfMissing =
    "copy the texts that came with the program: cp /usr/share/gnlc/Indicators/texts/*.yaml Indicators/texts/"
}
