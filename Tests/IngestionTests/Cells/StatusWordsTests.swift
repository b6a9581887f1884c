import Catalogue
import GNLCTestSupport
import Testing
import Vocabulary

@testable import Ingestion

@Suite struct StatusWordsTests {
  /// What people write into the status cell, and what is made of it.
  @Test(arguments: [
    ("", "nothing"),
    ("p เบื้องต้น · provisional", "P"),
    ("M ไม่มีข้อมูล · missing", "O"),
    ("m", "O"),
    ("ไม่มีข้อมูล", "O"),
    ("Missing", "O"),
    ("ไม่เกี่ยวข้อง", "M"),
    ("ประมาณ", "E"),
    ("O", "O"),
    ("M", "m or M"),
    ("soon", "unknown"),
    ("ยังไม่แน่ใจ", "unknown"),
  ])
  func reads(_ seen: String, _ result: String) throws {
    let words = StatusWords(try #require(Repository.catalogue.catalogue).texts)
    let told =
      switch words.read(seen) {
      case .found(let status): status?.code ?? "nothing"
      case .unknown: "unknown"
      case .ambiguous(let letter, let code): "\(letter == .missing ? "m" : letter.code) or \(code.code)"
      }
    #expect(told == result)
  }
}
