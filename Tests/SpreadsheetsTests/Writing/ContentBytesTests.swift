import Testing

@testable import Spreadsheets

/// The bytes by which two workbooks are told apart.
@Suite struct ContentBytesTests {
  /// Texts, numbers, names of cases and counts of a value, found without knowing its type.
  private func parts(_ value: Any) -> Int {
    let mirror = Mirror(reflecting: value)
    let inner = mirror.children.reduce(0) { $0 + parts($1.value) }
    return switch mirror.displayStyle {
    case .optional, .collection, .dictionary, .enum: 1 + inner
    // A range mirrors its bounds without saying what it is.
    case nil: mirror.children.isEmpty ? 1 : inner
    default: inner
    }
  }

  /// A property that somebody adds to the model and forgets here would let a changed workbook pass for the old one.
  @Test func everyPartOfAWorkbookCounts() {
    var content = ContentBytes(numbersFormats: false)
    SampleWorkbook.workbook.add(to: &content)
    #expect(content.parts == parts(SampleWorkbook.workbook))
  }

  @Test func equalWorkbooksHaveEqualBytesAndOthersHaveNot() {
    let original = SampleWorkbook.workbook
    #expect(original.contentBytes == SampleWorkbook.workbook.contentBytes)
    let changes: [(inout Workbook) -> Void] = [
      { $0.properties.created += 1 },
      { $0.properties.title = "Evaluation 202" },
      { $0.sheets[0].cells.swapAt(0, 1) },
      { $0.sheets[0].cells[2].format.locked.toggle() },
      // The same text cut elsewhere.
      {
        $0.properties.title += "x"
        $0.properties.subject = String($0.properties.subject.dropFirst())
      },
      { $0.sheets[0].charts[0].series[0].pointFills[2] = .black },
      { $0.sheets[1].validations[0].severity = .warning },
      { $0.sheets.swapAt(2, 3) },
      { $0.definedNames[0].name = "x" },
    ]
    var seen = [original.contentBytes]
    for (number, change) in changes.enumerated() {
      var changed = original
      change(&changed)
      #expect(!seen.contains(changed.contentBytes), "change \(number)")
      seen.append(changed.contentBytes)
    }
  }

  @Test func aMarkGivesWayToTheNameEverywhere() {
    let renamed = SampleWorkbook.workbook.replacing(mark: "2026-7c41", with: "2026-0000")
    #expect(renamed.properties.comments == "run 2026-0000")
    #expect(renamed.properties.custom.map(\.value) == ["2026-0000", "xx-a"])
    #expect(renamed.sheets[0].print.footer?.centre == [.text("2026-0000")])
    #expect(renamed.replacing(mark: "2026-0000", with: "2026-7c41") == SampleWorkbook.workbook)
    var marked = SampleWorkbook.workbook
    marked.sheets[2].cells[0].content = .text("run 2026-7c41.")
    #expect(marked.replacing(mark: "2026-7c41", with: "x").sheets[2].cells[0].content == .text("run x."))
  }
}
