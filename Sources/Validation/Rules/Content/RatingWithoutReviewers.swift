import Catalogue
import Vocabulary

/// A rating that does not say how many reviewers gave it.
///
/// Finds: ratings whose number of reviewers is missing in the same year.
/// Leaves alone: ratings by too few (`C028`).
struct RatingWithoutReviewers: CityRule {
  static let code: FindingCode = "C033"
  static let passing: [RuleExample] = ["leadership_rating 3 | leadership_reviewers 5"]
  static let failing: [RuleExample] = ["leadership_rating 3"]

  func check(_ city: CityObservations, into report: inout RuleReport) {
    for rating in city.plan.ratings {
      for series in city.series(of: rating.rating) {
        for index in series.range {
          guard let value = city.value(index),
            city.reported(rating.reviewers, series.breakdown, city.period(index)) == nil
          else { continue }
          report.add(
            self, at: index, in: city.round, ["rating": shown(value), "needed": city.label(rating.reviewers)])
        }
      }
    }
  }
}
