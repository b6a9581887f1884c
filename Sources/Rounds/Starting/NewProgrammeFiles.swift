import Catalogue
import Spreadsheets
import Vocabulary

/// The files of a new programme as texts. What they say to people stands in `Indicators/texts/workspace.yaml`.
struct NewProgrammeFiles {
  let programme: NewProgramme
  let texts: Texts

  func programmeFile() -> String {
    """
    # yaml-language-server: $schema=../../Indicators/schema/programme.schema.json
    \(comment("workspace.programme"))
    format: 1
    id: \(programme.id)
    \(comment("workspace.programme.title"))
    title:
    \(both(programme.title ?? texts.label("workspace.title", names)))
    \(comment("workspace.programme.organisation"))
    organisation:
    \(both(texts.label("workspace.organisation", names)))
    \(comment("workspace.programme.contact"))
    contact: \(quoted("indicators@\(programme.id).example"))
    \(comment("workspace.programme.languages"))
    languages: [th, en]
    font: Arial
    \(comment("workspace.programme.licence"))
    licence:
    \(both(texts.label("workspace.licence", names)))
    \(comment("workspace.programme.disclosure"))
    disclosure:
      minimum_count: \(Int(DisclosureThresholds.standard.minimumCount))
      minimum_denominator: \(Int(DisclosureThresholds.standard.minimumDenominator))

    """
  }

  func roundFile() -> String {
    """
    # yaml-language-server: $schema=../../../Indicators/schema/round.schema.json
    \(comment("workspace.round"))
    format: 1
    id: \(quoted(programme.round))
    title:
    \(both(texts.label("workspace.round.title", names)))
    \(comment("workspace.round.reference"))
    reference_period: \(programme.referenceYear)
    comparison_period: \(programme.referenceYear - 1)
    \(comment("workspace.round.dates"))
    opens: \(programme.opens)
    closes: \(closes)
    \(comment("workspace.round.state"))
    state: open
    framework: key-features

    """
  }

  /// One line a city; what a programme comes to know later has its column already.
  func registry() -> String {
    var csv = CSVWriter(header: [
      "id", "name_en", "name_th", "country", "geographic_level", "role", "region", "member_from", "contact",
      "languages",
    ])
    for city in programme.cities {
      csv.code(city.id)
      csv.text(city.name.english)
      csv.text(city.name.thai)
      for field in [city.country, "city", "member", "", "", "", ""] { csv.code(field) }
      csv.endRow()
    }
    return String(decoding: csv.bytes, as: UTF8.self)
  }

  func readMe(_ language: Language) -> String { texts.label("workspace.readme", names)[language] }

  /// Ninety days, as long as the shipped rounds.
  private var closes: CalendarDate { CalendarDate(secondsSince1970: programme.opens.secondsSince1970 + 90 * 86_400) }

  private var names: [String: String] {
    [
      "programme": programme.id, "round": programme.round, "buddhist": "\(programme.referenceYear + 544)",
      "year": "\(programme.referenceYear)", "buddhist_year": "\(programme.referenceYear + 543)",
    ]
  }

  private func comment(_ key: String) -> String {
    let text = texts.label(key, names)
    return "# \(text.english)\n# \(text.thai)"
  }

  private func both(_ text: LocalizedText) -> String { "  en: \(quoted(text.english))\n  th: \(quoted(text.thai))" }

  /// Whatever a name holds, YAML reads it as that name.
  private func quoted(_ text: String) -> String {
    "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
  }
}
