import Testing
import Vocabulary

@Suite struct ShortestTextTests {
  @Test(arguments: [
    (12.0, "12"), (-0.0, "0"), (-3, "-3"), (0.5, "0.5"), (0.001, "0.001"), (0.30000000000000004, "0.30000000000000004"),
    (999_999_999_999_999, "999999999999999"), (1e17, "1e+17"), (1e-7, "1e-07"), (.infinity, "inf"), (.nan, "nan"),
  ])
  func readsBack(number: Double, text: String) {
    #expect(number.shortestText == text)
  }
}
