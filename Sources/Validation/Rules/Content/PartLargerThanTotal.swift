import Catalogue
import Vocabulary

/// A part of a figure that is larger than the figure itself: users of one district above the users of the city.
///
/// Finds: parts along every dimension, open ones and overlapping ones too, of counts.
/// Leaves alone: totals whose parts are all there and add up to something, which `C012` and `C022` compare.
struct PartLargerThanTotal: CityRule {
  static let code: FindingCode = "C020"
  static let passing: [RuleExample] = ["learning_place_users 900 | learning_place_users sex=F 900"]
  static let failing: [RuleExample] = [
    "learning_place_users 900 | learning_place_users sex=F 950",
    "learning_place_users 900 | learning_place_users district=north 901",
  ]

  func check(_ city: CityObservations, into report: inout RuleReport) {
    for series in city.series where city.plan.kinds[series.variable.index] == .count {
      for family in city.plan.breakdowns.families[series.breakdown.index] {
        for index in series.range {
          guard let total = city.value(index) else { continue }
          if family.addsUp, city.parts(of: index, family) != nil { continue }
          for member in family.members {
            guard let part = city.reported(series.variable, member, city.period(index)), part.value > total
            else { continue }
            report.add(
              self, at: part.index, in: city.round, holding: [index, part.index],
              ["part": shown(part.value), "breakdown": city.label(member), "total": shown(total)])
          }
        }
      }
    }
  }
}
