import Catalogue
import Measurement
import Normalisation
import Spreadsheets
import Trends
import Vocabulary

/// What became of the value: its score, the parts of the framework above it, its change, its verdicts, what was found.
extension DerivationWriter {
  // MARK: What it became

  mutating func writeScore(_ indicator: IndicatorID, _ city: CityID, _ breakdown: BreakdownID, _ year: Int) {
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
  mutating func writeNodes(from leaf: Int, of framework: Framework, _ position: Int, _ city: CityID) {
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

  mutating func writeChange(_ indicator: IndicatorID, _ city: CityID, _ breakdown: BreakdownID, _ year: Int) {
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

  mutating func writeProgress(_ indicator: IndicatorID, _ city: CityID) {
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

  func variables(of indicator: IndicatorID) -> [VariableID] {
    switch results.catalogue[indicator].computation {
    case .ratio(let numerator, let denominator, _, let ready): numerator + denominator + [ready]
    case .reported(let variable), .distribution(let variable, _): [variable]
    case .rating(let variable, let reviewers, let spread): [variable, reviewers] + (spread.map { [$0] } ?? [])
    case .parity(let source, _, _, _, _), .gap(let source, _, _, _): variables(of: source)
    }
  }

  mutating func writeFindings(_ indicator: IndicatorID, _ city: CityID) {
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
