import Foundation
import Spreadsheets

/// A folder of its own for one test, removed with its content when the test is over.
final class ScratchFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "writing-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
  }

  func path(_ name: String) -> String { path + "/" + name }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// The parts of a workbook's archive.
enum Parts {
  /// The text of one part.
  static func text(_ part: String, of path: String) throws -> String {
    // A bracket in the name would be a pattern to unzip.
    try run(["-p", path, part.replacing("[", with: "\\[").replacing("]", with: "\\]")])
  }

  static func names(of path: String) throws -> [String] {
    try run(["-Z1", path]).split(separator: "\n").map(String.init).sorted()
  }

  private static func run(_ arguments: [String]) throws -> String {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/unzip")
    process.arguments = arguments
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}

extension Workbook {
  /// A workbook of one sheet, to be changed by a test.
  static func small(_ change: (inout Workbook) -> Void = { _ in }) -> Workbook {
    var sheet = Sheet(name: "Data_1")
    sheet.set(.text("Score"), row: 0, column: 0, format: CellFormat())
    var workbook = Workbook(properties: Properties(title: "Small", created: 1_700_000_000), sheets: [sheet])
    change(&workbook)
    return workbook
  }

  /// Writes the workbook and returns the text of one of its parts.
  func part(_ name: String = "xl/worksheets/sheet1.xml") throws -> String {
    let folder = try ScratchFolder()
    try XLSXWriter.write(self, toPath: folder.path("a.xlsx"))
    return try Parts.text(name, of: folder.path("a.xlsx"))
  }
}

extension DataTable {
  /// A valid table of three rows, to be changed by a test.
  static func small(_ change: (inout DataTable) -> Void = { _ in }) -> DataTable {
    var table = DataTable(
      name: "tbl_scores",
      columns: [
        DataColumn(header: "city", values: .texts(["A", "", "C"]), missing: "[z]"),
        DataColumn(header: "year", values: .integers([2024, nil, 2025])),
        DataColumn(header: "score", values: .numbers([54.1, nil, -0.0]), missingByRow: ["", "[c]", ""]),
      ])
    change(&table)
    return table
  }
}
