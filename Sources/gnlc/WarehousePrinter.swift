import Rounds

/// What became of a programme's warehouse, in words.
enum WarehousePrinter {
  /// - Parameter isQuiet: Only what somebody must know.
  static func tell(_ outcome: ProgrammeWarehouse.Outcome, isQuiet: Bool) {
    switch outcome.action {
    case .failed:
      Console.message(
        "gnlc: the round is published, and \(outcome.path) is not up to date: \(outcome.reason)\n  \(outcome.cure)")
    case .remade: Console.message("\(outcome.path) was made anew: \(outcome.reason)")
    case .made, .updated:
      if !isQuiet { Console.output("  warehouse \(outcome.path), \(rounds(outcome.rounds))") }
    case .unchanged: break
    }
    if !outcome.leftOut.isEmpty {
      Console.message(
        "\(outcome.path) leaves out \(rounds(outcome.leftOut)): published by an earlier version or with --only, without all files that it needs; gnlc run publishes them"
      )
    }
  }

  static func rounds(_ names: [String]) -> String {
    "\(names.count == 1 ? "round" : "rounds") \(names.joined(separator: ", "))"
  }
}
