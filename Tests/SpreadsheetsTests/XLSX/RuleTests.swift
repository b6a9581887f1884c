import Testing

@testable import Spreadsheets

/// The small rules of the format.
@Suite struct RuleTests {
  @Test(arguments: [
    ("General", NumberFormat.plain), ("0.00", .plain), ("#,##0;[Red]-#,##0", .plain), ("@", .plain), ("", .plain),
    ("0.00E+00", .plain), ("\"days\" 0", .plain), ("0\\d", .plain), ("0_d", .plain), ("0*y", .plain),
    ("[$-409]0", .plain), ("[Black]0", .plain), ("General\"%\"", .plain), ("0\\%", .plain), ("\"unclosed d", .plain),
    ("0%", .percent), ("0.0 %;[Red]-0.0%", .percent), ("0.0E+0%", .percent),
    ("yyyy-mm-dd", .date), ("[$-107041E]d mmm yyyy;@", .date), ("mmm", .date), ("[red]d/m/yy", .date),
    ("bbbb", .date), ("[$-411]ge.m.d", .date), ("d\\.m\\.yy h:mm", .date),
    ("h:mm", .time), ("[h]:mm", .time), ("[ss]", .time), ("mm:ss.0", .time), ("h:mm AM/PM", .time),
  ])
  func numberFormat(code: String, format: NumberFormat) {
    #expect(NumberFormat(code: code) == format)
  }

  @Test func builtInNumberFormats() {
    func ids(_ format: NumberFormat) -> [Int] { (0..<64).filter { NumberFormat(builtIn: $0) == format } }
    #expect(ids(.percent) == [9, 10])
    #expect(ids(.date) == [14, 15, 16, 17, 22] + Array(27...36) + Array(50...58))
    #expect(ids(.time) == [18, 19, 20, 21, 45, 46, 47])
  }

  @Test(arguments: [
    ("1900-01-01", 1.0), ("1900-02-28", 59), ("1900-03-01", 61), ("2000-02-29", 36_585), ("2024-12-31", 45_657),
    ("2100-03-01", 73_110), ("9999-12-31", 2_958_465), ("2024-01-01T00:00", 45_292), ("T18:00:00", 0.75),
    ("2024-01-01T23:59:59.5", 45_292.999994212965),
  ])
  func isoDate(text: String, serial: Double) {
    #expect(Array(text.utf8).withUnsafeBufferPointer(ISODate.serial) == serial)
  }

  @Test(arguments: [
    "", "T", "1899-12-31", "2023-02-29", "2024-13-01", "2024-00-10", "2024-01-00", "2024-1", "20240101", "2024-01-01T",
    "2024-01-01T25:00", "12:60", "12:00:60", "12:00:-1", "2024-01-01T10:00+07:00", "-2024-01-01", "99999-01-01", "TT",
  ])
  func noISODate(text: String) {
    #expect(Array(text.utf8).withUnsafeBufferPointer(ISODate.serial) == nil)
  }

  @Test(arguments: [
    ("worksheets/sheet1.xml", "xl/", "xl/worksheets/sheet1.xml"), ("/xl/a.xml", "xl/", "xl/a.xml"),
    ("../a.xml", "xl/worksheets/", "xl/a.xml"), ("./a.xml", "", "a.xml"), ("a\\b.xml", "xl/", "xl/a/b.xml"),
    ("../../../a.xml", "xl/", "a.xml"), ("", "xl/", "xl"),
  ])
  func relationshipTarget(target: String, folder: String, part: String) {
    #expect(Relationships.resolve(target, in: folder) == part)
  }
}
