import Catalogue
import GNLCTestSupport
import Testing
import Vocabulary

/// Findings as a city reads them: in the words of its form, not in the codes of machines.
@Suite struct ReadableTests {
  struct Said: Sendable {
    var code: FindingCode
    var details: [String: String]
    var english: String
    var thai: String
  }

  private static let told = [
    Said(
      code: "C009", details: ["seen": "5", "status": "O"],
      english: "there is a value (5), but the status m missing (O) says there is none",
      thai: "มีค่า (5) แต่สถานะ m ไม่มีข้อมูล (O) แจ้งว่าไม่มีค่า"),
    Said(
      code: "C037", details: ["status": "Q"], english: "the status Q needs a word in the note",
      thai: "สถานะ Q ต้องมีคำอธิบายในหมายเหตุ"),
    Said(
      code: "C060", details: ["seen": "A", "first": "M", "second": "A"],
      english: "the status A may be the letter of the list (a n/a (M)) or the code of SDMX (A)",
      thai: "สถานะ A อาจเป็นอักษรในรายการ (a ไม่เกี่ยวข้อง (M)) หรือรหัส SDMX (A)"),
    Said(
      code: "C020", details: ["part": "140000", "breakdown": "sex=F", "total": "138400"],
      english: "the part Female (140,000) is larger than the total (138,400)",
      thai: "ส่วน หญิง (140,000) มากกว่ายอดรวม (138,400)"),
    Said(
      code: "C020", details: ["part": "1400", "breakdown": "sex=F", "total": "1384.5"],
      english: "the part Female (1,400) is larger than the total (1,384.5)",
      thai: "ส่วน หญิง (1,400) มากกว่ายอดรวม (1,384.5)"),
    Said(
      code: "C020", details: ["part": "9", "breakdown": "district=north;sex=M", "total": "8"],
      english: "the part district=north · Male (9) is larger than the total (8)",
      thai: "ส่วน district=north · ชาย (9) มากกว่ายอดรวม (8)"),
    Said(
      code: "T006", details: ["value": "53", "previous": "2024"], english: "0 after 53 in 2024",
      thai: "ค่าเป็น 0 แต่ปี 2567 เป็น 53"),
  ]

  @Test(arguments: told) func saysItInTheWordsOfTheForm(_ said: Said) throws {
    let catalogue = try #require(Repository.catalogue.catalogue)
    let message = catalogue.readable(Finding(said.code, at: .init(file: "xx-a.xlsx"), said.details)).message
    #expect(message.english == said.english)
    #expect(message.thai == said.thai)
  }
}
