import Catalogue
import Vocabulary

/// A rating by fewer reviewers than the method asks for.
///
/// Finds: expert ratings with a number of reviewers below `minimum_reviewers`.
/// Leaves alone: ratings without a number of reviewers (`C033`).
struct TooFewReviewers: CityRule {
  static let code: FindingCode = "C028"
  static let passing: [RuleExample] = ["leadership_rating 3 | leadership_reviewers 2"]
  static let failing: [RuleExample] = ["leadership_rating 3 | leadership_reviewers 1"]

  func check(_ city: CityObservations, into report: inout RuleReport) {
    for rating in city.plan.ratings {
      for series in city.series(of: rating.reviewers) {
        for index in series.range {
          guard let reviewers = city.value(index), reviewers < city.thresholds.content.minimumReviewers,
            city.reported(rating.rating, series.breakdown, city.period(index)) != nil
          else { continue }
          report.add(
            self, at: index, in: city.round,
            ["reviewers": shown(reviewers), "minimum": shown(city.thresholds.content.minimumReviewers)])
        }
      }
    }
  }
}
