import Foundation
import Spreadsheets
import Testing

/// One change that makes a workbook one that must not be written.
struct Refusal: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var kind: WorkbookFault.Kind
  var change: @Sendable (inout Workbook) -> Void

  init(_ name: String, _ kind: WorkbookFault.Kind, _ change: @escaping @Sendable (inout Workbook) -> Void) {
    testDescription = name
    self.kind = kind
    self.change = change
  }
}

/// Every guard by itself: a valid workbook, one change, one kind of fault, and no file.
@Suite struct WorkbookRulesTests {
  static let format = CellFormat()
  static let cell = CellAddress(row: 3, column: 2)
  static let range = CellRange(rows: 1...2, columns: 1...1)

  private func expect(_ refusal: Refusal) throws {
    let folder = try ScratchFolder()
    let error = #expect(throws: XLSXWritingError.self) {
      try XLSXWriter.write(.small(refusal.change), toPath: folder.path("a.xlsx"))
    }
    guard case .refused(let fault) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(fault.kind == refusal.kind)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
  }

  @Test(arguments: [
    Refusal("no sheets", .noSheet) { $0.sheets = [] },
    Refusal("the first sheet is hidden", .hiddenFirstSheet) { $0.sheets[0].isHidden = true },
    Refusal("one name twice, in another case", .duplicateName) { $0.sheets.append(Sheet(name: "DATA_1")) },
    Refusal("created at zero", .properties) { $0.properties.created = 0 },
    Refusal("created after the year 9999", .properties) { $0.properties.created = 253_402_300_800 },
    Refusal("title too long", .textTooLong) { $0.properties.title = String(repeating: "ก", count: 256) },
    Refusal("custom property without name", .emptyText) { $0.properties.custom = [.init("", "a")] },
    Refusal("custom property without value", .emptyText) { $0.properties.custom = [.init("a", "\u{0}")] },
    Refusal("custom property too long", .textTooLong) {
      $0.properties.custom = [.init("a", String(repeating: "ก", count: 256))]
    },
    Refusal("custom property twice", .duplicateName) { $0.properties.custom = [.init("a", "b"), .init("A", "c")] },
    Refusal("defined name like a cell", .definedName) {
      $0.definedNames = [DefinedName("AB12", SheetRange(sheet: "Data_1", range: range))]
    },
    Refusal("defined name of a missing sheet", .unknownReference) {
      $0.definedNames = [DefinedName("lc_a", SheetRange(sheet: "Data_2", range: range))]
    },
    Refusal("defined name outside", .outsideSheet) {
      $0.definedNames = [DefinedName("lc_a", SheetRange(sheet: "Data_1", rows: 0...1_048_576, column: 0))]
    },
    Refusal("defined name twice", .duplicateName) {
      let target = SheetRange(sheet: "Data_1", range: range)
      $0.definedNames = [DefinedName("lc_a", target), DefinedName("LC_A", target)]
    },
    Refusal("defined name of a table", .duplicateName) {
      $0.definedNames = [DefinedName("tbl_scores", SheetRange(sheet: "Data_1", range: range))]
      $0.sheets[0].table = .small()
    },
  ])
  func workbook(_ refusal: Refusal) throws { try expect(refusal) }

  @Test(arguments: [
    Refusal("not a number", .nonFiniteNumber) { $0.sheets[0].set(.number(.nan), row: 0, column: 1, format: format) },
    Refusal("infinite", .nonFiniteNumber) { $0.sheets[0].set(.number(-.infinity), row: 0, column: 1, format: format) },
    Refusal("cached value not finite", .nonFiniteNumber) {
      $0.sheets[0].set(.formula("=1/0", cached: .number(.infinity)), row: 0, column: 1, format: format)
    },
    Refusal("text too long", .textTooLong) {
      $0.sheets[0].set(.text(String(repeating: "ก", count: 32_768)), row: 0, column: 1, format: format)
    },
    Refusal("text too long in UTF-16", .textTooLong) {
      $0.sheets[0].set(.text(String(repeating: "😀", count: 16_384)), row: 0, column: 1, format: format)
    },
    Refusal("rich text too long", .textTooLong) {
      let run = TextRun(String(repeating: "a", count: 20_000), font: Font())
      $0.sheets[0].set(.richText([run, run]), row: 0, column: 1, format: format)
    },
    Refusal("too many runs", .tooMany) {
      let runs = (0..<256).map { TextRun("\($0)", font: Font(size: $0 % 2 == 0 ? 9 : 10)) }
      $0.sheets[0].set(.richText(runs), row: 0, column: 1, format: format)
    },
    Refusal("empty formula", .formula) {
      $0.sheets[0].set(.formula("=", cached: .number(0)), row: 0, column: 1, format: format)
    },
    Refusal("formula with a control character", .formula) {
      $0.sheets[0].set(.formula("=1+\u{1}", cached: .number(0)), row: 0, column: 1, format: format)
    },
    Refusal("link to a missing sheet", .unknownReference) {
      $0.sheets[0].set(.link(InternalLink(sheet: "Data_2"), text: "a"), row: 0, column: 1, format: format)
    },
    Refusal("link without text", .emptyText) {
      $0.sheets[0].set(.link(InternalLink(sheet: "Data_1"), text: ""), row: 0, column: 1, format: format)
    },
    Refusal("link with a long text", .textTooLong) {
      let text = String(repeating: "a", count: 256)
      $0.sheets[0].set(.link(InternalLink(sheet: "Data_1"), text: text), row: 0, column: 1, format: format)
    },
    Refusal("row outside", .outsideSheet) { $0.sheets[0].set(.blank, row: 1_048_576, column: 1, format: format) },
    Refusal("column outside", .outsideSheet) { $0.sheets[0].set(.blank, row: 0, column: 16_384, format: format) },
    Refusal("negative row", .outsideSheet) { $0.sheets[0].set(.blank, row: -1, column: 0, format: format) },
    Refusal("font without name", .format) {
      $0.sheets[0].set(.blank, row: 0, column: 1, format: CellFormat(font: Font(name: "")))
    },
    Refusal("font too large", .format) {
      $0.sheets[0].set(.blank, row: 0, column: 1, format: CellFormat(font: Font(size: 410)))
    },
    Refusal("number format too long", .format) {
      let code = "\"" + String(repeating: "ก", count: 42) + "\""
      $0.sheets[0].set(.blank, row: 0, column: 1, format: CellFormat(numberFormat: code))
    },
  ])
  func cells(_ refusal: Refusal) throws { try expect(refusal) }

  @Test(arguments: [
    Refusal("columns overlap", .layout) { $0.sheets[0].columns = [ColumnWidth(0...3, 9), ColumnWidth(3, 9)] },
    Refusal("column too wide", .layout) { $0.sheets[0].columns = [ColumnWidth(0, 256)] },
    Refusal("row too high", .layout) { $0.sheets[0].setHeight(410, row: 0) },
    Refusal("zoom", .layout) { $0.sheets[0].zoom = 9 },
    Refusal("negative panes", .layout) { $0.sheets[0].frozenRows = -1 },
    Refusal("margins", .layout) { $0.sheets[0].print.margins.left = .nan },
    Refusal("repeated rows", .layout) { $0.sheets[0].print.repeatRows = 0...1_048_576 },
    Refusal("print area upside down", .outsideSheet) {
      $0.sheets[0].print.area = CellRange(topLeft: CellAddress(row: 3, column: 0), bottomRight: cell.above(3))
    },
    Refusal("footer too long", .footer) {
      $0.sheets[0].print.footer = Footer(left: [.text(String(repeating: "ก", count: 230))])
    },
    Refusal("two comments at one cell", .duplicateComment) {
      $0.sheets[0].comments = [CellComment(cell, text: "a", author: "b"), CellComment(cell, text: "c", author: "b")]
    },
    Refusal("comment without text", .emptyText) {
      $0.sheets[0].comments = [CellComment(cell, text: "\u{7}", author: "b")]
    },
    Refusal("comment too long", .textTooLong) {
      $0.sheets[0].comments = [CellComment(cell, text: String(repeating: "a", count: 32_768), author: "b")]
    },
    Refusal("data bar without scale", .conditionalFormat) {
      $0.sheets[0].dataBars = [DataBar(range: range, colour: .black, minimum: 1, maximum: 1)]
    },
    Refusal("condition without a look", .conditionalFormat) {
      $0.sheets[0].conditionalFormats = [ConditionalFormat(range: range, formula: "=1")]
    },
    Refusal("condition with a long formula", .formula) {
      let formula = "=" + String(repeating: "1", count: 255)
      $0.sheets[0].conditionalFormats = [ConditionalFormat(range: range, formula: formula, bold: true)]
    },
  ])
  func sheet(_ refusal: Refusal) throws { try expect(refusal) }

  @Test(arguments: [
    Refusal("list of a name that is not there", .unknownReference) {
      $0.sheets[0].validations = [DataValidation(range: range, rule: .list(definedName: "lc_a"))]
    },
    Refusal("an inline list", .unknownReference) {
      $0.sheets[0].validations = [DataValidation(range: range, rule: .list(definedName: "\"a,b\""))]
    },
    Refusal("title too long", .textTooLong) {
      let message = DataValidation.Message(title: String(repeating: "ก", count: 33), text: "")
      $0.sheets[0].validations = [DataValidation(range: range, rule: .whole(.atLeast(0)), prompt: message)]
    },
    Refusal("message too long", .textTooLong) {
      let message = DataValidation.Message(title: "", text: String(repeating: "ก", count: 256))
      $0.sheets[0].validations = [DataValidation(range: range, rule: .whole(.atLeast(0)), alert: message)]
    },
    Refusal("bounds upside down", .validation) {
      $0.sheets[0].validations = [DataValidation(range: range, rule: .decimal(.between(2, 1)))]
    },
    Refusal("bounds not finite", .validation) {
      $0.sheets[0].validations = [DataValidation(range: range, rule: .decimal(.atLeast(.infinity)))]
    },
    Refusal("a fraction for whole numbers", .validation) {
      $0.sheets[0].validations = [DataValidation(range: range, rule: .whole(.atLeast(0.5)))]
    },
    Refusal("256 validations, which the library would count as none", .tooMany) {
      $0.sheets[0].validations = (0..<256).map {
        DataValidation(range: CellRange(CellAddress(row: $0, column: 0)), rule: .whole(.atLeast(0)))
      }
    },
  ])
  func validation(_ refusal: Refusal) throws { try expect(refusal) }
}

extension CellAddress {
  fileprivate func above(_ rows: Int) -> CellAddress { CellAddress(row: row - rows, column: column) }
}
