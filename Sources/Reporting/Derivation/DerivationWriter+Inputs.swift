import Catalogue
import Measurement
import Normalisation
import Spreadsheets
import Trends
import Vocabulary

/// What the value was made from: figures with file, sheet and cell, corrections, and what is kept back.
extension DerivationWriter {
  mutating func inputs(of value: IndicatorValue, _ indicator: Indicator, _ level: Int) {
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
  mutating func figures(
    _ numerator: [VariableID], _ denominator: [VariableID], _ factor: Double, _ key: IndicatorValue.Key, _ level: Int
  ) {
    func sum(_ variables: [VariableID]) -> String {
      let values = variables.compactMap { observation($0, key)?.observation.value.map(\.shortestText) }
      return values.count > 1 ? "(\(values.joined(separator: " + ")))" : values.first ?? ""
    }
    let times = factor == 1 ? "" : "\(factor.shortestText) × "
    add(
      words.both("derivation.in_figures"), LocalizedText(same: "\(times)\(sum(numerator)) / \(sum(denominator))"),
      level: level)
  }

  func observation(
    _ variable: VariableID, _ key: IndicatorValue.Key
  ) -> (index: Int, observation: Observation)? {
    let slice = results.observations.slice(of: key.city)
    let wanted = Observation.Key(
      city: key.city, variable: variable, breakdown: key.breakdown, period: key.period)
    return slice.indices.first { slice[$0].key == wanted }.map { ($0, slice[$0]) }
  }

  mutating func input(
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
      values["value"] = LocalizedText(same: number.shortestText)
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

  mutating func correction(_ record: CorrectionRecord, _ level: Int) {
    let decided = record.correction
    let document = decided.reference.isEmpty ? "\(decided.date)" : "\(decided.reference), \(decided.date)"
    var values = [
      "action": words.both("correction.\(decided.action.kind.rawValue)"), "reason": decided.reason,
      "authority": decided.authority, "document": LocalizedText(same: document),
    ]
    if let status = record.reportedStatus, record.isTold {
      values["before"] = LocalizedText(same: record.reported?.shortestText ?? "–")
      values["status"] = LocalizedText(same: status.code)
    }
    let key = values["before"] == nil ? "derivation.correction_untold" : "derivation.correction_told"
    add(words.both("derivation.correction"), words.both(key, values), level: level)
  }

  static func key(of reason: Suppression.Reason) -> String {
    switch reason {
    case .smallCount: "derivation.reason.small_count"
    case .smallDenominator: "derivation.reason.small_denominator"
    case .complementary: "derivation.reason.complementary"
    case .source: "derivation.reason.source"
    }
  }

  func place(_ provenance: Provenance, _ source: SourceFile) -> LocalizedText {
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
}
