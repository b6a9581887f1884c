import Vocabulary

/// The outcome of understanding a code: found, declared to be none of ours, or a problem at a column.
enum CodeReading<Value> {
  case found(Value)
  case excluded(ExclusionReason, column: Int)
  case problem(FindingCode, column: Int, [String: String])
}

/// What texts were found to mean, by their numbers.
struct ReadingMemory<Value> {
  private var readings: [CodeReading<Value>?] = []

  subscript(number: Int) -> CodeReading<Value>? { number < readings.count ? readings[number] : nil }

  mutating func remember(_ number: Int, _ reading: CodeReading<Value>) -> CodeReading<Value> {
    while readings.count <= number { readings.append(nil) }
    readings[number] = reading
    return reading
  }
}
