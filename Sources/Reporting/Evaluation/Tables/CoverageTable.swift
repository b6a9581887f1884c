import Catalogue
import Spreadsheets
import Vocabulary

/// The numbers behind the coverage map: of each city, and of all, how many figures are in which state.
enum CoverageTable {
  static func sheet(_ context: EvaluationContext) -> Sheet {
    let facts = context.facts.coverage
    var ids: [String] = []
    var english: [String] = []
    var thai: [String] = []
    var levels: [String] = []
    var codes: [String] = []
    var targets: [String] = []
    var names: [LocalizedText] = []
    var tallies: [CoverageTally] = []
    func append(_ id: String, _ name: LocalizedText, _ row: [CoverageTally]) {
      for (subject, tally) in zip(facts.subjects, row) {
        let node = subject.node.map { facts.framework.nodes[$0] }
        let target = subject.target.flatMap { facts.goal?.nodes[$0] }
        ids.append(id)
        english.append(name.english)
        thai.append(name.thai)
        levels.append(node.map { facts.framework.levels[$0.depth] } ?? "all")
        codes.append(node?.code ?? "all")
        targets.append(target?.code ?? "all")
        names.append((node ?? target)?.shortName ?? facts.framework.label)
        tallies.append(tally)
      }
    }
    append("all", context.words.both("coverage_map.all"), facts.network)
    for position in context.holdsEveryRow ? Array(facts.cities.indices) : facts.shown {
      let city = facts.cities[position]
      append(context.results.registry[city].id, context.name(city), facts.tallies[position])
    }
    let make = TableColumns(context.styles)
    let columns =
      make.cities(ids, english, thai) + [
        make.text("level", levels, width: 13), make.text("code", codes, width: 9),
        make.text("sdg_target_code", targets, width: 17), make.text("name_en", names.map(\.english), width: 32),
        make.text("name_th", names.map(\.thai), width: 32),
      ] + CoverageState.allCases.map { state in make.integer(state.rawValue, tallies.map { $0[state] }) } + [
        make.integer("figures", tallies.map(\.total))
      ]
    return TableSheet(
      context: context, name: SheetNames.coverage, table: "tbl_coverage", key: "table_coverage",
      isExcerpt: !context.holdsEveryRow, values: ["framework": facts.framework.label]
    ).sheet(columns)
  }
}
