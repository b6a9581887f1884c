import ArgumentParser
import Foundation
import Vocabulary

/// The day of a run: `--as-of`, else `SOURCE_DATE_EPOCH`, else the clock. The clock is read here and nowhere else.
struct RunDateOption: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The day of the run, yyyy-mm-dd.",
      discussion: "Without it: $SOURCE_DATE_EPOCH, else today in UTC. The same day and inputs give the same bytes.",
      valueName: "date"))
  var asOf: String?

  func date() throws -> CalendarDate {
    if let asOf {
      guard let date = CalendarDate(asOf) else {
        throw ValidationError("--as-of wants a date such as 2026-11-22, not \(asOf)")
      }
      return date
    }
    if let epoch = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"] {
      guard let seconds = Int(epoch) else {
        throw ValidationError("SOURCE_DATE_EPOCH is no number of seconds: \(epoch)")
      }
      return CalendarDate(secondsSince1970: seconds)
    }
    return CalendarDate(secondsSince1970: Int(Date().timeIntervalSince1970))
  }
}
