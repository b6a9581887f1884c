import GNLCTestSupport
import Spreadsheets
import Testing

/// Archives that are refused before, or while, their parts are read.
@Suite(.timeLimit(.minutes(1))) struct ArchiveRefusalTests {
  /// A good workbook with one more entry.
  func workbook(with extra: ZipBuilder.Entry) -> [UInt8] {
    var archive = WorkbookFixture(rows: "<row><c><v>1</v></c></row>").archive
    archive.entries.append(extra)
    return archive.bytes
  }

  @Test(arguments: [
    ("../evil.xml", SpreadsheetFault.Kind.forbiddenArchiveEntry),
    ("xl/../../evil.xml", .forbiddenArchiveEntry),
    ("xl/..", .forbiddenArchiveEntry),
    ("/etc/passwd", .forbiddenArchiveEntry),
    ("C:/evil.xml", .forbiddenArchiveEntry),
    ("xl\\evil.xml", .forbiddenArchiveEntry),
    ("xl/workbook.xml\0.png", .forbiddenArchiveEntry),
    ("", .forbiddenArchiveEntry),
    ("xl/vbaProject.bin", .macros),
    ("xl/VBAPROJECT.BIN", .macros),
    ("xl/activeX/activeX1.xml", .macros),
    ("xl/macrosheets/sheet1.xml", .macros),
    ("xl/externalLinks/externalLink1.xml", .externalLinks),
    ("xl/embeddings/oleObject1.bin", .externalLinks),
    ("xl/connections.xml", .externalLinks),
    ("xl/workbook.xml", .damagedArchive),
    ("XL/Workbook.xml", .damagedArchive),
  ])
  func entryName(name: String, kind: SpreadsheetFault.Kind) {
    #expect(outcome(of: workbook(with: .init(name, "x"))) == kind)
  }

  @Test(arguments: ["xl/..x.xml", "xl/a..b/c.xml", "xl/", "docProps/thumbnail.jpeg", "xl/ชีต.xml"])
  func harmlessEntryName(name: String) {
    #expect(outcome(of: workbook(with: .init(name, "x"))) == nil)
  }

  @Test func symbolicLink() {
    var entry = ZipBuilder.Entry("xl/link.xml", "/etc/passwd")
    entry.unixMode = 0o120_777
    #expect(outcome(of: workbook(with: entry)) == .forbiddenArchiveEntry)
    entry.unixMode = 0o100_644
    #expect(outcome(of: workbook(with: entry)) == nil)
  }

  @Test func encryptedEntry() {
    var entry = ZipBuilder.Entry("xl/secret.xml", "0123456789abcdef")
    entry.flags = 1
    #expect(outcome(of: workbook(with: entry)) == .encrypted)
  }

  @Test func unknownCompression() {
    var entry = ZipBuilder.Entry("xl/other.xml", "x")
    entry.method = 12
    #expect(outcome(of: workbook(with: entry)) == .forbiddenArchiveEntry)
  }

  @Test func wrongChecksum() {
    var archive = WorkbookFixture(rows: "<row><c><v>1</v></c></row>").archive
    for index in archive.entries.indices {
      let sound = archive.entries[index].checksum
      archive.entries[index].checksum ^= 1
      #expect(outcome(of: archive.bytes) == .damagedArchive)
      archive.entries[index].checksum = sound
    }
    #expect(outcome(of: archive.bytes) == nil)
  }

  @Test func wrongSize() {
    var archive = WorkbookFixture().archive
    archive.entries[0].inflatedSize += 1
    #expect(outcome(of: archive.bytes) == .damagedArchive)
  }

  @Test func truncatedAnywhere() {
    let whole = WorkbookFixture(rows: "<row><c><v>1</v></c></row>").archive.bytes
    for length in stride(from: 4, to: whole.count, by: 41) {
      #expect(outcome(of: Array(whole.prefix(length))) == .damagedArchive, "\(length) bytes")
    }
  }

  @Test func overlappingEntries() throws {
    var bytes = workbook(with: .init("xl/again.xml", "x"))
    // The last entry of the directory comes to claim the bytes of the first as its own.
    let headers = bytes.indices.filter { bytes[$0...].starts(with: [0x50, 0x4B, 1, 2]) }
    let last = try #require(headers.last)
    bytes.replaceSubrange(last + 42..<last + 46, with: [0, 0, 0, 0])
    #expect(throws: SpreadsheetFault(.damagedArchive, "overlapping entries")) { try XLSXReader(bytes: bytes) }
  }

  @Test func moreEntriesThanTheLimit() {
    var archive = WorkbookFixture().archive
    archive.entries += (0..<500).map { .init("xl/media/\($0).png", "") }
    #expect(outcome(of: archive.bytes) == .bomb)
  }

  @Test(arguments: [
    (prefix: "<worksheet>", unit: " ", count: 8 << 20, suffix: "</worksheet>"),
    (prefix: "<worksheet a=\"", unit: "x", count: 45 << 20, suffix: "\"/>"),
    (prefix: "", unit: "<a>", count: 5_000_000, suffix: ""),
    (prefix: "<worksheet><sheetData>", unit: "<c/>", count: 12_000_000, suffix: "</sheetData></worksheet>"),
  ])
  func inflatesTooMuch(prefix: String, unit: String, count: Int, suffix: String) {
    var archive = WorkbookFixture().archive
    archive.entries.removeAll { $0.name == Array("xl/worksheets/sheet1.xml".utf8) }
    archive.entries.append(
      .init("xl/worksheets/sheet1.xml", prefix: prefix, repeating: unit, count: count, suffix: suffix))
    let kind = outcome(of: archive.bytes)
    #expect(kind == .bomb || kind == .nestedTooDeeply && unit == "<a>")
  }

  /// What the directory states is believed only where it is a reason to refuse.
  @Test func statesLessThanItInflatesTo() {
    var entry = ZipBuilder.Entry("xl/worksheets/sheet1.xml", prefix: "", repeating: " ", count: 20 << 20)
    entry.inflatedSize = 100
    var archive = WorkbookFixture().archive
    archive.entries.removeAll { $0.name == entry.name }
    archive.entries.append(entry)
    let kind = outcome(of: archive.bytes)
    #expect(kind == .bomb || kind == .damagedArchive)
  }

  @Test func statesMoreThanTheLimits() {
    var entry = ZipBuilder.Entry("xl/media/image.png", "")
    entry.inflatedSize = 51 << 20
    #expect(outcome(of: workbook(with: entry)) == .bomb)

    entry.inflatedSize = 49 << 20
    var archive = WorkbookFixture().archive
    for number in 0..<5 {
      entry.name = Array("xl/media/\(number).png".utf8)
      archive.entries.append(entry)
    }
    #expect(outcome(of: archive.bytes) == .bomb)
  }

  @Test func aPartThatIsReadTwiceCountsOnce() throws {
    var limits = SpreadsheetLimits.submission
    let archive = WorkbookFixture(rows: "<row><c><v>1</v></c></row>").archive
    limits.totalBytes = archive.entries.reduce(0) { $0 + $1.inflatedSize }
    let reader = try XLSXReader(bytes: archive.bytes, limits: limits)
    for _ in 0..<5 { #expect(try reader.grid(of: reader.sheets[0]).cells.count == 1) }
  }

  @Test(arguments: [
    ("application/vnd.ms-excel.sheet.macroEnabled.main+xml", SpreadsheetFault.Kind.macros),
    ("application/vnd.ms-office.vbaProject", .macros),
    ("application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml", .externalLinks),
    ("application/vnd.openxmlformats-officedocument.spreadsheetml.connections+xml", .externalLinks),
    ("application/vnd.ms-excel.sheet.binary.macroEnabled.main", .macros),
  ])
  func contentType(type: String, kind: SpreadsheetFault.Kind) {
    let types = #"<Types><Override PartName="/xl/renamed.xml" ContentType="\#(type)"/></Types>"#
    #expect(outcome(of: WorkbookFixture(parts: ["[Content_Types].xml": types]).archive.bytes) == kind)
  }

  @Test(arguments: [
    ("vbaProject", SpreadsheetFault.Kind.macros), ("externalLink", .externalLinks), ("connections", .externalLinks),
  ])
  func relationship(type: String, kind: SpreadsheetFault.Kind) {
    let relationships = WorkbookFixture.relationships(["rId1": (type, "renamed.xml")])
    #expect(outcome(of: WorkbookFixture(parts: ["xl/_rels/workbook.xml.rels": relationships]).archive.bytes) == kind)
  }
}
