import Catalogue
import Measurement
import Reporting
import Vocabulary

/// Keeps what tells of single persons out of a round: figures, and what findings say of them.
struct Confidentiality {
  let catalogue: Catalogue
  let registry: CityRegistry
  let thresholds: DisclosureThresholds

  struct Outcome {
    var observations: ObservationSet
    var suppression: Suppression
    /// One for each city of which something is kept back.
    var findings: [Finding]
  }

  /// - Parameter earlier: What the programme's last round published, if it did.
  /// - Throws: Where that cannot be read.
  func protect(_ set: ObservationSet, knowing earlier: EarlierRelease?) throws(RoundsError) -> Outcome {
    let alone = protect(set, before: PublishedBefore())
    guard let earlier else { return alone }
    let kept = set.observations.indices.filter { alone.suppression[$0] != nil }.map { set.observations[$0].key }
    return protect(
      set,
      before: try earlier.published(kept, catalogue: catalogue, registry: registry, breakdowns: set.breakdowns))
  }

  private func protect(_ set: ObservationSet, before: PublishedBefore) -> Outcome {
    let control = DisclosureControl(catalogue: catalogue, thresholds: thresholds)
    let (observations, suppression) = control.protect(set, registry: registry, before: before)
    var findings: [Finding] = []
    for city in registry.allIDs where !suppression.isEmpty {
      let counts = suppression.counts(in: observations.slice(of: city).indices)
      guard !counts.isEmpty else { continue }
      let small = counts[.smallCount, default: 0] + counts[.smallDenominator, default: 0]
      findings.append(
        Finding(
          "R008", at: .init(city: registry[city].id),
          [
            "small": "\(small)", "complementary": "\(counts[.complementary, default: 0])",
            "minimum": "\(Int(thresholds.minimumCount))", "denominator": "\(Int(thresholds.minimumDenominator))",
          ]))
    }
    return Outcome(observations: observations, suppression: suppression, findings: findings)
  }

  // MARK: Findings

  /// What may be told of a figure that is kept back: places, times, names and thresholds.
  private static let harmless: Set<String> = [
    "age", "allowed", "be", "breakdown", "ce", "count", "date", "dimension", "file", "files", "high", "low", "maximum",
    "minimum", "needed", "period", "place", "range", "sheet", "sheets", "unit", "year", "years",
  ]
  static let mark = "•"

  private struct Subject: Hashable {
    var city: String
    var variable: String
  }

  /// Findings without numbers where they speak of a variable of which something is kept back, now or in the rounds before, which
  /// a finding may compare with, or whose corrections are not told.
  func published(
    _ findings: [Finding], _ outcome: Outcome, after earlier: ObservationSet?, untold: [CorrectionRecord]
  ) -> [Finding] {
    var kept = subjects(keptBackIn: outcome)
    for record in untold {
      kept.insert(
        Subject(city: registry[record.correction.city].id, variable: catalogue[record.correction.variable].id))
    }
    if let earlier { kept.formUnion(subjects(keptBackIn: protect(earlier, before: PublishedBefore()))) }
    guard !kept.isEmpty else { return findings }
    return findings.map { finding in
      let origin = finding.origin
      guard kept.contains(Subject(city: origin.city, variable: origin.variable)) else { return finding }
      var masked = finding
      for (key, value) in finding.details where !Self.harmless.contains(key) && value.contains(where: \.isNumber) {
        masked.details[key] = Self.mark
      }
      return masked
    }
  }

  private func subjects(keptBackIn outcome: Outcome) -> Set<Subject> {
    guard !outcome.suppression.isEmpty else { return [] }
    var subjects: Set<Subject> = []
    for (index, observation) in outcome.observations.observations.enumerated()
    where outcome.suppression[index] != nil {
      subjects.insert(
        Subject(city: registry[observation.key.city].id, variable: catalogue[observation.key.variable].id))
    }
    return subjects
  }
}
