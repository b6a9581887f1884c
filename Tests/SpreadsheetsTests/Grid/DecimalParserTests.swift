import Spreadsheets
import Testing

@Suite struct DecimalParserTests {
  func parse(_ text: String) -> Double? {
    Array(text.utf8).withUnsafeBufferPointer { DecimalParser.parse($0) }
  }

  @Test(arguments: [
    "0", "-0", "+7", "1.5", ".5", "5.", "-.25", "1e3", "1E+3", "1e-3", "00012", "0.1", "123456789012345678",
    "9007199254740992", "9007199254740993", "0.30000000000000004", "1e22", "1e23", "1e-22", "1e-23",
    "1.7976931348623157e308", "4.9e-324", "1e-400", "2.2250738585072011e-308", "8.5e-45",
    "123456789012345678901234567890", "0.000000000000000000001", "1.0000000000000000000000000000000000001",
    "18446744073709551616", "18446744073709551617e-5", "1e0000000000005",
  ])
  func sameAsTheStandardLibrary(text: String) {
    // The standard library wants digits on both sides of the point.
    let complete = text.hasSuffix(".") ? text + "0" : text.replacing("-.", with: "-0.")
    #expect(parse(text)?.bitPattern == Double(complete)?.bitPattern)
  }

  @Test(arguments: [
    "", "+", "-", ".", "-.", "e5", "1e", "1e+", ".e1", " 1", "1 ", "1,5", "1.2.3", "--1", "0x10", "0x1p3", "inf",
    "-inf", "infinity", "nan", "NAN", "1e999", "-1e99999999999999999999", "1_000", "๑๒", "1\0", "1e5.0", "1d3",
  ])
  func isNoNumber(text: String) {
    #expect(parse(text) == nil)
  }

  @Test func everyShortestFormOfADoubleReadsBackExactly() {
    var state: UInt64 = 1
    for _ in 0..<20_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let value = Double(bitPattern: state)
      if value.isFinite { #expect(parse("\(value)")?.bitPattern == value.bitPattern) }
      let small = Double(Int64(bitPattern: state) >> 34) / 1000
      #expect(parse("\(small)")?.bitPattern == small.bitPattern)
    }
  }
}
