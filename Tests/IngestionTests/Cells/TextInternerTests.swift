import Testing

@testable import Ingestion

@Suite struct TextInternerTests {
  private static let texts: [String] =
    (0..<60).flatMap { length in
      let stem = String(repeating: "x", count: length)
      return [stem + "a", stem + "b", "a" + stem, "b" + stem, stem + "ก"]
    } + (0..<3000).map { "xx-\($0)" }

  private func numbers(_ interner: inout TextInterner) -> [Int] {
    Self.texts.map { text in
      var text = text
      return text.withUTF8 { interner.lastNumber(ifSame: $0) ?? interner.number(of: $0) }
    }
  }

  /// Texts of all lengths that differ in one letter have numbers of their own, which stay theirs however many come after.
  @Test func everyTextKeepsItsNumber() {
    var interner = TextInterner()
    let first = numbers(&interner)
    #expect(numbers(&interner) == first)
    #expect(Set(first).count == Set(Self.texts).count)
    for (text, number) in zip(Self.texts, first) {
      #expect(number > 0)
      #expect(interner.texts[number] == text)
    }
    var text = Self.texts[7]
    let number = text.withUTF8 { interner.number(of: $0) }
    #expect(text.withUTF8 { interner.lastNumber(ifSame: $0) } == number)
    var other = Self.texts[8]
    #expect(other.withUTF8 { interner.lastNumber(ifSame: $0) } == nil)
  }
}
