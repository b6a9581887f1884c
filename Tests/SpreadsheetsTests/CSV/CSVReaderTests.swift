import Foundation
import Spreadsheets
import Testing

@Suite struct CSVReaderTests {
  /// The rows of a file as texts, holes empty.
  private func rows(_ bytes: [UInt8], encoding: TextEncoding? = nil) throws -> [[String]] {
    let grid = try CSVReader(bytes: bytes, encoding: encoding).grid()
    var rows = [[String]](repeating: [], count: grid.rowCount)
    for cell in grid.cells {
      while rows[cell.row].count <= cell.column { rows[cell.row].append("") }
      rows[cell.row][cell.column] = grid.string(of: cell)
    }
    return rows
  }

  private func rows(_ text: String) throws -> [[String]] { try rows(Array(text.utf8)) }

  @Test(arguments: [
    ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
    ("a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
    ("a,b\r1,2\r", [["a", "b"], ["1", "2"]]),
    ("a,b\n1,2", [["a", "b"], ["1", "2"]]),
    ("a;b\n1;2\n", [["a", "b"], ["1", "2"]]),
    ("a\tb\n1\t2\n", [["a", "b"], ["1", "2"]]),
    ("a|b\n1|2\n", [["a", "b"], ["1", "2"]]),
    ("sep=;\na;b,c\n", [[], ["a", "b,c"]]),
    ("a,b\n\"x,y\",\"line 1\nline 2\"\n", [["a", "b"], ["x,y", "line 1\nline 2"]]),
    ("a,b\n\"say \"\"hi\"\"\",2\n", [["a", "b"], ["say \"hi\"", "2"]]),
    ("a,b\n\"x\"y,2\n", [["a", "b"], ["xy", "2"]]),
    ("a,b,c\n1\n1,2,3,4\n", [["a", "b", "c"], ["1"], ["1", "2", "3", "4"]]),
    ("a,b\n,2\n\n3,\n", [["a", "b"], ["", "2"], [], ["3"]]),
    ("a,b\n\"\",2\n", [["a", "b"], ["", "2"]]),
    ("\u{FEFF}a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
    ("เมือง,ปี\nพะเยา,๒๕๖๘\n", [["เมือง", "ปี"], ["พะเยา", "๒๕๖๘"]]),
  ])
  func whatPeopleSend(_ text: String, _ expected: [[String]]) throws {
    #expect(try rows(text) == expected)
  }

  @Test func theDelimiterIsTheOneThatCutsEvenly() throws {
    #expect(try CSVReader(bytes: Array("name;note\na;1,5\nb;2,5\n".utf8)).delimiter == UInt8(ascii: ";"))
    #expect(try CSVReader(bytes: Array("name,note\na,\"x;y;z\"\n".utf8)).delimiter == UInt8(ascii: ","))
    #expect(try CSVReader(bytes: Array("alone\n1\n".utf8)).delimiter == UInt8(ascii: ","))
  }

  @Test func encodingsAreTold() throws {
    let thai: [UInt8] = [0xA1, 0xC3, 0xD8, 0xA7, 0xE0, 0xB7, 0xBE, 0x2C, 0x31, 0x0A]
    #expect(try CSVReader(bytes: thai).encoding == .windows874)
    #expect(try rows(thai) == [["กรุงเทพ", "1"]])
    for encoding in [String.Encoding.utf16LittleEndian, .utf16BigEndian] {
      let body = try #require("a,ก\n1,2\n".data(using: encoding))
      #expect(try rows(Array(body)) == [["a", "ก"], ["1", "2"]])
    }
    let marked = try #require("a,ก\n".data(using: .utf16))
    #expect(try rows(Array(marked)) == [["a", "ก"]])
  }

  @Test func westernBytesAreRefusedUnlessDeclared() throws {
    let bytes: [UInt8] = Array("caf".utf8) + [0xE9, 0x2C, 0x31, 0x0A]
    #expect { try CSVReader(bytes: bytes) } throws: { ($0 as? SpreadsheetFault)?.kind == .badEncoding }
    #expect(try rows(bytes, encoding: .windows1252) == [["café", "1"]])
  }

  @Test func anOpenQuoteIsTold() {
    #expect { try CSVReader(bytes: Array("a,b\n\"x,2\n".utf8)).grid() } throws: {
      guard let fault = $0 as? SpreadsheetFault else { return false }
      return fault.kind == .unterminatedQuote && fault.row == 1
    }
  }

  @Test func nothingIsAFault() {
    #expect { try CSVReader(bytes: []) } throws: { ($0 as? SpreadsheetFault)?.kind == .empty }
  }

  @Test func tooManyColumnsAreTold() {
    let wide = Array(String(repeating: "x,", count: 300).utf8)
    #expect { try CSVReader(bytes: wide, limits: .submission).grid() } throws: {
      ($0 as? SpreadsheetFault)?.kind == .tooManyCells
    }
  }

  /// Stretches give the same cells as the whole, with the rows numbered through.
  @Test(arguments: [1, 2, 3, 7]) func stretchesJoin(_ size: Int) throws {
    let text = "h1,h2\n" + (0..<20).map { $0 % 5 == 0 ? "\n" : "\($0),\"a\n\($0)\"\n" }.joined()
    var reader = try CSVReader(bytes: Array(text.utf8))
    var joined: [String] = []
    while let grid = try reader.nextGrid(rows: size) {
      joined += grid.cells.map { "\($0.address) \(grid.string(of: $0))" }
    }
    let whole = try CSVReader(bytes: Array(text.utf8)).grid()
    #expect(joined == whole.cells.map { "\($0.address) \(whole.string(of: $0))" })
  }

  /// Reading ahead changes nothing: the same stretches in order, up to what goes wrong on either side.
  @Test func readingAhead() throws {
    struct Enough: Error {}
    let rows = (0..<3_000).map { "row,\($0)\n" }.joined()
    var reader = try CSVReader(bytes: Array(rows.utf8))
    var stretches: [[String]] = []
    try reader.forEachGrid { grid in stretches.append(grid.cells.map { "\($0.address) \(grid.string(of: $0))" }) }
    var expected: [[String]] = []
    while let grid = try reader.nextGrid() {
      expected.append(grid.cells.map { "\($0.address) \(grid.string(of: $0))" })
    }
    #expect(stretches == expected)
    #expect(stretches.count == 3)

    let broken = try CSVReader(bytes: Array((rows + "row,\"never ends").utf8))
    var seen = 0
    #expect { try broken.forEachGrid { _ in seen += 1 } } throws: {
      ($0 as? SpreadsheetFault)?.kind == .unterminatedQuote
    }
    #expect(seen == 2)
    #expect(throws: Enough.self) { try broken.forEachGrid { _ in throw Enough() } }
  }

  /// A cut falls between records, also among quoted newlines.
  @Test func partsAreWhole() throws {
    let line = "abc,\"x\ny\",\(String(repeating: "z", count: 90))\n"
    let text = String(repeating: line, count: 25_000)
    let reader = try CSVReader(bytes: Array(text.utf8))
    let parts = reader.split(into: 4)
    #expect(parts.count == 4)
    let counts = try parts.map { try $0.grid().cells.count }
    #expect(counts.reduce(0, +) == 75_000)
    #expect(counts.allSatisfy { $0 % 3 == 0 })
  }

  /// A large file is looked at in stretches; where they are cut, no character may be taken for a broken one, and none that is
  /// broken for a whole one.
  @Test(arguments: 0..<4) func largeFilesAreCutBetweenCharacters(shift: Int) throws {
    let bytes = Array((String(repeating: "x", count: shift) + String(repeating: "ก😀", count: 1_400_000)).utf8)
    #expect(try CSVReader(bytes: bytes).encoding == .utf8)
    for place in [4 << 20, bytes.count - 1] {
      var broken = bytes
      broken[place] = 0xFF
      #expect(throws: SpreadsheetFault.self) { _ = try CSVReader(bytes: broken) }
    }
  }

  /// A large file is taken for what it begins as; a row that is something else ends that, and all bytes decide.
  @Test(
    arguments: [
      ("ก", TextEncoding.utf8), ("\u{FEFF}", .utf8), ("\u{80}", .utf8), (nil, .windows874),
    ] as [(String?, TextEncoding)])
  func largeFilesAreCheckedAsTheyAreRead(word: String?, encoding: TextEncoding) throws {
    let bytes =
      Array(String(repeating: "plain,letters\n", count: 100_000).utf8)
      + (word.map { Array($0.utf8) } ?? [0xA1, 0xE8, 0xA1])
      + Array(",end\n".utf8)
    let file = FileManager.default.temporaryDirectory.appending(path: "gnlc-\(UUID()).csv")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let storage = try MappedFile(path: file.path, limits: .source, copiedUpTo: 0).storage
    func reader(_ declared: TextEncoding?) throws -> CSVReader {
      try CSVReader(storage: storage, limits: .source, encoding: declared, delimiter: nil)
    }
    var assuming = try reader(nil)
    #expect(assuming.encoding == .utf8)
    let detected = try #require(try assuming.afterDetection())
    #expect(detected.encoding == encoding)
    #expect(try detected.afterDetection() == nil)
    let whole = try CSVReader(bytes: bytes).grid()
    let grid = try detected.grid()
    #expect(grid.cells.map { grid.string(of: $0) } == whole.cells.map { whole.string(of: $0) })
    func readAll(_ reader: inout CSVReader) throws { while try reader.nextGrid() != nil {} }
    if encoding == .utf8 {
      try readAll(&assuming)
    } else {
      #expect { try readAll(&assuming) } throws: { ($0 as? SpreadsheetFault)?.kind == .badEncoding }
      #expect { try reader(.utf8).grid() } throws: { ($0 as? SpreadsheetFault)?.kind == .badEncoding }
    }
  }

  /// Wherever a file is cut, its parts have the records of the whole, quotes or not.
  @Test(arguments: [
    "a,b\n", "a,\"b\nc\"\n", "\"\"\"a\n\"\"\",b\r\n",
    "\"a very long record with\n\n\n\n\n\n\n\n\n line ends in it\",b\n",
  ])
  func partsHaveAllRecords(line: String) throws {
    let bytes = Array(String(repeating: line, count: 60).utf8)
    let reader = try CSVReader(bytes: bytes, limits: .source)
    let whole = try reader.grid()
    let texts = whole.cells.map { whole.string(of: $0) }
    for count in 1...40 {
      let parts = try reader.split(into: count).map { try $0.grid() }
      #expect(parts.flatMap { part in part.cells.map { part.string(of: $0) } } == texts)
    }
  }

  /// Without counting quotes a file is cut at line ends, whatever stands between them.
  @Test func partsWithoutCounting() throws {
    let lines = (0..<6_000).map { $0 % 10 == 3 ? "\($0),\"Mueang, Phayao\"\n" : "\($0),plain\n" }
    let reader = try CSVReader(bytes: Array(lines.joined().utf8), limits: .source)
    let parts = reader.split(into: 100, countingQuotes: false)
    #expect(parts.count == 100)
    let grids = try parts.map { try $0.grid() }
    let whole = try reader.grid()
    #expect(
      grids.flatMap { part in part.cells.map { part.string(of: $0) } } == whole.cells.map { whole.string(of: $0) })
  }

  /// Fields of every length, and delimiters at every place of a word of eight bytes.
  @Test(arguments: [",", ";", "\t", "|"]) func fieldsOfAnyLength(delimiter: Character) throws {
    let rows = (0..<40).map { length in
      [String(repeating: "a", count: length + 1), "b", String(repeating: "ก", count: length + 1)]
    }
    for end in ["\n", "\r\n", "\r"] {
      let text = rows.map { $0.joined(separator: String(delimiter)) }.joined(separator: end)
      let grid = try CSVReader(bytes: Array(text.utf8), delimiter: delimiter.asciiValue).grid()
      #expect(grid.cells.map { grid.string(of: $0) } == rows.flatMap(\.self))
      #expect(grid.rowCount == rows.count)
    }
  }

  /// Bytes of any kind give cells or a fault.
  @Test func noiseNeverCrashes() {
    var state: UInt64 = 42
    let alphabet: [UInt8] = Array("a1,;\"\n\r\t ".utf8) + [0, 0xA1, 0xE0, 0xFF, 0xFE]
    for _ in 0..<2000 {
      var bytes: [UInt8] = []
      for _ in 0..<(Int(state % 60) + 1) {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes.append(alphabet[Int(state >> 33) % alphabet.count])
      }
      guard let grid = try? CSVReader(bytes: bytes).grid() else { continue }
      for cell in grid.cells { _ = grid.string(of: cell) }
    }
  }
}
