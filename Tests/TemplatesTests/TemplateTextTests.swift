import Catalogue
import Foundation
import GNLCTestSupport
import Spreadsheets
import Testing
import Vocabulary

@testable import Templates

/// The texts of templates: those that the code asks for and those that the file has are the same.
@Suite struct TemplateTextTests {
  private let catalogue: Catalogue

  init() throws { catalogue = try #require(Repository.catalogue.catalogue) }

  private func request(_ language: TemplateLanguage) throws -> TemplateRequest {
    TemplateRequest(
      city: ExampleRound.city, programme: ExampleRound.programme, round: ExampleRound.round(framework: "key-features"),
      catalogue: catalogue, language: language, date: try #require(CalendarDate("2026-07-01")))
  }

  /// A returned workbook with findings of every severity, and one without any.
  @Test(arguments: TemplateLanguage.allCases) func nothingIsWithoutWords(_ language: TemplateLanguage) throws {
    let request = try request(language)
    let fresh = TemplateWriter.workbook(request)
    try ExampleRound.withTemporaryFile("xx-a.xlsx") { path in
      try XLSXWriter.write(fresh, toPath: path)
      let answers = try #require(
        try TemplateReader(catalogue: catalogue).read(try XLSXReader(path: path), path: "xx-a.xlsx"))
      let origins = answers.answers.prefix(3).map { answer in
        Finding.Origin(
          file: "xx-a.xlsx", sheet: answers.sheetNames[answer.sheet], row: answer.row, column: answer.value.column)
      }
      let findings = [
        Finding("C012", at: origins[0]), Finding("C050", at: origins[1]), Finding("T003", at: origins[2]),
        Finding("F061", at: Finding.Origin(file: "xx-a.xlsx"), ["sheet": "x_meta"]),
      ]
      let returned = ReturnedWorkbook.workbook(request, answers: answers, findings: findings)
      let clean = ReturnedWorkbook.workbook(request, answers: answers, findings: [])
      for sheet in fresh.sheets + returned.sheets + clean.sheets {
        for text in sheet.cells.flatMap(\.content.words) + sheet.comments.map(\.text) {
          #expect(!text.contains("[template."), "\(text)")
        }
      }
    }
  }

  /// A text that nobody asks for is a translator's wasted hour.
  @Test func everyTextIsUsed() throws {
    let root = Repository.path("Sources/Templates")
    let names = FileManager.default.enumerator(atPath: root)?.allObjects as? [String] ?? []
    let code = try names.filter { $0.hasSuffix(".swift") }.map {
      try String(contentsOfFile: "\(root)/\($0)", encoding: .utf8)
    }.joined()
    // The ends of these stand in lists of the code.
    let prefixes = ["rule.", "status.", "live.", "prompt.", "alert.", "verdict.", "column.", "check.", "example."]
    for key in catalogue.texts.reports.keys where key.hasPrefix("template.") {
      let name = key.dropFirst("template.".count)
      let isWritten = code.contains("\"\(name)\"") || code.contains("\"\(key)\"")
      let ending = name.split(separator: ".").last ?? ""
      let isListed = prefixes.contains { name.hasPrefix($0) } && (code.contains("\"\(ending)\"") || Int(ending) != nil)
      let isVariant = ending.hasSuffix("_todo") || ending.hasSuffix("_text")
      let isLetter = name.hasPrefix("status.") && FormStatus.letters.contains(String(ending))
      let isLive = name.hasPrefix("live.") && LiveText(rawValue: String(ending)) != nil
      #expect(isWritten || isListed || isVariant || isLetter || isLive, "\(key)")
    }
  }
}

extension CellContent {
  fileprivate var words: [String] {
    switch self {
    case .text(let text), .link(_, let text), .formula(let text, _): [text]
    case .richText(let runs): runs.map(\.text)
    default: []
    }
  }
}
