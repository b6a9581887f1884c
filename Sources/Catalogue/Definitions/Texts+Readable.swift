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

extension Texts {
  fileprivate func spoken(_ finding: Finding, in catalogue: Catalogue, _ language: Language) -> Finding {
    var copy = finding
    for (name, text) in finding.details {
      // What was typed is quoted as it is.
      switch name {
      case "seen", "proposal", "near", "code": break
      case "place", "files":
        copy.details[name] = text.split(separator: ", ").map { $0.split(separator: "/").last.map(String.init) ?? "" }
          .joined(separator: ", ")
      default:
        if let variable = catalogue.variableID(text) { copy.details[name] = catalogue[variable].label[language] }
      }
    }
    return copy
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
