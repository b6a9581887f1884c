/// Answers of a function that is asked the same few questions again and again, from any thread. The function's own values are the
/// only ones that come out, so that it stays a function.
public final class Remembered<Question: Hashable & Sendable, Answer: Sendable>: Sendable {
  private let answers = Guarded<[Question: Answer]>([:])

  public init() {}

  /// What is remembered, else what `work` gives now.
  public func answer(to question: Question, _ work: () -> Answer) -> Answer {
    if let known = answers.withLock({ $0[question] }) { return known }
    // Two threads may both compute it: they come to the same.
    let answer = work()
    answers.withLock { $0[question] = answer }
    return answer
  }
}
