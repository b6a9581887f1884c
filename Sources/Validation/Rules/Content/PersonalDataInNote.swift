import Catalogue
import Vocabulary

/// A note that names a person's e-mail address, telephone or identity number. Notes are published.
///
/// Finds: e-mail addresses, Thai telephone numbers, and Thai identity numbers whose check digit is right.
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
      guard notes.indices.contains(position), let kind = Self.kind(of: notes[position]) else { continue }
      report.add(self, at: index, in: city.round, ["kind_en": kind.english, "kind_th": kind.thai])
    }
  }

  /// What the note gives away first, or nil.
  static func kind(of note: String) -> LocalizedText? {
    if holdsAddress(note) { return LocalizedText(english: "an e-mail address", thai: "อีเมล") }
    for digits in numbers(in: note) {
      if isIdentityNumber(digits) { return LocalizedText(english: "an identity number", thai: "เลขประจำตัวประชาชน") }
      if isTelephone(digits) { return LocalizedText(english: "a telephone number", thai: "หมายเลขโทรศัพท์") }
    }
    return nil
  }

  private static func holdsAddress(_ note: String) -> Bool {
    note.split(whereSeparator: { $0.isWhitespace || "<>()[],;:".contains($0) }).contains { word in
      let parts = word.split(separator: "@", omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty else { return false }
      let domain = parts[1].split(separator: ".", omittingEmptySubsequences: false)
      return domain.count > 1 && domain.dropLast().allSatisfy { !$0.isEmpty } && domain.last?.first?.isLetter ?? false
    }
  }

  /// Runs of digits as people write numbers: Thai or Arabic, with single hyphens, dots or spaces between.
  private static func numbers(in note: String) -> [[Int]] {
    var numbers: [[Int]] = []
    var run: [Int] = []
    var gap = 0
    for character in note {
      if let digit = character.wholeNumberValue, (0...9).contains(digit) {
        run.append(digit)
        gap = 0
      } else if "-. ".contains(character), gap == 0, !run.isEmpty {
        gap = 1
      } else {
        numbers.append(run)
        run = []
        gap = 0
      }
    }
    return (numbers + [run]).filter { $0.count >= 9 }
  }

  /// Thirteen digits, the last of which checks the others: 11 − (Σ digit · (14 − place) mod 11), mod 10.
  static func isIdentityNumber(_ digits: [Int]) -> Bool {
    guard digits.count == 13, digits[0] != 0 else { return false }
    let sum = digits.prefix(12).enumerated().reduce(0) { $0 + $1.element * (13 - $1.offset) }
    return (11 - sum % 11) % 10 == digits[12]
  }

  /// 0x xxx xxxx of a landline, 0[689]x xxx xxxx of a mobile, or either with 66 in front.
  private static func isTelephone(_ digits: [Int]) -> Bool {
    let isForeign = digits.starts(with: [6, 6]) && digits.count > 10
    let local = isForeign ? [0] + digits.dropFirst(2) : digits
    guard local.count > 1, local[0] == 0 else { return false }
    return local.count == 10 ? [6, 8, 9].contains(local[1]) : local.count == 9 && (2...7).contains(local[1])
  }
}
