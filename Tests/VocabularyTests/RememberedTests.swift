import Testing
import Vocabulary

@Suite struct RememberedTests {
  @Test func everyQuestionIsAnsweredOnce() {
    let remembered = Remembered<Int, String>()
    var asked = 0
    for number in [1, 2, 1, 2, 3, 1] {
      let answer = remembered.answer(to: number) {
        asked += 1
        return "\(number)"
      }
      #expect(answer == "\(number)")
    }
    #expect(asked == 3)
  }

  @Test func fromManyThreads() {
    let remembered = Remembered<Int, Int>()
    let answers = (0..<2000).map(\.self).concurrentMap { number in remembered.answer(to: number % 7) { number % 7 * 10 }
    }
    #expect(answers == (0..<2000).map { $0 % 7 * 10 })
  }
}
