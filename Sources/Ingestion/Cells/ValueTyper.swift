import Spreadsheets
import Vocabulary

/// What a value cell says, once its writing is understood.
enum TypedValue {
  case number(Double, repairs: [Notation.Repair])
  /// No value, with the reason that the mark stands for.
  case missing(ObservationStatus)
  /// A number with a flag behind it, as statistical offices print: `12.4 e`.
  case flagged(Double, ObservationStatus)
  case blank
  case problem(FindingCode, [String: String])
}

/// Reads value cells: numbers by a fast door, everything that people write by a kind one, which never guesses.
struct ValueTyper {
  /// Marks that mean "no value", compared without case and spaces.
  private let marks: [String: ObservationStatus]
  /// Letters after a number, where the source declares them.
  private let flags: [String: ObservationStatus]

  init(marks: [String: ObservationStatus], flags: [String: ObservationStatus] = [:]) {
    self.marks = Dictionary(marks.map { (Notation.comparable($0), $1) }, uniquingKeysWith: { first, _ in first })
    self.flags = flags
  }

  /// - Parameter texts: The texts of `grid`.
  func typed(_ cell: Cell, in grid: Grid, _ texts: GridTexts) -> TypedValue {
    if cell.kind == .text, let number = DecimalParser.parse(texts[cell]) { return .number(number, repairs: []) }
    return typed(cell, in: grid)
  }

  func typed(_ cell: Cell, in grid: Grid) -> TypedValue {
    switch cell.kind {
    case .number:
      if cell.traits.contains(.percentFormat) { return .number(Self.percent(cell.number), repairs: [.percentSign]) }
      return .number(cell.number, repairs: [])
    case .text:
      if let number = grid.withText(of: cell, DecimalParser.parse) { return .number(number, repairs: []) }
      return typed(grid.string(of: cell))
    case .date: return .problem("C018", ["seen": SerialDay.text(cell.number)])
    case .boolean: return .problem("C005", ["seen": grid.display(of: cell)])
    case .error: return .problem("C017", ["seen": grid.display(of: cell)])
    }
  }

  /// Text that is not a plain decimal number.
  func typed(_ text: String) -> TypedValue {
    // No number is that long, and understanding a megabyte of something else takes minutes.
    guard text.utf8.count <= TextInterner.longestText else {
      return .problem("C005", ["seen": String(text.unicodeScalars.prefix(100))])
    }
    let trimmed = Notation.trimmed(text)
    if trimmed.isEmpty { return .blank }
    if let status = marks[Notation.comparable(trimmed)] { return .missing(status) }
    var repairs: [Notation.Repair] = trimmed == text ? [] : [.spaces]
    var digits = Notation.westernDigits(trimmed)
    if digits != trimmed { repairs.append(.thaiDigits) }
    if digits.hasSuffix("%") {
      digits = Notation.trimmed(String(digits.dropLast()))
      repairs.append(.percentSign)
    }
    if digits.hasPrefix("\u{2212}") { digits = "-" + digits.dropFirst() }
    if let number = decimal(digits) { return .number(number, repairs: repairs) }
    if let grouped = Self.withoutGrouping(digits), let number = decimal(grouped) {
      return .number(number, repairs: repairs + [.thousandsSeparators])
    }
    if let proposal = Self.decimalComma(digits) { return .problem("N004", ["seen": text, "proposal": proposal]) }
    if let flagged = flagged(digits) { return flagged }
    return .problem("C005", ["seen": text])
  }

  /// A share as per cent, without the last bits that the multiplication adds: 0.07 is 7, not 7.000000000000001.
  private static func percent(_ share: Double) -> Double {
    abs(share) < 1000 ? (share * 1e12).rounded() / 1e10 : share * 100
  }

  private func decimal(_ text: String) -> Double? {
    Array(text.utf8).withUnsafeBufferPointer(DecimalParser.parse)
  }

  private func flagged(_ text: String) -> TypedValue? {
    guard !flags.isEmpty, let space = text.lastIndex(where: { !$0.isLetter }), space < text.index(before: text.endIndex)
    else { return nil }
    let flag = String(text[text.index(after: space)...]).lowercased()
    let number = Notation.trimmed(String(text[...space]))
    guard let status = flags[flag], status.hasValue, let value = decimal(number) else { return nil }
    return .flagged(value, status)
  }

  /// `1,234,567.8` without its commas; nil unless every comma parts a group of three.
  static func withoutGrouping(_ text: String) -> String? {
    let unsigned = text.hasPrefix("-") ? text.dropFirst() : Substring(text)
    let parts = unsigned.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let groups = parts[0].split(whereSeparator: { $0 == "," || $0 == "\u{A0}" || $0 == "\u{202F}" || $0 == " " })
    let separators = parts[0].filter { !$0.isNumber }
    guard groups.count > 1, Set(separators).count == 1, separators.count == groups.count - 1,
      (1...3).contains(groups[0].count), groups.dropFirst().allSatisfy({ $0.count == 3 }),
      groups.allSatisfy({ $0.allSatisfy(\.isASCII) }), groups.allSatisfy({ $0.allSatisfy(\.isNumber) })
    else { return nil }
    // `1,234` could be a thousand or a decimal comma with three places; grouping by the contract. `0,234` could only be the
    // latter.
    guard groups[0] != "0" else { return nil }
    let sign = text.hasPrefix("-") ? "-" : ""
    return sign + groups.joined() + (parts.count > 1 ? "." + parts[1] : "")
  }

  /// `12,5` could be twelve and a half or a slip; the reading with a point is proposed, not taken.
  static func decimalComma(_ text: String) -> String? {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[1].isEmpty, parts[1].allSatisfy({ $0.isASCII && $0.isNumber }),
      parts[0].drop(while: { $0 == "-" }).allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }), !parts[0].isEmpty
    else { return nil }
    return parts[0].replacing(".", with: "") + "." + parts[1]
  }
}
