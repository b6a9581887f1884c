import Catalogue
import Spreadsheets
import Trends
import Vocabulary

/// Table 4: the status of every city on every target and on each of its indicators, with the numbers behind it.
enum VerdictTable {
  static func sheet(_ context: EvaluationContext) -> Sheet {
    var rows = Rows()
    if let progress = context.results.progress, let facts = context.facts.progress {
      let heads = Heads(facts, context)
      rows.reserve(context.facts.reporting.count * (facts.targets.count + heads.indicatorCount))
      for (position, city) in context.facts.reporting.enumerated() {
        let verdicts = progress.verdicts(of: city)
        let record = context.results.registry[city]
        let name = context.name(city)
        for (target, status) in facts.statuses[position].enumerated() {
          let under = verdicts.lazy.filter { heads.target[$0.node] == target }.map(\.assessment)
          rows.city.append(record, name)
          rows.append(heads.targets[target], status: status, score: GoalProgress.combined(Array(under)).score)
        }
        for verdict in verdicts where context.holdsEveryRow {
          rows.city.append(record, name)
          rows.append(heads.indicator(verdict, context), verdict)
        }
      }
    }
    return TableSheet(
      context: context, name: SheetNames.verdicts, table: "tbl_status", key: "table4",
      isExcerpt: !context.holdsEveryRow,
      values: ["target_year": .year(context.results.catalogue.method.progress.targetYear)]
    ).sheet(rows.columns(TableColumns(context.styles)))
  }

  private struct Head {
    var level: String
    var code: String
    var indicator: String
    var name: LocalizedText
    var decimals: Int
  }

  /// What is the same in the rows of all cities.
  private struct Heads {
    let targets: [Head]
    /// Node by node: the position of the target above it.
    let target: [Int?]
    let indicatorCount: Int
    private let codes: [String]

    init(_ facts: ProgressFacts, _ context: EvaluationContext) {
      let nodes = facts.framework.nodes
      targets = facts.targets.map {
        Head(level: "target", code: nodes[$0].code, indicator: "", name: nodes[$0].shortName, decimals: 1)
      }
      var target = [Int?](repeating: nil, count: nodes.count)
      for (index, node) in nodes.enumerated() {
        target[index] = node.parent.map { target[$0] } ?? facts.targets.firstIndex(of: index)
      }
      self.target = target
      indicatorCount = nodes.reduce(0) { $0 + $1.indicators.count }
      codes = nodes.map(\.code)
    }

    func indicator(_ verdict: TargetProgress.Verdict, _ context: EvaluationContext) -> Head {
      let catalogue = context.results.catalogue
      return Head(
        level: "indicator", code: codes[verdict.node], indicator: catalogue[verdict.indicator].id,
        name: context.indicatorNames[verdict.indicator.index], decimals: catalogue.unit(of: verdict.indicator).decimals)
    }
  }

  private struct Rows {
    var city = CityColumns()
    var levels: [String] = []
    var codes: [String] = []
    var indicators: [String] = []
    var english: [String] = []
    var thai: [String] = []
    var statuses: [String] = []
    var reasons: [String] = []
    var directions: [String] = []
    var targets: [Double?] = []
    var targetYears: [Int?] = []
    var baseYears: [Int?] = []
    var baseValues: [Double?] = []
    var latestYears: [Int?] = []
    var latestValues: [Double?] = []
    var ratios: [Double?] = []
    var scores: [Double?] = []

    mutating func reserve(_ count: Int) {
      city.reserve(count)
      levels.reserveCapacity(count)
      codes.reserveCapacity(count)
      indicators.reserveCapacity(count)
      english.reserveCapacity(count)
      thai.reserveCapacity(count)
      statuses.reserveCapacity(count)
      reasons.reserveCapacity(count)
      directions.reserveCapacity(count)
      targets.reserveCapacity(count)
      targetYears.reserveCapacity(count)
      baseYears.reserveCapacity(count)
      baseValues.reserveCapacity(count)
      latestYears.reserveCapacity(count)
      latestValues.reserveCapacity(count)
      ratios.reserveCapacity(count)
      scores.reserveCapacity(count)
    }

    private mutating func append(_ head: Head) {
      levels.append(head.level)
      codes.append(head.code)
      indicators.append(head.indicator)
      english.append(head.name.english)
      thai.append(head.name.thai)
    }

    mutating func append(_ head: Head, status: ProgressStatus, score: Double?) {
      append(head)
      statuses.append(status.rawValue)
      reasons.append("")
      directions.append("")
      targets.append(nil)
      targetYears.append(nil)
      baseYears.append(nil)
      baseValues.append(nil)
      latestYears.append(nil)
      latestValues.append(nil)
      ratios.append(nil)
      scores.append(score.map { FixedDecimal($0, decimals: 2).value })
    }

    mutating func append(_ head: Head, _ verdict: TargetProgress.Verdict) {
      append(head)
      let assessment = verdict.assessment
      statuses.append(ProgressStatus(assessment.status, assessment.absence).rawValue)
      reasons.append(assessment.absence?.rawValue ?? "")
      directions.append(verdict.aim.direction.rawValue)
      targets.append(verdict.aim.target.map { FixedDecimal($0, decimals: head.decimals).value })
      targetYears.append(verdict.aim.target == nil ? nil : verdict.aim.targetYear)
      baseYears.append(assessment.base?.year)
      baseValues.append(assessment.base.map { FixedDecimal($0.value, decimals: head.decimals).value })
      latestYears.append(assessment.latest?.year)
      latestValues.append(assessment.latest.map { FixedDecimal($0.value, decimals: head.decimals).value })
      ratios.append(assessment.value.map { FixedDecimal($0, decimals: 6).value })
      scores.append(assessment.score.map { FixedDecimal($0, decimals: 3).value })
    }

    func columns(_ make: TableColumns) -> [DataColumn] {
      let none = Shorthand.notApplicable
      return city.columns(make) + [
        make.text("level", levels, width: 11), make.text("code", codes, width: 12),
        make.text("indicator_id", indicators, width: 36), make.text("name_en", english, width: 40),
        make.text("name_th", thai, width: 40), make.text("status", statuses, width: 12),
        make.text("reason", reasons, width: 22), make.text("direction", directions, width: 11),
        make.number("target", targets, missing: none),
        make.integer("target_year", targetYears, format: "0", missing: none),
        make.integer("base_year", baseYears, format: "0", missing: none),
        make.number("base_value", baseValues, missing: none),
        make.integer("latest_year", latestYears, format: "0", missing: none),
        make.number("latest_value", latestValues, missing: none),
        make.number("ratio", ratios, format: "0.000", missing: none),
        make.number("score", scores, format: "0.00", missing: none),
      ]
    }
  }
}
