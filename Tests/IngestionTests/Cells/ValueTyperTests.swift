import Spreadsheets
import Testing
import Vocabulary

@testable import Ingestion

@Suite struct ValueTyperTests {
  private let typer = ValueTyper(
    marks: SourceMapping.commonMarks.merging(["**": .suppressed]) { $1 }, flags: ["e": .estimated, "p": .provisional])

  struct Reading: Sendable, CustomTestStringConvertible {
    var seen: String
    var result: String
    init(_ seen: String, _ result: String) {
      self.seen = seen
      self.result = result
    }
    var testDescription: String { "`\(seen)`" }
  }

  /// How people write numbers, and what is made of it.
  @Test(arguments: [
    Reading("17500", "17500"),
    Reading("-5", "-5"),
    Reading("12.50", "12.5"),
    Reading(".5", "0.5"),
    Reading("3.847e-05", "3.847e-05"),
    Reading("0021", "21"),
    // Repairs.
    Reading("70 ", "70 spaces"),
    Reading("\u{A0}1200", "1200 spaces"),
    Reading("\u{200B}1200\u{FEFF}", "1200 spaces"),
    Reading("๑๒๓", "123 thaiDigits"),
    Reading("๑,๒๓๔.๕", "1234.5 thaiDigits thousandsSeparators"),
    Reading("1,234", "1234 thousandsSeparators"),
    Reading("1,234,567.8", "1234567.8 thousandsSeparators"),
    Reading("-1,234", "-1234 thousandsSeparators"),
    Reading("1 234", "1234 thousandsSeparators"),
    Reading("1\u{A0}234", "1234 thousandsSeparators"),
    Reading("\u{2212}5", "-5"),
    Reading("45%", "45 percentSign"),
    Reading("45.5 %", "45.5 percentSign"),
    Reading("๔๕%", "45 thaiDigits percentSign"),
    // Commas that could mean two things, with the reading that is proposed.
    Reading("12,5", "N004 12.5"),
    Reading("0,234", "N004 0.234"),
    Reading("1.234,5", "N004 1234.5"),
    Reading("-12,5", "N004 -12.5"),
    // No value, with its reason.
    Reading("", "blank"),
    Reading("  ", "blank"),
    Reading("-", "missing O"),
    Reading("..", "missing O"),
    Reading("…", "missing O"),
    Reading("N/A", "missing O"),
    Reading("n.a.", "missing O"),
    Reading("NaN", "missing O"),
    Reading("ไม่มีข้อมูล", "missing O"),
    Reading(" ไม่ทราบ ", "missing O"),
    Reading("ไม่เกี่ยวข้อง", "missing M"),
    Reading("**", "missing Q"),
    // Flags that the source declares.
    Reading("12.4 e", "12.4 flag E"),
    Reading("12.4p", "12.4 flag P"),
    Reading("12.4 z", "C005"),
    // Everything else is told, never guessed.
    Reading("about 12", "C005"),
    Reading("12 คน", "C005"),
    Reading("'123", "C005"),
    Reading("1,23,456", "C005"),
    Reading("1,234,56", "C005"),
    Reading("12-5", "C005"),
    Reading("0x1F", "C005"),
    Reading("inf", "C005"),
    Reading("1e999", "C005"),
    Reading("½", "C005"),
    Reading("#N/A", "C005"),
  ])
  func text(_ reading: Reading) {
    #expect(describe(typer.typed(reading.seen)) == reading.result)
  }

  /// Cells of workbooks know more than their text.
  @Test func cells() {
    #expect(describe(cell(.number, 0.45)) == "0.45")
    #expect(describe(cell(.number, 0.45, [.percentFormat])) == "45 percentSign")
    #expect(describe(cell(.number, 0.07, [.percentFormat])) == "7 percentSign")
    #expect(describe(cell(.number, 12, [.formula])) == "12")
    #expect(describe(cell(.boolean, 1)) == "C005")
    #expect(describe(cell(.date, 45_077)) == "C018 2023-05-31")
  }

  private func cell(_ kind: Cell.Kind, _ number: Double, _ traits: Cell.Traits = []) -> TypedValue {
    let cell = Cell(row: 0, column: 0, kind: kind, traits: traits, payload: number.bitPattern)
    return typer.typed(cell, in: Grid(name: "", cells: [cell]))
  }

  private func describe(_ value: TypedValue) -> String {
    switch value {
    case .number(let number, let repairs): ([plain(number)] + repairs.map { "\($0)" }).joined(separator: " ")
    case .missing(let status): "missing \(status.code)"
    case .flagged(let number, let status): "\(plain(number)) flag \(status.code)"
    case .blank: "blank"
    case .problem(let code, let details):
      switch code {
      case "N004": "\(code) \(details["proposal"] ?? "")"
      case "C018": "\(code) \(details["seen"] ?? "")"
      default: code.description
      }
    }
  }

  private func plain(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? "\(Int64(number))" : "\(number)"
  }
}
