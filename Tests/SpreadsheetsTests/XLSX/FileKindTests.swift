import Foundation
import GNLCTestSupport
import Spreadsheets
import Testing

/// What a file is, whatever it is called; and opening one on disk.
@Suite struct FileKindTests {
  /// A compound file: a header and one sector of directory entries.
  static func compoundFile(_ streams: [String]) -> [UInt8] {
    var bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    bytes += [UInt8](repeating: 0, count: 512 - bytes.count)
    for stream in ["Root Entry"] + streams {
      var entry = utf16LittleEndian(stream + "\0")
      let nameSize = UInt8(entry.count)
      entry += [UInt8](repeating: 0, count: 128 - entry.count)
      entry[64] = nameSize
      bytes += entry
    }
    return bytes
  }

  static let mimetype = "application/vnd.oasis.opendocument.spreadsheet"

  static let samples: [(bytes: [UInt8], kind: FileKind, fault: SpreadsheetFault.Kind?)] = [
    ([], .empty, .empty),
    (WorkbookFixture().archive.bytes, .workbook, nil),
    (compoundFile(["EncryptionInfo", "EncryptedPackage"]), .encryptedWorkbook, .encrypted),
    (compoundFile(["Workbook"]), .legacyExcel, .legacyExcel),
    (compoundFile(["Book"]), .legacyExcel, .legacyExcel),
    (compoundFile(["WordDocument"]), .otherCompoundFile, .notAWorkbook),
    ([0xD0, 0xCF, 0x11, 0xE0], .otherCompoundFile, .notAWorkbook),
    (ZipBuilder([.init("mimetype", mimetype), .init("content.xml", "")]).bytes, .openDocument, .openDocument),
    (ZipBuilder([.init("content.xml", ""), .init("META-INF/manifest.xml", "")]).bytes, .openDocument, .openDocument),
    (
      Array("<?xml version='1.0'?><o:d xmlns:o='urn:oasis:names:tc:opendocument:x'/>".utf8), .openDocument,
      .openDocument
    ),
    (
      ZipBuilder([.init("[Content_Types].xml", "<Types/>"), .init("xl/workbook.bin", "")]).bytes, .binaryWorkbook,
      .binaryWorkbook
    ),
    (
      ZipBuilder([.init("[Content_Types].xml", "<Types/>"), .init("word/document.xml", "<w/>")]).bytes, .otherArchive,
      .notAWorkbook
    ),
    (ZipBuilder([.init("notes.txt", "hello")]).bytes, .otherArchive, .notAWorkbook),
    (ZipBuilder().bytes, .otherArchive, .notAWorkbook),
    ([0x50, 0x4B, 3, 4], .otherArchive, .damagedArchive),
    (Array("\u{FEFF}\n<html><table><tr><td>1".utf8), .webPage, .notAWorkbook),
    (Array("<table><tr><td>1".utf8), .webPage, .notAWorkbook),
    (
      Array("<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'/>".utf8),
      .spreadsheetXML, .notAWorkbook
    ),
    (Array("CITY,VALUE\nth-phayao,1\n".utf8), .text, .notAWorkbook),
    (Array("<5,>6\n".utf8), .text, .notAWorkbook),
  ]

  @Test(arguments: samples.indices)
  func toldByItsBytes(index: Int) {
    let sample = Self.samples[index]
    #expect(FileKind.sniff(sample.bytes) == sample.kind)
    #expect(outcome(of: sample.bytes) == sample.fault)
  }

  @Test func onDisk() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "FileKindTests-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func path(_ name: String) -> String { folder.appending(path: name).path }
    func kind(_ name: String, _ limits: SpreadsheetLimits = .submission) -> SpreadsheetFault.Kind? {
      do throws(SpreadsheetFault) {
        _ = try XLSXReader(path: path(name), limits: limits)
        return nil
      } catch {
        return error.kind
      }
    }

    try Data(WorkbookFixture().archive.bytes).write(to: URL(filePath: path("good.xlsx")))
    try Data().write(to: URL(filePath: path("empty.xlsx")))
    try FileManager.default.createSymbolicLink(atPath: path("link.xlsx"), withDestinationPath: path("good.xlsx"))
    mkfifo(path("pipe.xlsx"), 0o600)

    #expect(kind("good.xlsx") == nil)
    #expect(kind("empty.xlsx") == .empty)
    #expect(kind("link.xlsx") == .notARegularFile)
    #expect(kind("pipe.xlsx") == .notARegularFile)
    #expect(kind("") == .notARegularFile)
    #expect(kind("missing.xlsx") == .unreadable)
    var small = SpreadsheetLimits.submission
    small.fileBytes = 100
    #expect(kind("good.xlsx", small) == .tooLarge)
  }

  @Test func aLargeFileIsMappedAndReadTheSame() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "FileKindTests-\(UUID()).xlsx")
    var archive = WorkbookFixture(rows: "<row><c><v>1</v></c></row>").archive
    var padding = ZipBuilder.Entry("xl/media/image.png", "")
    padding.stored = [UInt8](repeating: 7, count: 17 << 20)
    padding.inflatedSize = padding.stored.count
    archive.entries.append(padding)
    try Data(archive.bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let reader = try XLSXReader(path: file.path, limits: .source)
    #expect(try reader.grid(of: reader.sheets[0]).summary == ["A1 number 1"])
  }
}
