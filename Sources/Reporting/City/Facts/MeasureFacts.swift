import Catalogue
import Measurement
import Normalisation
import Spreadsheets
import Trends
import Vocabulary

/// One measure of one city: the value that stands for the reference year, how it moved, what is aimed at, how strong it is.
struct MeasureFacts: Sendable {
  let indicator: IndicatorID
  /// nil where no figure is recent enough; `status` then says why, as far as the city said.
  let value: IndicatorValue?
  let status: ObservationStatus
  /// Years between the value and the reference year.
  let age: Int
  let score: FixedDecimal?
  /// From the observation before; nil without one.
  let change: Change?
  /// The verdict on the way to the target; nil for measures without one.
  let verdict: ProgressStatus?
  /// Why a verdict is missing, where there is a figure.
  var absence: GoalProgress.Absence?
  let pace: RequiredPace?
  /// Squares of evidence; nil without a value.
  let strength: Int?
  /// The city reported another figure in a round before.
  let isRevised: Bool
  /// The city has no value, and the method has put one in its place for the score.
  var isImputed = false

  /// How the verdict looks on the card; a measure that no further year makes a verdict possible for is not "too early".
  var look: StatusLook? {
    guard let verdict else { return nil }
    guard verdict == .tooEarly, let absence, !absence.passesWithTime else { return verdict.look }
    return StatusLook(
      sign: ProgressStatus.noData.look.sign, key: "status.not_judged", text: verdict.look.text,
      tint: verdict.look.tint, chart: verdict.look.chart, chartLabel: verdict.look.chartLabel)
  }

  /// Fewer persons make a share jump.
  static func isSmall(_ value: IndicatorValue, _ catalogue: Catalogue) -> Bool {
    guard let base = value.base, catalogue.unit(of: value.key.indicator).kind == .rate else { return false }
    return base < catalogue.rules.minimumDenominator
  }
}

/// All measures of one city, computed once for both languages of its card.
struct CityMeasures: Sendable {
  private let measures: [IndicatorID: MeasureFacts]

  /// The code of the finding that tells of a figure other than the one published before.
  private static let revision: FindingCode = "T011"

  init(_ results: RoundResults, _ city: CityID, _ indicators: [IndicatorID], findings: [Finding]) {
    let catalogue = results.catalogue
    let revised = Set(findings.filter { $0.code == Self.revision }.map(\.origin.variable))
    var verdicts: [IndicatorID: TargetProgress.Verdict] = [:]
    for verdict in results.progress?.verdicts(of: city) ?? [] { verdicts[verdict.indicator] = verdict }
    var changes: [IndicatorID: Change] = [:]
    for change in results.changes(of: city) where change.key.breakdown == .total {
      changes[change.key.indicator] = change
    }
    var measures: [IndicatorID: MeasureFacts] = [:]
    for id in indicators {
      measures[id] = Self.measure(id, city, results, verdicts[id], changes[id], revised, catalogue)
    }
    self.measures = measures
  }

  subscript(id: IndicatorID) -> MeasureFacts? { measures[id] }

  private static func measure(
    _ id: IndicatorID, _ city: CityID, _ results: RoundResults, _ verdict: TargetProgress.Verdict?, _ change: Change?,
    _ revised: Set<String>, _ catalogue: Catalogue
  ) -> MeasureFacts {
    let year = results.round.referenceYear
    guard let entry = results.current.entry(city, id) else {
      let stated = TimePeriod.year(year).flatMap { results.values[.init(city: city, indicator: id, period: $0)] }
      return MeasureFacts(
        indicator: id, value: nil, status: stated?.status ?? .missing, age: 0, score: nil, change: nil,
        verdict: verdict == nil ? nil : .noData, pace: nil, strength: nil, isRevised: false,
        isImputed: results.current.imputed(city, id) != nil)
    }
    let value = results.values.values[Int(entry.value)]
    let age = Int(entry.age)
    return MeasureFacts(
      indicator: id, value: value, status: value.status, age: age,
      score: entry.score.map { FixedDecimal($0, decimals: 1) },
      // The change up to the reference year; of an older value there is none to tell.
      change: change?.key.period == value.key.period ? change : nil,
      verdict: verdict.map { ProgressStatus($0.assessment.status, $0.assessment.absence) },
      absence: verdict?.assessment.absence, pace: pace(id, city, results),
      strength: EvidenceStrength.squares(of: value, catalogue[id], age: age),
      isRevised: catalogue.variables(behind: id).contains { revised.contains($0) })
  }

  /// Indices of parity and yes-or-no answers have no pace that a sentence could tell.
  private static func pace(
    _ id: IndicatorID, _ city: CityID, _ results: RoundResults
  ) -> RequiredPace? {
    let catalogue = results.catalogue
    guard [.rate, .amount, .count, .rating].contains(catalogue.unit(of: id).kind) else { return nil }
    // The city's own target, the programme's, or the framework's.
    let aim = results.aims.aim(of: id, for: city)
    return RequiredPace(
      results.values.series(city, id), upTo: results.round.referenceYear, direction: catalogue[id].direction,
      target: aim.target, targetYear: aim.targetYear)
  }
}

extension GoalProgress.Absence {
  /// Whether further years of figures lead to a verdict; else the goal, the base or the measure stands against one.
  fileprivate var passesWithTime: Bool {
    switch self {
    case .noData, .tooFewPoints, .brokenSeries, .windowTooShort: true
    default: false
    }
  }
}

extension Catalogue {
  /// Ids of the variables that an indicator is computed from.
  func variables(behind id: IndicatorID) -> [String] {
    func names(_ ids: [VariableID]) -> [String] { ids.map { self[$0].id } }
    switch self[id].computation {
    case .ratio(let numerator, let denominator, _, let ready): return names(numerator + denominator + [ready])
    case .reported(let variable), .distribution(let variable, _): return names([variable])
    case .rating(let variable, let reviewers, let spread):
      return names([variable, reviewers] + (spread.map { [$0] } ?? []))
    case .parity(let source, _, _, _, _), .gap(let source, _, _, _): return variables(behind: source)
    }
  }
}

extension RoundResults {
  /// The changes of one city, by binary search.
  func changes(of city: CityID) -> ArraySlice<Change> {
    func start(_ index: Int) -> Int {
      var (low, high) = (0, changes.count)
      while low < high {
        let middle = (low + high) / 2
        if changes[middle].key.city.index < index { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return changes[start(city.index)..<start(city.index + 1)]
  }
}
