import Catalogue
import Spreadsheets
import Vocabulary

/// Table 5: regions, and under each its cities, reporting or not.
enum RegionTable {
  private struct Row {
    var level: String
    var region: String
    var city: CityID?
    var members: Int?
    var reporting: Int?
    var scores: NodeFacts
    var good: Int?
    var targets: Int?
    var goodShare: Int?
    var residents: Double?
    var need: NeedFacts.City?
  }

  static func sheet(_ context: FundersContext) -> Sheet {
    let make = TableColumns(context.styles)
    let rows = rows(context)
    let registry = context.results.registry
    let names = rows.map { $0.city.map(context.base.name) }
    let weakest = rows.map { row in row.need?.weakest }
    let round = context.base.round
    return FundersTables.sheet(
      context, FundersSheets.cities, table: "tbl_regions", key: "funders.table5",
      [
        make.text("level", rows.map(\.level), width: 10),
        make.text("region", rows.map { TextLimits.harmless($0.region) }, width: 26),
        make.text("city_id", rows.map { $0.city.map { registry[$0].id } ?? "" }, width: 16),
        make.text("city_en", names.map { $0?.english ?? "" }, width: 22),
        make.text("city_th", names.map { $0?.thai ?? "" }, width: 24),
        make.integer("members", rows.map(\.members), missing: Shorthand.notApplicable),
        make.integer("reporting", rows.map(\.reporting), missing: Shorthand.notApplicable),
        make.integer("scored", rows.map(\.scores.scored)),
        make.number("score_\(round.referenceYear)", rows.map { $0.scores.mean?.value }, format: NumberFormats.score),
        make.number(
          "compared_\(round.comparisonYear)", rows.map { $0.scores.comparedPrevious?.value },
          format: NumberFormats.score),
        make.number(
          "compared_\(round.referenceYear)", rows.map { $0.scores.comparedCurrent?.value }, format: NumberFormats.score),
        make.number("change", rows.map { $0.scores.change?.value }, format: NumberFormats.change),
        make.integer("reported_pct", rows.map { $0.scores.reportedShare }),
        make.integer("targets_met_or_on_track", rows.map(\.good)),
        make.integer("targets", rows.map(\.targets)),
        make.integer("targets_met_or_on_track_pct", rows.map(\.goodShare)),
        make.number(
          "residents", rows.map { $0.residents.map { FixedDecimal($0, decimals: 0).value } },
          format: NumberFormats.count),
        make.number("distance_to_100", rows.map { $0.need?.distance.value }, format: NumberFormats.score),
        make.number("residents_times_gap", rows.map { $0.need?.weight.value }, format: NumberFormats.count),
        make.text("weakest_code", weakest.map { $0.map { context.framework.nodes[$0.node].code } ?? "" }, width: 10),
        make.number("weakest_score", weakest.map { $0?.score.value }, format: NumberFormats.score),
      ])
  }

  private static func rows(_ context: FundersContext) -> [Row] {
    let results = context.results
    let population = Population(results)
    let positions = Dictionary(uniqueKeysWithValues: context.facts.reporting.enumerated().map { ($1, $0) })
    let needs = Dictionary(uniqueKeysWithValues: context.funders.needs.cities.map { ($0.city, $0) })
    return context.funders.regions.flatMap { region -> [Row] in
      let head = Row(
        level: "region", region: region.name, members: region.members.count, reporting: region.reporting.count,
        scores: region.scores, good: region.targets > 0 ? region.good : nil,
        targets: region.targets > 0 ? region.targets : nil, goodShare: region.goodShare, residents: region.residents)
      let cities = region.members.map { city -> Row in
        let position = positions[city]
        let statuses = position.flatMap { context.facts.progress?.statuses[$0] }
        return Row(
          level: "city", region: region.name, city: city,
          scores: NodeFacts(results, position == nil ? [] : [city], node: nil),
          good: statuses.map { $0.count { $0.isGood } }, targets: statuses?.count,
          goodShare: statuses.flatMap { list in
            RegionFacts.goodShare(list.count { $0.isGood }, of: list.count, judged: list.count { $0.isJudged })
          },
          residents: position == nil ? nil : population.residents(of: city), need: needs[city])
      }
      return [head] + cities
    }
  }
}
