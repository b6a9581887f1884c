/// The time of the measured work alone, without start-up and preparation, and counts that show that the work was done.
struct Measurement {
  var seconds: Double
  var counts: [(name: String, count: Int)]

  /// Times `work`, which returns the counts.
  static func of(_ work: () throws -> [(name: String, count: Int)]) rethrows -> Measurement {
    let clock = ContinuousClock()
    let start = clock.now
    let counts = try work()
    return Measurement(seconds: (clock.now - start) / .seconds(1), counts: counts)
  }

  var json: String {
    let fields = ["\"seconds\": \(seconds)"] + counts.map { "\"\($0.name)\": \($0.count)" }
    return "{" + fields.joined(separator: ", ") + "}"
  }
}
