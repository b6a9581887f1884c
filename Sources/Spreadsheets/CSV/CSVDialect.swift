/// The delimiter of a CSV file. Quotes are always `"`, doubled inside a quoted field (RFC 4180).
public enum CSVDialect {
  static let candidates: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|")]

  /// The delimiter that cuts the first records into the same number of fields; commas where nothing does.
  ///
  /// A candidate is judged by the first record (the header) and by how many of the following agree with it. Delimiters inside
  /// quotes don't count.
  static func detectDelimiter(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt8 {
    var best = candidates[0]
    var bestScore = 0
    for candidate in candidates {
      let counts = delimiterCounts(bytes, candidate, records: 20)
      guard let header = counts.first, header > 0 else { continue }
      let agreeing = counts.count { $0 == header }
      let score = agreeing * 1000 / counts.count + min(header, 99)
      if score > bestScore {
        best = candidate
        bestScore = score
      }
    }
    return best
  }

  /// How often `delimiter` stands outside of quotes in each of the first records.
  private static func delimiterCounts(_ bytes: UnsafeBufferPointer<UInt8>, _ delimiter: UInt8, records: Int) -> [Int] {
    var counts: [Int] = []
    var count = 0
    var quoted = false
    var recordIsEmpty = true
    for byte in bytes.prefix(64 << 10) {
      if byte == UInt8(ascii: "\"") {
        quoted.toggle()
        recordIsEmpty = false
      } else if !quoted, byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        if !recordIsEmpty {
          counts.append(count)
          if counts.count == records { return counts }
        }
        count = 0
        recordIsEmpty = true
      } else {
        recordIsEmpty = false
        if !quoted, byte == delimiter { count += 1 }
      }
    }
    if !recordIsEmpty { counts.append(count) }
    return counts
  }
}
