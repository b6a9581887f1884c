/// `SHA256SUMS`, as `sha256sum` writes and checks it.
struct Checksums {
  static let name = "SHA256SUMS"

  /// In byte order of their paths.
  var entries: [(path: String, sha256: String)]

  var text: String { entries.map { "\($0.sha256)  \($0.path)\n" }.joined() }

  init(_ entries: [(path: String, sha256: String)]) {
    self.entries = entries.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// - Returns: The first line that is none as the second value.
  static func parse(_ text: String) -> (sums: Checksums, fault: String?) {
    var entries: [(path: String, sha256: String)] = []
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 1)
      guard parts.count == 2, parts[0].count == 64, parts[1].count > 1 else {
        return (Checksums(entries), String(line))
      }
      entries.append((String(parts[1].dropFirst()), String(parts[0])))
    }
    return (Checksums(entries), nil)
  }
}
