/// The quality or absence of a value: SDMX `CL_OBS_STATUS`, whose letters are the raw values.
public enum ObservationStatus: UInt8, CaseIterable, Sendable {
  case normal = 65  // A
  case breakInSeries = 66  // B
  case differentDefinition = 68  // D
  case estimated = 69  // E
  case forecast = 70  // F
  case experimental = 71  // G
  case holiday = 72  // H
  case imputed = 73  // I
  case derogation = 74  // J
  case includedElsewhere = 75  // K
  case notCollected = 76  // L
  case notApplicable = 77  // M
  case notSignificant = 78  // N
  case missing = 79  // O
  case provisional = 80  // P
  case suppressed = 81  // Q
  case strike = 83  // S
  case lowReliability = 85  // U
  case unvalidated = 86  // V
  case includesAnother = 87  // W

  /// The SDMX letter.
  public var code: String { String(UnicodeScalar(rawValue)) }

  public init?(code: String) {
    guard code.utf8.count == 1, let byte = code.utf8.first else { return nil }
    self.init(rawValue: byte)
  }

  /// Whether an observation of this status carries a value. The others say why there is none.
  public var hasValue: Bool {
    switch self {
    case .holiday, .includedElsewhere, .notCollected, .notApplicable, .missing, .suppressed: false
    default: true
    }
  }

  /// SDMX's order of precedence when only one letter can be shown, the weightiest first.
  private static let precedence: [ObservationStatus] = [
    .breakInSeries, .missing, .notApplicable, .notCollected, .holiday, .suppressed, .derogation, .strike,
    .differentDefinition, .includedElsewhere, .includesAnother, .imputed, .forecast, .estimated, .provisional,
    .notSignificant, .lowReliability, .unvalidated, .experimental, .normal,
  ]

  private static let ranks: [UInt8] = {
    var ranks = [UInt8](repeating: 255, count: 256)
    for (rank, status) in precedence.enumerated() { ranks[Int(status.rawValue)] = UInt8(rank) }
    return ranks
  }()

  /// The status of a value derived from two others: the weightier of both.
  public func combined(with other: ObservationStatus) -> ObservationStatus {
    Self.ranks[Int(rawValue)] <= Self.ranks[Int(other.rawValue)] ? self : other
  }
}
