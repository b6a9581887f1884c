/// The one line of `round.yaml` that says the round's state.
enum RoundState {
  /// The text with another state; comments, order and line ends stay.
  static func set(_ state: String, in text: String) -> String {
    let end = text.contains("\r\n") ? "\r\n" : "\n"
    var lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }.map(String.init)
    if let index = lines.firstIndex(where: { $0.prefixMatch(of: /state\s*:/) != nil }) {
      let comment = lines[index].firstMatch(of: /\s+#.*$/).map { String($0.output) } ?? ""
      lines[index] = "state: \(state)\(comment)"
    } else {
      // After the last line, whether the text ends with a line's end or not.
      if lines.last?.isEmpty == true { lines.removeLast() }
      lines += ["state: \(state)", ""]
    }
    return lines.joined(separator: end)
  }
}
