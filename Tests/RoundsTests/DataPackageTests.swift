import Foundation
import GNLCTestSupport
import Rounds
import Testing
import Vocabulary

/// What `datapackage.json` says is what the files hold.
@Suite struct DataPackageTests {
  @Test func describesEveryColumnAndHash() throws {
    let folder = try RoundTests.Folder()
    let source = try Workspace(root: Repository.path(""))
    try SyntheticWorkspace(cities: 2, years: 2).write(to: "\(folder.path)/ws", from: source)
    let workspace = try Workspace(root: "\(folder.path)/ws")
    _ = try RoundRun(RoundName(programme: "demo", round: "2026"), in: workspace, date: try #require(RoundTests.date))
      .run()
    let reports = workspace.absolute("Reports/demo/2026")
    let data = try #require(FileManager.default.contents(atPath: "\(reports)/datapackage.json"))
    let package = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let resources = try #require(package["resources"] as? [[String: Any]])
    #expect(resources.count == 26)
    for resource in resources {
      let path = try #require(resource["path"] as? String)
      let text = try String(contentsOfFile: "\(reports)/\(path)", encoding: .utf8)
      let schema = try #require(resource["schema"] as? [String: Any])
      let fields = try #require(schema["fields"] as? [[String: Any]])
      let names = fields.compactMap { $0["name"] as? String }
      #expect(text.hasPrefix(names.joined(separator: ",") + "\r\n"), "\(path)")
      #expect(resource["bytes"] as? Int == text.utf8.count)
      for field in fields {
        let title = try #require(field["title"] as? String)
        #expect(!title.hasPrefix("["), "\(path) \(field["name"] ?? "") has no description")
      }
      try expectUniqueKeys(text, names, try #require(schema["primaryKey"] as? [String]), path)
    }
  }

  /// Rows are sorted by their key in byte order, and no key stands twice.
  private func expectUniqueKeys(_ text: String, _ names: [String], _ key: [String], _ path: String) throws {
    let positions = try key.map { try #require(names.firstIndex(of: $0)) }
    var seen: Set<String> = []
    for line in text.split(separator: "\r\n").dropFirst() where !line.contains("\"") {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      #expect(fields.count == names.count, "\(path): \(line)")
      #expect(seen.insert(positions.map { String(fields[$0]) }.joined(separator: "\u{1}")).inserted, "\(path): \(line)")
    }
  }
}
