import Catalogue
import Normalisation
import Testing

/// What must hold for any column.
@Suite struct NormaliserPropertyTests {
  private let column: [Double?] = [12, 3.5, nil, 40, 40, -7, 18.25, 0]

  private var methods: [(String, ([Double?]) -> [Double?])] {
    [
      ("minmax", { Normaliser.minimumMaximum($0) }), ("zscore", { Normaliser.zScore($0) }),
      ("rank", { Normaliser.rank($0) }), ("percentile_rank", { Normaliser.percentileRank($0) }),
      ("borda", { Normaliser.borda($0) }), ("distance_to_maximum", { Normaliser.distanceToMaximum($0) }),
      ("distance_to_target", { Normaliser.distanceToTarget($0, target: 50) }),
      ("distance_to_reference", { Normaliser.distanceToReference($0, reference: 18.25) }),
    ]
  }

  /// Cities in another order have the scores they had.
  @Test func permutingCitiesChangesNothing() {
    let order = [4, 2, 7, 0, 6, 1, 5, 3]
    for (name, method) in methods {
      let straight = method(column)
      let turned = method(order.map { column[$0] })
      for (place, index) in order.enumerated() {
        if let score = straight[index] {
          #expect(abs((turned[place] ?? .nan) - score) < 1e-12, "\(name)")
        } else {
          #expect(turned[place] == nil, "\(name)")
        }
      }
    }
  }

  @Test func aConstantMovesNoScore() {
    for (name, method) in methods where name != "distance_to_target" && name != "distance_to_reference" {
      for (a, b) in zip(method(column), method(column.map { $0.map { $0 + 1000 } })) {
        #expect(abs((a ?? 0) - (b ?? 0)) < 1e-9, "\(name)")
      }
    }
  }

  @Test func missingStaysMissing() {
    for (name, method) in methods { #expect(method(column)[2] == nil, "\(name)") }
  }

  @Test func aColumnWithoutSpreadHasNoScores() {
    #expect(Normaliser.minimumMaximum([5, 5, 5]) == [nil, nil, nil])
    #expect(Normaliser.zScore([5, 5, 5]) == [nil, nil, nil])
    #expect(Normaliser.distanceToTarget([5, 5], target: 5) == [nil, nil])
  }

  @Test(arguments: Array(stride(from: -3.0, through: 15, by: 0.7))) func goalpostsMirror(_ value: Double) {
    let up = Normaliser.goalposts(value, low: 0, high: 10)
    let down = Normaliser.goalposts(value, low: 0, high: 10, isLessBetter: true)
    #expect(abs(down - (1 - up)) < 1e-12)
  }

  /// Means lie between the least and the greatest, and between each other: harmonic ≤ geometric ≤ arithmetic.
  @Test func meansAreInOrder() throws {
    let (values, weights) = ([20.0, 65, 40], [1.0, 3, 2])
    let harmonic = try #require(Mean.harmonic(values, weights: weights))
    let geometric = try #require(Mean.geometric(values, weights: weights))
    let arithmetic = try #require(Mean.arithmetic(values, weights: weights))
    #expect(20 < harmonic && harmonic < geometric && geometric < arithmetic && arithmetic < 65)
    #expect(Mean.generalised(values, weights: weights, power: 0) == geometric)
  }

  /// Winsorising moves no more than it may, and nothing where that is not enough.
  @Test func winsorisingStopsInTime() {
    let long: [Double?] = (1...30).map { Double($0) } + [900, 950, 1000]
    let choice = Method.Outliers(skewness: 2, kurtosis: 3.5, maximumPoints: 2)
    let result = Winsorising.treat(long, choice)
    #expect(!result.passes)
    #expect(result.values == long)
    let more = Winsorising.treat(long, Method.Outliers())
    #expect(more.passes)
    #expect(more.moved == [30, 31, 32])
    #expect(more.values.compactMap { $0 }.max() == 30)
  }
}
