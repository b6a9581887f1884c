import Catalogue
import Vocabulary

extension Workspace {
  /// The programme's rounds before one, planned ones left out, in order of their reference years and ids.
  func rounds(before round: Round, of programme: String) throws(RoundsError) -> [Round] {
    var earlier: [Round] = []
    for id in try rounds(of: programme) where id != round.id {
      let path = RoundName(programme: programme, round: id).file
      let other = try Round.load(CatalogueFile(path: path, text: try text(of: path)))
      let isEarlier = (other.referenceYear, other.id) < (round.referenceYear, round.id)
      if isEarlier, other.state != .planned { earlier.append(other) }
    }
    return earlier.sorted { ($0.referenceYear, $0.id) < ($1.referenceYear, $1.id) }
  }
}

extension Round {
  /// Reads `round.yaml`.
  static func load(_ file: CatalogueFile) throws(RoundsError) -> Round {
    let log = FaultLog()
    guard let root = YAMLValue.parse(file, into: log) else { throw Workspace.configurationError(log.faults) }
    root.checkFormat()
    root.allowOnly([
      "format", "id", "title", "reference_period", "comparison_period", "opens", "closes", "next_update", "state",
      "framework", "what_if",
    ])
    let referenceYear = year(root, "reference_period") ?? 0
    let comparisonYear = root.optional("comparison_period") == nil ? referenceYear - 1 : year(root, "comparison_period")
    let state: State? = root.choice("state")
    let round = Round(
      id: root.required("id")?.string ?? "", title: root.text("title"), referenceYear: referenceYear,
      comparisonYear: comparisonYear ?? referenceYear - 1, opens: date(root, "opens"), closes: date(root, "closes"),
      nextUpdate: date(root, "next_update"), state: state ?? .planned,
      framework: root.optional("framework")?.string ?? "key-features", whatIf: root.optional("what_if")?.string)
    if round.comparisonYear >= round.referenceYear {
      root.report("`comparison_period` must lie before `reference_period`")
    }
    guard log.faults.isEmpty else { throw Workspace.configurationError(log.faults.sorted()) }
    return round
  }

  private static func year(_ root: YAMLValue, _ key: String) -> Int? {
    guard let value = root.required(key), let year = value.integer else { return nil }
    if TimePeriod.year(year) == nil { value.report("`\(key)` is no year of the Common Era") }
    return year
  }

  private static func date(_ root: YAMLValue, _ key: String) -> CalendarDate? {
    guard let value = root.optional(key), let text = value.string else { return nil }
    if CalendarDate(text) == nil { value.report("`\(key)` is no date: yyyy-mm-dd") }
    return CalendarDate(text)
  }
}
