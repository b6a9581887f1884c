import Catalogue
import Vocabulary

/// A mean rating that no whole ratings of so many reviewers can give: 2.3 from three reviewers.
///
/// Finds: means that are no multiple of one reviewer's share, even rounded to the decimals given.
/// Leaves alone: ratings without a number of reviewers, or by so many that every mean is possible.
struct ImpossibleMeanRating: CityRule {
  static let code: FindingCode = "C032"
  static let passing: [RuleExample] = [
    "leadership_rating 2.33 | leadership_reviewers 3", "leadership_rating 2.3 | leadership_reviewers 3",
  ]
  static let failing: [RuleExample] = ["leadership_rating 2.5 | leadership_reviewers 3"]

  func check(_ city: CityObservations, into report: inout RuleReport) {
    for rating in city.plan.ratings {
      for series in city.series(of: rating.rating) {
        for index in series.range {
          guard let mean = city.value(index),
            let reviewers = city.reported(rating.reviewers, series.breakdown, city.period(index)),
            reviewers.value >= 1, !Self.isPossible(mean, of: reviewers.value)
          else { continue }
          report.add(
            self, at: index, in: city.round, ["mean": shown(mean), "reviewers": shown(reviewers.value)])
        }
      }
    }
  }

  /// Whether whole ratings of so many reviewers can have this mean, rounded to the decimals that it is given with.
  static func isPossible(_ mean: Double, of reviewers: Double) -> Bool {
    var unit = 1.0
    while unit > 1e-4, abs(mean / unit - (mean / unit).rounded()) > 1e-6 { unit /= 10 }
    let nearest = (mean * reviewers).rounded() / reviewers
    return abs(nearest - mean) <= unit / 2 + 1e-9
  }
}
