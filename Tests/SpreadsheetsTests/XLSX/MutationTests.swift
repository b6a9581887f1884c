import GNLCTestSupport
import Spreadsheets
import Testing

/// Damaged copies of a good workbook: each gives cells or a fault, and none stops the program.
@Suite(.timeLimit(.minutes(5))) struct MutationTests {
  /// SplitMix64: the same sequence on every machine.
  struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
      return mixed ^ mixed >> 31
    }
  }

  static let good = WorkbookFixture(
    rows: """
      <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>x</t></is></c></row>
      <row r="2" hidden="1"><c r="A2" s="1"><v>45292</v></c><c r="B2" s="2"><v>0.45</v></c><c r="C2" t="b"><v>1</v></c></row>
      <row r="3"><c r="A3"><f>[1]S!A1+T[x]</f><v>1.5e3</v></c><c r="B3" t="e"><v>#N/A</v></c>
      <c r="C3" t="d"><v>2024-01-31T10:00:00</v></c></row>
      """,
    beforeRows: #"<dimension ref="A1:C3"/><cols><col min="2" max="3" hidden="1"/></cols>"#,
    afterRows: #"<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>"#,
    sharedStrings: "<si><t>_x000D_ &amp; ก</t></si><si><r><t>a</t></r><r><t xml:space=\"preserve\"> b</t></r></si>",
    styles: CellTests.styles, beforeSheets: #"<workbookPr date1904="1"/>"#,
    afterSheets: #"<definedNames><definedName name="V">Data!$A$1</definedName></definedNames>"#
  ).archive

  /// Pieces that are worth meeting in a wrong place.
  static let pieces = [
    "<", ">", "\"", "</c>", "<c>", "<v>", "<is>", "<f>", "&#0;", "&x;", "\0", "\u{FF}", "-1", "1048577", "_xD800_",
    "r=\"\"", "t=\"s\"", "<!--", "<![CDATA[", "<?xml?>", "[", "99999999999999999999", "inf", "ZZZ1", "\u{0E33}",
  ]

  static func mutate(_ bytes: inout [UInt8], using generator: inout Generator) {
    for _ in 0..<Int.random(in: 1...3, using: &generator) {
      guard !bytes.isEmpty else { return }
      let place = Int.random(in: bytes.indices, using: &generator)
      switch Int.random(in: 0..<16, using: &generator) {
      case 0..<5: bytes[place] = UInt8.random(in: .min ... .max, using: &generator)
      case 5..<9: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      case 9..<11: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...40, using: &generator)))
      case 11..<13: bytes.insert(contentsOf: Array(pieces.randomElement(using: &generator)?.utf8 ?? "".utf8), at: place)
      case 13..<15:
        let copied = bytes[place..<min(bytes.count, place + Int.random(in: 1...60, using: &generator))]
        bytes.insert(contentsOf: copied, at: Int.random(in: bytes.indices, using: &generator))
      default: bytes.removeSubrange(place...)
      }
    }
  }

  /// Also reads every text, so that a place outside of the text's memory would be touched.
  static func read(_ bytes: [UInt8]) -> Bool {
    do throws(SpreadsheetFault) {
      let reader = try XLSXReader(bytes: bytes)
      for sheet in reader.sheets {
        let grid = try reader.grid(of: sheet)
        _ = grid.summary
        #expect(zip(grid.cells, grid.cells.dropFirst()).allSatisfy { $0.address < $1.address })
      }
      return true
    } catch {
      return false
    }
  }

  @Test func damagedArchives() {
    let good = Self.good.bytes
    #expect(Self.read(good))
    for seed in 0..<1_000 {
      var generator = Generator(state: UInt64(seed))
      var bytes = good
      Self.mutate(&bytes, using: &generator)
      _ = Self.read(bytes)
    }
  }

  /// The archive is sound, so that the damage reaches the parsers.
  @Test func damagedParts() {
    var readable = 0
    for seed in 0..<1_500 {
      var generator = Generator(state: UInt64(1_000_000 + seed))
      var archive = Self.good
      let index = Int.random(in: archive.entries.indices, using: &generator)
      var content = archive.entries[index].stored
      Self.mutate(&content, using: &generator)
      archive.entries[index].stored = content
      archive.entries[index].inflatedSize = content.count
      archive.entries[index].checksum = ZipBuilder.checksum(content)
      if Self.read(archive.bytes) { readable += 1 }
    }
    // Otherwise the mutations would be too wild, or too tame, to test both ways.
    #expect((100..<1_300).contains(readable))
  }
}
