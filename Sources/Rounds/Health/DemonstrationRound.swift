import Foundation
import Vocabulary

/// A small round of fictional cities, run twice in a folder of its own: the program works here, and gives the same bytes.
struct DemonstrationRound {
  let workspace: Workspace

  init(_ workspace: Workspace) { self.workspace = workspace }

  func item() -> HealthCheck.Item {
    let folder = NSTemporaryDirectory() + "/gnlc-doctor-\(getpid())"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    do throws(RoundsError) {
      let sums = try ["a", "b"].map { part throws(RoundsError) in try run(in: "\(folder)/\(part)") }
      guard sums[0].text == sums[1].text else {
        return .init(
          subject: "demonstration round", state: .error, detail: "two runs of the same inputs differ",
          cure: "report this as a fault of gnlc")
      }
      return .init(
        subject: "demonstration round", state: .ok,
        detail: "3 fictional cities, \(sums[0].files) files, twice the same bytes", cure: "")
    } catch {
      return .init(subject: "demonstration round", state: .error, detail: error.message, cure: error.cure)
    }
  }

  private func run(in folder: String) throws(RoundsError) -> (files: Int, text: String) {
    try SyntheticWorkspace(cities: 3, years: 2).write(to: folder, from: workspace)
    let own = try Workspace(root: folder)
    guard let date = CalendarDate("2026-07-01") else { preconditionFailure("the first of July is a day") }
    let summary = try RoundRun(RoundName(programme: "demo", round: "2026"), in: own, date: date).run()
    let text = try own.text(of: "\(summary.folder)/\(Checksums.name)")
    return (text.split(separator: "\n").count, text)
  }
}
