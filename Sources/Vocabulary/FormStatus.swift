/// The statuses that a form offers, each by a small letter.
public enum FormStatus {
  /// The letters of the drop-down, in its order.
  public static let letters = ["p", "e", "b", "c", "m", "a", "x"]

  /// What a letter means.
  public static let meanings: [String: ObservationStatus] = [
    "p": .provisional, "e": .estimated, "b": .breakInSeries, "c": .normal, "m": .missing, "a": .notApplicable,
    "x": .includedElsewhere,
  ]

  /// The letter by which a form knows a status; nil where it does not offer it.
  public static func letter(of status: ObservationStatus) -> String? {
    letters.first { meanings[$0] == status }
  }
}
