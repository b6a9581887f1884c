import Catalogue
import Measurement
import Normalisation
import Vocabulary

/// What the figures of the round's framework rest on, over all reporting cities.
struct EvidenceFacts: Sendable {
  /// Values that stand for the reference year.
  private(set) var values = 0
  private(set) var byKind: [EvidenceKind: Int] = [:]
  /// From an earlier year than the reference year.
  private(set) var older = 0
  /// Estimated, imputed or forecast.
  private(set) var estimated = 0
  private(set) var provisional = 0
  private(set) var lowReliability = 0
  /// Three or four squares of evidence strength.
  private(set) var strong = 0

  init(_ results: RoundResults, _ cities: [CityID]) {
    let catalogue = results.catalogue
    for id in catalogue.frameworks[results.framework].allIndicators {
      for city in cities {
        guard let entry = results.current.entry(city, id) else { continue }
        let value = results.values.values[Int(entry.value)]
        values += 1
        byKind[catalogue[id].evidence, default: 0] += 1
        if entry.age > 0 { older += 1 }
        switch value.status {
        case .estimated, .imputed, .forecast: estimated += 1
        case .provisional: provisional += 1
        case .lowReliability: lowReliability += 1
        default: break
        }
        if EvidenceStrength.squares(of: value, catalogue[id], age: Int(entry.age)) >= 3 { strong += 1 }
      }
    }
  }

  func count(_ kind: EvidenceKind) -> Int { byKind[kind] ?? 0 }
}
