import Catalogue
import Ingestion
import Rounds
import Spreadsheets
import Vocabulary

/// Findings as a compiler would print them: code and message, every place, cure. What is said alike is said once.
struct FindingPrinter {
  let catalogue: Catalogue
  let language: Language
  let palette: Palette

  private var texts: Texts { catalogue.texts }

  /// Findings with one message and one cure.
  private struct Group {
    var severity: Finding.Severity
    var heading: String
    var fix: String
    var places: [String]
  }

  /// More places than this hide the next finding.
  private static let mostPlaces = 20

  func text(_ outcome: FileCheck.Outcome) -> String {
    ([heading(outcome)] + groups(outcome.findings).map(text)).joined(separator: "\n\n")
  }

  /// The most severe first, then in the order of the file.
  private func groups(_ findings: [Finding]) -> [Group] {
    var groups: [Group] = []
    var positions: [String: Int] = [:]
    for finding in findings {
      let severity = texts.severity(of: finding)
      let (message, fix) = catalogue.readable(finding)
      let slug = texts.findings[finding.code]?.slug ?? ""
      let label = palette.paint("\(word(severity))[\(finding.code)]", Self.colour(severity))
      let heading = "\(label) \(slug): \(message[language])"
      let key = heading + "\n" + fix[language]
      if let position = positions[key] {
        groups[position].places.append(place(finding.origin))
      } else {
        positions[key] = groups.count
        groups.append(
          Group(severity: severity, heading: heading, fix: fix[language], places: [place(finding.origin)]))
      }
    }
    return groups.enumerated().sorted { a, b in
      (a.element.severity, a.offset) < (b.element.severity, b.offset)
    }.map(\.element)
  }

  private func text(_ group: Group) -> String {
    var lines = [group.heading + (group.places.count > 1 ? "  (\(group.places.count))" : "")]
    lines += group.places.prefix(Self.mostPlaces).map { "  --> \($0)" }
    let left = group.places.count - Self.mostPlaces
    if left > 0 { lines.append("      " + texts.label("command.more", ["count": "\(left)"])[language]) }
    return (lines + ["  = \(texts.label("command.fix")[language]): \(group.fix)"]).joined(separator: "\n")
  }

  private static func colour(_ severity: Finding.Severity) -> Palette.Colour {
    switch severity {
    case .error: .red
    case .warning: .yellow
    case .info: .cyan
    }
  }

  private func word(_ severity: Finding.Severity) -> String {
    texts.label("checks.severity.\(severity.rawValue)")[language]
  }

  private func place(_ origin: Finding.Origin) -> String {
    var parts: [String] = []
    if !origin.sheet.isEmpty { parts.append("'\(origin.sheet)'") }
    let cell = cell(origin)
    if !cell.isEmpty { parts.append(cell) }
    if parts.isEmpty { parts.append(texts.label("command.whole_file")[language]) }
    if let variable = catalogue.variableID(origin.variable) {
      parts.append(" \(catalogue[variable].label[language]) (\(origin.variable))")
    } else if !origin.variable.isEmpty {
      parts.append(" (\(origin.variable))")
    }
    return parts.joined(separator: " ")
  }

  /// The file, and what it is for.
  private func heading(_ outcome: FileCheck.Outcome) -> String {
    var facts: [String] = []
    if let city = outcome.cities.first, outcome.cities.count == 1 {
      let name = city.name[language] == city.id ? city.id : "\(city.name[language]) (\(city.id))"
      facts.append(texts.label("command.city", ["city": name])[language])
    }
    if let round = outcome.round { facts.append(texts.label("command.round", ["round": round])[language]) }
    if let year = outcome.referenceYear {
      facts.append(texts.label("command.year", ["year": "\(language == .thai ? year + 543 : year)"])[language])
    } else {
      facts.append(texts.label("command.no_year")[language])
    }
    return "\(outcome.path)  " + facts.joined(separator: language == .thai ? " · " : ", ")
  }

  func summary(_ outcome: FileCheck.Outcome) -> String {
    var counts: [Finding.Severity: Int] = [:]
    for finding in outcome.findings { counts[texts.severity(of: finding), default: 0] += 1 }
    let account = outcome.reconciliation
    let found = texts.label(
      "command.counts",
      ["errors": "\(counts[.error] ?? 0)", "warnings": "\(counts[.warning] ?? 0)", "infos": "\(counts[.info] ?? 0)"])
    let read = texts.label(
      "command.account",
      [
        "read": "\(account.read)", "observations": "\(account.observations)", "blanks": "\(account.blanks)",
        "excluded": "\(account.excluded)", "rejected": "\(account.rejected)",
      ])
    return "\(outcome.path): \(found[language]); \(read[language])"
  }

  private func cell(_ origin: Finding.Origin) -> String {
    guard let row = origin.row else { return "" }
    return origin.column.map { CellAddress(row: row, column: $0).description } ?? "\(row + 1)"
  }
}

extension FindingPrinter {
  /// A finding for machines.
  struct Record: Encodable {
    var code: String
    var slug: String
    var severity: String
    var file: String
    var sheet: String
    var cell: String
    var city: String
    var variable: String
    var messageEnglish: String
    var messageThai: String
    var fixEnglish: String
    var fixThai: String

    enum CodingKeys: String, CodingKey {
      case code, slug, severity, file, sheet, cell, city, variable
      case messageEnglish = "message_en"
      case messageThai = "message_th"
      case fixEnglish = "fix_en"
      case fixThai = "fix_th"
    }
  }

  func record(_ finding: Finding) -> Record {
    let message = texts.message(of: finding)
    let fix = texts.fix(of: finding)
    return Record(
      code: finding.code.description, slug: texts.findings[finding.code]?.slug ?? "",
      severity: texts.severity(of: finding).rawValue, file: finding.origin.file, sheet: finding.origin.sheet,
      cell: cell(finding.origin), city: finding.origin.city, variable: finding.origin.variable,
      messageEnglish: message.english, messageThai: message.thai, fixEnglish: fix.english, fixThai: fix.thai)
  }
}
