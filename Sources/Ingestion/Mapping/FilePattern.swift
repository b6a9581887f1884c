/// A path below the source's folder with `*` for any text and `{name}` for text to be caught, neither crossing a `/`.
public struct FilePattern: Sendable {
  private enum Piece: Sendable {
    case literal(String)
    case any(name: String?)
  }

  public let text: String
  private let pieces: [Piece]

  init(_ text: String) {
    self.text = text
    var pieces: [Piece] = []
    var literal = ""
    var rest = Substring(text)
    while let character = rest.popFirst() {
      if character == "*" {
        pieces += [.literal(literal), .any(name: nil)]
        literal = ""
      } else if character == "{", let close = rest.firstIndex(of: "}") {
        pieces += [.literal(literal), .any(name: String(rest[..<close]))]
        literal = ""
        rest = rest[rest.index(after: close)...]
      } else {
        literal.append(character)
      }
    }
    pieces.append(.literal(literal))
    self.pieces = pieces
  }

  /// The names of what it catches.
  var captureNames: Set<String> {
    pieces.reduce(into: []) { names, piece in
      if case .any(let name?) = piece { names.insert(name) }
    }
  }

  /// The caught texts, or nil where the path does not match.
  public func match(_ path: String) -> [String: String]? {
    match(path[...], 0)
  }

  private func match(_ path: Substring, _ index: Int) -> [String: String]? {
    guard index < pieces.count else { return path.isEmpty ? [:] : nil }
    switch pieces[index] {
    case .literal(let text):
      guard path.hasPrefix(text) else { return nil }
      return match(path.dropFirst(text.count), index + 1)
    case .any(let name):
      var end = path.startIndex
      while true {
        if var caught = match(path[end...], index + 1) {
          if let name { caught[name] = String(path[..<end]) }
          return caught
        }
        guard end < path.endIndex, path[end] != "/" else { return nil }
        end = path.index(after: end)
      }
    }
  }

  /// `text` with every `{name}` replaced by what was caught.
  static func fill(_ text: String, _ captures: [String: String]) -> String {
    captures.reduce(text) { $0.replacing("{\($1.key)}", with: $1.value) }
  }
}
