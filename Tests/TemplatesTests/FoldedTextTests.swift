import Testing
import Templates

struct FoldedTextTests {
  @Test(arguments: [
    ("  Obs_Value ", "obs_value"), ("Chiang  Mai", "chiang mai"), ("", ""), ("   ", ""), ("a\tb\r\nc", "a b c"),
    ("น\u{0E4D}\u{0E32}", "น\u{0E33}"), ("เมือง\u{200B}พะเยา ", "เมืองพะเยา"), ("ＡＢＣ", "abc"), ("Ａ b", "a b"),
    ("ABC[~]", "abc[~]"),
  ])
  func folded(_ text: String, _ expected: String) {
    #expect(FoldedText.of(text) == expected)
  }

  /// Plain texts take a shorter way; an invisible character sends them the longer one.
  @Test(arguments: [
    "CITY", " Time Period  2025 ", "!\"#$%&'()*+,-./0123456789:;<=>?@[\\]^_`{|}~", "AZaz", "a", " ",
    "กรอก: ค่า 2568\nENTER: value 2025", "น้ำดื่ม · Drinking–water", "ก\u{0E48}\u{0E38}", "ก\u{0E38}\u{0E48}",
    "ก\u{0E3A}\u{0E38}",
    "ก\u{0E38}\u{0E3A}", "ก\u{0E4D}\u{0E48}\u{0E32}", "ก\u{0E48}\u{0E33}", "๐๑๒๓ ฿", " ก\r\nข ",
  ])
  func bothWaysAgree(_ text: String) {
    #expect(FoldedText.of(text) == FoldedText.of(text + "\u{200B}"))
  }
}
