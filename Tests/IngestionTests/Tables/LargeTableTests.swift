import GNLCTestSupport
import Spreadsheets
import Testing
import Vocabulary

@testable import Ingestion

/// A large table is read in parts on several cores; nobody can tell from what comes out.
@Suite struct LargeTableTests {
  let sample: Sample

  init() throws { sample = try Sample() }

  private let mapping = """
    city: {column: geo, prefix: th-, others: excluded}
    period: {column: year}
    value: {column: value}
    variable: {column: series}
    notes: note
    other_columns: breakdowns
    """

  /// Rows of every kind: other areas, unknown series, bad values, repairs, notes over several lines, districts of their own.
  private func table(rows: Int, seed: UInt64) -> String {
    var random = seed
    func draw(_ choices: [String]) -> String {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return choices[Int(random >> 33) % choices.count]
    }
    var text = "geo,series,sex,district,year,value,note\n"
    for row in 0..<rows {
      let series = draw(["adults", "adults", "literacy_rate", "libraries", "nonsense"])
      let note = draw(["", "", "plain", "\"two\nlines\"", "\"he said \"\"so\"\"\""])
      text +=
        [
          draw(["phayao", "satun", "xx"]), series, draw(["F", "M", "_T", "?"]),
          draw(["", "Old Town", "River \(row % 40)"]),
          draw(["2020", "2563", "2021", "soon"]), draw(["12", "1,5", "\"1,234\"", "x", "", "๑๒", "7%"]), note,
        ].joined(separator: ",") + draw(["\n", "\r\n", "\n\n"])
    }
    return text
  }

  @Test(arguments: [(2_000, 1), (5_000, 2), (20_000, 3)])
  func partsMakeTheWhole(size: Int, seed: UInt64) throws {
    let path = try sample.folder.write("data.csv", table(rows: 9_000, seed: seed))
    let mapping = try sample.mapping(mapping)
    let whole = sample.ingestor(mapping, limits: .source).ingest(path: "data.csv", at: path)
    var ingestor = sample.ingestor(mapping, limits: .source)
    ingestor.partSize = size
    let parts = ingestor.ingest(path: "data.csv", at: path)
    try #require(whole.observations.count > 500)
    #expect(whole.findingCodes.contains("F090"))
    #expect(sample.lines(parts) == sample.lines(whole))
    #expect(parts.observations.map(\.provenance) == whole.observations.map(\.provenance))
    #expect(
      parts.observations.map { parts.notes[Int($0.note)] } == whole.observations.map { whole.notes[Int($0.note)] })
    #expect(zip(parts.findings, whole.findings).first { $0 != $1 } == nil)
    #expect(parts.findings.count == whole.findings.count)
    #expect(parts.reconciliation == whole.reconciliation)
    #expect(parts.reconciliation.isBalanced)
  }

  /// A quote inside a text misleads the cutting; two names of one code are told apart only in order.
  @Test(arguments: ["5\" pipe", "plain"])
  func whatOnlyOrderTells(word: String) throws {
    var text = "geo,series,sex,district,year,value,note\n"
    for row in 0..<6_000 {
      let district = word == "plain" && row > 5_000 ? "Old-Town" : "Old Town"
      let note = row == 4_500 ? word : row % 7 == 0 ? "\"a\nb\"" : ""
      text += "phayao,adults,F,\(district),\(1000 + row),\(row),\(note)\n"
    }
    let path = try sample.folder.write("data.csv", text)
    let mapping = try sample.mapping(mapping)
    let whole = sample.ingestor(mapping, limits: .source).ingest(path: "data.csv", at: path)
    var ingestor = sample.ingestor(mapping, limits: .source)
    ingestor.partSize = 4_000
    let parts = ingestor.ingest(path: "data.csv", at: path)
    #expect(sample.lines(parts) == sample.lines(whole))
    #expect(zip(parts.findings, whole.findings).first { $0 != $1 } == nil)
    #expect(parts.findings.count == whole.findings.count)
    #expect(parts.reconciliation == whole.reconciliation)
  }

  /// A file whose beginning has no quotes is cut at line ends, until one turns out to stand within a text, even one that looks like rows.
  @Test(arguments: [2_000, 3_001, 9_000])
  func quotesThatComeLate(size: Int) throws {
    var text = "geo,series,sex,district,year,value,note\n"
    for row in 0..<4_000 {
      let note = row > 2_000 && row % 3 == 0 ? "\"see\nphayao,adults,M,,2020,77,\nphayao,adults,M,,2021,78,\n\"" : ""
      text += "phayao,adults,F,,\(1_900 + row % 100),\(row),\(note)\n"
    }
    let path = try sample.folder.write("data.csv", text)
    let mapping = try sample.mapping(mapping)
    var ingestor = sample.ingestor(mapping, limits: .source)
    ingestor.partSize = size
    let parts = ingestor.ingest(path: "data.csv", at: path)
    #expect(parts.observations.compactMap(\.value) == (0..<4_000).map(Double.init))
    #expect(parts.observations.map(\.provenance.row) == (1...4_000).map { $0 })
    #expect(parts.reconciliation.isBalanced)
  }

  /// A file too large to be looked at twice begins with plain letters, and turns out to be Thai Windows.
  @Test func encodingThatShowsLate() throws {
    let thai: [UInt8] = [0xCB, 0xB9, 0xE8, 0xC7, 0xC2]  // หน่วย
    let filling = [UInt8](repeating: UInt8(ascii: "x"), count: 9_000)
    var bytes = Array("geo,series,sex,district,year,value,note,filling\n".utf8)
    for row in 0..<2_000 {
      bytes += Array("phayao,adults,F,,\(1_900 + row % 100),\(row),".utf8) + (row > 1_500 ? thai : [])
      bytes += [UInt8(ascii: ",")] + filling + [UInt8(ascii: "\n")]
    }
    let path = try sample.folder.write("data.csv", bytes: bytes)
    let file = sample.ingestor(try sample.mapping(mapping), limits: .source).ingest(path: "data.csv", at: path)
    #expect(file.observations.compactMap(\.value) == (0..<2_000).map(Double.init))
    #expect(file.observations.last.map { file.notes[Int($0.note)] } == "หน่วย")
  }
}
