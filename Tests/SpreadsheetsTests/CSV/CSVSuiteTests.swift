import Foundation
import GNLCTestSupport
import Spreadsheets
import Testing

/// Tables of other projects' test suites: each is read, or refused with a fault; those with an answer beside them are read as it
/// says. They are not part of this repository.
@Suite struct CSVSuiteTests {
  static let folder = Repository.shared?.appending(path: "data/csv-suites")

  static let files: [URL] = {
    guard let folder else { return [] }
    let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.allObjects as? [URL]
    return (found ?? []).filter { ["csv", "tsv"].contains($0.pathExtension) }.sorted { $0.path < $1.path }
  }()

  /// Western letters that no source declares.
  static let refused = ["test_latin1.csv": SpreadsheetFault.Kind.badEncoding]

  @Test(.enabled(if: !files.isEmpty, "the suites of other projects are not on this machine"), arguments: files)
  func isReadOrRefused(file: URL) throws {
    do throws(SpreadsheetFault) {
      let grid = try CSVReader(path: file.path).grid()
      for cell in grid.cells { #expect(!grid.string(of: cell).isEmpty) }
      #expect(Self.refused[file.lastPathComponent] == nil)
    } catch {
      #expect(error.kind == Self.refused[file.lastPathComponent])
    }
  }

  /// csv-spectrum: the rows as JSON, by the names of the header.
  @Test(.enabled(if: !files.isEmpty, "the suites of other projects are not on this machine"))
  func isReadAsItsAnswerSays() throws {
    let folder = try #require(Self.folder).appending(path: "csv-spectrum")
    let answers = try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "json").path)
    #expect(answers.count == 11)
    for answer in answers {
      let name = answer.replacing(".json", with: "")
      let json = try Data(contentsOf: folder.appending(path: "json/\(answer)"))
      let expected = try JSONDecoder().decode([[String: String]].self, from: json)
      let grid = try CSVReader(path: folder.appending(path: "csvs/\(name).csv").path).grid()
      let header = grid.rows.first { _ in true }?.map { grid.string(of: $0) } ?? []
      let rows = grid.rows.dropFirst().map { row in
        var texts = Dictionary(header.map { ($0, "") }, uniquingKeysWith: { first, _ in first })
        for cell in row { texts[header[cell.column]] = grid.string(of: cell) }
        return texts
      }
      // Its files were checked out without carriage returns, its answers were not.
      #expect(rows == expected.map { $0.mapValues { $0.replacing("\r\n", with: "\n") } }, "\(name)")
    }
  }
}
