import Foundation

/// What writing costs at least: the cells of finished workbooks, already in memory, through plain calls of libxlsxwriter, and
/// the bytes of the finished CSV files, already in memory, written to the disk for certain.
///
/// All cells: also blank ones that only have a look, and formulas with their results, which most of a form to be filled consists of;
/// and as many formats as the workbook has. Left out are widths, validations, conditions, charts and tables, and a text of several
/// fonts is written in one.
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
