import Vocabulary

/// Reads the ways in which sources write time: `2025`, `2012/13`, `2015 - 17`, `2010 to 2011`, `2022 Q4`, `2023-05-31`, พ.ศ. years.
struct PeriodParser {
  /// The year by which a school or financial year `2012/13` is called.
  enum SchoolYear: String, CaseIterable {
    /// UIS: the year in which it ends.
    case ends
    /// Open SDG: the year in which it starts.
    case starts
  }

  /// The calendar that four-digit years are in.
  enum Era: String, CaseIterable {
    /// 2400 and above is Buddhist, anything else Common Era.
    case auto
    case common
    case buddhist
  }

  var schoolYear: SchoolYear = .ends
  var era: Era = .auto

  struct Reading {
    var period: TimePeriod
    var repairs: [Notation.Repair] = []
  }

  /// - Returns: nil where the text is no time that we know.
  func parse(_ text: String) -> Reading? {
    let plain = Notation.westernDigits(Notation.trimmed(text)).lowercased()
    let unmarked = Self.withoutEraMark(plain)
    let tokens = unmarked.split { !$0.isNumber && !$0.isLetter }.map(String.init)
    switch tokens.count {
    case 1:
      if let year = Int(tokens[0]), tokens[0].count == 4 { return single(year) { TimePeriod.year($0) } }
      return compactQuarter(tokens[0])
    case 2: return two(tokens[0], tokens[1], separator: unmarked.contains("-") && !unmarked.contains(" "))
    case 3 where tokens[1] == "to" || tokens[1] == "until": return range(tokens[0], tokens[2])
    case 3...: return date(tokens)
    default: return nil
    }
  }

  private static func withoutEraMark(_ text: String) -> String {
    for mark in ["พ.ศ.", "ปี", "be", "b.e.", "ค.ศ.", "ce"] where text.hasPrefix(mark) {
      let rest = Notation.trimmed(String(text.dropFirst(mark.count)))
      if rest.first?.isNumber ?? false { return rest }
    }
    return text
  }

  private func common(_ year: Int) -> (year: Int, repairs: [Notation.Repair])? {
    switch era {
    case .common: return (year, [])
    case .buddhist: return (year - 543, [.buddhistYear(year)])
    case .auto: return (2400...2700).contains(year) ? (year - 543, [.buddhistYear(year)]) : (year, [])
    }
  }

  private func single(_ year: Int, _ make: (Int) -> TimePeriod?) -> Reading? {
    guard let (year, repairs) = common(year), let period = make(year) else { return nil }
    return Reading(period: period, repairs: repairs)
  }

  /// `2022q4`.
  private func compactQuarter(_ token: String) -> Reading? {
    let parts = token.split(separator: "q")
    guard parts.count == 2, let year = Int(parts[0]), parts[0].count == 4, let quarter = Int(parts[1]) else { return nil }
    return single(year) { TimePeriod.quarter(quarter, of: $0) }
  }

  private func two(_ first: String, _ second: String, separator isHyphen: Bool) -> Reading? {
    guard let year = Int(first), first.count == 4 else { return nil }
    if second.hasPrefix("q"), let quarter = Int(second.dropFirst()) {
      return single(year) { TimePeriod.quarter(quarter, of: $0) }
    }
    guard let number = Int(second) else { return nil }
    // `2015-07` is a month where the hyphen stands alone and the second number can't be the year that follows.
    if isHyphen, second.count == 2, (1...12).contains(number), number != (year + 1) % 100 {
      return single(year) { TimePeriod.month(number, of: $0) }
    }
    return range(first, second)
  }

  /// Two years: a school year where the second follows the first, else a span.
  private func range(_ first: String, _ second: String) -> Reading? {
    guard let start = Int(first), first.count == 4, let tail = Int(second) else { return nil }
    var end = tail
    if second.count == 2 {
      end = start / 100 * 100 + tail
      if end < start { end += 100 }
    }
    guard second.count == 2 || second.count == 4, end > start else { return nil }
    if end == start + 1 {
      return single(schoolYear == .ends ? end : start) { TimePeriod.year($0) }
    }
    return single(end) { TimePeriod.year($0, span: end - start + 1) }
  }

  /// Year first or day first, never month first: `2023-05-31`, `31/05/2023`; a time behind it is ignored.
  private func date(_ tokens: [String]) -> Reading? {
    guard let first = Int(tokens[0]), let month = Int(tokens[1]), let third = Int(tokens[2]) else { return nil }
    if tokens[0].count == 4 { return single(first) { TimePeriod.day(third, month: month, year: $0) } }
    if tokens[2].count == 4 { return single(third) { TimePeriod.day(first, month: month, year: $0) } }
    return nil
  }
}
