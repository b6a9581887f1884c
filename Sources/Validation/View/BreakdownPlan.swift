import Catalogue
import Vocabulary

/// How the breakdowns of a round belong together, worked out once: which parts each total has.
struct BreakdownPlan: Sendable {
  /// The parts of one total along one dimension.
  struct Family: Sendable {
    var dimension: String
    var members: [BreakdownID]
    /// Every code of a dimension that adds up occurs, so that the members can be summed.
    var addsUp: Bool
  }

  /// Women and men of a total.
  struct Sexes: Sendable {
    var female: BreakdownID
    var male: BreakdownID
  }

  /// By the index of the total.
  let families: [[Family]]
  let sexes: [Sexes?]
  /// For a breakdown of women, the same of men.
  let male: [BreakdownID?]

  init(_ table: BreakdownTable, catalogue: Catalogue) {
    let complete = Set(catalogue.rules.completeDimensions)
    var members: [[String: [BreakdownID]]] = Array(repeating: [:], count: table.breakdowns.count)
    for (index, breakdown) in table.breakdowns.enumerated() {
      for part in breakdown.parts {
        // A total that nobody reported has no place in the table, and nothing to compare.
        guard let total = table.id(of: breakdown.setting(part.dimension, to: nil)) else { continue }
        members[total.index][part.dimension, default: []].append(BreakdownID(index))
      }
    }
    families = members.map { byDimension in
      byDimension.sorted { $0.key < $1.key }.map { dimension, members in
        let codes = catalogue.dimension(dimension)?.list.codes.count ?? 0
        return Family(
          dimension: dimension, members: members, addsUp: complete.contains(dimension) && members.count == codes)
      }
    }
    male = table.breakdowns.map { $0["sex"] == "F" ? table.id(of: $0.setting("sex", to: "M")) : nil }
    sexes = table.breakdowns.map { breakdown in
      guard breakdown["sex"] == nil, let female = table.id(of: breakdown.setting("sex", to: "F")),
        let male = table.id(of: breakdown.setting("sex", to: "M"))
      else { return nil }
      return Sexes(female: female, male: male)
    }
  }
}
