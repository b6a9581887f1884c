/// Finds what names a person in a free text: e-mail addresses, telephone numbers, Thai identity numbers. Notes are published, so
/// the rule on notes asks the city to take it out, and until then ``masked(_:)`` keeps it out of every file.
public enum PersonalData {
  /// What tells of a person.
  public enum Kind: Sendable, CaseIterable {
    case address
    case identityNumber
    case telephone
  }

  /// What stands in the place of what was taken out. It has no language, and no program takes it for a formula.
  public static let mask = "***"

  /// What the text gives away first, or nil.
  public static func kind(in text: String) -> Kind? { isInnocent(text) ? nil : spans(in: Array(text)).first?.kind }

  /// The text with a mask for each address and number; other numbers, such as years, sums and letters of an office, stay.
  public static func masked(_ text: String) -> String {
    if isInnocent(text) { return text }
    let characters = Array(text)
    let spans = spans(in: characters)
    guard !spans.isEmpty else { return text }
    var result = ""
    var position = 0
    for span in spans {
      result += String(characters[position..<span.range.lowerBound]) + mask
      position = span.range.upperBound
    }
    return result + String(characters[position...])
  }

  /// Whether a look at the bytes is enough: Latin and Thai without a digit and without the sign of an address, as most notes are.
  private static func isInnocent(_ text: String) -> Bool {
    var bytes = text.utf8.makeIterator()
    while let byte = bytes.next() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "@"): return false
      case 0..<0x80: continue
      case 0xE0:
        // U+0E00 to U+0E7F; Thai digits are U+0E50 to U+0E59.
        guard let second = bytes.next(), let third = bytes.next(), second == 0xB8 || second == 0xB9,
          second != 0xB9 || !(0x90...0x99 ~= third)
        else { return false }
      default: return false
      }
    }
    return true
  }

  // MARK: Spans

  struct Span {
    var kind: Kind
    var range: Range<Int>
  }

  /// In order, without overlaps.
  static func spans(in text: [Character]) -> [Span] {
    let addresses = addresses(in: text)
    let taken = addresses.reduce(into: Set<Int>()) { $0.formUnion($1.range) }
    var spans = addresses
    for run in digitRuns(in: text) { spans += numbers(in: run, of: text) }
    return spans.filter { span in span.kind == .address || taken.isDisjoint(with: span.range) }
      .sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  // MARK: Addresses

  /// Text without spaces around an `@` whose right side is a domain; Thai that is written together with it goes, too.
  private static func addresses(in text: [Character]) -> [Span] {
    var spans: [Span] = []
    for (position, character) in text.enumerated() where character == "@" || character == "＠" {
      var start = position
      while start > spans.last?.range.upperBound ?? 0, isAddressCharacter(text[start - 1]) { start -= 1 }
      var end = position + 1
      while end < text.count, isAddressCharacter(text[end]) { end += 1 }
      while end > position + 1, !text[end - 1].isLetter, !text[end - 1].isNumber { end -= 1 }
      let domain = text[position + 1..<end].split(separator: ".", omittingEmptySubsequences: false)
      guard start < position, domain.count > 1, domain.allSatisfy({ !$0.isEmpty }),
        domain.last?.first?.isLetter ?? false
      else { continue }
      spans.append(Span(kind: .address, range: start..<end))
    }
    return spans
  }

  private static func isAddressCharacter(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || "._%+-'".contains(character)
  }

  // MARK: Numbers

  /// Digits without anything between them.
  private struct Group {
    var digits: [Int]
    var range: Range<Int>
    var hasPlus: Bool
  }

  /// Groups that stand as close as those of one number, in Thai or Arabic digits: `081-234 5678`, `(02) 123-4567`.
  private static func digitRuns(in text: [Character]) -> [[Group]] {
    var runs: [[Group]] = []
    var position = 0
    while position < text.count {
      guard text[position].decimalDigit != nil else {
        position += 1
        continue
      }
      let start = position
      while position < text.count, text[position].decimalDigit != nil { position += 1 }
      let group = Group(
        digits: text[start..<position].compactMap(\.decimalDigit), range: start..<position,
        hasPlus: start > 0 && "+＋".contains(text[start - 1]))
      if let last = runs.last?.last?.range.upperBound, !group.hasPlus, start - last <= 2,
        text[last..<start].allSatisfy({ "-–. ()\u{A0}".contains($0) })
      {
        runs[runs.count - 1].append(group)
      } else {
        runs.append([group])
      }
    }
    return runs
  }

  /// The longest stretches of whole groups that are a number of a person.
  private static func numbers(in run: [Group], of text: [Character]) -> [Span] {
    var spans: [Span] = []
    var first = 0
    while first < run.count {
      let found = stride(from: min(run.count, first + longestNumber), to: first, by: -1).lazy.compactMap {
        last -> (last: Int, span: Span)? in
        let groups = run[first..<last]
        guard let kind = kind(of: groups.flatMap(\.digits), hasPlus: run[first].hasPlus) else { return nil }
        var start = run[first].range.lowerBound
        if run[first].hasPlus { start -= 1 }
        if start > 0, text[start - 1] == "(" { start -= 1 }
        return (last, Span(kind: kind, range: start..<run[last - 1].range.upperBound))
      }.first
      if let found { spans.append(found.span) }
      first = found?.last ?? first + 1
    }
    return spans
  }

  /// Digits of the longest telephone number, and so groups of the longest number.
  private static let longestNumber = 15

  private static func kind(of digits: [Int], hasPlus: Bool) -> Kind? {
    if isIdentityNumber(digits) { return .identityNumber }
    return isTelephone(digits) || (hasPlus && (10...longestNumber).contains(digits.count)) ? .telephone : nil
  }

  /// Thirteen digits, the last of which checks the others: 11 − (Σ digit · (14 − place) mod 11), mod 10.
  static func isIdentityNumber(_ digits: [Int]) -> Bool {
    guard digits.count == 13, digits[0] != 0 else { return false }
    let sum = digits.prefix(12).enumerated().reduce(0) { $0 + $1.element * (13 - $1.offset) }
    return (11 - sum % 11) % 10 == digits[12]
  }

  /// 0x xxx xxxx of a landline, 0[689]x xxx xxxx of a mobile, or either with 66 in front.
  private static func isTelephone(_ digits: [Int]) -> Bool {
    let isForeign = digits.starts(with: [6, 6]) && digits.count > 9
    var local = isForeign ? Array(digits.dropFirst(2)) : digits
    // `+66 (0)81 …`
    if isForeign, local.first != 0 { local.insert(0, at: 0) }
    guard local.count > 1, local[0] == 0 else { return false }
    return local.count == 10 ? [6, 8, 9].contains(local[1]) : local.count == 9 && (2...7).contains(local[1])
  }
}

extension Character {
  fileprivate var decimalDigit: Int? {
    guard let digit = wholeNumberValue, (0...9).contains(digit), unicodeScalars.count == 1,
      unicodeScalars.first?.properties.numericType == .decimal
    else { return nil }
    return digit
  }
}
