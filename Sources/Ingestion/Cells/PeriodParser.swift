import Vocabulary

/// Reads the ways in which sources write time: `2025`, `2012/13`, `2015 - 17`, `2010 to 2011`, `2022 Q4`, `2023-05-31`,
/// พ.ศ. 2568, and our own `2013-01-01/P3Y`.
struct PeriodParser {
  /// The year by which a school or financial year `2012/13` is called.
  enum SchoolYear: String, CaseIterable {
    /// UIS: the year in which it ends.
    case ends
    /// Open SDG: the year in which it starts.
    case starts
  }

  /// The calendar that four-digit years are in, where no mark beside them says so.
  enum Era: String, CaseIterable {
    /// 2400 and above is Buddhist, anything else Common Era.
    case auto
    case common
    case buddhist
  }

  /// What `2006-07` is.
  enum Hyphen: String, CaseIterable {
    /// Two years where the second number follows the first, else a month.
    case auto
    case month
    case years
  }

  var schoolYear: SchoolYear = .ends
  var era: Era = .auto
  var hyphen: Hyphen = .auto

  struct Reading {
    var period: TimePeriod
    var repairs: [Notation.Repair] = []
  }

  /// - Returns: nil where the text is no time that we know.
  func parse(_ text: String) -> Reading? {
    let plain = Notation.westernDigits(Notation.trimmed(text)).lowercased()
    let (unmarked, marked) = EraMark.removed(from: plain)
    var reader = self
    if let marked { reader.era = marked }
    return reader.parse(unmarked: unmarked)
  }

  private func parse(unmarked text: String) -> Reading? {
    let tokens = text.split { !$0.isNumber && !$0.isLetter }.map(String.init)
    switch tokens.count {
    case 1:
      if let year = Int(tokens[0]), tokens[0].count == 4 { return single(year) { TimePeriod.year($0) } }
      return compactQuarter(tokens[0])
    case 2: return two(tokens[0], tokens[1], text)
    case 3 where ["to", "until", "ถึง"].contains(tokens[1]): return range(tokens[0], tokens[2])
    case 4 where tokens[3].hasPrefix("p") && tokens[3].hasSuffix("y"): return duration(tokens)
    case 3...: return date(tokens)
    default: return nil
    }
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
    guard parts.count == 2, let year = Int(parts[0]), parts[0].count == 4 else { return nil }
    return quarter("q" + parts[1], year)
  }

  private func quarter(_ text: String, _ year: Int) -> Reading? {
    guard text.hasPrefix("q"), text.count == 2, let quarter = Int(text.dropFirst()) else { return nil }
    return single(year) { TimePeriod.quarter(quarter, of: $0) }
  }

  private func two(_ first: String, _ second: String, _ text: String) -> Reading? {
    // `Q4 2022`
    if first.hasPrefix("q"), second.count == 4, let year = Int(second) { return quarter(first, year) }
    guard let year = Int(first), first.count == 4 else { return nil }
    if second.hasPrefix("q") { return quarter(second, year) }
    guard let number = Int(second) else { return nil }
    // A year that a program wrote as a decimal number: `2015.0`.
    if number == 0, text == "\(first).\(second)" { return single(year) { TimePeriod.year($0) } }
    if second.count == 2, isMonth(number, of: year, text) {
      return single(year) { TimePeriod.month(number, of: $0) }
    }
    return range(first, second)
  }

  /// `2015-07`: only a lone hyphen makes a month, `2015 - 17` are years.
  private func isMonth(_ number: Int, of year: Int, _ text: String) -> Bool {
    guard text.contains("-"), !text.contains(" "), (1...12).contains(number) else { return false }
    return switch hyphen {
    case .auto: number != (year + 1) % 100
    case .month: true
    case .years: false
    }
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
    guard let first = Int(tokens[0]), let month = Int(tokens[1]), let third = Int(tokens[2].prefix { $0 != "t" }) else {
      return nil
    }
    if tokens[0].count == 4 { return single(first) { TimePeriod.day(third, month: month, year: $0) } }
    if tokens[2].count == 4 { return single(third) { TimePeriod.day(first, month: month, year: $0) } }
    return nil
  }

  /// `2013-01-01/P3Y`, as `TimePeriod` prints a span: three years from 2013.
  private func duration(_ tokens: [String]) -> Reading? {
    guard let start = Int(tokens[0]), tokens[0].count == 4, tokens[1] == "01", tokens[2] == "01",
      let years = Int(tokens[3].dropFirst().dropLast()), (1...TimePeriod.mostYears).contains(years)
    else { return nil }
    return single(start + years - 1) { TimePeriod.year($0, span: years) }
  }
}

/// Words beside a year that name its era, or only say that it is one.
private enum EraMark {
  private static let words: [(word: String, era: PeriodParser.Era?)] = [
    ("พ.ศ.", .buddhist), ("พ.ศ", .buddhist), ("พศ", .buddhist), ("b.e.", .buddhist), ("be", .buddhist),
    ("ค.ศ.", .common), ("ค.ศ", .common), ("คศ", .common), ("c.e.", .common), ("ce", .common), ("a.d.", .common),
    ("ad", .common), ("ปีงบประมาณ", nil), ("ปีการศึกษา", nil), ("ปี", nil), ("year", nil), ("fy", nil),
  ]

  /// The text without marks before or after the year, and the era that they name.
  static func removed(from text: String) -> (text: String, era: PeriodParser.Era?) {
    var text = text
    var era: PeriodParser.Era?
    while let found = words.first(where: { text.hasPrefix($0.word) || text.hasSuffix($0.word) }) {
      text =
        text.hasPrefix(found.word) ? String(text.dropFirst(found.word.count)) : String(text.dropLast(found.word.count))
      text = Notation.trimmed(text)
      era = era ?? found.era
    }
    return (text, era)
  }
}
