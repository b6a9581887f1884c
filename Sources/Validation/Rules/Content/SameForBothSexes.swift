import Catalogue
import Vocabulary

/// The same number of women and men: half of a total, or one cell copied into the other.
///
/// Finds: counts of women and men from `identical_sexes_from` on that are equal in every year; told at the last.
/// Leaves alone: small counts and single years of several, where equality happens, and rates.
struct SameForBothSexes: CityRule {
  static let code: FindingCode = "C044"
  static let passing: [RuleExample] = [
    "population sex=F 6100 | population sex=M 6000", "ca_graduates sex=F 12 | ca_graduates sex=M 12",
  ]
  static let failing: [RuleExample] = ["population sex=F 6100 | population sex=M 6100"]

  func check(_ city: CityObservations, into report: inout RuleReport) {
    let least = city.thresholds.content.identicalSexesFrom
    let pairs = city.pairsOfSexes
    var isSame = true
    for (position, pair) in pairs.enumerated() where city.plan.kinds[city[pair.female].key.variable.index] == .count {
      let key = city[pair.female].key
      if let women = city.value(pair.female), let men = city.value(pair.male), women != men || women < least {
        isSame = false
      }
      // Pairs of one series follow each other; after its last one another series begins.
      if position + 1 < pairs.count {
        let next = city[pairs[position + 1].female].key
        if next.variable == key.variable, next.breakdown == key.breakdown { continue }
      }
      if isSame, let women = city.value(pair.female), city.value(pair.male) != nil {
        report.add(self, at: pair.female, in: city.round, ["value": shown(women)])
      }
      isSame = true
    }
  }
}
