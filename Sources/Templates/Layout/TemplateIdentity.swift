import Vocabulary

/// What a template says of itself. It stands in three places: the hidden sheet, the file's properties, and a visible line; files
/// lose one or the other on their way.
public struct TemplateIdentity: Hashable, Sendable {
  public var version: Int
  public var city: String
  /// `demo/2026`.
  public var round: String

  /// The version that this program writes.
  public static let currentVersion = 1

  init(version: Int = currentVersion, city: String, round: String) {
    self.version = version
    // Ids are lower case everywhere; a hand that copies the visible line may not be.
    self.city = city.lowercased()
    self.round = round.lowercased()
  }

  init(_ request: TemplateRequest) {
    self.init(city: request.city.id, round: "\(request.programme.id)/\(request.round.id)")
  }

  // MARK: The visible line

  private static let mark = "gnlc-template"

  /// `gnlc-template 1 · demo/2026 · xx-a`.
  var line: String { "\(Self.mark) \(version) · \(round) · \(city)" }

  /// Whether a text can be such a line at all, told by the bytes of its points: they are cheaper to look at than the whole form.
  static func mayBeLine(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    zip(text, text.dropFirst()).contains { $0 == (0xC2, 0xB7) || $0 == (0xCE, 0x87) }
  }

  init?(line: String) {
    let pieces = FoldedText.of(line).split(separator: "·").map { $0.split(separator: " ").map(String.init) }
    guard pieces.count == 3, pieces[0].count == 2, pieces[0][0] == Self.mark, let version = Int(pieces[0][1]),
      pieces[1].count == 1, pieces[2].count == 1
    else { return nil }
    self.init(version: version, city: pieces[2][0], round: pieces[1][0])
  }

  // MARK: Properties

  enum Property {
    static let version = "gnlc_template_version"
    static let city = "gnlc_city_id"
    static let round = "gnlc_round"
    static let checksum = "gnlc_template_sha256"
    static let framework = "gnlc_framework"
  }

  init?(properties: [String: String]) {
    guard let version = properties[Property.version].flatMap({ Int($0) }), let city = properties[Property.city],
      let round = properties[Property.round]
    else { return nil }
    self.init(version: version, city: city, round: round)
  }
}
