import Vocabulary

/// The outcome of understanding a code: found, declared to be none of ours, or a problem at a column.
enum CodeReading<Value: Sendable>: Sendable {
  case found(Value)
  case excluded(ExclusionReason, column: Int)
  case problem(FindingCode, column: Int, [String: String])
}

/// What texts were found to mean, by their numbers. Meanings lie apart from the rare problems, so that looking one up copies
/// nothing else.
struct ReadingMemory<Value: Sendable>: Sendable {
  private var values: [Value?] = []
  private var others: [Int: CodeReading<Value>] = [:]

  subscript(number: Int) -> CodeReading<Value>? {
    if number < values.count, let value = values[number] { return .found(value) }
    return others.isEmpty ? nil : others[number]
  }

  mutating func remember(_ number: Int, _ reading: CodeReading<Value>) -> CodeReading<Value> {
    if case .found(let value) = reading {
      while values.count <= number { values.append(nil) }
      values[number] = value
      others[number] = nil
    } else {
      others[number] = reading
    }
    return reading
  }
}
