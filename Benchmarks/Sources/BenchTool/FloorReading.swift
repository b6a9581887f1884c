import CExpat
import CZip
import Foundation

/// What reading costs at least: libzip inflates, expat parses, nothing is kept. CSV files are mapped and their lines counted.
enum FloorReading {
  static func measure(folder: String) throws -> Measurement {
    let workbooks = try files(in: folder, endingIn: ".xlsx")
    let tables = try files(in: folder, endingIn: ".csv")
    return try Measurement.of {
      let cells = try onAllCores(workbooks) { try cellCount(ofWorkbook: $0) }
      let lines = try onAllCores(tables) { try lineCount(of: $0) }
      return [
        ("files", workbooks.count + tables.count), ("cells", cells.reduce(0, +)), ("lines", lines.reduce(0, +)),
      ]
    }
  }

  /// The parts that a reader of values needs.
  private static func isRead(_ name: String) -> Bool {
    name == "xl/workbook.xml" || name == "xl/sharedStrings.xml" || name == "xl/styles.xml"
      || (name.hasPrefix("xl/worksheets/") && name.hasSuffix(".xml"))
  }

  private static func cellCount(ofWorkbook path: String) throws -> Int {
    var code: Int32 = 0
    guard let archive = zip_open(path, ZIP_RDONLY, &code) else { throw BenchError("\(path): error \(code) of libzip") }
    defer { zip_discard(archive) }
    var cells = 0
    for index in 0..<UInt64(max(0, zip_get_num_entries(archive, 0))) {
      guard let name = zip_get_name(archive, index, 0), isRead(String(cString: name)) else { continue }
      guard let part = zip_fopen_index(archive, index, 0) else { throw BenchError("\(path): a part cannot be opened") }
      defer { zip_fclose(part) }
      try parse(part, path, counting: &cells)
    }
    return cells
  }

  private static func parse(_ part: OpaquePointer, _ path: String, counting cells: inout Int) throws {
    guard let parser = XML_ParserCreate(nil) else { throw BenchError("out of memory") }
    defer { XML_ParserFree(parser) }
    try withUnsafeMutablePointer(to: &cells) { counter in
      XML_SetUserData(parser, counter)
      XML_SetElementHandler(
        parser,
        { data, name, _ in
          if let name, name[0] == 0x63, name[1] == 0 { data?.assumingMemoryBound(to: Int.self).pointee += 1 }
        }, { _, _ in })
      XML_SetCharacterDataHandler(parser) { _, _, _ in }
      let size: Int32 = 64 << 10
      while true {
        guard let buffer = XML_GetBuffer(parser, size) else { throw BenchError("out of memory") }
        let count = zip_fread(part, buffer, zip_uint64_t(size))
        guard count >= 0 else { throw BenchError("\(path): a part cannot be read") }
        guard XML_ParseBuffer(parser, Int32(count), count == 0 ? 1 : 0) == XML_STATUS_OK else {
          throw BenchError("\(path): a part is no XML")
        }
        if count == 0 { return }
      }
    }
  }

  private static func lineCount(of path: String) throws -> Int {
    let data = try Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped)
    return data.withUnsafeBytes { bytes in
      bytes.reduce(0) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) }
    }
  }
}
