import Catalogue
import Vocabulary

/// Reviewers whose ratings lie too far apart for their mean to say something.
///
/// Finds: a spread between the highest and the lowest rating above `maximum_rating_spread`.
/// Leaves alone: ratings without a spread.
struct RatingsFarApart: CityRule {
  static let code: FindingCode = "C029"
  static let passing: [RuleExample] = ["leadership_rating 3 | leadership_spread 2"]
  static let failing: [RuleExample] = ["leadership_rating 2.5 | leadership_spread 3"]

  func check(_ city: CityObservations, into report: inout RuleReport) {
    for rating in city.plan.ratings {
      guard let spreads = rating.spread else { continue }
      for series in city.series(of: spreads) {
        for index in series.range {
          guard let spread = city.value(index), spread > city.thresholds.content.maximumRatingSpread else { continue }
          report.add(
            self, at: index, in: city.round,
            ["spread": shown(spread), "maximum": shown(city.thresholds.content.maximumRatingSpread)])
        }
      }
    }
  }
}
