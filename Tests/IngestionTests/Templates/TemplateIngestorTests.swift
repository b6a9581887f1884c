import Catalogue
import GNLCTestSupport
import Ingestion
import Spreadsheets
import Templates
import Testing
import Vocabulary

/// A template written, mangled and read back.
@Suite struct TemplateIngestorTests {
  struct Mangling: Sendable, CustomTestStringConvertible {
    var name: String
    /// The findings that it leads to, each code once.
    var codes: Set<String> = []
    var body: @Sendable (inout FilledTemplate) -> Void
    var testDescription: String { name }
  }

  /// What may happen to a form without an answer being lost.
  static let harmless: [Mangling] = [
    Mangling(name: "untouched") { _ in },
    Mangling(name: "sheets renamed", codes: ["F070"]) {
      $0.rename(FilledTemplate.data, to: "Sheet 1")
      $0.rename(FilledTemplate.notes, to: "แผ่นงาน 3")
    },
    Mangling(name: "sheets in another order") { $0.workbook.sheets.swapAt(0, 2) },
    Mangling(name: "rows turned round") { $0.moveRows { 100 - $0 } },
    Mangling(name: "empty rows between") { $0.moveRows { $0 * 2 } },
    Mangling(name: "a heading of one's own") { $0.set(.text("ของเรา"), FilledTemplate.data, row: 60, column: 1) },
    Mangling(name: "columns moved") { $0.moveColumns { $0 == 7 ? 10 : $0 == 10 ? 7 : $0 } },
    Mangling(name: "a column in front") { $0.moveColumns { $0 + 1 } },
    Mangling(name: "hidden sheets lost", codes: ["F061"]) { $0.loseHiddenSheets() },
    Mangling(name: "properties lost") { $0.workbook.properties.custom = [] },
    Mangling(name: "hidden sheets and properties lost", codes: ["F061"]) {
      $0.loseHiddenSheets()
      $0.workbook.properties.custom = []
    },
    Mangling(name: "validations and names lost") { template in
      template.change(FilledTemplate.data) { $0.validations = [] }
      template.change(FilledTemplate.notes) { $0.validations = [] }
      template.workbook.definedNames = []
    },
    Mangling(name: "heads lost", codes: ["F071"]) { template in
      template.change(FilledTemplate.data) { $0.cells.removeAll { $0.address.row == FilledTemplate.headRow } }
    },
    Mangling(name: "heads typed again") {
      $0.set(.text("ENTER:value  ๒๕๖๘"), FilledTemplate.data, row: FilledTemplate.headRow, column: FilledTemplate.value)
      $0.set(.text("CODE"), FilledTemplate.data, row: FilledTemplate.headRow, column: FilledTemplate.code)
    },
    Mangling(name: "code with a space that nobody sees") {
      $0.set(.text("\u{A0}Schooling\u{200B}"), "schooling", column: FilledTemplate.code)
    },
    Mangling(name: "last year typed over", codes: ["F065"]) {
      $0.set(.text("1,200"), "adults", column: FilledTemplate.prior)
    },
    Mangling(name: "last year turned into a number") { $0.set(.number(1234), "adults", column: FilledTemplate.prior) },
    Mangling(name: "meta typed over", codes: ["F066"]) { template in
      template.change("x_meta") { sheet in
        for index in sheet.cells.indices where sheet.cells[index].content == .text("literate") {
          sheet.cells[index].content = .text("literates")
        }
      }
    },
    Mangling(name: "a number as text") { $0.set(.text("900"), "literate") },
    Mangling(name: "thousands separators", codes: ["N003"]) { $0.set(.text("1,000"), "adults") },
    Mangling(name: "Thai digits", codes: ["N002"]) { $0.set(.text("๙.๕"), "schooling") },
    Mangling(name: "spaces that nobody sees", codes: ["N005"]) { $0.set(.text("\u{FEFF}900\u{A0}"), "literate") },
    Mangling(name: "a formula", codes: ["C019"]) { $0.set(.formula("=500+400", cached: .number(900)), "literate") },
    Mangling(name: "a bare letter of the list") { $0.set(.text("m"), "spending", column: FilledTemplate.status) },
    Mangling(name: "a letter in the value cell", codes: ["C062"]) {
      $0.set(.text("m"), "spending")
      $0.set(.blank, "spending", column: FilledTemplate.status)
    },
  ]

  @Test(arguments: harmless) func answersSurvive(_ mangling: Mangling) throws {
    let expected = try FilledTemplate().ingested()
    var template = try FilledTemplate()
    mangling.body(&template)
    let file = try template.ingested(round: "demo/2026")
    #expect(file.statements(template.catalogue) == expected.statements(template.catalogue))
    #expect(file.codes == mangling.codes)
    #expect(file.reconciliation.isBalanced)
  }

  @Test func everyRowIsAnObservation() throws {
    let template = try FilledTemplate()
    let file = try template.ingested()
    #expect(file.statements(template.catalogue).count == 12)
    #expect(file.statements(template.catalogue).contains("adults sex=F 2025 510.0 A "))
    #expect(file.statements(template.catalogue).contains("spending  2025 - O "))
    #expect(file.statements(template.catalogue).contains { $0.hasPrefix("spending level=SEC 2025 0.0 P บรรทัดหนึ่ง") })
    #expect(file.mapping == "tidy")
    #expect(file.reconciliation.read == 12)
  }

  /// Each fault costs the rows concerned, and no others.
  static let faults: [Mangling] = [
    Mangling(name: "a row deleted", codes: ["C051"]) { template in
      let gone = template.row(of: "literate")
      template.moveRows { $0 == gone ? nil : $0 > gone ? $0 - 1 : $0 }
    },
    Mangling(name: "a code misspelt", codes: ["C051", "C052"]) {
      $0.set(.text("literatte"), "literate", column: FilledTemplate.code)
    },
    Mangling(name: "a code deleted", codes: ["C051", "C058"]) {
      $0.set(.text(""), "literate", column: FilledTemplate.code)
    },
    Mangling(name: "a row copied", codes: ["C053"]) { template in
      template.set(.text("literate"), FilledTemplate.data, row: 50, column: FilledTemplate.code)
      template.set(.number(905), FilledTemplate.data, row: 50, column: FilledTemplate.value)
    },
    Mangling(name: "a blank row", codes: ["C050"]) { $0.set(.blank, "literate") },
    Mangling(name: "a decimal comma", codes: ["N004"]) { $0.set(.text("900,5"), "literate") },
    Mangling(name: "a unit behind the number", codes: ["C055"]) { $0.set(.text("900 คน"), "literate") },
    Mangling(name: "a percentage where persons are counted", codes: ["C004"]) { $0.set(.text("90%"), "literate") },
    Mangling(name: "a word", codes: ["C005"]) { $0.set(.text("ประมาณเก้าร้อย"), "literate") },
    Mangling(name: "an unknown status", codes: ["C008"]) {
      $0.set(.text("?"), "literate", column: FilledTemplate.status)
    },
    Mangling(name: "a status of two readings", codes: ["C060"]) {
      $0.set(.text("A"), "literate", column: FilledTemplate.status)
    },
    Mangling(name: "a value that is said to be missing", codes: ["C009"]) {
      $0.set(.text("m"), "literate", column: FilledTemplate.status)
    },
    Mangling(name: "a status of a value that is not there", codes: ["C059"]) {
      $0.set(.blank, "literate")
      $0.set(.text("e"), "literate", column: FilledTemplate.status)
    },
  ]

  @Test(arguments: faults) func onlyTheRowConcernedIsLost(_ mangling: Mangling) throws {
    let all = try FilledTemplate().ingested()
    var template = try FilledTemplate()
    mangling.body(&template)
    let file = try template.ingested()
    #expect(file.codes == mangling.codes)
    let left = all.statements(template.catalogue).filter { !$0.hasPrefix("literate  2025") }
    #expect(file.statements(template.catalogue) == left)
    #expect(file.reconciliation.isBalanced)
  }

  /// Where nobody can say what the file is, nothing of it is taken.
  static let refusals: [Mangling] = [
    Mangling(name: "two data sheets", codes: ["F063"]) { template in
      var copy = template.sheet(FilledTemplate.data)
      copy.name = "1 ข้อมูล · Data (2)"
      template.workbook.sheets.append(copy)
    },
    Mangling(name: "properties of another city", codes: ["F060"]) {
      $0.workbook.properties.custom[1].value = "xx-b"
    },
    Mangling(name: "the visible line of another round", codes: ["F060"]) {
      $0.set(.text("gnlc-template 1 · demo/2025 · xx-a"), FilledTemplate.data, row: 1, column: 0)
    },
    Mangling(name: "heads and names lost", codes: ["F064"]) { template in
      template.change(FilledTemplate.data) { $0.cells.removeAll { $0.address.row == FilledTemplate.headRow } }
      template.workbook.definedNames.removeAll { !$0.name.hasSuffix("_list") }
    },
    Mangling(name: "a year that nobody asked for", codes: ["F072", "F064"]) {
      $0.set(
        .text("กรอก: ค่า 2560"), FilledTemplate.data, row: FilledTemplate.headRow, column: FilledTemplate.value)
      $0.workbook.definedNames.removeAll { !$0.name.hasSuffix("_list") }
    },
  ]

  @Test(arguments: refusals) func nothingIsTaken(_ mangling: Mangling) throws {
    var template = try FilledTemplate()
    mangling.body(&template)
    let file = try template.ingested()
    #expect(!file.codes.isDisjoint(with: mangling.codes))
    #expect(file.codes.isSubset(of: mangling.codes))
    #expect(file.observations.isEmpty)
  }

  @Test func templateOfAnotherRound() throws {
    #expect(try FilledTemplate().ingested(round: "demo/2027").codes == ["F062"])
  }

  @Test func templateOfACityOutsideTheRegistry() throws {
    let registry = CityRegistry([City(id: "xx-b", name: LocalizedText(same: "B"))])
    let file = try FilledTemplate().ingested(registry: registry)
    #expect(file.codes == ["R010"])
    #expect(file.reconciliation.rejected == 12)
  }

  /// Blank rows of what may be reported besides are no fault; filled ones are figures like any other.
  @Test func optionalPartsMayStayBlank() throws {
    var small = SmallCatalogue()
    small.variables = small.variables.replacing(
      "unit: persons, evidence: official, by: [sex]",
      with: "unit: persons, evidence: official, by: [sex], also_by: [level]")
    var template = try FilledTemplate(catalogue: small)
    #expect(try template.ingested().codes.isEmpty)
    template.set(.number(120), "literate|level=PRI")
    let file = try template.ingested()
    #expect(file.codes.isEmpty)
    #expect(file.statements(template.catalogue).contains { $0.hasPrefix("literate level=PRI 2025 120.0") })
  }

  @Test func correctionOfAnEarlierYear() throws {
    var template = try FilledTemplate()
    for (column, content) in [CellContent.text("adults"), .text("๒๕๖๗"), .number(990)].enumerated() {
      template.set(content, FilledTemplate.notes, row: 4, column: column)
    }
    template.set(.text("schooling"), FilledTemplate.notes, row: 5, column: 0)
    let file = try template.ingested()
    #expect(file.statements(template.catalogue).contains("adults  2024 990.0 A "))
    #expect(file.codes == ["N001", "C056"])
    for (column, content) in [CellContent.text("adults"), .text("2023"), .number(980)].enumerated() {
      template.set(content, FilledTemplate.notes, row: 6, column: column)
    }
    let mixed = try template.ingested()
    #expect(mixed.codes == ["N001", "N007", "C056"])
    #expect(mixed.findings.first { $0.code == "N007" }?.origin.row == 6)
  }

  /// A form of an earlier catalogue is read where it can be, with what changed.
  @Test func templateOfAnEarlierCatalogue() throws {
    let template = try FilledTemplate()
    var later = SmallCatalogue()
    later.framework = later.framework.replacing("[mean_schooling, review]", with: "[mean_schooling]")
    let catalogue = try #require(later.load().catalogue)
    let file = try FilledTemplate.ingested(template.workbook, catalogue)
    let finding = try #require(file.findings.first { $0.code == "F067" })
    #expect(finding.details["dropped"] == "rated, raters")
    #expect(finding.details["added"] == "–")
    #expect(file.observations.count == 12)
  }

  /// A row of the template's own that the catalogue at hand has no variable for is not a slip of whoever filled it.
  @Test func rowOfAnotherCatalogue() throws {
    let template = try FilledTemplate()
    var other = SmallCatalogue()
    func without(_ text: String, _ word: String) -> String {
      text.split(separator: "\n").filter { !$0.contains("id: \(word)") }.joined(separator: "\n")
    }
    other.variables = without(other.variables, "schooling")
    other.indicators = without(other.indicators, "mean_schooling")
    other.framework = other.framework.replacing("[mean_schooling, review]", with: "[review]")
    let catalogue = try #require(other.load().catalogue)
    let file = try FilledTemplate.ingested(template.workbook, catalogue)
    #expect(file.findings.filter { $0.code == "C063" }.map { $0.details["seen"] } == ["schooling"])
    #expect(!file.findings.contains { $0.code == "C052" })
    #expect(file.observations.count == 11)
  }

  /// Yes and no in words could also say that nothing is known.
  @Test func wordsForYesAndNo() throws {
    var small = SmallCatalogue()
    small.codes = small.codes.replacing(
      "dimensions:",
      with: "  binary: {label: {en: yes/no, th: มี}, name: {en: yes or no, th: มี}, kind: flag, decimals: 0}\ndimensions:"
    )
    small.variables = small.variables.replacing("unit: years", with: "unit: binary").replacing(
      "[0, 20]", with: "[0, 1]")
    small.indicators = small.indicators.replacing("unit: years", with: "unit: binary")
    var template = try FilledTemplate(catalogue: small)
    template.set(.text("ไม่มี"), "schooling")
    #expect(try template.ingested().codes == ["C061"])
    template.set(.number(0), "schooling")
    #expect(try template.ingested().codes == [])
  }

  @Test func tidyWorkbooksAreStillTidy() throws {
    var sheet = Sheet(name: "Data_1")
    let rows = [["CITY", "VARIABLE", "TIME_PERIOD", "OBS_VALUE"], ["xx-a", "schooling", "2025", "9"]]
    for (row, texts) in rows.enumerated() {
      for (column, text) in texts.enumerated() {
        sheet.set(.text(text), row: row, column: column, format: CellFormat())
      }
    }
    let workbook = Workbook(properties: .init(title: "Tidy", created: 1), sheets: [sheet])
    let catalogue = try FilledTemplate().catalogue
    #expect(try FilledTemplate.ingested(workbook, catalogue).observations.count == 1)
  }
}
