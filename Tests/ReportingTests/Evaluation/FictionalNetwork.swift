import Catalogue
import Foundation
import Measurement
import Normalisation
import Reporting
import Spreadsheets
import Trends
import Vocabulary

/// A network of invented cities with figures drawn from the shipped catalogue's own scales: the same ones every time.
struct FictionalNetwork: Hashable, Sendable {
  /// Member cities; the last `absent` of them sent nothing, the `held` before them are partly held back.
  var cities = 4
  var absent = 1
  var held = 1
  var years = [2018, 2020, 2022, 2023, 2024, 2025]
  var font = "Arial"
  var hasProgress = true
  var hasFindings = true
  var framework = "key-features"
  /// Share of the measures that a city reports.
  var completeness = 0.9
  /// Whether measures come for women and men, too.
  var hasSexes = false
  var regions: [String] = []
  var country = "XX"
  /// Added to every score between the comparison and the reference year, in points.
  var push = 0.0

  func results(_ catalogue: Catalogue) throws -> RoundResults {
    let registry = registry()
    let table = IndicatorTable(values(catalogue, registry))
    let assessor = Assessor(catalogue: catalogue, values: table)
    let count = registry.cities.count
    let progress = catalogue.frameworks.firstIndex { $0.id == "sdg4" }
    var results = RoundResults(
      programme: programme(), round: round(),
      run: .init(id: "2026-7c41e09ab2d5", date: date("2026-11-22"), version: "0.1.0", inputDigest: "0f1e2d3c"),
      catalogue: catalogue, registry: registry,
      observations: observations(registry),
      values: table, current: assessor.assess(cities: count, referenceYear: 2025),
      previous: assessor.assess(cities: count, referenceYear: 2024),
      changes: YearOnYear(catalogue: catalogue).changes(in: table.values[...]),
      progress: hasProgress
        ? progress.map {
          TargetProgress.assess(
            framework: $0, catalogue: catalogue, values: table, cities: count, referenceYear: 2025)
        } : nil,
      findings: hasFindings ? findings(catalogue, registry) : [], outcomes: outcomes(registry),
      files: (0..<max(0, cities - absent)).map { index in
        .init(
          path: "Inputs/demo/2026/submissions/xx-\(index).xlsx", mapping: "", read: 180, observations: 150, blanks: 20,
          excluded: 8, rejected: 2)
      }, framework: catalogue.frameworks.firstIndex { $0.id == framework } ?? 0)
    results.robustness = assessor.robustness(
      of: results.current, framework: results.framework, candidates: results.reportingCities)
    return results
  }

  // MARK: Who

  private func programme() -> Programme {
    Programme(
      id: "demo",
      title: LocalizedText(english: "Example Learning Cities Network", thai: "เครือข่ายเมืองแห่งการเรียนรู้ตัวอย่าง"),
      organisation: LocalizedText(english: "Example Network", thai: "เครือข่ายตัวอย่าง"),
      contact: "indicators@network.example", languages: [.english, .thai], font: font, isSynthetic: true,
      licence: LocalizedText(same: "CC BY-SA 3.0 IGO (framework texts), CC BY 4.0 (data)"),
      notes: [
        LocalizedText(
          english: "All cities and all figures of this programme are invented.",
          thai: "เมืองและตัวเลขทั้งหมดของโครงการนี้สมมุติขึ้น")
      ])
  }

  private func round() -> Round {
    Round(
      id: "2026", title: LocalizedText(english: "Round 2026", thai: "รอบ พ.ศ. 2569"), referenceYear: 2025,
      comparisonYear: 2024, opens: CalendarDate("2026-08-01"), closes: CalendarDate("2026-09-30"),
      nextUpdate: CalendarDate("2027-02-15"), state: .open, framework: framework)
  }

  private func date(_ text: String) -> CalendarDate { CalendarDate(text) ?? CalendarDate(secondsSince1970: 0) }

  private static let thaiLetters = ["ก", "ข", "ค", "ง", "จ", "ฉ", "ช", "ซ", "ญ", "ฐ", "ณ", "ด", "ต", "ถ"]

  private func registry() -> CityRegistry {
    var list = (0..<cities).map { index in
      let isLettered = cities <= Self.thaiLetters.count
      let letter = isLettered ? String(UnicodeScalar(UInt8(65 + index))) : "\(index + 1)"
      return City(
        id: "xx-" + (isLettered ? letter.lowercased() : String("0000\(index)".suffix(4))),
        name: LocalizedText(
          english: "Example City \(letter)",
          thai: "เมืองตัวอย่าง \(isLettered ? Self.thaiLetters[index] : letter)"), country: country,
        region: regions.isEmpty ? "" : regions[index % regions.count])
    }
    list.append(
      City(
        id: "xy-region", name: LocalizedText(english: "Example Region", thai: "ภูมิภาคตัวอย่าง"), country: "XY",
        role: .benchmark))
    return CityRegistry(list)
  }

  private func outcomes(_ registry: CityRegistry) -> [RoundResults.CityOutcome] {
    registry.allIDs.filter { registry[$0].role == .member }.map { city in
      let isAbsent = city.index >= cities - absent
      let isHeld = !isAbsent && city.index >= cities - absent - held
      return RoundResults.CityOutcome(
        city: city, kind: isAbsent ? .notReceived : isHeld ? .partHeld : .published,
        file: isAbsent ? "" : "Inputs/demo/2026/submissions/\(registry[city].id).xlsx",
        errors: isHeld ? 2 : 0, warnings: isAbsent ? 0 : city.index % 5, infos: isAbsent ? 0 : city.index % 4)
    }
  }

  private func findings(_ catalogue: Catalogue, _ registry: CityRegistry) -> [Finding] {
    let texts = catalogue.texts.findings.values.sorted { ($0.severity, $0.code) < ($1.severity, $1.code) }
    var findings: [Finding] = []
    for (position, text) in texts.enumerated() where position % 4 == 0 {
      for repeated in 0..<(1 + position % 5) where repeated < cities {
        let city = registry.cities[repeated].id
        findings.append(
          Finding(
            text.code,
            at: .init(
              file: "Inputs/demo/2026/submissions/\(city).xlsx", sheet: "1 ข้อมูล · Data", row: 6 + position,
              column: 7, city: city, variable: "literate_15plus"),
            Dictionary(text.details.map { ($0, "12") }, uniquingKeysWith: { first, _ in first })))
      }
    }
    return findings
  }

  // MARK: What

  /// One for each city that reports, so that every file of a round can be made.
  private func observations(_ registry: CityRegistry) -> ObservationSet {
    let reporting = registry.allIDs.filter { $0.index < cities - absent || registry[$0].role == .benchmark }
    return ObservationSet(
      observations: reporting.compactMap { city in
        TimePeriod.year(2025).map {
          Observation(
            key: .init(city: city, variable: VariableID(0), period: $0), value: 1, status: .normal,
            provenance: Provenance(source: SourceID(0), row: 1, column: 1))
        }
      }, breakdowns: breakdowns, notes: [""], sources: [SourceFile(path: "Inputs/demo/2026/submissions/all.csv")])
  }

  private var breakdowns: BreakdownTable {
    BreakdownTable(
      hasSexes ? ["F", "M"].map { Breakdown([.init(dimension: "sex", code: $0)]) } : [])
  }

  /// A number from 0 to 1 that depends on nothing but its arguments.
  private func chance(_ parts: Int...) -> Double {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    for part in parts {
      state = (state ^ UInt64(bitPattern: Int64(part))) &* 0xBF58_476D_1CE4_E5B9
      state = (state ^ (state >> 29)) &* 0x94D0_49BB_1331_11EB
      state ^= state >> 32
    }
    return Double(state >> 11) / Double(1 << 53)
  }

  private func values(_ catalogue: Catalogue, _ registry: CityRegistry) -> [IndicatorValue] {
    var values: [IndicatorValue] = []
    for city in registry.allIDs {
      let isReporting = city.index < cities - absent || registry[city].role == .benchmark
      guard isReporting else { continue }
      for indicator in catalogue.indicators.indices.map(IndicatorID.init) {
        if case .distribution = catalogue[indicator].computation { continue }
        guard chance(city.index, indicator.index, 1) < completeness else { continue }
        for year in years { append(city, indicator, year, catalogue, to: &values) }
        guard hasSexes, catalogue.unit(of: indicator).kind == .rate else { continue }
        for (position, breakdown) in breakdowns.breakdowns.indices.dropFirst().enumerated() {
          for year in years { append(city, indicator, year, catalogue, sex: (position, breakdown), to: &values) }
        }
      }
    }
    return values
  }

  private func append(
    _ city: CityID, _ id: IndicatorID, _ year: Int, _ catalogue: Catalogue, sex: (position: Int, breakdown: Int)? = nil,
    to values: inout [IndicatorValue]
  ) {
    guard let period = TimePeriod.year(year) else { return }
    let breakdown = sex.map { BreakdownID($0.breakdown) } ?? .total
    let key = IndicatorValue.Key(city: city, indicator: id, breakdown: breakdown, period: period)
    let draw = chance(city.index, id.index, year, 2)
    if year == 2025, draw < 0.03 {
      values.append(IndicatorValue(key: key, value: nil, status: .notApplicable, form: .reported, input: 0))
      return
    }
    let status: ObservationStatus =
      draw < 0.06 ? .estimated : draw < 0.1 ? .provisional : draw < 0.12 && year == 2025 ? .breakInSeries : .normal
    let base = chance(city.index, id.index, 3) < 0.8 ? 20 + (4000 * chance(id.index, 4)).rounded() : nil
    let lead = sex.map { (chance(id.index, 10) - 0.5) * ($0.position == 0 ? 0.2 : -0.2) } ?? 0
    let share = min(0.99, max(0.01, share(city, id, year) + lead))
    let unit = catalogue.unit(of: id)
    let value =
      unit.kind == .flag
      ? (share > 0.5 ? 1 : 0)
      : FixedDecimal(Self.value(share, catalogue[id]), decimals: unit.decimals + 2).value
    values.append(
      IndicatorValue(key: key, value: value, status: status, form: .computed, base: base, input: 0))
  }

  /// Near the city's own level, with a trend of the city and of the measure and some noise.
  private func share(_ city: CityID, _ id: IndicatorID, _ year: Int) -> Double {
    let level = 0.35 + 0.4 * chance(city.index, 5) + 0.3 * (chance(id.index, 6) - 0.5)
    let pace = 0.05 * (chance(city.index, id.index, 7) - 0.35) + 0.05 * (chance(id.index, 9) - 0.35)
    let noise = 0.06 * (chance(city.index, id.index, year, 8) - 0.5)
    let moved = year == 2025 ? push / 100 : 0
    return min(0.99, max(0.01, level + pace * Double(year - 2018) + noise + moved))
  }

  /// The value with a score of 100 times `share`.
  private static func value(_ share: Double, _ indicator: Indicator) -> Double {
    switch indicator.scale {
    case .goalposts(let low, let high):
      return indicator.direction == .decrease ? high - share * (high - low) : low + share * (high - low)
    case .logGoalposts(let low, let high):
      let position = indicator.direction == .decrease ? 1 - share : share
      return low * pow(high / low, position)
    case .ideal(let ideal, let worst): return ideal + (worst - ideal) * (1 - share)
    case .rating: return 1 + 3 * share
    case .none: return (100 * share).rounded()
    }
  }
}
