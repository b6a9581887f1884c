import Spreadsheets
import Testing
import Vocabulary

@testable import Reporting

/// The register of corrections in the evaluation.
@Suite struct CorrectionPageTests {
  private func results() throws -> RoundResults {
    var results = try SampleWorkbook.results(FictionalNetwork())
    let figure = try #require(results.observations.observations.first { $0.value != nil })
    func record(
      _ outcome: CorrectionRecord.Outcome, line: Int, reported: Double?, reason: String = "=a slip"
    ) throws -> CorrectionRecord {
      CorrectionRecord(
        correction: Correction(
          city: figure.key.city, variable: figure.key.variable,
          breakdown: results.observations.breakdowns[figure.key.breakdown], period: figure.key.period,
          action: .override(figure.value ?? 0, nil), expected: .value(9.5),
          reason: LocalizedText(english: reason, thai: "พิมพ์ผิด"),
          authority: LocalizedText(english: "Panel", thai: "คณะ"),
          reference: "Minutes 3", date: try #require(CalendarDate("2026-10-05")), expires: nil, submission: nil,
          line: line),
        round: results.round.id, outcome: outcome, reported: reported,
        reportedStatus: outcome == .applied ? .normal : nil, file: "a.csv")
    }
    results.corrections = [
      try record(.applied, line: 3, reported: 9.5), try record(.expired, line: 12, reported: nil),
    ]
    return results
  }

  /// The page, its table and the CSV file say the same; without corrections only the notes speak of them.
  @Test(arguments: Language.allCases) func pageTableAndFileAgree(_ language: Language) throws {
    let results = try results()
    let used = try #require(results.observations.observations.first { $0.value != nil }?.value)
    let workbook = EvaluationWorkbook.build(results, language: language)
    let page = try workbook.sheet(SheetNames.corrections)
    #expect(page.text(row: 3, column: 1)?.contains("1") == true)
    for line in 2...5 {
      #expect(TextLimits.length(try #require(page.text(row: line, column: 1))) <= (line == 3 ? 75 : 110))
    }
    let texts = page.texts.map(\.text)
    #expect(texts.contains(language == .thai ? "พิมพ์ผิด" : "'=a slip"))
    #expect(texts.contains { $0.contains(language == .thai ? "คณะ · Minutes 3" : "Panel · Minutes 3") })
    let table = try #require(try workbook.sheet(SheetNames.correctedFigures).table)
    #expect(try table.texts("outcome") == ["applied", "expired"])
    #expect(try table.numbers("reported") == [9.5, nil])
    #expect(try table.numbers("used") == [used, nil])
    #expect(try table.texts("status").last == "[z]")
    var rows: [[Substring]] = []
    CorrectionsCSV.table(results).forEachPiece { bytes in
      rows += String(decoding: bytes, as: UTF8.self).split(separator: "\r\n").map {
        $0.split(separator: ",", omittingEmptySubsequences: false)
      }
    }
    #expect(rows.count == 3)
    #expect(rows[1][9...10] == ["applied", "9.5"])
    #expect(Double(rows[1][12]) == used)
    #expect(rows[2][9...13] == ["expired", "", "", "", ""])
    #expect(!rows[1][15].hasPrefix("="))
    let contents = try workbook.sheet(SheetNames.contents)
    #expect(contents.texts.contains { $0.text == SheetNames.spoken(SheetNames.corrections)[language] })
  }

  @Test func withoutCorrectionsTheNotesSaySo() throws {
    let workbook = try SampleWorkbook.workbook(FictionalNetwork())
    #expect(!workbook.sheets.contains { $0.name == SheetNames.corrections || $0.name == SheetNames.correctedFigures })
    #expect(try workbook.sheet(SheetNames.notes).texts.contains { $0.text.contains("no correction was decided") })
    let corrected = EvaluationWorkbook.build(try results(), language: .english)
    #expect(try corrected.sheet(SheetNames.notes).texts.contains { $0.text.contains("by decision: 1.") })
  }
}
