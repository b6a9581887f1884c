import Catalogue
import Vocabulary

/// Understands the city, variable, time, unit and status of a row. What a text means is worked out at its first occurrence and
/// looked up by its number after that.
struct CodeReader: Sendable {
  struct Target: Sendable {
    var variable: VariableID
    var factor: Double
    /// What all figures of the series are for: a position in ``ownBreakdowns``, whose first is the total.
    var breakdown: Int
  }

  private let setting: TableSetting
  // What every row asks lies here: several cores share the setting, and counting references to it keeps them waiting.
  private let cityColumns: [Int]
  private let variableColumns: [Int]
  private let periodColumns: [Int]
  private let statusColumn: Int
  private let unitColumn: Int
  private var cities = ReadingMemory<CityID>()
  private var targets = ReadingMemory<Target>()
  private var periods = ReadingMemory<TimePeriod>()
  private var statuses = ReadingMemory<ObservationStatus?>()
  /// By the number of a unit's text: its position in the catalogue, ``noUnit`` for a text that is none, nil until looked at.
  private var units: [Int?] = []
  private static let noUnit = -1
  /// Which eras years were written in.
  var eras = EraTally()
  private var ruleChain = NumberChain()
  /// What the row rules say; found nothing where none fits.
  private var ruled = ReadingMemory<Target?>()
  /// Breakdowns that series bring along.
  private(set) var ownBreakdowns: [Breakdown] = [.total]
  private var proposals = 0
  private static let mostProposals = 100

  /// The words of the form's drop-down, which a submission may use; nil for the tables of others.
  private let formWords: StatusWords?

  init(_ setting: TableSetting) {
    self.setting = setting
    let plan = setting.plan
    (cityColumns, variableColumns, periodColumns) = (plan.cityColumns, plan.variableColumns, plan.periodColumns)
    (statusColumn, unitColumn) = (plan.statusColumn, plan.unitColumn)
    formWords = setting.mapping.isSubmission ? StatusWords(setting.context.catalogue.texts) : nil
  }

  private var context: TableContext { setting.context }
  private var mapping: SourceMapping { setting.mapping }
  private var plan: ColumnPlan { setting.plan }

  /// The column that speaks in this row, the first that is not blank, and the number under which its text is remembered: columns that
  /// stand in for each other share one memory, and each numbers its texts from 1. Without columns every row says the same.
  private static func place(among columns: [Int], _ row: [Int]) -> (column: Int, number: Int) {
    guard columns.count > 1 else { return columns.first.map { ($0, row[$0]) } ?? (0, 0) }
    let index = columns.firstIndex { row[$0] != 0 } ?? 0
    return (columns[index], row[columns[index]] * columns.count + index)
  }

  /// A known text that an unknown one may be meant for. Beyond a number of them nobody reads proposals, and comparing thousands of
  /// texts with everything known takes minutes.
  private mutating func nearest(_ text: String, in known: some Sequence<String>) -> String {
    proposals += 1
    guard proposals <= Self.mostProposals else { return "" }
    return text.nearest(in: known) ?? ""
  }

  // MARK: City

  mutating func city(row: [Int], interners: [TextInterner]) -> CodeReading<CityID> {
    let (column, number) = Self.place(among: cityColumns, row)
    if let known = cities[number] { return known }
    let text = setting.fixedText(mapping.city.field) ?? interners[column].texts[row[column]]
    return cities.remember(number, cityReading(of: text, column: column))
  }

  private mutating func cityReading(of raw: String, column: Int) -> CodeReading<CityID> {
    let rule = mapping.city
    let text = Notation.trimmed(raw)
    if let mapped = rule.codes[text] {
      if let id = context.registry.id(of: mapped) { return .found(id) }
    } else if !text.isEmpty {
      let own = rule.slug ? Notation.slug(text, separator: "-") : text.lowercased()
      if let id = context.registry.id(of: rule.prefix + own) { return .found(id) }
      if rule.byName, let id = context.citiesByName[Notation.comparable(text)] { return .found(id) }
    }
    if rule.othersExcluded { return .excluded(.otherArea, column: column) }
    if text.isEmpty { return .problem("C001", column: column, ["seen": "", "near": ""]) }
    let wanted = rule.codes[text] ?? rule.prefix + text.lowercased()
    let near = nearest(wanted, in: context.registry.cities.lazy.map(\.id))
    return .problem("C001", column: column, ["seen": text, "near": near])
  }

  // MARK: Variable

  /// What the rules on several columns say of a row: its series, that it is none of ours, or nothing.
  mutating func rule(row: [Int], interners: [TextInterner]) -> CodeReading<Target?> {
    guard !plan.rowRules.isEmpty else { return .found(nil) }
    var number = 0
    for column in plan.ruleColumns { number = ruleChain.number(after: number, row[column]) }
    if let known = ruled[number] { return known }
    return ruled.remember(number, ruleReading(row, interners))
  }

  private mutating func ruleReading(_ row: [Int], _ interners: [TextInterner]) -> CodeReading<Target?> {
    for rule in plan.rowRules {
      let fits = rule.conditions.allSatisfy { column, texts in
        texts.contains(Notation.trimmed(interners[column].texts[row[column]]))
      }
      guard fits else { continue }
      let column = rule.conditions.first?.column ?? 0
      switch rule.outcome {
      case .exclusion(let index): return .excluded(.declared(index), column: column)
      case .target(let target):
        switch resolved(target, column: column) {
        case .found(let target): return .found(target)
        case .excluded(let reason, let column): return .excluded(reason, column: column)
        case .problem(let code, let column, let details): return .problem(code, column: column, details)
        }
      }
    }
    return .found(nil)
  }

  /// The variable of a row that no rule speaks of.
  mutating func target(row: [Int], interners: [TextInterner]) -> CodeReading<Target> {
    let (column, number) = Self.place(among: variableColumns, row)
    if let known = targets[number] { return known }
    guard let rule = mapping.variable else { return unruled(row, interners) }
    let text = setting.fixedText(rule.field) ?? interners[column].texts[row[column]]
    return targets.remember(number, targetReading(of: text, rule, column: column))
  }

  private mutating func targetReading(
    of raw: String, _ rule: SourceMapping.VariableRule, column: Int
  ) -> CodeReading<Target> {
    let text = Notation.trimmed(raw)
    if !rule.codes.isEmpty {
      if let target = rule.codes[text] { return resolved(target, column: column) }
      if rule.othersExcluded { return .excluded(.otherSeries, column: column) }
      return .problem("C003", column: column, ["seen": text, "near": nearest(text, in: rule.codes.keys.sorted())])
    }
    let target = SourceMapping.Target(variable: text.lowercased())
    if rule.othersExcluded, context.catalogue.variableID(target.variable) == nil {
      return .excluded(.otherSeries, column: column)
    }
    return resolved(target, column: column)
  }

  private mutating func resolved(_ target: SourceMapping.Target, column: Int) -> CodeReading<Target> {
    guard let id = setting.context.catalogue.variableID(target.variable) else {
      let near = nearest(target.variable, in: context.catalogue.variables.lazy.map(\.id))
      return .problem("C003", column: column, ["seen": target.variable, "near": near])
    }
    let known = ownBreakdowns.firstIndex(of: target.breakdown)
    if known == nil { ownBreakdowns.append(target.breakdown) }
    return .found(Target(variable: id, factor: target.factor, breakdown: known ?? ownBreakdowns.count - 1))
  }

  private func unruled(_ row: [Int], _ interners: [TextInterner]) -> CodeReading<Target> {
    let column = plan.ruleColumns.first ?? 0
    if mapping.seriesOthersExcluded { return .excluded(.otherSeries, column: column) }
    return .problem("C003", column: column, ["seen": chosenBy(row, interners), "near": ""])
  }

  /// The texts by which a series is chosen, for messages.
  func chosenBy(_ row: [Int], _ interners: [TextInterner]) -> String {
    let texts = plan.ruleColumns.map { Notation.trimmed(interners[$0].texts[row[$0]]) }.filter { !$0.isEmpty }
    return texts.joined(separator: " · ")
  }

  // MARK: Time

  /// - Parameter repair: Called for what was read in spite of its writing, once for each writing, not for each row that has it.
  mutating func period(
    row: [Int], interners: [TextInterner], repair: (Notation.Repair, TimePeriod) -> Void
  ) -> CodeReading<TimePeriod> {
    let (column, number) = Self.place(among: periodColumns, row)
    if let known = periods[number] { return known }
    let fixed = setting.fixedText(mapping.period.field)
    let text = fixed ?? interners[column].texts[row[column]]
    guard let reading = mapping.period.parser.parse(text) else {
      return periods.remember(number, .problem("C006", column: column, ["seen": text]))
    }
    if fixed == nil { eras.add(Notation.trimmed(text), reading) }
    for found in reading.repairs { repair(found, reading.period) }
    return periods.remember(number, .found(reading.period))
  }

  // MARK: Status and unit

  mutating func status(row: [Int], interners: [TextInterner]) -> CodeReading<ObservationStatus?> {
    let column = statusColumn
    guard column >= 0 else { return .found(nil) }
    if let known = statuses[row[column]] { return known }
    guard let rule = mapping.status else { return .found(nil) }
    return statuses.remember(row[column], statusReading(of: interners[column].texts[row[column]], rule.codes, column))
  }

  private func statusReading(
    of raw: String, _ codes: [String: ObservationStatus], _ column: Int
  ) -> CodeReading<ObservationStatus?> {
    let text = Notation.trimmed(raw)
    if let status = codes[text] { return .found(status) }
    if text.isEmpty { return .found(nil) }
    // The template's drop-down shows the letter and its meaning: `p เบื้องต้น · provisional`.
    if let status = formWords?.status(ofWord: text) { return .found(status) }
    if let letter = text.split(separator: " ").first, letter.count == 1, let status = codes[String(letter)] {
      return .found(status)
    }
    return .problem("C008", column: column, ["seen": text])
  }

  /// A unit that is not the variable's; percentages given as such are never taken for shares.
  mutating func unitProblem(
    row: [Int], interners: [TextInterner], of target: Target
  ) -> (FindingCode, Int, [String: String])? {
    let column = unitColumn
    guard column >= 0, row[column] != 0 else { return nil }
    let number = row[column]
    let wanted = setting.context.variableUnits[target.variable.index]
    if number < units.count, units[number] == wanted { return nil }
    guard let rule = mapping.unit else { return nil }
    let text = Notation.trimmed(interners[column].texts[number])
    while units.count <= number { units.append(nil) }
    let known = units[number] ?? unit(named: text, rule.codes)
    units[number] = known
    if known == wanted { return nil }
    return ("C004", column, ["seen": text, "unit": context.catalogue.units[wanted].id])
  }

  private func unit(named text: String, _ codes: [String: String]) -> Int {
    let id = codes[text] ?? context.unitsByName[Notation.comparable(text)]
    return context.catalogue.units.firstIndex { $0.id == id } ?? Self.noUnit
  }
}
