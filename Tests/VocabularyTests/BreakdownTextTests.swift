import Testing
import Vocabulary

@Suite struct BreakdownTextTests {
  @Test(arguments: [
    ("", ""), ("sex=F", "sex=F"), ("sex=F;age=Y15T24", "age=Y15T24;sex=F"), ("sex=F; age=Y15T24;", "age=Y15T24;sex=F"),
    (" sex= F", "sex=F"), ("zone=a=b", "zone=a=b"), ("zone=เมือง", "zone=เมือง"),
  ])
  func isReadAsItIsPrinted(text: String, printed: String) throws {
    let breakdown = try #require(Breakdown(text: text))
    #expect(breakdown.description == printed)
    #expect(Breakdown(text: printed) == breakdown)
  }

  @Test(arguments: ["F", "sex=", "=F", "sex", " =F", "sex= ", "sex=F;old", "sex=F;sex=M"])
  func whatIsNoBreakdown(text: String) {
    #expect(Breakdown(text: text) == nil)
  }
}
