import Foundation

/// Where the workbooks of a round's last release are, by the digest of what decided their bytes.
struct WorkbookIndex: Codable {
  static let name = "workbooks"

  struct Entry: Codable {
    var release: String
    /// Below the release.
    var path: String
    var sha256: String
  }

  /// What wrote them.
  var program: String
  var workbooks: [String: Entry] = [:]

  /// - Returns: nil where there is none of this program, or it is damaged.
  static func read(_ path: String, program: String) -> WorkbookIndex? {
    guard let bytes = SealedFile.read(path),
      let index = try? JSONDecoder().decode(WorkbookIndex.self, from: Data(bytes)), index.program == program
    else { return nil }
    return index
  }

  func write(_ path: String) {
    guard let data = try? JSONEncoder().encode(self) else { return }
    SealedFile.write(Array(data), to: path)
  }
}
