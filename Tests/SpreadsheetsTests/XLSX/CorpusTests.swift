import Foundation
import Spreadsheets
import Testing

/// Workbooks of other projects' test suites: each is read, or refused with a fault.
///
/// They are not part of this repository. They are looked for in the folder that `GNLC_SHARED` names, or in `shared` beside
/// the repository.
@Suite struct CorpusTests {
  static let files: [URL] = {
    let repository = (0..<4).reduce(URL(filePath: #filePath)) { url, _ in url.deletingLastPathComponent() }
    let shared =
      ProcessInfo.processInfo.environment["GNLC_SHARED"].map { URL(filePath: $0) }
      ?? repository.deletingLastPathComponent().appending(path: "shared")
    let folder = shared.appending(path: "data/xlsx-suites")
    let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.allObjects as? [URL]
    return (found ?? []).filter { $0.pathExtension == "xlsx" }.sorted { $0.path < $1.path }
  }()

  /// The only ones that are refused: they link to other workbooks.
  static let refused = ["faulty_worksheet.xlsx": SpreadsheetFault.Kind.externalLinks]

  @Test(.enabled(if: !files.isEmpty, "the suites of other projects are not on this machine"), arguments: files)
  func isReadOrRefused(file: URL) throws {
    do throws(SpreadsheetFault) {
      let reader = try XLSXReader(path: file.path, limits: .source)
      for sheet in reader.sheets {
        let grid = try reader.grid(of: sheet)
        #expect(grid.summary.count == grid.cells.count)
      }
      #expect(Self.refused[file.lastPathComponent] == nil)
    } catch {
      #expect(error.kind == Self.refused[file.lastPathComponent])
    }
  }
}
