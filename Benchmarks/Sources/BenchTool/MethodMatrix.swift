import Catalogue
import Foundation
import Measurement
import Vocabulary

/// The made-up matrix that `make_methods_inputs.py` writes, as a catalogue and a table of values.
struct MethodMatrix {
  let catalogue: Catalogue
  let table: IndicatorTable
  let cities: Int
  let indicators: Int
  let referenceYear: Int

  init(folder: String) throws {
    let shape = try Self.text("\(folder)/shape.txt").split { $0.isWhitespace }.compactMap { Int($0) }
    guard shape.count == 4 else { throw BenchError("\(folder)/shape.txt wants four numbers") }
    (cities, indicators, referenceYear) = (shape[0], shape[1], shape[3])
    let rows = try Self.text("\(folder)/indicators.csv").split(whereSeparator: \.isNewline).dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let outcome = CatalogueLoader.load(Self.files(rows))
    guard let catalogue = outcome.catalogue else {
      throw BenchError(outcome.faults.map { "\($0.file):\($0.line): \($0.message)" }.joined(separator: "\n"))
    }
    self.catalogue = catalogue
    let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/values.f64"))
    let numbers = bytes.withUnsafeBytes { Array($0.bindMemory(to: Double.self)) }
    guard numbers.count == shape[0] * shape[1] * shape[2] else { throw BenchError("values.f64 has another shape") }
    var values: [IndicatorValue] = []
    values.reserveCapacity(numbers.count)
    let periods = (0..<shape[2]).compactMap { TimePeriod.year(shape[3] - shape[2] + 1 + $0) }
    // Ids go by order of name, which is the order of the file.
    for (position, number) in numbers.enumerated() where !number.isNaN {
      let (series, year) = position.quotientAndRemainder(dividingBy: shape[2])
      let (city, indicator) = series.quotientAndRemainder(dividingBy: shape[1])
      values.append(
        IndicatorValue(
          key: .init(city: CityID(city), indicator: IndicatorID(indicator), period: periods[year]), value: number,
          status: .normal, form: .reported, input: 0))
    }
    table = IndicatorTable(values)
  }

  private static func text(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  private static func files(_ rows: [[String]]) -> [CatalogueFile] {
    func text(_ name: String) -> String { "{en: \(name), th: ก}" }
    let variables = rows.map { row in
      "  - {id: v_\(row[0]), label: \(text(row[0])), definition: \(text(row[0])), question: \(text(row[0])), unit: \(row[5] == "1" ? "percent" : "amount"), evidence: official, range: [0, 1000000]}"
    }
    let indicators = rows.map { row in
      let scale = row[2] == "log" ? "log_goalposts" : "goalposts"
      return
        "  - {id: \(row[0]), code: \(row[0]), label: \(text(row[0])), definition: \(text(row[0])), unit: \(row[5] == "1" ? "percent" : "amount"), direction: \(row[1] == "1" ? "increase" : "decrease"), compute: {value: v_\(row[0])}, score: {\(scale): [\(row[3]), \(row[4])]}, evidence: official, source: {document: own, verified: true}}"
    }
    var nodes: [String] = []
    var (area, point) = ("", "")
    for row in rows {
      if row[7] != area {
        area = row[7]
        nodes += ["  - code: \"\(area)\"", "    label: \(text("area"))", "    nodes:"]
      }
      guard row[8] != point else { continue }
      point = row[8]
      let members = rows.filter { $0[8] == point }
      nodes += [
        "      - code: \"\(area).\(point)\"", "        label: \(text("point"))",
        "        indicators: [\(members.map { $0[0] }.joined(separator: ", "))]",
      ]
    }
    let units = """
      format: 1
      units:
        percent: {label: {en: "%", th: "%"}, name: {en: per cent, th: ร้อยละ}, kind: rate, decimals: 1}
        amount: {label: {en: units, th: หน่วย}, name: {en: units, th: หน่วย}, kind: amount, decimals: 1}
      dimensions: {}
      lists: {}
      """
    let framework =
      "format: 1\nid: made-up\nlabel: \(text("made-up"))\nlevels: [area, point]\nsource: {title: Own, verified: true}\nnodes:\n"
      + nodes.joined(separator: "\n")
    return [
      CatalogueFile(path: "Indicators/codes.yaml", text: units),
      CatalogueFile(
        path: "Indicators/variables/a.yaml", text: "format: 1\nvariables:\n" + variables.joined(separator: "\n")),
      CatalogueFile(
        path: "Indicators/indicators/a.yaml", text: "format: 1\nindicators:\n" + indicators.joined(separator: "\n")),
      CatalogueFile(path: "Indicators/frameworks/a.yaml", text: framework),
      CatalogueFile(path: "Indicators/method.yaml", text: method),
      CatalogueFile(path: "Indicators/rules.yaml", text: rules),
      CatalogueFile(path: "Indicators/texts/findings.yaml", text: "format: 1\nfindings: []"),
    ]
  }

  private static let method = """
    format: 1
    id: bench
    version: "1"
    normalisation: goalposts
    aggregation: arithmetic
    minimum_coverage: {numerator: 2, denominator: 3}
    maximum_age_years: 5
    robustness: {draws: 1000}
    progress:
      methods: [statcan, escap, eurostat, unsd, sdsn, dns, oecd]
      base_year: 2015
      target_year: 2030
    """

  /// Wanted by the loader; nothing is checked here.
  private static let rules = """
    format: 1
    version: "1"
    year_on_year:
      count: {warn_absolute: 100, warn_relative: 25, minimum_base: 400}
      rate: {warn_absolute: 10}
    sum_tolerance: 0.5
    rate_tolerance: 0.05
    minimum_denominator: 30
    parity_plausible: [0.5, 2.0]
    complete_dimensions: []
    statuses_with_note: [B, E]
    population_groups: {}
    content: {minimum_reviewers: 2, maximum_rating_spread: 2, minimum_sample: 100, identical_sexes_from: 100, round_to: 1000, round_values_from: 8, provisional_from: 10}
    series: {copied_forward_from: 10, shift_tolerance: 0.1, shift_from: 100, zero_flip_from: 20, flat_years: 4, flat_from: 100, election_years: 2, revision_tolerance: 0.1}
    network: {minimum_cities: 20, size_exponent: 0.5, spread_floor: 0.05, fence_factor: 7, deviation_factor: 5, deviation_from: 10, identical_years: 3}
    """

  /// The targets of `indicators.csv`, for every city.
  static func targets(folder: String) throws -> [(indicator: Int, value: Double)] {
    try text("\(folder)/indicators.csv").split(whereSeparator: \.isNewline).dropFirst().enumerated().compactMap {
      let fields = $1.split(separator: ",", omittingEmptySubsequences: false)
      return Double(fields[6]).map { [index = $0] in (index, $0) }
    }
  }
}
