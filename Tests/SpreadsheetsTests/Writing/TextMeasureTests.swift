import Spreadsheets
import Testing

@Suite struct TextMeasureTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("ศูนย์การเรียนรู้", 11), ("กำ", 2), ("e\u{301}", 1), ("a\u{200B}b\u{AD}", 2), ("ก็ได้", 3),
  ])
  func visibleCharacters(text: String, count: Int) { #expect(TextMeasure.visibleCount(text) == count) }

  @Test(arguments: [
    ("", 8.0), ("12345678", 11.0), ("short\na much longer line", 22.0), (String(repeating: "a", count: 100), 48.0),
  ])
  func columnWidths(text: String, width: Double) {
    #expect(TextMeasure.columnWidth(of: text) == width)
  }

  @Test func thaiMarksTakeNoRoom() {
    #expect(TextMeasure.columnWidth(of: "ศูนย์การเรียนรู้") == TextMeasure.columnWidth(of: "ศนยการเรยนร"))
  }

  /// The short way for Latin and Thai says what Unicode says.
  @Test func everyCharacterOfTheShortWay() {
    for value in Array(UInt32(0)..<0x300) + Array(0xE00..<0xE80) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let takesNone = [.nonspacingMark, .enclosingMark, .format].contains(scalar.properties.generalCategory)
      #expect(TextMeasure.visibleCount(String(scalar)) == (takesNone ? 0 : 1), "\(value)")
    }
  }

  @Test func theWidestOfSeveral() {
    #expect(TextMeasure.columnWidth(ofWidest: ["a", "12345678901", "b"]) == TextMeasure.columnWidth(of: "12345678901"))
    #expect(TextMeasure.columnWidth(ofWidest: []) == 8)
  }

  /// The library's own rule, and the charts of the pages: 75.6 digits are 534 pixels.
  @Test(arguments: [(1.8, 17), (8.43, 64), (75.6, 534), (12.36, 91)])
  func pixels(width: Double, pixels: Int) { #expect(TextMeasure.pixels(ofWidth: width) == pixels) }

  @Test func pixelsOfSeveralColumns() { #expect(TextMeasure.pixels(ofWidths: [1.8, 75.6]) == 551) }

  @Test func wrapping() {
    let text = String(repeating: "ก", count: 30)
    #expect(TextMeasure.lineCount(of: "", width: 10) == 1)
    #expect(TextMeasure.lineCount(of: text, width: 40) == 1)
    #expect(TextMeasure.lineCount(of: text, width: 20) == 2)
    #expect(TextMeasure.lineCount(of: "a\nb", width: 20) == 2)
  }
}
