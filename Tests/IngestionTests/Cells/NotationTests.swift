import Testing

@testable import Ingestion

@Suite struct NotationTests {
  @Test(arguments: [
    ("Bristol, City of", "bristol-city-of"),
    ("Malmö", "malmo"),
    ("Cased caddisfly", "cased-caddisfly"),
    ("< 5 years", "lt-5-years"),
    ("> 5 years", "gt-5-years"),
    ("65+", "65-plus"),
    ("% of adults\n", "percent-of-adults"),
    // Thai words differ by vowels and tone marks alone.
    ("เขตคู่", "เขตคู่"),
    ("เขตคู", "เขตคู"),
    ("", ""),
  ])
  func slug(_ label: String, _ slug: String) {
    #expect(Notation.slug(label, separator: "-") == slug)
  }

  /// One name in two writings is one name.
  @Test(arguments: [
    ("  Phayao ", "phayao"),
    ("Chiang  Mai", "chiang mai"),
    ("น\u{0E4D}\u{0E32}", "น\u{0E33}"),
    ("เมือง\u{200B}พะเยา", "เมืองพะเยา"),
    ("ＡＢＣ", "abc"),
  ])
  func comparable(_ first: String, _ second: String) {
    #expect(Notation.comparable(first) == Notation.comparable(second))
  }

  @Test(arguments: [
    (1.0, "1900-01-01"), (60.0, "1900-02-28"), (61.0, "1900-03-01"), (36_526.0, "2000-01-01"), (45_077.0, "2023-05-31"),
    (45_077.75, "2023-05-31"), (44_985.0, "2023-02-28"), (45_351.0, "2024-02-29"), (46_022.0, "2025-12-31"),
    // A year typed in the Buddhist era is one of the Common Era to the workbook, which is told and not mended.
    (244_136.0, "2568-06-01 CE"),
  ])
  func serialDays(_ serial: Double, _ text: String) {
    #expect(SerialDay.text(serial) == text)
  }
}
