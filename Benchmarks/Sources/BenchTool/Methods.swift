import Catalogue
import Foundation
import Measurement
import Normalisation
import Trends
import Vocabulary

/// All methods on a made-up matrix: seven of progress, ten normalisations by five aggregations, places drawn again and again, and
/// the influence of each indicator.
enum Methods {
  static func measure(folder: String, draws: Int, out: String) throws -> Measurement {
    let input = try MethodMatrix(folder: folder)
    var catalogue = input.catalogue
    catalogue.method.robustness?.draws = draws
    let targets = try MethodMatrix.targets(folder: folder).map {
      DeclaredTarget(
        city: nil, indicator: IndicatorID($0.indicator), value: $0.value, year: 2030, source: "made up")
    }
    var found = Numbers(cities: input.cities, indicators: input.indicators)
    let measurement = Measurement.of {
      found.compute(input, catalogue, targets)
      return [
        ("cases", found.progress.count { !$0.isNaN }), ("scores", found.scores.count { !$0.isNaN }), ("draws", draws),
      ]
    }
    try found.write(to: out)
    return measurement
  }

  /// Everything that is compared with the peer's.
  private struct Numbers {
    let cities: Int
    let indicators: Int
    var progress: [Double] = []
    var scores: [Double] = []
    var places: [Double] = []
    var influence: [Double] = []

    init(cities: Int, indicators: Int) {
      self.cities = cities
      self.indicators = indicators
    }

    mutating func compute(_ input: MethodMatrix, _ catalogue: Catalogue, _ targets: [DeclaredTarget]) {
      let assessor = Assessor(catalogue: catalogue, values: input.table)
      let assessment = assessor.assess(cities: cities, referenceYear: input.referenceYear)
      judge(input, catalogue, targets, assessment)
      combine(input, catalogue)
      let ids = (0..<cities).map { CityID($0) }
      guard let robustness = assessor.robustness(of: assessment, framework: 0, candidates: ids) else { return }
      for ranking in robustness.rankings {
        var rows = [Double](repeating: .nan, count: 4 * cities)
        for standing in ranking.standings {
          guard let interval = standing.interval, let group = standing.group else { continue }
          let first = 4 * standing.city.index
          for (offset, place) in [interval.low, interval.median, interval.high, group].enumerated() {
            rows[first + offset] = Double(place)
          }
        }
        places += rows
      }
      influence = Array(repeating: .nan, count: cities * indicators)
      for one in robustness.influences { influence[one.city.index * indicators + one.indicator.index] = one.change }
    }

    /// The seven methods of progress.
    private mutating func judge(
      _ input: MethodMatrix, _ catalogue: Catalogue, _ targets: [DeclaredTarget], _ assessment: Assessment
    ) {
      let ids = (0..<cities).map { CityID($0) }
      let comparison = ProgressComparison(
        aims: Aims(catalogue: catalogue, framework: 0, targets: targets), parameters: catalogue.method.progress,
        values: input.table, current: assessment, peers: ids, referenceYear: input.referenceYear)
      let (indicators, methods) = (indicators, catalogue.method.progress.methods.count)
      progress = ids.concurrentMap { city in
        var values = [Double](repeating: .nan, count: indicators * methods)
        for row in comparison.rows(of: city) {
          for (position, assessment) in row.assessments.enumerated() {
            values[row.indicator.index * methods + position] = assessment.value ?? .nan
          }
        }
        return values
      }.flatMap { $0 }
    }

    /// Every normalisation by every aggregation that goes with it.
    private mutating func combine(_ input: MethodMatrix, _ catalogue: Catalogue) {
      var peers = Peers(count: cities)
      peers.reference = CityID(0)
      let (reference, cities) = (input.referenceYear, cities)
      let choices = Method.Normalisation.Name.allCases.flatMap { name in
        Method.Robustness(
          aggregations: Method.Aggregation.Name.allCases.map {
            Method.Aggregation(name: $0, power: $0 == .generalised ? 0.5 : 1)
          }
        ).aggregations(with: name).map { (name, $0) }
      }
      scores = choices.concurrentMap { [peers] name, aggregation in
        var catalogue = catalogue
        catalogue.method.normalisation = Method.Normalisation(
          name: name, lower: aggregation.needsPositiveScores ? 1 : 0, reference: "first")
        catalogue.method.aggregation = aggregation
        let assessment = Assessor(catalogue: catalogue, values: input.table).assess(
          cities: cities, referenceYear: reference, peers: peers)
        return (0..<cities).map { assessment.overall(CityID($0), framework: 0).score ?? .nan }
      }.flatMap { $0 }
    }

    func write(to folder: String) throws {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      for (name, numbers) in [
        ("progress", progress), ("scores", scores), ("places", places), ("influence", influence),
      ] {
        let data = numbers.withUnsafeBytes { Data($0) }
        try data.write(to: URL(fileURLWithPath: "\(folder)/\(name).f64"))
      }
    }
  }
}
