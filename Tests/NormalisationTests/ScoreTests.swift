import Catalogue
import Normalisation
import Testing

@Suite struct ScoreTests {
  @Test(arguments: [
    (ScoreScale.goalposts(low: 0, high: 20), Direction.increase, 15.0, 75.0),
    (.goalposts(low: 0, high: 20), .decrease, 15, 25),
    (.goalposts(low: 50, high: 100), .increase, 40, 0),
    (.goalposts(low: 50, high: 100), .increase, 120, 100),
    (.logGoalposts(low: 100, high: 10_000), .increase, 1000, 50),
    (.logGoalposts(low: 100, high: 10_000), .increase, 0, 0),
    (.ideal(50, worst: 0), .ideal, 30, 60),
    (.ideal(50, worst: 0), .ideal, 70, 60),
    (.ideal(1, worst: 0), .ideal, 2.5, 0),
    (.rating, .increase, 1, 0),
    (.rating, .increase, 2.5, 50),
    (.rating, .increase, 4, 100),
  ])
  func scores(_ scale: ScoreScale, _ direction: Direction, _ value: Double, _ score: Double) throws {
    #expect(try abs(#require(scale.score(of: value, direction: direction)) - score) < 1e-9)
  }

  @Test func someThingsHaveNoScore() {
    #expect(ScoreScale.none.score(of: 5, direction: .none) == nil)
  }

  /// Reversing the direction mirrors the score.
  @Test func directionMirrors() throws {
    let scale = ScoreScale.goalposts(low: 10, high: 60)
    for value in stride(from: 0.0, through: 80, by: 3.7) {
      let up = try #require(scale.score(of: value, direction: .increase))
      let down = try #require(scale.score(of: value, direction: .decrease))
      #expect(abs(up + down - 100) < 1e-9)
    }
  }
}
