import Catalogue
import GNLCTestSupport
import Spreadsheets
import Testing
import Vocabulary

@testable import Templates

/// The workbook of the shipped catalogue, in every language.
@Suite struct TemplateWriterTests {
  private func request(_ language: TemplateLanguage, years: [Int]? = nil) throws -> TemplateRequest {
    let catalogue = try #require(Repository.catalogue.catalogue)
    var prior = PriorValues()
    for index in catalogue.variables.indices where index % 2 == 0 {
      prior.add(catalogue.variables[index].range.lowerBound, of: VariableID(index), year: 2024)
    }
    return TemplateRequest(
      city: ExampleRound.city, programme: ExampleRound.programme, round: ExampleRound.round(framework: "key-features"),
      catalogue: catalogue, prior: prior, language: language, date: try #require(CalendarDate("2026-07-01")),
      years: years)
  }

  @Test(arguments: TemplateLanguage.allCases) func isWrittenAndRecognised(_ language: TemplateLanguage) throws {
    let request = try request(language)
    try ExampleRound.withTemporaryFile("template.xlsx") { path in
      try XLSXWriter.write(TemplateWriter.workbook(request), toPath: path)
      let reader = try XLSXReader(path: path)
      #expect(TemplateReader.recognises(reader))
      let answers = try #require(
        try TemplateReader(catalogue: request.catalogue, round: "demo/2026").read(reader, path: ""))
      #expect(answers.findings == [])
      #expect(answers.answers.count == TemplateRows(catalogue: request.catalogue, framework: "key-features").rows.count)
      #expect(answers.answers.allSatisfy { $0.value.cell == nil && $0.status != nil && $0.note != nil })
    }
  }

  /// A formula that does not close makes Excel repair the file, and take all formulas out.
  @Test(arguments: TemplateLanguage.allCases) func everyFormulaCloses(_ language: TemplateLanguage) throws {
    let formulas = TemplateWriter.workbook(try request(language)).sheets.flatMap(\.cells).compactMap { cell in
      if case .formula(let formula, _) = cell.content { formula } else { nil }
    }
    #expect(formulas.count > 500)
    for formula in formulas {
      // What stands in quotes is text.
      let code = formula.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset % 2 == 0 }.map(\.element).joined()
      #expect(code.count { $0 == "(" } == code.count { $0 == ")" }, "\(formula)")
    }
  }

  /// What cities share knows nothing of any of them.
  @Test(arguments: TemplateLanguage.allCases) func aFormIsTheSameForEveryCity(_ language: TemplateLanguage) throws {
    let request = try request(language)
    var other = request
    other.prior = PriorValues()
    other.city = City(id: "xx-b", name: LocalizedText(english: "B", thai: "ข"), country: "XX")
    #expect(TemplateWriter.workbook(request, TemplateForm(other)) == TemplateWriter.workbook(request))
    #expect(TemplateWriter.workbook(other, TemplateForm(request)) == TemplateWriter.workbook(other))
    #expect(TemplateWriter.workbook(other) != TemplateWriter.workbook(request))
  }

  @Test func severalYears() throws {
    let request = try request(.both, years: [2024, 2025])
    try ExampleRound.withTemporaryFile("template.xlsx") { path in
      try XLSXWriter.write(TemplateWriter.workbook(request), toPath: path)
      let answers = try #require(
        try TemplateReader(catalogue: request.catalogue).read(try XLSXReader(path: path), path: ""))
      #expect(answers.findings == [])
      let first = answers.answers.prefix(2).map { $0.value.column }
      #expect(first == [7, 11])
      #expect(answers.answers.prefix(2).map { $0.status?.column } == [8, 12])
    }
  }

  @Test func onlyCellsToFillAreUnlocked() throws {
    let workbook = TemplateWriter.workbook(try request(.both))
    for sheet in workbook.sheets where !sheet.isHidden {
      #expect(sheet.protection != nil)
      for cell in sheet.cells where !cell.format.locked {
        #expect(cell.content == .blank, "\(sheet.name) \(cell.address)")
      }
    }
    let data = try #require(workbook.sheets.first { $0.name == TemplateLayout.data })
    let open = Set(data.cells.filter { !$0.format.locked }.map(\.address.column))
    #expect(open == [7, 8, 9, 10])
  }

  @Test func isTheSameEveryTime() throws {
    let request = try request(.both)
    #expect(TemplateWriter.workbook(request) == TemplateWriter.workbook(request))
  }

  /// Texts are found, and nothing that Excel would cut is in the file.
  @Test(arguments: TemplateLanguage.allCases) func textsAreThereAndFit(_ language: TemplateLanguage) throws {
    let workbook = TemplateWriter.workbook(try request(language))
    for sheet in workbook.sheets {
      for cell in sheet.cells {
        if case .text(let text) = cell.content { #expect(!text.contains("[template."), "\(text)") }
      }
      for message in sheet.validations.flatMap({ [$0.prompt, $0.alert] }).compactMap({ $0 }) {
        #expect(message.title.utf16.count <= 32 && message.text.utf16.count <= 255)
        #expect(!message.text.contains("[template.") && !message.text.contains("{"))
        if language == .both { #expect(message.text.contains("\n"), "one language only: \(message.text)") }
      }
    }
  }

  /// Every code that a template leads to has its texts.
  @Test func findingsHaveTexts() throws {
    let texts = try #require(Repository.catalogue.catalogue).texts
    let codes = (60...73).map { "F0\($0)" } + (50...62).filter { $0 != 57 }.map { "C0\($0)" } + ["R010"]
    for code in codes { #expect(texts.findings[FindingCode(code)] != nil, "\(code)") }
  }
}
