import Catalogue
import Vocabulary

/// A note that names a person's e-mail address, telephone or identity number. Notes are published; what was found is masked there.
///
/// Finds: e-mail addresses, Thai telephone numbers, others with a plus sign, and Thai identity numbers whose check digit is right.
/// Leaves alone: other numbers, such as years, sums and document numbers. The finding does not repeat what it found.
struct PersonalDataInNote: CityRule {
  static let code: FindingCode = "C036"
  static let noteEffect = NoteEffect.none
  static let passing: [RuleExample] = ["population 1210 \"Registrar's office, letter 1234/2568 of 5 May\""]
  static let failing: [RuleExample] = [
    "population 1210 \"ask somchai@example.org\"", "population 1210 \"call 081-234-5678\"",
    "population 1210 \"1-2345-67890-12-1\"",
  ]

  func check(_ city: CityObservations, into report: inout RuleReport) {
    let notes = city.round.set.notes
    for index in city.indices where city[index].note != 0 {
      let position = Int(city[index].note)
      guard notes.indices.contains(position), let kind = PersonalData.kind(in: notes[position]) else { continue }
      let name = Self.name(of: kind)
      report.add(
        self, at: index, in: city.round,
        ["kind_en": name.english, "kind_th": name.thai, "mask": PersonalData.mask])
    }
  }

  private static func name(of kind: PersonalData.Kind) -> LocalizedText {
    switch kind {
    case .address: LocalizedText(english: "an e-mail address", thai: "อีเมล")
    case .identityNumber: LocalizedText(english: "an identity number", thai: "เลขประจำตัวประชาชน")
    case .telephone: LocalizedText(english: "a telephone number", thai: "หมายเลขโทรศัพท์")
    }
  }
}
