import Measurement
import Testing

@Suite struct ParityTests {
  /// UIS: net enrolment of 40 % and 50 % gives 0.8; reversed 1.25 unadjusted and 1.2 adjusted.
  @Test func publishedExample() throws {
    #expect(Parity.index(40, over: 50) == 0.8)
    #expect(Parity.index(50, over: 40) == 1.25)
    #expect(Parity.adjustedIndex(40, over: 50) == 0.8)
    #expect(try abs(#require(Parity.adjustedIndex(50, over: 40)) - 1.2) < 1e-12)
  }

  @Test func edges() {
    #expect(Parity.adjustedIndex(0, over: 0) == nil)
    #expect(Parity.adjustedIndex(5, over: 0) == 2)
    #expect(Parity.adjustedIndex(0, over: 5) == 0)
    #expect(Parity.index(5, over: 0) == nil)
  }

  @Test(arguments: [(0.969, false), (0.97, true), (1, true), (1.03, true), (1.031, false)])
  func band(_ index: Double, _ isParity: Bool) {
    #expect(Parity.isParity(index, within: 0.97...1.03) == isParity)
  }

  /// Swapping the groups maps p to 2 − p.
  @Test func swappingMirrors() throws {
    for a in stride(from: 0.0, through: 100, by: 7) {
      for b in stride(from: 0.0, through: 100, by: 9) where a + b > 0 {
        let one = try #require(Parity.adjustedIndex(a, over: b))
        let other = try #require(Parity.adjustedIndex(b, over: a))
        #expect(abs(one + other - 2) < 1e-12)
        #expect((0...2).contains(one))
      }
    }
  }
}
