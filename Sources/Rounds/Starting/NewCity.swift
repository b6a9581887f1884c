import Foundation
import Vocabulary

/// A city as it is named on a command line: `Riverton=ริเวอร์ตัน`, its name in English and in Thai.
public struct NewCity: Hashable, Sendable {
  public let id: String
  public let name: LocalizedText
  public let country: String

  /// - Parameter text: The English name, and the Thai one behind `=`; without it the English one stands for both.
  /// - Parameter country: Two letters of ISO 3166-1; the id begins with them.
  /// - Returns: nil where the English name has no Latin letter or digit to make an id from.
  public init?(_ text: String, country: String) {
    let names = text.split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
    guard let english = names.first, let slug = Self.slug(english) else { return nil }
    id = "\(country.lowercased())-\(slug)"
    name = LocalizedText(english: english, thai: names.count > 1 && !names[1].isEmpty ? names[1] : english)
    self.country = country.uppercased()
  }

  static func isIDByte(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// Lower-case Latin letters without accents, and digits, joined by `-`.
  private static func slug(_ name: String) -> String? {
    let plain = name.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars
      .filter { !(0x0300...0x036F).contains($0.value) }
    let words = plain.split { !($0.isASCII && isIDByte(UInt8($0.value))) }.map { String(String.UnicodeScalarView($0)) }
    return words.isEmpty ? nil : words.joined(separator: "-")
  }
}
