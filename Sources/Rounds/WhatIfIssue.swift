import Foundation
import Reporting
import Spreadsheets
import Vocabulary

/// Writes the what-if workbook of one city: the round is computed, not published.
public struct WhatIfIssue {
  let workspace: Workspace
  let date: CalendarDate

  public init(workspace: Workspace, date: CalendarDate) {
    self.workspace = workspace
    self.date = date
  }

  /// - Parameters:
  ///   - round: `programme/round`; nil for the open round that has the city.
  ///   - path: Of the new file; nil for `what-if-<city>-<round>.xlsx` in the current folder. A file that is there is not touched.
  /// - Returns: The path.
  /// - Throws: `noInput` where a name leads nowhere or the city's scores cannot be computed from its own figures.
  public func write(
    city: String, round: String?, language: Language, to path: String?
  ) throws(RoundsError) -> String {
    let name = try RoundSelection(workspace: workspace).round(of: city, named: round)
    let results = try RoundRun(name, in: workspace, date: date).compute()
    guard let id = results.registry.id(of: city) else {
      throw RoundsError.unknown("city of \(name.programme)", city, among: results.registry.cities.map(\.id))
    }
    guard results.reportingCities.contains(id) else {
      throw RoundsError(
        .noInput, "\(city) has no figures in \(name)",
        cure: "put its submission into the round, or name a city that reports")
    }
    guard let workbook = WhatIfWorkbook.build(results, city: id, language: language) else {
      throw RoundsError(
        .noInput, "the scores of \(name) cannot be followed by the formulas of a spreadsheet",
        cure:
          "they can with fixed bounds, an arithmetic mean, and neither outlier treatment, imputation nor screening: method.yaml"
      )
    }
    let path = path ?? "what-if-\(city)-\(results.round.id).xlsx"
    do throws(XLSXWritingError) {
      try XLSXWriter.write(workbook, toPath: path)
    } catch {
      throw RoundsError(
        .cannotCreate, "\(path) cannot be written: \(error)",
        cure: "move away what is there, or name another file with --out")
    }
    return path
  }
}
