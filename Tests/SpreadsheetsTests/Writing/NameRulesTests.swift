import Testing

@testable import Spreadsheets

@Suite struct NameRulesTests {
  @Test(arguments: [
    "Table_1", "x_lists", "Summary · สรุป", "0 อ่านก่อน · Read me", "a-b", "ก", "it's so", "Why · เหตุที่คะแนนเปลี่ยน",
    String(repeating: "ก", count: 31),
  ])
  func sheetsThatReferencesCanName(name: String) throws {
    #expect(NameRules.allowsSheet(name))
    #expect(try Workbook.small { $0.sheets[0].name = name }.part("xl/workbook.xml").contains("name=\""))
  }

  @Test(arguments: [
    "", "Cover", "_lists", "A1", "R1C1", "1_a", "Data.1", "a b:c", "a [b]", "a?b c", "'a b'", " a", "a ", "a #b",
    "a\nb c", "a/b c", "a_x0041_b c", String(repeating: "ก", count: 32), String(repeating: "'", count: 29) + " a",
    String(repeating: "😀", count: 16),
  ])
  func sheetsThatReferencesCannotName(name: String) { #expect(!NameRules.allowsSheet(name)) }

  @Test(arguments: ["lc_status", "gnlc_data", "Rate", "ABCD1", "a_1"])
  func definedNames(name: String) { #expect(NameRules.allowsDefinedName(name)) }

  @Test(arguments: ["", "A1", "xfd1048576", "r", "C", "R1C1", "rc", "c12", "1a", "_a", "a b", "a.b", "สถานะ", "a!b"])
  func noDefinedNames(name: String) { #expect(!NameRules.allowsDefinedName(name)) }

  @Test func quoting() {
    #expect(NameRules.quoted("Table_1") == "Table_1")
    #expect(NameRules.quoted("it's so") == "'it''s so'")
    #expect(NameRules.quoted("สรุป") == "'สรุป'")
  }

  @Test func everyReferenceFits() throws {
    // The library cuts references at 127 bytes without a word.
    let name = String(repeating: "ก", count: 31)
    let corner = CellRange(rows: 1_000_000...1_048_575, columns: 16_000...16_383)
    let workbook = Workbook.small {
      $0.sheets[0].name = name
      $0.sheets[0].print.area = corner
      $0.definedNames = [DefinedName("lc_a", SheetRange(sheet: name, range: corner))]
    }
    let part = try workbook.part("xl/workbook.xml")
    #expect(part.contains(">'\(name)'!$WQK$1000001:$XFD$1048576</definedName>"))
  }
}
