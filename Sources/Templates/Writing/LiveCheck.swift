import Catalogue
import Spreadsheets
import Vocabulary

/// What a live check may say.
enum LiveText: String, CaseIterable {
  case blank
  case optional
  case noValue = "no_value"
  case notANumber = "not_a_number"
  case sumOfParts = "sum"
  case aboveTotal = "above_total"
  case outOfRange = "out_of_range"
  case passed

  /// The sheet that counts them goes by the signs; all others are errors.
  var sign: String {
    switch self {
    case .blank: "○"
    case .optional, .noValue, .passed: "✓"
    case .outOfRange: "!"
    case .notANumber, .sumOfParts, .aboveTotal: "×"
    }
  }
}

/// What the last column says while somebody types. It helps the typist only; a reader looks at everything again.
extension TemplateForm {
  func live(_ key: LiveText) -> String { liveTexts[key] ?? "" }

  /// A sign and words for each. Every row has them all, so they are put together once.
  static func liveTexts(_ voice: Voice) -> [LiveText: String] {
    var texts: [LiveText: String] = [:]
    for key in LiveText.allCases { texts[key] = "\(key.sign) \(voice.joined("live.\(key.rawValue)"))" }
    return texts
  }

  private var valueLetters: String { CellAddress.letters(ofColumn: column(.value(checkedYear))) }

  /// The cell that a row's check is about.
  func checkedCell(_ position: Int) -> String { "\(valueLetters)\(places[position] + 1)" }

  /// The formula of a row, about the last of the years to fill, without the range that is the city's own.
  func liveCheck(_ position: Int) -> (head: String, tail: String) {
    let letters = valueLetters
    let status = "\(CellAddress.letters(ofColumn: column(.status(checkedYear))))\(places[position] + 1)"
    func cell(_ position: Int) -> String { "\(letters)\(places[position] + 1)" }
    let value = cell(position)
    let row = rows.rows[position]
    var checks: [(condition: String, key: LiveText)] = [
      ("AND(\(value)=\"\",\(status)=\"\")", row.isOptional ? .optional : .blank), ("\(value)=\"\"", .noValue),
      ("NOT(ISNUMBER(\(value)))", .notANumber),
    ]
    if unit(of: row).kind == .count {
      if let parts = sexes(of: position) {
        let cells = [position] + parts
        let numbers = cells.map { "ISNUMBER(\(cell($0)))" }.joined(separator: ",")
        let sum = "ABS(\(value)-\(cell(parts[0]))-\(cell(parts[1])))>1"
        checks.append(("IF(AND(\(numbers)),\(sum),FALSE)", .sumOfParts))
      }
      if let total = row.total {
        checks.append(("IF(ISNUMBER(\(cell(total))),\(value)>\(cell(total)),FALSE)", .aboveTotal))
      }
    }
    let head = "=" + checks.map { "IF(\($0.condition),\"\(live($0.key))\"," }.joined() + "IF("
    return (head, ",\"\(live(.outOfRange))\",\"✓\"" + String(repeating: ")", count: checks.count + 1))
  }

  /// The rows of the women and men of a total.
  private func sexes(of position: Int) -> [Int]? {
    // Parts stand right behind their total.
    let parts = rows.rows.indices[(position + 1)...].prefix { rows.rows[$0].total == position }.filter {
      rows.rows[$0].code.breakdown["sex"] != nil
    }
    return parts.count == 2 ? parts : nil
  }

  func liveFormats(_ rows: ClosedRange<Int>) -> [ConditionalFormat] {
    let index = column(.check)
    let letters = CellAddress.letters(ofColumn: index)
    let looks: [(String, Colour)] = [
      ("!", SeverityLook(.warning).text), ("×", SeverityLook(.error).text), ("✓", SeverityLook.passed),
    ]
    return looks.map { sign, colour in
      ConditionalFormat(
        range: CellRange(rows: rows, columns: index...index),
        formula: "=LEFT($\(letters)\(rows.lowerBound + 1),1)=\"\(sign)\"", colour: colour)
    }
  }
}

extension TemplateBook {
  func live(_ key: LiveText) -> String { form.live(key) }

  /// The formula of a row with the range that is expected of this city.
  func liveCheck(_ row: TemplateRow, _ fixed: TemplateForm.Row) -> String {
    let range = range(of: row, year: form.checkedYear)
    let (value, low, high) = (fixed.cell, range.low.shortestText, range.high.shortestText)
    return "\(fixed.check.head)OR(\(value)<\(low),\(value)>\(high))\(fixed.check.tail)"
  }
}
