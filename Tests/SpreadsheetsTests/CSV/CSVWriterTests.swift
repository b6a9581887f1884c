import Spreadsheets
import Testing

@Suite struct CSVWriterTests {
  private func field(_ write: (inout CSVWriter) -> Void) -> String {
    var csv = CSVWriter(header: ["X"])
    write(&csv)
    csv.endRow()
    return String(decoding: csv.bytes.dropFirst(3).dropLast(2), as: UTF8.self)
  }

  /// OWASP: text that a spreadsheet would run gets an apostrophe; it stays text.
  @Test(arguments: [
    ("=1+2", "\"'=1+2\""), ("+1", "\"'+1\""), ("-1", "\"'-1\""), ("@SUM(A1)", "\"'@SUM(A1)\""),
    (" =1+2", "\"' =1+2\""), ("＝1", "\"'＝1\""), ("\"=1", "\"'\"\"=1\""), ("\t=1", "\"'=1\""), ("a=b", "a=b"),
    ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"hi\"", "\"say \"\"hi\"\"\""), ("two\nlines", "two lines"),
    ("พะเยา", "พะเยา"), ("a\u{202E}b", "ab"), ("nul\0l", "null"), ("", ""),
    ("\u{A0}=1", "\"'\u{A0}=1\""), ("“quoted”", "“quoted”"), ("a\u{2028}b", "a b"), ("a\u{FFFE}b", "ab"),
    ("naïve", "naïve"),
    ("ＡＢ", "ＡＢ"), ("a\u{7F}b", "ab"),
  ])
  func text(_ text: String, _ expected: String) {
    #expect(field { $0.text(text) } == expected)
  }

  @Test(arguments: [
    (-5.0, 1, "-5.0"), (0.05, 1, "0.1"), (-0.04, 1, "0.0"), (48.25, 1, "48.3"), (0.145, 2, "0.15"), (1.005, 2, "1.01"),
    (-2.5, 0, "-3"), (1234567.891, 2, "1234567.89"), (0, 0, "0"), (0.005, 2, "0.01"), (99.95, 1, "100.0"),
    (1e15, 2, "1000000000000000"),
  ])
  func numbers(_ number: Double, _ decimals: Int, _ expected: String) {
    #expect(field { $0.number(number, decimals: decimals) } == expected)
  }

  @Test func aMissingNumberIsEmpty() {
    #expect(field { $0.number(nil, decimals: 1) } == "")
  }

  @Test(arguments: [
    (0, "0"), (7, "7"), (-10, "-10"), (1_234_567, "1234567"), (.max, "\(Int.max)"), (.min, "\(Int.min)"),
  ])
  func integers(_ number: Int, _ expected: String) {
    #expect(field { $0.integer(number) } == expected)
  }

  @Test func addresses() {
    #expect(field { $0.cell(CellAddress(row: 99, column: 27)) } == "AB100")
  }

  /// Fields that were written apart are the same as those written in place, guards and all.
  @Test func sharedFields() {
    func write(_ csv: inout CSVWriter) {
      csv.text("=1")
      csv.code("x")
      csv.empty()
    }
    let shared = CSVFields(write)
    var apart = CSVWriter(header: ["A", "B", "C", "D"])
    apart.integer(1)
    apart.fields(shared)
    apart.endRow()
    apart.fields(shared)
    apart.integer(2)
    apart.endRow()
    var inPlace = CSVWriter(header: ["A", "B", "C", "D"])
    inPlace.integer(1)
    write(&inPlace)
    inPlace.endRow()
    write(&inPlace)
    inPlace.integer(2)
    inPlace.endRow()
    #expect(apart.bytes == inPlace.bytes)
  }

  /// Whatever is written is read back as it was, but for the guards.
  @Test func whatIsWrittenIsReadBack() throws {
    let texts = ["a", "b,c", "d\"e", "ก ข", "1.5", "x;y", "  spaced"]
    var csv = CSVWriter(header: texts.indices.map { "C\($0)" })
    for text in texts { csv.text(text) }
    csv.endRow()
    let grid = try CSVReader(bytes: csv.bytes).grid()
    #expect(grid.cells.filter { $0.row == 1 }.map { grid.string(of: $0) } == texts)
  }
}
