import Testing
import Vocabulary

@Suite struct ConcurrentMapTests {
  @Test func resultsStandInOrder() {
    #expect((0..<1000).map(\.self).concurrentMap { $0 * 2 } == (0..<1000).map { $0 * 2 })
    #expect([Int]().concurrentMap { $0 } == [])
  }

  @Test func partsAreJoinedInOrder() {
    let parts = (0..<100).map { number in (0..<number % 7).map { "\(number).\($0)" } }
    #expect(parts.concurrentlyJoined(\.self) == parts.flatMap(\.self))
    #expect([[Int]]().concurrentlyJoined(\.self) == [])
    #expect([[Int](), []].concurrentlyJoined(\.self) == [])
  }

  @Test func twoThingsAtOnce() {
    let (number, text) = concurrently({ 7 }, { "seven" })
    #expect(number == 7)
    #expect(text == "seven")
  }
}
