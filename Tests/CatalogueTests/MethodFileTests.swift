import Catalogue
import Foundation
import GNLCTestSupport
import Testing

/// `method.yaml`: every parameter is read, and every fault told with its line.
@Suite struct MethodFileTests {
  private func load(_ old: String, _ new: String) throws -> CatalogueLoader.Outcome {
    var small = SmallCatalogue()
    try #require(small.method.contains(old), "\(old)")
    small.method = small.method.replacingOccurrences(of: old, with: new)
    return small.load()
  }

  @Test(arguments: [
    ("normalisation: goalposts", "normalisation: goalpost", 4, "`normalisation` is `goalpost`, not one of goalposts"),
    ("normalisation: goalposts", "normalisation: {method: minmax, scale: [100, 0]}", 4, "the wrong way round"),
    ("normalisation: goalposts", "normalisation: {method: zscore, deviation: 0}", 4, "`deviation` must be above 0"),
    ("normalisation: goalposts", "normalisation: {method: minmax, reach: 3}", 4, "unknown key `reach`"),
    ("normalisation: goalposts", "normalisation: distance_to_reference", 4, "wants the id of a city"),
    ("aggregation: arithmetic", "aggregation: geometric", 5, "wants scores above 0: give `normalisation` a `scale`"),
    (
      "normalisation: goalposts\naggregation: arithmetic",
      "normalisation: zscore\naggregation: {method: generalised, power: 2}", 5,
      "`generalised` wants scores of 0 or more, which `zscore` does not promise"
    ),
    (
      "normalisation: goalposts\naggregation: arithmetic",
      "normalisation: scaled\naggregation: {method: generalised, power: 3}", 5, "which `scaled` does not promise"
    ),
    (
      "normalisation: goalposts\naggregation: arithmetic",
      "normalisation: {method: minmax, scale: [-1, 1]}\naggregation: {method: generalised, power: 2}", 5,
      "`generalised` wants scores of 0 or more: give `normalisation` a `scale`"
    ),
    ("aggregation: arithmetic", "aggregation: {method: generalised}", 5, "wants a `power` other than 0"),
    ("aggregation: arithmetic", "aggregation: {method: arithmetic, power: 2}", 5, "`power` belongs to `generalised`"),
    ("aggregation: arithmetic", "aggregation: arithmetic\noutliers: trim", 6, "`outliers` is `trim`"),
    ("aggregation: arithmetic", "aggregation: arithmetic\nimputation: guess", 6, "`imputation` is `guess`"),
    (
      "aggregation: arithmetic", "aggregation: arithmetic\nscreening: {minimum_availability: 66}", 6,
      "must be a share from 0 to 1"
    ),
    (
      "maximum_age_years: 5", "maximum_age_years: 5\nrobustness: some", 8, "`robustness` is `some`, not none or a map"
    ),
    ("maximum_age_years: 5", "maximum_age_years: 5\nrobustness: {draw: 10}", 8, "unknown key `draw`"),
    ("maximum_age_years: 5", "maximum_age_years: 5\nrobustness: {draws: 0}", 8, "`draws` must lie between 1 and"),
    ("maximum_age_years: 5", "maximum_age_years: 5\nrobustness: {seed: -1}", 8, "`seed` must be at least 0"),
    (
      "maximum_age_years: 5", "maximum_age_years: 5\nrobustness:\n  draws: 5\n  weight_spread: 1", 10,
      "`weight_spread` must be at least 0 and below 1"
    ),
    (
      "maximum_age_years: 5", "maximum_age_years: 5\nrobustness:\n  normalisations: [minmx]", 9,
      "no normalisation is called `minmx`; one with a similar name exists: `minmax`"
    ),
    (
      "maximum_age_years: 5", "maximum_age_years: 5\nrobustness: {normalisations: [minmax, minmax]}", 8, "stands twice"
    ),
    ("maximum_age_years: 5", "maximum_age_years: 5\nrobustness: {normalisations: []}", 8, "wants at least one"),
    (
      "maximum_age_years: 5", "maximum_age_years: 5\nrobustness: {normalisations: [distance_to_reference]}", 8,
      "wants the id of a city"
    ),
    ("maximum_age_years: 5", "maximum_age_years: 5\nrobustness: {aggregations: [sum]}", 8, "not one of arithmetic"),
    (
      "maximum_age_years: 5", "maximum_age_years: 5\nrobustness:\n  aggregations: [geometric]", 9,
      "`zscore` does not promise scores above 0"
    ),
    ("maximum_age_years: 5", "maximum_age_years: 5\nrobustness: {floor: 100}", 8, "`floor` must lie below"),
    ("maximum_age_years: 5", "maximum_age_years: 5\nrobustness: {interval: [0, 1]}", 8, "two shares between 0 and 1"),
    ("maximum_age_years: 5", "maximum_age_years: 5\nrobustness: {minimum_cities: 1}", 8, "must be at least 2"),
    ("methods: [statcan]", "methods: [statcann]", 9, "no method of progress"),
    ("methods: [statcan]", "methods: [statcan, statcan]", 9, "`statcan` stands twice"),
    ("methods: [statcan]", "methods: [oecd, statcan]", 9, "tells a distance and no verdict"),
    ("methods: [statcan]", "methods: []", 9, "wants at least one method"),
    ("methods: [statcan]", "methods: [statcan]\n  interval: 80", 9, "`interval` must be a probability"),
    (
      "methods: [statcan]", "methods: [statcan]\n  statcan: {with_target: [0.6, 0.95, 0]}", 10,
      "`with_target` wants three falling numbers"
    ),
    (
      "methods: [statcan]", "methods: [statcan]\n  eurostat: {short: {years: 3, at_least: 5}}", 10,
      "`at_least` must lie between 1 and `years`"
    ),
    ("methods: [statcan]", "methods: [statcan]\n  unsd: {near_target: -1}", 10, "must not be negative"),
    ("methods: [statcan]", "methods: [statcan]\n  escap: {achieved: 200}", 10, "`achieved` must be below `accelerate`"),
    ("methods: [statcan]", "methods: [statcan]\n  sdsn: {colour: [2, 1.5, 1]}", 10, "unknown key `colour`"),
    ("methods: [statcan]", "methods: [statcan]\n  dns: {minimum_points: 9}", 10, "must lie between 2 and one more"),
    ("methods: [statcan]", "methods: [statcan]\n  oecd: {bands: [1.5, 0.5]}", 10, "`bands` wants two rising numbers"),
    ("aggregation: arithmetic", "aggregation: arithmetic\nequity: {referenc: {sex: M}}", 6, "unknown key `referenc`"),
    (
      "aggregation: arithmetic", "aggregation: arithmetic\nequity: {reference: {sexx: M}}", 6,
      "unknown dimension `sexx`; one with a similar name exists: `sex`"
    ),
    (
      "aggregation: arithmetic", "aggregation: arithmetic\nequity: {reference: {sex: X}}", 6,
      "`X` is no group of `sex`: use one of F, M, or `_T` for the city as a whole"
    ),
    (
      "aggregation: arithmetic", "aggregation: arithmetic\nequity: {dispersion: [quarter]}", 6,
      "unknown dimension `quarter`"
    ),
    ("aggregation: arithmetic", "aggregation: arithmetic\nequity: {parity_band: [1.1, 1.2]}", 6, "must lie around 1"),
    (
      "aggregation: arithmetic", "aggregation: arithmetic\nequity: {unchanged: {points: -1}}", 6, "must not be negative"
    ),
    ("aggregation: arithmetic", "aggregation: arithmetic\nequity: {minimum_share: 85}", 6, "must be a share above 0"),
    ("aggregation: arithmetic", "aggregation: arithmetic\nequity: {benchmark: best}", 6, "`benchmark`"),
  ])
  func faultIsTold(_ old: String, _ new: String, _ line: Int, _ message: String) throws {
    let faults = try load(old, new).faults
    #expect(
      faults.contains { $0.message.contains(message) && $0.line == line && $0.file == "Indicators/method.yaml" },
      "\(faults)")
  }

  /// Scores of 0 are no harm to squares, and those below 0 none to what is the arithmetic mean.
  @Test(arguments: [
    "normalisation: goalposts\naggregation: {method: generalised, power: 2}",
    "normalisation: zscore\naggregation: {method: generalised, power: 1}",
    "normalisation: zscore\naggregation: copeland",
  ])
  func meansThatAreDefined(_ choice: String) throws {
    #expect(try load("normalisation: goalposts\naggregation: arithmetic", choice).faults.isEmpty)
  }

  /// The shipped file says every parameter, and says what the program would take without it.
  @Test func shippedParametersAreTheStandardOnes() throws {
    let method = try #require(Repository.catalogue.catalogue?.method)
    #expect(method.progress == Method.Progress())
    #expect(method.normalisation == Method.Normalisation())
    #expect(method.aggregation == Method.Aggregation())
    #expect(method.outliers == nil && method.imputation == nil && method.screening == nil)
    #expect(!method.isPeerRelative)
    #expect(method.equity == Method.Equity())
    #expect(method.robustness == Method.Robustness())
    let text = try #require(Repository.catalogueFiles().first { $0.path == "Indicators/method.yaml" }?.text)
    for name in Method.ProgressMethod.allCases {
      for parameter in method.progress.parameters(of: name) {
        let isSpan = parameter.name == "years" || parameter.name == "at_least"
        #expect(text.contains(isSpan ? "short: {years: 5, at_least: 3}" : "\(parameter.name):"), "\(name) \(parameter)")
      }
    }
  }

  @Test func robustnessIsReadAndEchoed() throws {
    let outcome = try load(
      "maximum_age_years: 5",
      """
      maximum_age_years: 5
      robustness: {draws: 50, seed: 7, normalisations: [rank, borda], aggregations: [harmonic, {method: generalised, power: 0.5}], weight_spread: 0.1, floor: 2, interval: [0.1, 0.9], minimum_cities: 3}
      """)
    #expect(outcome.faults.isEmpty, "\(outcome.faults)")
    #expect(
      outcome.catalogue?.method.robustness?.parameters.echoed
        == "draws=50;seed=7;normalisations=rank borda;aggregations=harmonic generalised(power=0.5);weight_spread=0.1;floor=2;interval=0.1 0.9;minimum_cities=3"
    )
    // Nobody is made to say anything.
    #expect(SmallCatalogue().load().catalogue?.method.robustness == nil)
  }

  @Test func everyParameterIsReadAndEchoed() throws {
    let outcome = try load(
      "methods: [statcan]",
      """
      methods: [dns, statcan, escap, eurostat, unsd, sdsn, oecd]
        provisional: left_out
        interval: 0.95
        statcan: {with_target: [0.9, 0.5, 0.1], without_target: [0.02, 0.01, 0], limit_exponent: 3, zero_stand_in: 0.001}
        escap: {achieved: 5, accelerate: 90, first_year: 2010}
        eurostat: {window: long, long: {years: 14, at_least: 9}, with_target: [0.9, 0.5, 0], without_target: [0.02, 0, -0.02]}
        unsd: {with_target: [0.9, 0.2], without_target: [0.03, 0.01], near_target: 2}
        sdsn: {arrows: [0.9, 0.4, 0], colours: [2.5, 2, 1]}
        dns: {changes: 6, minimum_points: 3, sun: 0.1, slightly_cloudy: 0.3}
        oecd: {bands: [1, 2], minimum_peers: 3, trend_correlation: 0.7}
      """)
    #expect(outcome.faults.isEmpty, "\(outcome.faults)")
    let progress = try #require(outcome.catalogue?.method.progress)
    #expect(progress.method == .dns)
    #expect(progress.interval == 0.95)
    let echoed = Method.ProgressMethod.allCases.map { progress.parameters(of: $0).echoed }
    #expect(
      echoed == [
        "provisional=left_out;base_year=2015;target_year=2030;with_target=0.9 0.5 0.1;without_target=0.02 0.01 0;limit_exponent=3;zero_stand_in=0.001",
        "provisional=left_out;base_year=2015;target_year=2030;achieved=5;accelerate=90;first_year=2010",
        "provisional=left_out;window=long;years=14;at_least=9;with_target=0.9 0.5 0;without_target=0.02 0 -0.02;target_year=2030",
        "provisional=left_out;base_year=2015;target_year=2030;with_target=0.9 0.2;without_target=0.03 0.01;near_target=2",
        "provisional=left_out;base_year=2015;target_year=2030;arrows=0.9 0.4 0;colours=2.5 2 1",
        "provisional=left_out;target_year=2030;changes=6;minimum_points=3;sun=0.1;slightly_cloudy=0.3",
        "provisional=left_out;bands=1 2;minimum_peers=3;trend_correlation=0.7",
      ])
  }

  @Test func everyParameterOfEquityIsReadAndEchoed() throws {
    let outcome = try load(
      "aggregation: arithmetic",
      """
      aggregation: arithmetic
      equity:
        reference: {sex: F, level: _T}
        parity_band: [0.95, 1.05]
        unchanged: {points: 1, percent: 2}
        dispersion: [level]
        minimum_share: 0.5
        benchmark: target
      """)
    #expect(outcome.faults.isEmpty, "\(outcome.faults)")
    let catalogue = try #require(outcome.catalogue)
    let equity = catalogue.method.equity
    #expect(equity.references == ["sex": "F", "level": nil])
    #expect(equity.referenceParameters.echoed == "level=_T;sex=F")
    #expect(equity.parameters.echoed == "parity_band=0.95 1.05;unchanged=1 2;benchmark=target")
    #expect(equity.dispersionParameters.echoed == "dispersion=level;minimum_share=0.5")
    let described = catalogue.methodDescriptions.filter { $0.kind == .equity }
    #expect(described.map(\.id) == ["parity", "gap", "dispersion", "left_behind"])
  }
}
