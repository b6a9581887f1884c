import Vocabulary

extension Catalogue {
  /// What a finding says to somebody who has the file before him: measures by their names, files without their folders.
  public func readable(_ finding: Finding) -> (message: LocalizedText, fix: LocalizedText) {
    let english = texts.spoken(finding, in: self, .english)
    let thai = texts.spoken(finding, in: self, .thai)
    return (
      LocalizedText(english: texts.message(of: english).english, thai: texts.message(of: thai).thai),
      LocalizedText(english: texts.fix(of: english).english, thai: texts.fix(of: thai).thai)
    )
  }
}

extension Catalogue {
  /// What a variable, a unit or a dimension is called.
  fileprivate func label(of id: String, _ language: Language) -> String? {
    if let variable = variableID(id) { return self[variable].label[language] }
    return units.first { $0.id == id }?.label[language] ?? dimensions.first { $0.id == id }?.list.label[language]
  }

  /// What a part of a total is called: `หญิง` for `sex=F`.
  fileprivate func part(_ breakdown: String, _ language: Language) -> String {
    breakdown.split(separator: ";").map { part in
      let sides = part.split(separator: "=").map(String.init)
      guard sides.count == 2 else { return String(part) }
      return dimension(sides[0])?.list[sides[1]]?.label[language] ?? String(part)
    }.joined(separator: " · ")
  }
}

extension Texts {
  fileprivate func spoken(_ finding: Finding, in catalogue: Catalogue, _ language: Language) -> Finding {
    var copy = finding
    for (name, text) in finding.details {
      // What was typed is quoted as it is.
      switch name {
      case "seen", "proposal", "near", "code": break
      case "status": copy.details[name] = status(text, language)
      case "first" where finding.code == "C060": copy.details[name] = status(text, language)
      case "breakdown": copy.details[name] = catalogue.part(text, language)
      case "place", "files":
        copy.details[name] = text.split(separator: ", ").map { $0.split(separator: "/").last.map(String.init) ?? "" }
          .joined(separator: ", ")
      case "change": copy.details[name] = text.hasSuffix(" pp") ? points(text, language) : Self.grouped(text)
      default:
        let least = Self.figures.contains(name) ? 4 : 5
        // Several names stand in one detail, too.
        copy.details[name] = text.split(separator: ", ", omittingEmptySubsequences: false)
          .map { catalogue.label(of: String($0), language) ?? Self.grouped(String($0), from: least) }
          .joined(separator: ", ")
      }
    }
    return copy
  }

  /// A status as a form's drop-down shows it, with the letter of SDMX behind it: `m ไม่มีข้อมูล (O)`.
  private func status(_ code: String, _ language: Language) -> String {
    guard let letter = ObservationStatus(code: code).flatMap(FormStatus.letter) else { return code }
    return "\(letter) \(label("template.status.\(letter)")[language]) (\(code))"
  }

  /// Percentage points, in words where a language has no letters for them.
  private func points(_ text: String, _ language: Language) -> String {
    text.dropLast(2) + label("checks.percentage_points")[language]
  }

  /// Details that hold a figure and never a year, which has four digits as well.
  private static let figures: Set<String> = [
    "value", "from", "to", "total", "sum", "part", "parts", "whole", "female", "male", "median", "low", "high",
  ]

  /// A number with its thousands apart; other texts as they are.
  /// - Parameter least: The digits of the smallest number that is written so.
  static func grouped(_ text: String, from least: Int = 5) -> String {
    let sign = text.first == "-" || text.first == "+" ? 1 : 0
    let digits = text.dropFirst(sign).prefix { $0.isASCII && $0.isNumber }
    let rest = text.dropFirst(sign + digits.count)
    let isNumber = rest.isEmpty || rest.first == "." || rest.first == " "
    guard (least...15).contains(digits.count), isNumber else { return text }
    var groups: [Substring] = []
    var left = digits
    while !left.isEmpty {
      groups.append(left.suffix(3))
      left = left.dropLast(3)
    }
    return text.prefix(sign) + groups.reversed().joined(separator: ",") + rest
  }

  /// Details that hold a time.
  private static let times: Set<String> = ["period", "previous", "year"]

  /// The details as they stand in a Thai text, which counts years in the Buddhist Era.
  static func inThai(_ details: [String: String]) -> [String: String] {
    var copy = details
    for name in times {
      guard let text = details[name], text.utf8.count == 4, let year = Int(text),
        TimePeriod.plausibleYears.contains(year)
      else { continue }
      copy[name] = "\(year + 543)"
    }
    return copy
  }
}
