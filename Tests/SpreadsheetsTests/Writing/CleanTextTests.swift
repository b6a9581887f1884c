import Testing

@testable import Spreadsheets

@Suite struct CleanTextTests {
  @Test(arguments: [
    ("", ""),
    ("a b\tc\nd", "a b\tc\nd"),
    ("a\r\nb\rc\r\r\nd", "a\nb\nc\n\nd"),
    ("a\u{0}b", "ab"),
    ("\u{1}\u{1F}\u{7F}\u{80}\u{9F}\u{A0}", "\u{A0}"),
    ("\u{FFFD}a\u{FFFE}b\u{FFFF}", "\u{FFFD}ab"),
    ("_x0041_", "_x005F_x0041_"),
    ("_x0041_x0042_", "_x005F_x0041_x005F_x0042_"),
    ("_x00g1_ _X0041_ _x0041", "_x00g1_ _X0041_ _x0041"),
    ("_\u{0}x0041_", "_x005F_x0041_"),
    ("ศูนย์การเรียนรู้ 😀 ﻿", "ศูนย์การเรียนรู้ 😀 ﻿"),
    ("=1+1", "=1+1"),
  ])
  func cleaning(text: String, clean: String) {
    #expect(CleanText.clean(text) == clean)
    #expect(CleanText.withCString(text) { String(cString: $0) } == clean)
  }

  @Test func everyScalarOfTheBasicPlaneComesOutAllowed() {
    for value in UInt32(0)...0xFFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let isForbidden =
        (value < 0x20 && value != 9 && value != 10 && value != 13) || (0x7F..<0xA0).contains(value) || value >= 0xFFFE
      let expected = isForbidden ? "ab" : value == 13 ? "a\nb" : "a\(scalar)b"
      #expect(CleanText.clean("a\(scalar)b").unicodeScalars.elementsEqual(expected.unicodeScalars), "\(value)")
    }
  }
}
