import Vocabulary

/// The name of a report card: the round, and twelve digits of the digest of all that stands in it.
///
/// A run is named by everything that was sent. A card under the run's name would change whenever any city sends anything; under its
/// own it changes when something in it does, and two cards of one name are the same.
public enum Edition {
  /// Stands for the digits until the card is there to be counted over: as many characters, of those that no text has.
  public static let mark = String(repeating: "\u{E000}", count: digits)
  private static let digits = 12

  /// The digits, from the digest of the card with the mark in their place.
  public static func name(of digest: String) -> String { String(digest.prefix(digits)) }
}
