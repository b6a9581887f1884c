import Foundation
import GNLCTestSupport

/// The ASEM data set as a workspace: a catalogue in YAML, a registry and one CSV file, written from the files beside the package.
struct ASEMWorkspace {
  private let data: OracleFile
  private let meta: OracleFile
  var normalisation = "{method: minmax, scale: [1, 100]}"
  var screening = "none"

  init() throws {
    data = try OracleFile("coinr/ASEM_iData.csv")
    meta = try OracleFile("coinr/ASEM_iMeta.csv")
  }

  var countries: [String] { data.rows.compactMap { $0["uCode"] } }

  /// Ids are lower-case words; codes of the data set differ in more than their case.
  static func id(_ code: String) -> String { "asem_\(code.lowercased())" }
  static func city(_ code: String) -> String { "as-\(code.lowercased())" }

  /// - Parameter shipped: The program's own catalogue, for the texts and rules that any workspace has.
  func write(to root: String, shipped: String) throws {
    let files = FileManager.default
    for folder in [
      "Indicators/indicators", "Indicators/variables", "Indicators/frameworks", "Inputs/asem/2018/submissions",
    ] {
      try files.createDirectory(atPath: "\(root)/\(folder)", withIntermediateDirectories: true)
    }
    try files.copyItem(atPath: "\(shipped)/Indicators/texts", toPath: "\(root)/Indicators/texts")
    func put(_ text: String, _ path: String) throws {
      try text.write(toFile: "\(root)/\(path)", atomically: true, encoding: .utf8)
    }
    try put(codes, "Indicators/codes.yaml")
    try put(rules, "Indicators/rules.yaml")
    try put(method, "Indicators/method.yaml")
    try put("format: 1\nvariables:\n" + variables.joined(separator: "\n") + "\n", "Indicators/variables/asem.yaml")
    try put("format: 1\nindicators:\n" + indicators.joined(separator: "\n") + "\n", "Indicators/indicators/asem.yaml")
    try put(framework, "Indicators/frameworks/asem.yaml")
    try put(programme, "Inputs/asem/programme.yaml")
    try put(round, "Inputs/asem/2018/round.yaml")
    try put(
      "id,name_en,name_th,country\n"
        + data.rows.map { row in
          let (code, name) = (row["uCode"] ?? "", row["uName"] ?? "")
          return "\(Self.city(code)),\(name),\(name),\(code.prefix(2))"
        }.joined(separator: "\n") + "\n", "Inputs/asem/cities.csv")
    for (country, lines) in figures {
      try put(
        "CITY,VARIABLE,SEX,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,OBS_STATUS,NOTE\n" + lines.joined(separator: "\n") + "\n",
        "Inputs/asem/2018/submissions/\(country).csv")
    }
  }

  private var indicatorRows: [[String: String]] { meta.rows.filter { $0["Type"] == "Indicator" } }

  private func both(_ text: String) -> String { "{en: \"\(text)\", th: \"\(text)\"}" }

  private var variables: [String] {
    indicatorRows.map { row in
      let name = both(row["iName"] ?? "")
      return """
          - {id: \(Self.id(row["iCode"] ?? "")), label: \(name), definition: \(name), question: \(name), unit: number, evidence: official, range: [-1000000000, 1000000000000]}
        """
    }
  }

  private var indicators: [String] {
    indicatorRows.map { row in
      let name = both(row["iName"] ?? "")
      let id = Self.id(row["iCode"] ?? "")
      let direction = row["Direction"] == "1" ? "increase" : "decrease"
      return """
          - {id: \(id)_score, code: \(row["iCode"] ?? ""), label: \(name), definition: \(name), unit: number, direction: \(direction), compute: {value: \(id)}, score: {goalposts: [0, 1]}, evidence: official, source: {document: "JRC ASEM Sustainable Connectivity Portal", verified: false}}
        """
    }
  }

  private var framework: String {
    var lines = [
      "format: 1", "id: asem", "label: \(both("Sustainable Connectivity"))", "levels: [index, pillar]",
      "source: {title: ASEM, verified: false}", "nodes:",
    ]
    for index in ["Conn", "Sust"] {
      lines += ["  - code: \(index)", "    label: \(both(index))", "    nodes:"]
      for pillar in meta.rows where pillar["Parent"] == index {
        let code = pillar["iCode"] ?? ""
        let members = indicatorRows.filter { $0["Parent"] == code }.map {
          "{indicator: \(Self.id($0["iCode"] ?? ""))_score, weight: \($0["Weight"] ?? "1")}"
        }
        lines.append(
          "      - {code: \(code), label: \(both(code)), weight: \(pillar["Weight"] ?? "1"), indicators: [\(members.joined(separator: ", "))]}"
        )
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Country by country, the figures of all indicators; what the file has not is left out.
  private var figures: [(country: String, lines: [String])] {
    data.rows.map { row in
      let country = Self.city(row["uCode"] ?? "")
      return (
        country,
        indicatorRows.compactMap { meta in
          guard let code = meta["iCode"], let value = row[code], Double(value) != nil else { return nil }
          return "\(country),\(Self.id(code)),_T,2018,\(value),number,,"
        }
      )
    }
  }

  private var codes: String {
    """
    format: 1
    units:
      number: {label: \(both("")), name: \(both("number")), kind: amount, decimals: 6}
      percent: {label: \(both("%")), name: \(both("per cent")), kind: rate, decimals: 1, ratio: {numerator: same, denominator: same, factor: 100}}
    dimensions:
      sex:
        label: \(both("Sex"))
        codes:
          F: {label: \(both("Female"))}
          M: {label: \(both("Male"))}
    lists: {}

    """.replacingOccurrences(of: "label: {en: \"\", th: \"\"}", with: "label: {en: no., th: no.}")
  }

  private var method: String {
    """
    format: 1
    id: asem
    version: "1"
    normalisation: \(normalisation)
    screening: \(screening)
    aggregation: arithmetic
    minimum_coverage: {numerator: 0, denominator: 1}
    maximum_age_years: 0
    progress: {methods: [statcan], base_year: 2015, target_year: 2030}

    """
  }

  private var rules: String {
    SmallCatalogue().rules.replacingOccurrences(
      of: "complete_dimensions: [sex, level]", with: "complete_dimensions: [sex]"
    )
    .replacingOccurrences(of: "population_groups: {adults: {parts: [literate]}}", with: "population_groups: {}") + "\n"
  }

  private var programme: String {
    """
    format: 1
    id: asem
    title: \(both("ASEM"))
    organisation: \(both("JRC"))
    contact: none@example.org
    languages: [en]
    licence: \(both("see the JRC portal"))

    """
  }

  private var round: String {
    """
    format: 1
    id: "2018"
    title: \(both("2018"))
    reference_period: 2018
    comparison_period: 2017
    state: open
    framework: asem

    """
  }
}
