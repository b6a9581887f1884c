import Foundation
import Spreadsheets
import Testing

/// The XML of a workbook with every feature, part by part, against the files in `Golden/`.
///
/// Archives differ with the version of zlib; their parts do not. To record the parts anew, run once with
/// `GNLC_RECORD_GOLDEN=1`, look at the difference and commit it: while recording, the test fails.
@Suite struct GoldenPartsTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")
  /// The library's own text, the same in every file.
  static let constant = ["xl/theme/theme1.xml"]

  @Test func everyFeatureGivesTheRecordedParts() throws {
    let scratch = try ScratchFolder()
    let path = scratch.path("sample.xlsx")
    try XLSXWriter.write(SampleWorkbook.workbook, toPath: path)
    let names = try Parts.names(of: path).filter { !Self.constant.contains($0) }
    var parts: [String: String] = [:]
    for name in names { parts[name] = Self.oneTagALine(try Parts.text(name, of: path)) }

    if ProcessInfo.processInfo.environment["GNLC_RECORD_GOLDEN"] != nil {
      try record(parts)
      Issue.record("recorded \(parts.count) parts; run again without GNLC_RECORD_GOLDEN")
      return
    }
    #expect(try recordedNames() == names.sorted())
    for name in names {
      let recorded = try? String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
      #expect(parts[name] == recorded, "\(name)")
    }
  }

  private static func oneTagALine(_ xml: String) -> String { xml.replacing("><", with: ">\n<") + "\n" }

  private func record(_ parts: [String: String]) throws {
    try? FileManager.default.removeItem(at: Self.folder)
    for (name, text) in parts {
      let file = Self.folder.appending(path: name)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
  }

  private func recordedNames() throws -> [String] {
    let root = Self.folder.path(percentEncoded: false)
    let all = try FileManager.default.subpathsOfDirectory(atPath: root)
    return all.filter { name in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: root + "/" + name, isDirectory: &isFolder) && !isFolder.boolValue
    }.sorted()
  }
}
