import Testing
import Vocabulary

@Suite struct ConcurrentMapTests {
  @Test func resultsStandInOrder() {
    #expect((0..<1000).map(\.self).concurrentMap { $0 * 2 } == (0..<1000).map { $0 * 2 })
    #expect([Int]().concurrentMap { $0 } == [])
  }

  @Test func twoThingsAtOnce() {
    let (number, text) = concurrently({ 7 }, { "seven" })
    #expect(number == 7)
    #expect(text == "seven")
  }
}
