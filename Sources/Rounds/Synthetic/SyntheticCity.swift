import Catalogue
import Foundation
import Vocabulary

/// Invented figures of one fictional city: consistent (parts below wholes, women and men add up, years follow each other), and
/// nobody's.
struct SyntheticCity {
  struct Figure {
    var variable: VariableID
    var breakdown: [(dimension: String, code: String)]
    var year: Int
    var value: Double?
    var status: ObservationStatus
    var note = ""
  }

  let catalogue: Catalogue
  let seed: UInt64
  let id: String
  let years: ClosedRange<Int>
  let population: Double
  private let quality: Double
  let growth: Double

  /// Totals and women's part of each count, by variable and year.
  private(set) var counts: [VariableID: [Int: (total: Double, female: Double)]] = [:]
  private(set) var figures: [Figure] = []

  init(catalogue: Catalogue, seed: UInt64, id: String, years: ClosedRange<Int>) {
    self.catalogue = catalogue
    self.seed = seed
    self.id = id
    self.years = years
    var generator = SeededGenerator(seed: seed, id)
    population = exp(log(15_000) + generator.share() * (log(1_200_000) - log(15_000))).rounded()
    quality = 0.25 + 0.5 * generator.share()
    growth = 0.004 * generator.bell()
    let directlyReported = assignRatios()
    assignRest(except: directlyReported)
    assignGroups()
    figures.sort { ($0.variable, $0.year, $0.breakdown.count) < ($1.variable, $1.year, $1.breakdown.count) }
  }

  func generator(_ name: String) -> SeededGenerator { SeededGenerator(seed: seed, id, name) }

  /// The city's standing on an indicator in a year, 0 to 1: its quality, a leaning of its own, a slow trend, a little noise.
  func standing(_ name: String, _ year: Int) -> Double {
    var own = generator(name)
    let level = quality + 0.22 * own.bell()
    let trend = 0.012 + 0.018 * own.bell()
    var noise = generator("\(name) \(year)")
    return min(0.98, max(0.02, level + trend * Double(year - years.upperBound) + 0.012 * noise.bell()))
  }

  // MARK: Ratios

  /// Denominators first, as parts of the population; numerators as shares of them. Returns the variables made.
  private mutating func assignRatios() -> Set<VariableID> {
    var made: Set<VariableID> = []
    let ratios = catalogue.indicators.filter { if case .ratio = $0.computation { true } else { false } }
    let numerators = Set(
      ratios.flatMap { indicator -> [VariableID] in
        if case .ratio(let numerator, _, _, _) = indicator.computation { numerator } else { [] }
      })
    for indicator in ratios {
      guard case .ratio(_, let denominator, _, _) = indicator.computation else { continue }
      for variable in denominator where !numerators.contains(variable) && made.insert(variable).inserted {
        assignBase(variable)
      }
    }
    // A numerator may be the denominator of another ratio: go round until nothing is left.
    var waiting = ratios
    while !waiting.isEmpty {
      let before = waiting.count
      waiting = waiting.filter { indicator in
        guard case .ratio(let numerator, let denominator, let factor, _) = indicator.computation,
          denominator.allSatisfy(made.contains)
        else { return true }
        for variable in numerator where made.insert(variable).inserted {
          assignPart(variable, of: denominator, indicator, 1 / Double(numerator.count), factor)
        }
        return false
      }
      guard waiting.count < before else { break }
    }
    for variable in made { emitCounts(variable) }
    return made
  }

  private mutating func assignBase(_ variable: VariableID) {
    let definition = catalogue[variable]
    let unit = catalogue.units[definition.unit]
    var own = generator(definition.id)
    let school = schoolShare(definition.id, &own)
    let share = basicShares[definition.id] ?? school ?? (0.04 + 0.3 * own.share())
    let femaleShare = 0.49 + 0.03 * own.share()
    let isSample = definition.evidence == .survey
    let sample = 400 + (own.share() * 1200).rounded()
    for year in years {
      let people = population * pow(1 + growth, Double(year - years.upperBound))
      let size: Double
      if isSample {
        size = sample
      } else if unit.quantity == "persons" {
        // A year of births is a little larger or smaller than the one before.
        var birth = generator("\(definition.id) \(year)")
        let wave = school == nil ? 1 : 1 + 0.012 * birth.bell()
        size = min(definition.range.upperBound * 0.6, people * share * wave)
      } else {
        size = min(definition.range.upperBound * 0.8, max(12, people * share * unitScale(unit)))
      }
      let total = unit.kind == .count ? size.rounded() : size
      counts[variable, default: [:]][year] = (total, (total * femaleShare).rounded())
    }
  }

  private let basicShares: [String: Double] = [
    "population": 1, "population_15plus": 0.81, "population_15_24": 0.13, "population_25_64": 0.55,
    "population_early_childhood_age": 0.06, "eligible_voters": 0.76, "labour_force": 0.52, "employed_persons": 0.49,
  ]

  /// The part of the residents that a year or a level of school takes in, and those who teach there; nil for other groups.
  private func schoolShare(_ id: String, _ own: inout SeededGenerator) -> Double? {
    let sizes: [(part: String, share: Double)] = [
      ("teachers", 0.003), ("last_grade", 0.012), ("tested", 0.01), ("completion_age", 0.03), ("pre_entry", 0.012),
      ("age_0_2", 0.03), ("pre_primary", 0.03), ("primary", 0.065), ("lower_secondary", 0.035),
      ("upper_secondary", 0.035), ("tertiary", 0.06),
    ]
    guard let share = sizes.first(where: { id.contains($0.part) })?.share else { return nil }
    return share * (0.8 + 0.4 * own.share())
  }

  /// How much of a thing there is for each person.
  private func unitScale(_ unit: UnitOfMeasure) -> Double {
    switch unit.quantity {
    case "money", "usd": 40_000
    case "tonnes": 8
    case "schools", "places", "organisations", "programmes": 0.0015
    default: 0.002
    }
  }

  private mutating func assignPart(
    _ variable: VariableID, of denominator: [VariableID], _ indicator: Indicator, _ part: Double, _ factor: Double
  ) {
    let isCount = catalogue.unit(of: variable).kind == .count
    for year in years {
      let whole = denominator.reduce((0.0, 0.0)) { sum, id in
        let count = counts[id]?[year] ?? (0, 0)
        return (sum.0 + count.total, sum.1 + count.female)
      }
      let rate = rate(of: indicator, year) * part / factor
      var lean = generator("\(indicator.id) sex")
      let womens = 1 + 0.06 * lean.bell()
      let female = isCount ? (whole.1 * rate * womens).rounded() : whole.1 * rate * womens
      let male =
        isCount ? ((whole.0 - whole.1) * rate * (2 - womens)).rounded() : (whole.0 - whole.1) * rate * (2 - womens)
      let isPart = catalogue.units[indicator.unit].id == "percent"
      let cappedFemale = isPart ? min(female, whole.1) : female
      let cappedMale = isPart ? min(male, whole.0 - whole.1) : male
      let total = cappedFemale + cappedMale
      let fit = min(1, catalogue[variable].range.upperBound * 0.8 / max(1, total))
      let fittedFemale = isCount ? (cappedFemale * fit).rounded(.down) : cappedFemale * fit
      let fittedMale = isCount ? (cappedMale * fit).rounded(.down) : cappedMale * fit
      counts[variable, default: [:]][year] = (fittedFemale + fittedMale, fittedFemale)
    }
  }

  /// The indicator's value that belongs to the city's standing.
  func rate(of indicator: Indicator, _ year: Int) -> Double {
    let standing = standing(indicator.id, year)
    let oriented = indicator.direction == .decrease ? 1 - standing : standing
    switch indicator.scale {
    case .goalposts(let low, let high): return low + (high - low) * oriented
    case .logGoalposts(let low, let high): return exp(log(low) + (log(high) - log(low)) * (0.35 + 0.4 * oriented))
    case .ideal(let ideal, let worst): return ideal + (worst - ideal) * (1 - standing) * 0.8
    case .rating: return 1 + 3 * standing
    case .none: return 20 + 40 * standing
    }
  }

  private mutating func emitCounts(_ variable: VariableID) {
    let bySex = catalogue[variable].dimensions.contains("sex")
    for year in years {
      guard let count = counts[variable]?[year] else { continue }
      emit(variable, [], year, count.total)
      if bySex, catalogue.unit(of: variable).kind == .count {
        emit(variable, [("sex", "F")], year, count.female)
        emit(variable, [("sex", "M")], year, count.total - count.female)
      }
    }
  }

  // MARK: Holes and flags

  /// Every tenth question is not answered by a city, and now and then a figure carries a flag.
  /// - Parameter question: Figures of one question are answered together.
  mutating func emit(
    _ variable: VariableID, _ breakdown: [(String, String)], _ year: Int, _ value: Double, as question: String? = nil
  ) {
    let definition = catalogue[variable]
    var own = generator("answers \(question ?? definition.id)")
    let answers = definition.id.hasPrefix("population") || own.share() > 0.1
    guard answers else {
      if breakdown.isEmpty, own.share() > 0.35 {
        let status: ObservationStatus = own.share() > 0.25 ? .notCollected : .notApplicable
        figures.append(Figure(variable: variable, breakdown: [], year: year, value: nil, status: status))
      }
      return
    }
    if definition.frequency == .election, (year + Int(own.next() % 4)) % 4 != 0 { return }
    if definition.frequency == .survey, (year - years.upperBound) % 2 != 0, own.share() < 0.4 { return }
    var flags = generator("flag \(definition.id) \(year)")
    let draw = flags.share()
    var status = ObservationStatus.normal
    if year == years.upperBound, draw < 0.04 { status = .provisional }
    if draw > 0.985 { status = .estimated }
    if draw > 0.5, draw < 0.502, year > years.lowerBound { status = .breakInSeries }
    figures.append(
      Figure(
        variable: variable, breakdown: breakdown, year: year,
        value: min(definition.range.upperBound, max(definition.range.lowerBound, value)), status: status,
        note: status == .normal ? "" : "example note · หมายเหตุตัวอย่าง"))
  }
}
