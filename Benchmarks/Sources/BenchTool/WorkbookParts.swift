import CExpat
import CZip

/// The parts of a workbook through libzip and expat, without our reader: it leaves out what is no value.
final class WorkbookParts {
  private let path: String
  private let archive: OpaquePointer

  init(path: String) throws {
    var code: Int32 = 0
    guard let archive = zip_open(path, ZIP_RDONLY, &code) else { throw BenchError("\(path): error \(code) of libzip") }
    self.path = path
    self.archive = archive
  }

  deinit { zip_discard(archive) }

  func contains(_ name: String) -> Bool { zip_name_locate(archive, name, 0) >= 0 }

  func parse(_ name: String, _ handler: PartParser) throws {
    guard let part = zip_fopen(archive, name, 0), let parser = XML_ParserCreate(nil) else {
      throw BenchError("\(path): no \(name)")
    }
    defer {
      zip_fclose(part)
      XML_ParserFree(parser)
    }
    XML_SetUserData(parser, Unmanaged.passUnretained(handler).toOpaque())
    XML_SetElementHandler(
      parser,
      { data, name, attributes in
        guard let data, let name, var pair = attributes else { return }
        var found: [String: String] = [:]
        while let key = pair[0], let value = pair[1] {
          found[String(cString: key)] = String(cString: value)
          pair += 2
        }
        Unmanaged<PartParser>.fromOpaque(data).takeUnretainedValue().start(String(cString: name), found)
      },
      { data, name in
        guard let data, let name else { return }
        Unmanaged<PartParser>.fromOpaque(data).takeUnretainedValue().end(String(cString: name))
      })
    XML_SetCharacterDataHandler(parser) { data, bytes, count in
      guard let data, let bytes else { return }
      let text = UnsafeRawBufferPointer(start: bytes, count: Int(count))
      Unmanaged<PartParser>.fromOpaque(data).takeUnretainedValue().text += String(decoding: text, as: UTF8.self)
    }
    let size: Int32 = 64 << 10
    while true {
      guard let buffer = XML_GetBuffer(parser, size) else { throw BenchError("out of memory") }
      let count = zip_fread(part, buffer, zip_uint64_t(size))
      guard count >= 0, XML_ParseBuffer(parser, Int32(count), count == 0 ? 1 : 0) == XML_STATUS_OK else {
        throw BenchError("\(path): \(name) is damaged")
      }
      if count == 0 { return }
    }
  }
}

/// What is done with the elements of a part.
class PartParser {
  /// Since it was last emptied.
  fileprivate(set) var text = ""

  func start(_ name: String, _ attributes: [String: String]) {}
  func end(_ name: String) {}
}

/// The shared texts, those of several fonts in one.
final class SharedTextParser: PartParser {
  private(set) var texts: [String] = []
  private var pieces = ""

  override func start(_ name: String, _ attributes: [String: String]) {
    if name == "si" { pieces = "" }
    text = ""
  }

  override func end(_ name: String) {
    if name == "t" { pieces += text }
    if name == "si" { texts.append(pieces) }
  }
}

/// The cells of a sheet, blank ones included.
final class SheetCellParser: PartParser {
  struct Cell {
    var row = 0
    var column = 0
    var style = 0
    var type = "n"
    var formula = ""
    var value = ""
  }

  private(set) var cells: [Cell] = []
  private var cell = Cell()

  override func start(_ name: String, _ attributes: [String: String]) {
    text = ""
    guard name == "c" else { return }
    cell = Cell()
    for byte in (attributes["r"] ?? "").utf8 {
      if byte >= UInt8(ascii: "A") {
        cell.column = cell.column * 26 + Int(byte - UInt8(ascii: "A")) + 1
      } else {
        cell.row = cell.row * 10 + Int(byte - UInt8(ascii: "0"))
      }
    }
    cell.row -= 1
    cell.column -= 1
    cell.style = attributes["s"].flatMap { Int($0) } ?? 0
    cell.type = attributes["t"] ?? "n"
  }

  override func end(_ name: String) {
    switch name {
    case "f": cell.formula = text
    case "v", "t": cell.value += text
    case "c": cells.append(cell)
    default: break
    }
  }
}
