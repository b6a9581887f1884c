import Catalogue
import Normalisation
import Spreadsheets
import Vocabulary

/// The reporting cities together: means, quartiles and change of every node, strand, region and measure of the round's framework.
enum NetworkCSV {
  /// A row's place and its numbers.
  struct Row: Sendable {
    var level: String
    var node: String
    var scores: NodeFacts
    var quartiles: PeerFacts.Quartiles?
  }

  /// What stands for the region of cities that have none; SDMX's code for what does not apply.
  static let noRegion = "_Z"

  static func table(_ results: RoundResults) -> CSVTable {
    func number(_ name: String) -> CSVTable.Field { CSVSet.field(results, name, .number, of: "network") }
    func count(_ name: String) -> CSVTable.Field {
      CSVSet.field(results, name, .integer, of: "network", required: true)
    }
    let fields = [
      CSVSet.field(results, "FRAMEWORK", required: true), CSVSet.field(results, "LEVEL", of: "network", required: true),
      CSVSet.field(results, "NODE", of: "network", required: true),
      CSVSet.field(results, "REFERENCE_YEAR", .integer, required: true), count("CITIES"), number("MEAN_SCORE"),
      number("LOWER_QUARTILE"), number("MEDIAN"), number("UPPER_QUARTILE"), count("CITIES_UNDER_50"),
      CSVSet.field(results, "COMPARISON_YEAR", .integer, of: "network", required: true), count("CITIES_COMPARED"),
      number("COMPARED_BEFORE"), number("COMPARED_NOW"), number("MEAN_CHANGE"), count("CITIES_IMPROVED"),
      count("CITIES_WORSENED"), count("REPORTED"), count("EXPECTED"),
      CSVSet.field(results, "METHOD_VERSION", required: true), CSVSet.field(results, "RUN_ID", required: true),
    ]
    return CSVTable(
      name: "network", title: CSVSet.title(results, "network"), fields: fields,
      primaryKey: ["FRAMEWORK", "LEVEL", "NODE"], partCount: 1,
      part: { _, csv in
        for row in rows(results).sorted(by: { ($0.level, $0.node) < ($1.level, $1.node) }) {
          write(row, results, into: &csv)
        }
      })
  }

  static func rows(_ results: RoundResults) -> [Row] {
    let catalogue = results.catalogue
    let framework = catalogue.frameworks[results.framework]
    let cities = results.reportingCities
    let peers = PeerFacts(results, cities)
    let overall = Row(
      level: "overall", node: "overall", scores: NodeFacts(results, cities, node: nil), quartiles: peers.quartiles(nil))
    let nodes = framework.nodes.indices.map { node in
      Row(
        level: framework.levels[framework.nodes[node].depth], node: framework.nodes[node].code,
        scores: NodeFacts(results, cities, node: node), quartiles: peers.quartiles(node))
    }
    let strands = StrandFacts.all(results, cities).map { strand in
      Row(level: "strand", node: strand.code.id, scores: strand.scores, quartiles: strand.quartiles)
    }
    let reporting = Set(cities)
    let regions = RegionFacts.members(results).map { name, members in
      let own = members.filter(reporting.contains)
      return Row(
        level: "region", node: name.isEmpty ? noRegion : name, scores: NodeFacts(results, own, node: nil),
        quartiles: PeerFacts.Quartiles(
          own.compactMap { results.current.overall($0, framework: results.framework).score }))
    }
    let measures = framework.allIndicators.filter { catalogue[$0].scale != .none }.map { indicator in
      Row(
        level: "indicator", node: catalogue[indicator].id,
        scores: NodeFacts(results, cities, indicator: indicator),
        quartiles: PeerFacts.Quartiles(cities.compactMap { results.current.entry($0, indicator)?.score }))
    }
    return [overall] + nodes + strands + regions + measures
  }

  private static func write(_ row: Row, _ results: RoundResults, into csv: inout CSVWriter) {
    let (scores, quartiles) = (row.scores, row.quartiles)
    csv.code(results.catalogue.frameworks[results.framework].id)
    csv.code(row.level)
    csv.text(row.node)
    csv.integer(results.round.referenceYear)
    csv.integer(scores.scored)
    for number in [scores.mean, quartiles?.lower, quartiles?.median, quartiles?.upper] {
      csv.number(number?.value, decimals: 1)
    }
    csv.integer(scores.under50)
    csv.integer(results.round.comparisonYear)
    csv.integer(scores.compared)
    for number in [scores.comparedPrevious, scores.comparedCurrent, scores.change] {
      csv.number(number?.value, decimals: 1)
    }
    for count in [scores.improved, scores.worsened, scores.reported, scores.expected] { csv.integer(count) }
    csv.code("\(results.catalogue.method.id) \(results.catalogue.method.version)")
    csv.code(results.run.id)
    csv.endRow()
  }
}
