import Testing
import Vocabulary

/// What names a person is taken out of a text, and nothing else.
@Suite struct PersonalDataTests {
  @Test(arguments: [
    ("ask somchai@example.org", "ask ***"), ("ask somchai.k+lc@mail.example.org.", "ask ***."),
    ("<a@b.example>; b@c.example", "<***>; ***"), ("ติดต่อ somchai@example.org ได้", "ติดต่อ *** ได้"),
    ("โทร 081-234-5678", "โทร ***"), ("call 081 234 5678, 02-123-4567", "call ***, ***"),
    ("write to somchai＠example.org", "write to ***"), ("โทร. ０８１-２３４-５６７８", "โทร. ***"),
    ("081-234-5678 089-765-4321", "*** ***"), ("โทร. ๐๘๑-๒๓๔-๕๖๗๘ ต่อ ๑๒", "โทร. *** ต่อ ๑๒"),
    ("(02) 123-4567", "***"), ("+66 81 234 5678", "***"), ("+66 (0)81-234-5678", "***"), ("+44 20 7946 0958", "***"),
    ("write to a.b@c-d.co.th, please", "write to ***, please"), ("เลข ๑-๒๓๔๕-๖๗๘๙๐-๑๒-๑", "เลข ***"),
    ("tel 054-412345", "tel ***"), ("1-2345-67890-12-1", "***"), ("1234567890121 ชื่อ", "*** ชื่อ"),
    ("นายก 0812345678 และ a@b.example", "นายก *** และ ***"),
  ])
  func isMasked(_ text: String, _ masked: String) {
    #expect(PersonalData.masked(text) == masked)
    #expect(PersonalData.kind(in: text) != nil)
    #expect(PersonalData.kind(in: masked) == nil, "masking leaves nothing to be found")
  }

  @Test(arguments: [
    "", "counted", "letter 1234/2568 of 5 May", "17,500 persons in 2568, 17 200 in 2567", "1234567890123",
    "budget 120 450 000 baht", "up by +12.5 %", "@ the office", "12 @ 3.50", "a@b", "page 0-100", "1234567890120",
    "2,568,000 baht in 2025", "05/2568 and 06/2568", "@", "2024-2025 2026-2027",
    "พ.ศ. 2567 จำนวน 12,500 คน", "½ of the 100,000",
  ])
  func isLeftAlone(_ text: String) {
    #expect(PersonalData.masked(text) == text)
    #expect(PersonalData.kind(in: text) == nil)
  }

  @Test func kindsAreTold() {
    #expect(PersonalData.kind(in: "x@y.example 081-234-5678") == .address)
    #expect(PersonalData.kind(in: "1-2345-67890-12-1 x@y.example") == .identityNumber)
    #expect(PersonalData.kind(in: "081-234-5678") == .telephone)
  }
}
