import Catalogue
import GNLCTestSupport
import Ingestion
import Spreadsheets
@testable import Templates

/// The bytes are what hands did to a template: cells typed over, rows and sheets gone.
struct TemplateTarget: FuzzTarget {
  /// A row with its XML, which is put together again only where something was typed into it: most inputs touch a few cells.
  private struct Row {
    /// By column, each as the sheet's XML has it.
    var cells: [Int: String] = [:]
    var xml: [UInt8] = []

    mutating func close(_ number: Int) {
      let inner = cells.sorted { $0.key < $1.key }.map(\.value).joined()
      xml = Array("<row r=\"\(number + 1)\">\(inner)</row>".utf8)
    }
  }

  private struct Sheet {
    var name: String
    var isHidden: Bool
    var rows: [Int: Row] = [:]
    /// The sheet as the writer left it, while nobody has typed into it.
    var untouched: ZipBuilder.Entry?

    /// - Parameter index: The position among the sheets that are left, by which the part is named.
    func entry(_ index: Int) -> ZipBuilder.Entry {
      if var untouched {
        untouched.name = Array("xl/worksheets/\(index).xml".utf8)
        return untouched
      }
      var xml = Array("<worksheet><sheetData>".utf8)
      for number in rows.keys.sorted() { xml += rows[number]?.xml ?? [] }
      xml += Array("</sheetData></worksheet>".utf8)
      return .init("xl/worksheets/\(index).xml", xml)
    }
  }

  private static let sheetNames = [TemplateLayout.data, TemplateLayout.notes, TemplateLayout.meta]

  private let sheets: [Sheet]
  private let properties: String
  private let ingestor: FileIngestor

  init() {
    do {
      let reader = try XLSXReader(bytes: try SeedWorkbooks.written())
      // The other sheets hold no answers; reading them again and again would only take time.
      sheets = try reader.sheets.filter { Self.sheetNames.contains($0.name) }.map { sheet in
        let grid = try reader.grid(of: sheet)
        var plain = Sheet(name: sheet.name, isHidden: sheet.isHidden)
        for cell in grid.cells {
          plain.rows[cell.row, default: Row()].cells[cell.column] = Self.element(
            cell.address, grid.display(of: cell), cell.kind == .number)
        }
        for number in plain.rows.keys { plain.rows[number]?.close(number) }
        plain.untouched = plain.entry(0)
        return plain
      }
      properties = reader.properties.filter { $0.key.hasPrefix("gnlc_") }.sorted { $0.key < $1.key }.map {
        "<property name=\"\($0.key)\"><vt:lpwstr>\(Self.escaped($0.value))</vt:lpwstr></property>"
      }.joined()
    } catch {
      preconditionFailure("the template cannot be read: \(error)")
    }
    ingestor = FileIngestor(
      context: .init(catalogue: SeedWorkbooks.catalogue, registry: SeedWorkbooks.registry),
      mapping: .tidy(dimensions: SeedWorkbooks.catalogue.dimensions.map(\.id)), limits: .submission)
  }

  static let words = [
    "adults", "adults|sex=F", "rated", "m ไม่มีข้อมูล · missing", "e ประมาณการ · estimated", "กรอก: ค่า 2568",
    "ENTER: value 2024",
    "gnlc-template 1 · demo/2026 · xx-a", "๑,๒๓๔", "1,234 คน", "12,5", "ไม่มี", "2568",
  ]

  static func seeds() throws -> [[UInt8]] {
    func typed(_ sheet: UInt8, _ row: UInt8, _ column: UInt8, _ text: String) -> [UInt8] {
      [sheet, row, column, 0, UInt8(text.utf8.count)] + Array(text.utf8)
    }
    return [
      [0], typed(0, 6, 7, "1000") + typed(0, 7, 7, "๑,๒๓๔") + typed(0, 8, 8, "m ไม่มีข้อมูล · missing"),
      typed(0, 9, 0, "adults|sex=F") + typed(0, 9, 10, "note"),
      typed(1, 4, 0, "adults") + typed(1, 4, 1, "2567") + typed(1, 4, 2, "12%") + typed(1, 4, 3, "E"),
      typed(2, 1, 1, "2") + typed(2, 5, 1, "2024 2025") + typed(2, 12, 0, "code"),
      typed(0, 5, 7, "กรอก: ค่า 2568") + typed(0, 1, 0, "gnlc-template 1 · demo/2026 · xx-a"), [0x40, 1], [0x80, 2],
    ]
  }

  mutating func run(_ bytes: [UInt8]) {
    var edited = sheets
    var properties = properties
    var input = InputReader(bytes)
    while !input.isAtEnd {
      let head = input.byte()
      let sheet = head & 0x0F % edited.count
      switch head >> 6 {
      case 1: edited[sheet].name = String(decoding: input.bytes(input.byte() % 40), as: UTF8.self)
      case 2:
        edited[sheet].rows[input.byte()] = nil
        edited[sheet].untouched = nil
      case 3 where head & 0x20 != 0: properties = ""
      case 3 where edited.count > 1: edited.remove(at: sheet)
      default:
        let (row, column, traits) = (input.byte(), input.byte(), input.byte())
        let text = String(decoding: input.bytes(input.byte()), as: UTF8.self)
        edited[sheet].untouched = nil
        edited[sheet].rows[row, default: Row()].cells[column] = Self.element(
          CellAddress(row: row, column: column), text, traits & 1 == 1, style: traits >> 1 % 4)
        edited[sheet].rows[row]?.close(row)
      }
    }
    ScratchFile.write(Self.archive(edited, properties).bytes)
    SubmissionTarget.check(ingestor.ingest(path: "xx-a.xlsx", at: ScratchFile.path))
  }

  // MARK: As a file

  private static func element(_ address: CellAddress, _ text: String, _ isNumber: Bool, style: Int = 0) -> String {
    isNumber
      ? "<c r=\"\(address)\" s=\"\(style)\"><v>\(escaped(text))</v></c>"
      : "<c r=\"\(address)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">\(escaped(text))</t></is></c>"
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case "\"": escaped += "&quot;"
      case "\u{0}"..<" ", "\u{FFFE}", "\u{FFFF}": escaped += " "
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  private static func archive(_ sheets: [Sheet], _ properties: String) -> ZipBuilder {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    var list = ""
    var relationships = ""
    var entries: [ZipBuilder.Entry] = []
    for (index, sheet) in sheets.enumerated() {
      let state = sheet.isHidden ? " state=\"hidden\"" : ""
      list += "<sheet name=\"\(escaped(sheet.name))\" sheetId=\"\(index + 1)\"\(state) r:id=\"rId\(index)\"/>"
      relationships +=
        "<Relationship Id=\"rId\(index)\" Type=\"\(office)/worksheet\" Target=\"worksheets/\(index).xml\"/>"
      entries.append(sheet.entry(index))
    }
    relationships += "<Relationship Id=\"s\" Type=\"\(office)/styles\" Target=\"styles.xml\"/>"
    let formats = [0, 14, 10, 20].map { "<xf numFmtId=\"\($0)\"/>" }.joined()
    entries += [
      .init("xl/styles.xml", "<styleSheet><cellXfs>\(formats)</cellXfs></styleSheet>"),
      .init("xl/workbook.xml", "<workbook xmlns:r=\"r\"><sheets>\(list)</sheets></workbook>"),
      .init("xl/_rels/workbook.xml.rels", "<Relationships>\(relationships)</Relationships>"),
      .init(
        "_rels/.rels",
        "<Relationships><Relationship Id=\"1\" Type=\"x/officeDocument\" Target=\"xl/workbook.xml\"/>"
          + "<Relationship Id=\"2\" Type=\"x/custom-properties\" Target=\"docProps/custom.xml\"/></Relationships>"),
      .init("docProps/custom.xml", "<Properties xmlns:vt=\"v\">\(properties)</Properties>"),
    ]
    return ZipBuilder(entries)
  }
}
