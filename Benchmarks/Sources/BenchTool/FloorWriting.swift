import CXlsxWriter
import Foundation
import Spreadsheets

/// What writing costs at least: the cells of finished workbooks, already in memory, through plain calls of libxlsxwriter, and
/// the bytes of the finished CSV files, already in memory, written to the disk for certain.
///
/// One file a core. Each text stands in memory as the library wants it; loading is not part of the time, and the peak memory
/// of this process says nothing.
enum FloorWriting {
  static func measure(reports: String, to folder: String) throws -> Measurement {
    let paths = try files(in: reports, endingIn: ".xlsx")
    guard !paths.isEmpty else { throw BenchError("\(reports) has no workbook") }
    let workbooks = try onAllCores(paths) { try LoadedWorkbook(path: $0) }
    let tables = try files(in: reports, endingIn: ".csv").map { try Data(contentsOf: URL(fileURLWithPath: $0)) }
    let jobs =
      workbooks.enumerated().map { Job.workbook($1, to: "\(folder)/floor-\($0).xlsx") }
      + tables.enumerated().map { Job.bytes($1, to: "\(folder)/floor-\($0).csv") }
    return try Measurement.of {
      _ = try onAllCores(jobs) { try $0.run() }
      return [
        ("files", jobs.count), ("cells", workbooks.reduce(0) { $0 + $1.cellCount }),
        ("csv_bytes", tables.reduce(0) { $0 + $1.count }),
      ]
    }
  }

  private enum Job: Sendable {
    case workbook(LoadedWorkbook, to: String)
    case bytes(Data, to: String)

    func run() throws {
      switch self {
      case .workbook(let workbook, let path): try workbook.write(to: path)
      case .bytes(let data, let path):
        guard FileManager.default.createFile(atPath: path, contents: nil) else {
          throw BenchError("\(path) cannot be created")
        }
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        try file.write(contentsOf: data)
        try file.synchronize()
        try file.close()
      }
    }
  }
}

/// The cells of a workbook as plain values and C strings; it is only read after it was made.
private final class LoadedWorkbook: @unchecked Sendable {
  private struct PlainCell {
    var row: UInt32
    var column: UInt16
    /// nil for a number.
    var text: UnsafeMutablePointer<CChar>?
    var number: Double
  }

  private var sheets: [(name: String, cells: [PlainCell])] = []
  private var texts: [String: UnsafeMutablePointer<CChar>] = [:]

  init(path: String) throws {
    let reader = try XLSXReader(path: path, limits: .source)
    for sheet in reader.sheets {
      let grid = try reader.grid(of: sheet)
      let cells = grid.cells.map { cell in
        let isText = cell.kind == .text || cell.kind == .error
        return PlainCell(
          row: UInt32(cell.row), column: UInt16(cell.column), text: isText ? text(grid.string(of: cell)) : nil,
          number: isText ? 0 : cell.number)
      }
      sheets.append((sheet.name, cells))
    }
  }

  deinit { texts.values.forEach { free($0) } }

  private func text(_ string: String) -> UnsafeMutablePointer<CChar>? {
    if let known = texts[string] { return known }
    let copy = strdup(string)
    texts[string] = copy
    return copy
  }

  var cellCount: Int { sheets.reduce(0) { $0 + $1.cells.count } }

  func write(to path: String) throws {
    guard let workbook = workbook_new(path) else { throw BenchError("out of memory") }
    var properties = lxw_doc_properties()
    properties.created = 1
    workbook_set_properties(workbook, &properties)
    guard let format = workbook_add_format(workbook) else { throw BenchError("out of memory") }
    format_set_font_name(format, "Arial")
    for sheet in sheets {
      guard let worksheet = workbook_add_worksheet(workbook, sheet.name) else {
        throw BenchError("the library refuses the sheet \(sheet.name)")
      }
      for cell in sheet.cells {
        let code =
          cell.text.map { worksheet_write_string(worksheet, cell.row, cell.column, $0, format) }
          ?? worksheet_write_number(worksheet, cell.row, cell.column, cell.number, format)
        guard code == LXW_NO_ERROR else { throw BenchError("the library refuses a cell: \(code)") }
      }
    }
    let code = workbook_close(workbook)
    guard code == LXW_NO_ERROR else { throw BenchError("the library cannot write \(path): \(code)") }
  }
}
