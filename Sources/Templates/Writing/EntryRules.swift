import Catalogue
import Spreadsheets
import Vocabulary

/// What may be typed, and the help beside the cell. Programs lose these rules and pasting passes them by, so they only guide.
extension TemplateForm {
  private struct Stretch {
    var rule: DataValidation.Rule
    var prompt: String
    var values: [String: LocalizedText]
    var rows: ClosedRange<Int>
  }

  /// A sheet holds at most 255 rules.
  private static let limit = 200

  /// Those of the data sheet.
  func rules() -> [DataValidation] {
    guard let first = places.first, let last = places.last else { return [] }
    var stretches = joined(places, exact: true)
    if stretches.count * years.count > Self.limit { stretches = joined(places, exact: false) }
    var result: [DataValidation] = []
    for year in years {
      let values = column(.value(year))
      result += stretches.map { validation($0, values) }
      result.append(
        statusValidation(CellRange(rows: first...last, columns: column(.status(year))...column(.status(year)))))
    }
    let texts = CellRange(rows: first...last, columns: column(.source)...column(.note))
    return result + [textValidation(texts)]
  }

  private func validation(_ stretch: Stretch, _ column: Int) -> DataValidation {
    DataValidation(
      range: CellRange(rows: stretch.rows, columns: column...column), rule: stretch.rule,
      prompt: message("prompt.value", "prompt.\(stretch.prompt)", stretch.values),
      alert: message("alert.value", "alert.\(stretch.prompt)", stretch.values), severity: severity(of: stretch.rule))
  }

  /// Thai digits, which some programs leave as text, are welcome: a number is asked for, not forced.
  private func severity(of rule: DataValidation.Rule) -> DataValidation.Severity {
    if case .list = rule { return .stop }
    return .warning
  }

  func statusValidation(_ range: CellRange) -> DataValidation {
    DataValidation(
      range: range, rule: .list(definedName: TemplateLayout.statusList),
      prompt: message("prompt.status", "prompt.status_text"), alert: message("alert.status", "alert.status_text"))
  }

  func textValidation(_ range: CellRange) -> DataValidation {
    DataValidation(
      range: range, rule: .textLength(.between(0, 500)), prompt: message("prompt.text", "prompt.text_text"),
      alert: message("alert.text", "alert.text_text"))
  }

  /// A title of at most 32 characters and a message of at most 255, the second language under the first.
  func message(_ title: String, _ text: String, _ values: [String: LocalizedText] = [:]) -> DataValidation.Message {
    DataValidation.Message(
      title: fitting(voice.text(title), by: " · ", 32), text: fitting(voice.text(text, values), by: "\n", 255))
  }

  /// Both languages where they fit, else the first one: a program would repair a file whose message is too long.
  private func fitting(_ text: LocalizedText, by separator: String, _ limit: Int) -> String {
    let both = voice.joined(text, by: separator)
    if both.utf16.count <= limit { return both }
    return String(voice.first(text).unicodeScalars.prefix(limit))
  }

  // MARK: Stretches of rows with one rule

  private func joined(_ places: [Int], exact: Bool) -> [Stretch] {
    var stretches: [Stretch] = []
    for (position, place) in places.enumerated() {
      var next = stretch(rows.rows[position], place)
      if !exact, case .list = next.rule {} else if !exact { next = loosened(next) }
      if let last = stretches.last, last.rule == next.rule, last.prompt == next.prompt,
        exact ? last.rows.upperBound == place - 1 : true
      {
        // Headings between are locked, so a rule may run over them.
        stretches[stretches.count - 1].rows = last.rows.lowerBound...place
      } else {
        stretches.append(next)
      }
    }
    return stretches
  }

  private func loosened(_ stretch: Stretch) -> Stretch {
    Stretch(rule: .decimal(.atLeast(-1e15)), prompt: "number", values: [:], rows: stretch.rows)
  }

  private func stretch(_ row: TemplateRow, _ place: Int) -> Stretch {
    let unit = unit(of: row)
    let range = catalogue[row.code.variable].range
    let values = [
      "low": LocalizedText(same: NumberText.text(range.lowerBound, decimals: unit.decimals)),
      "high": LocalizedText(same: NumberText.text(range.upperBound, decimals: unit.decimals)),
    ]
    switch unit.kind {
    case .flag:
      return Stretch(
        rule: .list(definedName: TemplateLayout.yesNoList), prompt: "flag", values: [:], rows: place...place)
    case .rating:
      return Stretch(
        rule: .decimal(.between(range.lowerBound, range.upperBound)), prompt: "rating", values: values,
        rows: place...place)
    case .count:
      return Stretch(
        rule: .whole(.atLeast(range.lowerBound.rounded(.up))), prompt: "count", values: [:], rows: place...place)
    case .rate, .index:
      return Stretch(
        rule: .decimal(.between(range.lowerBound, range.upperBound)), prompt: "between", values: values,
        rows: place...place)
    case .amount:
      return Stretch(rule: .decimal(.atLeast(range.lowerBound)), prompt: "amount", values: [:], rows: place...place)
    }
  }
}
