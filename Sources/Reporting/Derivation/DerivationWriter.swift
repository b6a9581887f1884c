import Catalogue
import Measurement
import Normalisation
import Spreadsheets
import Trends
import Vocabulary

/// Follows a number of a round back to its cells.
public struct DerivationWriter {
  let results: RoundResults
  let words: Words
  private var derivation = Derivation()

  public init(_ results: RoundResults) {
    self.results = results
    words = Words(texts: results.catalogue.texts, language: .english)
  }

  /// - Returns: What is known of the indicator for this city, breakdown and year, also where that is only why there is nothing.
  public func derivation(
    of indicator: IndicatorID, city: CityID, breakdown: BreakdownID = .total, year: Int
  ) -> Derivation {
    var writer = self
    writer.write(indicator, city, breakdown, year, level: 0)
    writer.writeScore(indicator, city, breakdown, year)
    writer.writeChange(indicator, city, breakdown, year)
    writer.writeEquity(indicator, city, breakdown, year)
    writer.writeProgress(indicator, city)
    writer.writeFindings(indicator, city)
    let method = results.catalogue.method
    writer.add(words.both("derivation.method"), LocalizedText(same: "\(method.id) \(method.version)"))
    writer.add(
      words.both("derivation.run"),
      LocalizedText(same: "\(results.programme.id)/\(results.round.id) \(results.run.id) gnlc \(results.run.version)"))
    return writer.derivation
  }

  mutating func add(_ label: LocalizedText, _ text: LocalizedText, level: Int = 0) {
    derivation.lines.append(Derivation.Line(label: label, text: text, level: level))
  }

  // MARK: The value

  private mutating func write(
    _ indicator: IndicatorID, _ city: CityID, _ breakdown: BreakdownID, _ year: Int, level: Int
  ) {
    let definition = results.catalogue[indicator]
    let unit = results.catalogue.units[definition.unit]
    guard let period = TimePeriod.year(year),
      let value = results.values[.init(city: city, indicator: indicator, breakdown: breakdown, period: period)]
    else {
      add(definition.label, words.both("derivation.not_there", ["year": .year(year)]), level: level)
      let years = results.values.series(city, indicator, breakdown).filter { $0.value != nil }
        .map { "\($0.key.period.year)" }
      if !years.isEmpty {
        add(words.both("derivation.years"), LocalizedText(same: years.joined(separator: ", ")), level: level)
      }
      return
    }
    add(definition.label, text(of: value, unit), level: level)
    add(
      words.both("derivation.formula"),
      FormulaWords(catalogue: results.catalogue, words: words).formula(definition), level: level)
    inputs(of: value, definition, level)
    if let base = value.base {
      add(words.both("derivation.base"), LocalizedText(same: plain(base)), level: level)
    }
  }

  private func text(of value: IndicatorValue, _ unit: UnitOfMeasure) -> LocalizedText {
    let status = words.both("obs_status.\(value.status.code.lowercased())")
    guard let number = value.value else { return words.both("derivation.no_value", ["status": status]) }
    let rounded = FixedDecimal(number, decimals: unit.decimals).text
    let exact = words.both("derivation.unrounded", ["value": LocalizedText(same: "\(number)")])
    func line(_ language: Language) -> String {
      "\(rounded) \(unit.label[language]) (\(value.status.code) \(status[language])); \(exact[language])"
    }
    return LocalizedText(english: line(.english), thai: line(.thai))
  }

  private mutating func inputs(of value: IndicatorValue, _ indicator: Indicator, _ level: Int) {
    let key = value.key
    switch indicator.computation {
    case .ratio(let numerator, let denominator, let factor, let ready):
      if value.form == .reported { return input(ready, key, level, isReady: true) }
      if value.value != nil { figures(numerator, denominator, factor, key, level) }
      for variable in numerator + denominator { input(variable, key, level) }
    case .reported(let variable): input(variable, key, level)
    case .rating(let variable, let reviewers, let spread):
      for variable in [variable, reviewers] + (spread.map { [$0] } ?? []) { input(variable, key, level) }
    case .distribution(let variable, _):
      input(variable, key, level)
      input(variable, .init(city: key.city, indicator: key.indicator, period: key.period), level)
    case .parity(let source, let dimension, let of, let to, _), .gap(let source, let dimension, let of, let to):
      let breakdown = results.observations.breakdowns[key.breakdown]
      for code in [of, to] {
        guard let id = results.observations.breakdowns.id(of: breakdown.setting(dimension, to: code)) else { continue }
        let label = results.catalogue.dimension(dimension)?.list[code]?.label ?? LocalizedText(same: code)
        add(label, results.catalogue[source].label, level: level + 1)
        write(source, key.city, id, Int(key.period.year), level: level + 1)
      }
    }
  }

  /// `100 × 8123 / 8632`.
  private mutating func figures(
    _ numerator: [VariableID], _ denominator: [VariableID], _ factor: Double, _ key: IndicatorValue.Key, _ level: Int
  ) {
    func sum(_ variables: [VariableID]) -> String {
      let values = variables.compactMap { observation($0, key)?.observation.value.map(plain) }
      return values.count > 1 ? "(\(values.joined(separator: " + ")))" : values.first ?? ""
    }
    let times = factor == 1 ? "" : "\(plain(factor)) × "
    add(
      words.both("derivation.in_figures"), LocalizedText(same: "\(times)\(sum(numerator)) / \(sum(denominator))"),
      level: level)
  }

  private func observation(
    _ variable: VariableID, _ key: IndicatorValue.Key
  ) -> (index: Int, observation: Observation)? {
    let slice = results.observations.slice(of: key.city)
    let wanted = Observation.Key(
      city: key.city, variable: variable, breakdown: key.breakdown, period: key.period)
    return slice.indices.first { slice[$0].key == wanted }.map { ($0, slice[$0]) }
  }

  private mutating func input(
    _ variable: VariableID, _ key: IndicatorValue.Key, _ level: Int, isReady: Bool = false
  ) {
    guard let (index, observation) = observation(variable, key) else { return }
    let source = results.observations.sources[observation.provenance.source.index]
    var values = [
      "status": words.both("obs_status.\(observation.status.code.lowercased())"),
      "unit": results.catalogue.unit(of: variable).label, "file": LocalizedText(same: source.path),
      "place": place(observation.provenance, source),
    ]
    var text: LocalizedText
    if let reason = results.suppression[index] {
      values["reason"] = words.both(Self.key(of: reason))
      text = words.both("derivation.kept_back", values)
    } else if let number = observation.value {
      values["value"] = LocalizedText(same: plain(number))
      text = words.both("derivation.at", values)
    } else {
      text = words.both("derivation.without_value", values)
    }
    if isReady {
      let ready = words.both("derivation.ready")
      text = LocalizedText(english: "\(text.english); \(ready.english)", thai: "\(text.thai) \(ready.thai)")
    }
    add(results.catalogue[variable].label, text, level: level)
    let note = results.observations.notes[Int(observation.note)]
    if !note.isEmpty { add(words.both("derivation.note"), LocalizedText(same: note), level: level) }
    if let record = results.correctionsOfFigures[index] { correction(record, level) }
  }

  private mutating func correction(_ record: CorrectionRecord, _ level: Int) {
    let decided = record.correction
    let document = decided.reference.isEmpty ? "\(decided.date)" : "\(decided.reference), \(decided.date)"
    var values = [
      "action": words.both("correction.\(decided.action.kind.rawValue)"), "reason": decided.reason,
      "authority": decided.authority, "document": LocalizedText(same: document),
    ]
    if let status = record.reportedStatus, record.isTold {
      values["before"] = LocalizedText(same: record.reported.map(plain) ?? "–")
      values["status"] = LocalizedText(same: status.code)
    }
    let key = values["before"] == nil ? "derivation.correction_untold" : "derivation.correction_told"
    add(words.both("derivation.correction"), words.both(key, values), level: level)
  }

  private static func key(of reason: Suppression.Reason) -> String {
    switch reason {
    case .smallCount: "derivation.reason.small_count"
    case .smallDenominator: "derivation.reason.small_denominator"
    case .complementary: "derivation.reason.complementary"
    case .source: "derivation.reason.source"
    }
  }

  private func place(_ provenance: Provenance, _ source: SourceFile) -> LocalizedText {
    let sheet = Int(provenance.sheet)
    guard source.sheets.indices.contains(sheet) else {
      return words.both(
        "derivation.cell",
        [
          "row": LocalizedText(same: "\(provenance.row + 1)"),
          "column": LocalizedText(same: CellAddress.letters(ofColumn: Int(provenance.column))),
        ])
    }
    let cell = CellAddress(row: Int(provenance.row), column: Int(provenance.column))
    return words.both(
      "derivation.sheet_cell",
      ["sheet": LocalizedText(same: source.sheets[sheet]), "cell": LocalizedText(same: "\(cell)")])
  }

  private func plain(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? "\(Int64(number))" : "\(number)"
  }

  // MARK: What it became

  private mutating func writeScore(_ indicator: IndicatorID, _ city: CityID, _ breakdown: BreakdownID, _ year: Int) {
    let definition = results.catalogue[indicator]
    add(
      words.both("derivation.scale"), FormulaWords(catalogue: results.catalogue, words: words).scale(definition))
    guard breakdown == .total, let entry = results.current.entry(city, indicator), let score = entry.score,
      Int(results.values.values[Int(entry.value)].key.period.year) == year
    else {
      return add(words.both("derivation.score"), words.both("derivation.not_used"))
    }
    add(
      words.both("derivation.score"),
      words.both(
        "derivation.stands_for",
        [
          "score": LocalizedText(same: FixedDecimal(score, decimals: 1).text),
          "year": .year(results.current.referenceYear), "age": .count(Int(entry.age)),
        ]))
    writeScoreChange(of: .indicator(indicator), city)
    for (position, framework) in results.catalogue.frameworks.enumerated() {
      for (index, node) in framework.nodes.enumerated() where node.indicators.contains(indicator) {
        writeNodes(from: index, of: framework, position, city)
      }
    }
  }

  /// The node that lists the indicator, and those above it.
  private mutating func writeNodes(from leaf: Int, of framework: Framework, _ position: Int, _ city: CityID) {
    var current: Int? = leaf
    while let index = current {
      let node = framework.nodes[index]
      let score = results.current.node(city, framework: position, node: index)
      let name = LocalizedText(
        english: "\(framework.label.english) \(node.code) \(node.label.english)",
        thai: "\(framework.label.thai) \(node.code) \(node.label.thai)")
      var values = [
        "node": name, "coverage": LocalizedText(same: FixedDecimal(100 * score.coverage, decimals: 0).text),
      ]
      if let number = score.score { values["score"] = LocalizedText(same: FixedDecimal(number, decimals: 1).text) }
      add(
        words.both("derivation.node"),
        words.both(score.score == nil ? "derivation.node_none" : "derivation.node_score", values))
      writeScoreChange(of: .node(framework: position, node: index), city)
      current = node.parent
    }
  }

  private mutating func writeChange(_ indicator: IndicatorID, _ city: CityID, _ breakdown: BreakdownID, _ year: Int) {
    let series = results.values.series(city, indicator, breakdown)
    let change = YearOnYear(catalogue: results.catalogue).changes(in: series).first {
      Int($0.key.period.year) == year
    }
    guard let change, let headline = change.headline, let earlier = change.previousValue,
      let period = change.previousPeriod
    else { return }
    let decimals = results.catalogue.units[results.catalogue[indicator].unit].decimals
    let amount = FixedDecimal(headline, decimals: change.measure == .percent ? 1 : decimals)
    let unit =
      change.measure == .units
      ? results.catalogue.units[results.catalogue[indicator].unit].label
      : words.both(change.measure == .points ? "change_measure.points" : "change_measure.percent").lowercasedStart
    let sign = amount.scaled > 0 ? "+" : ""
    add(
      words.both("derivation.change"),
      words.both(
        "derivation.change_from",
        [
          "change": LocalizedText(
            english: "\(sign)\(amount.text) \(unit.english)", thai: "\(sign)\(amount.text) \(unit.thai)"),
          "earlier": LocalizedText(same: FixedDecimal(earlier, decimals: decimals).text),
          "year": .year(Int(period.year)),
        ]))
  }

  private mutating func writeProgress(_ indicator: IndicatorID, _ city: CityID) {
    guard let progress = results.progress else { return }
    let nodes = results.catalogue.frameworks[progress.framework].nodes
    for verdict in progress.verdicts(of: city) where verdict.indicator == indicator {
      let judged = verdict.assessment
      let outcome =
        judged.status.map { words.both("status.\($0.rawValue)") }
        ?? judged.absence.map { words.both("absence.\($0.rawValue)") }
      guard let outcome else { continue }
      let code = nodes[verdict.node].code
      add(
        words.both("derivation.progress"),
        LocalizedText(english: "\(code): \(outcome.english)", thai: "\(code): \(outcome.thai)"))
    }
  }

  private func variables(of indicator: IndicatorID) -> [VariableID] {
    switch results.catalogue[indicator].computation {
    case .ratio(let numerator, let denominator, _, let ready): numerator + denominator + [ready]
    case .reported(let variable), .distribution(let variable, _): [variable]
    case .rating(let variable, let reviewers, let spread): [variable, reviewers] + (spread.map { [$0] } ?? [])
    case .parity(let source, _, _, _, _), .gap(let source, _, _, _): variables(of: source)
    }
  }

  private mutating func writeFindings(_ indicator: IndicatorID, _ city: CityID) {
    let texts = results.catalogue.texts
    let variables = Set(variables(of: indicator).map { results.catalogue[$0].id })
    for finding in results.findings
    where finding.origin.city == results.registry[city].id && variables.contains(finding.origin.variable) {
      let message = texts.message(of: finding)
      add(
        words.both("derivation.finding"),
        LocalizedText(english: "\(finding.code) \(message.english)", thai: "\(finding.code) \(message.thai)"))
    }
  }
}
