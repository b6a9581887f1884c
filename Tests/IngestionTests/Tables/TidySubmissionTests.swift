import Catalogue
import Foundation
import GNLCTestSupport
import Testing
import Vocabulary

@testable import Ingestion

@Suite struct TidySubmissionTests {
  let sample: Sample

  init() throws { sample = try Sample() }

  @Test func plainRows() throws {
    let file = try sample.tidy(
      """
      CITY,VARIABLE,SEX,TIME_PERIOD,OBS_VALUE,OBS_STATUS,NOTE
      th-phayao,adults,,2025,17500,,
      th-phayao,adults,F,2025,9000,P,counted in May
      th-phayao,adults,M,2025,,O,
      th-phayao,schooling,_T,2025,,,
      """)
    #expect(
      sample.lines(file) == [
        "th-phayao adults 2025 = 17500 (A)", "th-phayao adults sex=F 2025 = 9000 (P)",
        "th-phayao adults sex=M 2025 = – (O)",
      ])
    #expect(file.findings.isEmpty)
    #expect(file.notes == ["", "counted in May"])
    #expect(file.reconciliation.read == 4)
    #expect(file.reconciliation.blanks == 1)
    #expect(file.observations.map(\.provenance.row) == [1, 2, 3])
  }

  /// Column names in plain English or Thai, in any order and any case.
  @Test(arguments: [
    "CITY,VARIABLE,TIME_PERIOD,OBS_VALUE\nth-phayao,adults,2025,5",
    "value,Year,Code,City_ID\n5,2025,adults,th-phayao",
    "เมือง,ตัวแปร,ปี,ค่า\nth-phayao,adults,2568,5",
    "รหัสเมือง;รหัสตัวแปร;ปี พ.ศ.;ข้อมูล\nth-phayao;adults;๒๕๖๘;๕",
    "\u{FEFF}city code\tindicator\treference year\tvalue\nTH-PHAYAO\tAdults\t2025\t5",
    "Report of Phayao,,,\n,,,\nCITY,VARIABLE,TIME_PERIOD,OBS_VALUE\nth-phayao,adults,2025,5",
  ])
  func headers(_ text: String) throws {
    #expect(try sample.lines(sample.tidy(text)) == ["th-phayao adults 2025 = 5 (A)"])
  }

  /// Total is written in many ways. Where districts have names of their own, it is a name.
  @Test(arguments: ["", "_T", "T", "total", "Total", "ALL", "รวม", " ทั้งหมด "]) func wordsForEverybody(_ word: String)
    throws
  {
    let file = try sample.tidy("CITY,VARIABLE,SEX,TIME_PERIOD,OBS_VALUE\nth-phayao,adults,\(word),2025,5")
    #expect(sample.lines(file) == ["th-phayao adults 2025 = 5 (A)"])
    #expect(file.findings.isEmpty)
  }

  @Test func anOpenDimensionKeepsItsNames() throws {
    let file = try sample.mapped(
      "city: th-phayao\nperiod: {column: Year}\nvalue: Value\nvariable: adults\nother_columns: breakdowns",
      "Year,Ward,Value\n2020,All,1")
    #expect(sample.lines(file) == ["th-phayao adults ward=all 2020 = 1 (A)"])
  }

  struct Slip: Sendable, CustomTestStringConvertible {
    var row: String
    var code: String
    /// Details of the finding that are compared.
    var details: [String: String]
    var column: Int
    init(_ row: String, _ code: String, _ details: [String: String], column: Int) {
      self.row = row
      self.code = code
      self.details = details
      self.column = column
    }
    var testDescription: String { row }
  }

  /// Each slip is one finding at its cell, and its row no observation.
  @Test(arguments: [
    Slip("th-phayo,adults,,2025,5,,", "C001", ["seen": "th-phayo", "near": "th-phayao"], column: 0),
    Slip(",adults,,2025,5,,", "C001", ["seen": ""], column: 0),
    Slip("th-phayao,adult,,2025,5,,", "C003", ["seen": "adult", "near": "adults"], column: 1),
    Slip("th-phayao,adults,X,2025,5,,", "C011", ["seen": "X", "allowed": "F, M"], column: 2),
    Slip("th-phayao,adults,,last year,5,,", "C006", ["seen": "last year"], column: 3),
    Slip("th-phayao,adults,,2025,many,,", "C005", ["seen": "many"], column: 4),
    Slip("th-phayao,adults,,2025,\"12,5\",,", "N004", ["proposal": "12.5"], column: 4),
    Slip("th-phayao,adults,,2025,5,Z,", "C008", ["seen": "Z"], column: 5),
    Slip("th-phayao,adults,,2025,5,O,", "C009", ["seen": "5", "status": "O"], column: 4),
    Slip("th-phayao,adults,,2025,5,,places", "C004", ["seen": "places", "unit": "persons"], column: 6),
    Slip("th-phayao,adults,,2025,5%,,", "C004", ["seen": "%", "unit": "persons"], column: 4),
  ])
  func slip(_ slip: Slip) throws {
    let file = try sample.tidy("CITY,VARIABLE,SEX,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MEASURE\n" + slip.row)
    #expect(file.findingCodes == [slip.code])
    let finding = try #require(file.findings.first)
    #expect(finding.details.merging(slip.details) { $1 } == finding.details)
    #expect(finding.origin.row == 1)
    #expect(finding.origin.column == slip.column)
    #expect(file.observations.isEmpty)
    #expect(file.reconciliation.rejected == 1)
  }

  /// Repairs are told cell by cell, so that the copy that goes back can mark them.
  @Test func repairsOfEachCell() throws {
    let file = try sample.tidy(
      """
      CITY,VARIABLE,TIME_PERIOD,OBS_VALUE
      th-phayao,adults,2025,"1,234"
      th-phayao,literate,2025,"1,200"
      th-phayao,literacy_rate,2025,97.2%
      th-phayao,libraries,2568,๕
      """)
    #expect(file.findingCodes == ["N003", "N003", "N006", "N001", "N002", "N007"])
    #expect(sample.lines(file).last == "th-phayao libraries 2025 = 5 (A)")
  }

  @Test func statusesOfTheTemplate() throws {
    let file = try sample.tidy(
      """
      CITY,VARIABLE,TIME_PERIOD,OBS_VALUE,OBS_STATUS
      th-phayao,adults,2025,5,p เบื้องต้น · provisional
      th-phayao,literate,2025,,m
      th-phayao,schooling,2025,ไม่เกี่ยวข้อง,
      """)
    #expect(
      sample.lines(file) == [
        "th-phayao adults 2025 = 5 (P)", "th-phayao literate 2025 = – (O)", "th-phayao schooling 2025 = – (M)",
      ])
  }

  /// Small letters and words are those of the form, in the value's cell and in the status'; capitals are SDMX's, as our own tables
  /// bear them.
  @Test(arguments: [
    ("x,", "K"), ("X,", "K"), ("m,", "O"), ("a,", "M"), ("-,", "O"), (",x", "K"), (",m", "O"), (",M", "M"), (",O", "O"),
    (",ไม่มีข้อมูล", "O"), (",Elsewhere", "K"), (",M ไม่มีข้อมูล · missing", "O"), (",m missing", "O"),
    (",M anything", "M"),
  ])
  func reasonsOfTheForm(_ cells: String, _ status: String) throws {
    let file = try sample.tidy(
      "CITY,VARIABLE,TIME_PERIOD,OBS_VALUE,OBS_STATUS\nth-phayao,population,2025,\(cells)",
      by: try #require(Repository.catalogue.catalogue))
    #expect(file.observations.map(\.status.code) == [status])
  }

  @Test func tablesThatCannotBeRead() throws {
    #expect(try sample.tidy("CITY,VARIABLE,TIME_PERIOD\nth-phayao,adults,2025").findingCodes == ["F030"])
    #expect(try sample.tidy("CITY,VARIABLE,TIME_PERIOD\n").finding("F030")?.details["missing"] == "OBS_VALUE")
    #expect(try sample.tidy("\n\n").findingCodes == ["F036"])
    #expect(try sample.tidy("").findingCodes == ["F001"])
    #expect(try sample.tidy("CITY,VARIABLE,TIME_PERIOD,OBS_VALUE\nth-phayao,adults,2025,\"5").findingCodes == ["F019"])
  }

  @Test func headerWithoutRows() throws {
    let file = try sample.tidy("CITY,VARIABLE,TIME_PERIOD,OBS_VALUE\n")
    #expect(file.findingCodes == ["F036"])
    #expect(file.reconciliation.read == 0)
  }

  /// Unknown columns, doubled ones, cells under no name.
  @Test func columnsTooMany() throws {
    let file = try sample.tidy(
      """
      CITY,VARIABLE,TIME_PERIOD,OBS_VALUE,,COLOUR,OBS_VALUE
      th-phayao,adults,2025,5,stray,red,6,beyond
      """)
    #expect(file.findingCodes.sorted() == ["F034", "F035", "F037", "F037"])
    #expect(file.findings.filter { $0.code == "F037" }.map { $0.origin.column } == [4, 7])
    #expect(sample.lines(file) == ["th-phayao adults 2025 = 5 (A)"])
  }

  /// A great many of one kind are counted, not listed.
  @Test func manyOfOneKind() throws {
    let rows = (0..<250).map { "th-phayao,adults,2025,x\($0)" }.joined(separator: "\n")
    let file = try sample.tidy("CITY,VARIABLE,TIME_PERIOD,OBS_VALUE\n" + rows)
    #expect(file.findingCodes.filter { $0 == "C005" }.count == 200)
    #expect(file.finding("F090")?.details == ["code": "C005", "count": "250", "listed": "200"])
    #expect(file.reconciliation.rejected == 250)
  }

  /// Years of both eras in one file: told once, at the first year of the second kind.
  @Test(arguments: [
    (["2567", "2568"], nil), (["2024", "2025"], nil), (["2567", "ปี 2568", "๒๕๖๖"], nil),
    (["2024", "2025", "2567", "2568"], 3), (["พ.ศ. 2567", "2567", "2024-01-01/P2Y", "2024"], 3),
    (["2567", "soon"], nil),
  ])
  func mixedEras(_ years: [String], _ row: Int?) throws {
    let rows = years.enumerated().map { "th-phayao,adults,D\($0.offset),\($0.element),5" }
    let file = try sample.tidy((["CITY,VARIABLE,DISTRICT,TIME_PERIOD,OBS_VALUE"] + rows).joined(separator: "\n"))
    let mixtures = file.findings.filter { $0.code == "N007" }
    #expect(mixtures.map(\.origin.row) == (row.map { [$0] } ?? []))
    #expect(mixtures.allSatisfy { $0.origin.column == 3 && $0.details.keys.sorted() == ["be", "ce"] })
  }
}
