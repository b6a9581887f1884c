import Foundation
import GNLCTestSupport
import Rounds
import Testing
import Vocabulary

/// The SDMX-CSV files of a published round hold what the plain ones hold, row by row; kept back there is kept back here.
@Suite struct SDMXFileTests {
  private typealias Row = [String: String]

  /// Header and rows. Notes, which may stand between quotation marks, are the last column of the one file and not asked for in the other.
  private func read(_ path: String) throws -> (names: [String], rows: [Row]) {
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\r\n")
    let names = try #require(lines.first).split(separator: ",").map(String.init)
    let rows = lines.dropFirst().map { line -> Row in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      return Dictionary(zip(names, cells)) { first, _ in first }
    }
    return (names, rows)
  }

  @Test func holdTheRowsOfThePlainFiles() throws {
    let folder = try RoundTests.Folder()
    let source = try Workspace(root: Repository.path(""))
    try SyntheticWorkspace(cities: 4, years: 5).write(to: "\(folder.path)/ws", from: source)
    let workspace = try Workspace(root: "\(folder.path)/ws")
    _ = try RoundRun(RoundName(programme: "demo", round: "2026"), in: workspace, date: try #require(RoundTests.date))
      .run()
    let reports = workspace.absolute("Reports/demo/2026")
    var keptBack: Set<String> = []
    for (name, subject, last) in [
      ("indicators", "INDICATOR", "DECIMALS"), ("observations", "VARIABLE", "COMMENT_OBS"),
    ] {
      let plain = try read("\(reports)/\(name).csv").rows
      let (names, rows) = try read("\(reports)/\(name).sdmx.csv")
      #expect(
        names == [
          "STRUCTURE", "STRUCTURE_ID", "ACTION", "REF_AREA", subject, "SEX", "AGE", "COMPOSITE_BREAKDOWN",
          "TIME_PERIOD", "OBS_VALUE", "OBS_STATUS", "CONF_STATUS", "UNIT_MEASURE", "UNIT_MULT", last,
        ])
      try #require(rows.count == plain.count && rows.count > 1000)
      for (row, same) in zip(rows, plain) {
        #expect(row["STRUCTURE"] == "dataflow")
        #expect(row["STRUCTURE_ID"] == "GNLC:\(name.uppercased())(1.0.0)")
        #expect(row["ACTION"] == "I" && row["UNIT_MULT"] == "0")
        #expect(row["REF_AREA"] == same["CITY"])
        for column in [subject, "SEX", "AGE", "TIME_PERIOD", "OBS_STATUS", "CONF_STATUS", "UNIT_MEASURE"] {
          #expect(row[column] == same[column], "\(same)")
        }
        #expect((row["COMPOSITE_BREAKDOWN"] == "_T") == (same["BREAKDOWN"] == ""))
        let value = try #require(same["OBS_VALUE"])
        #expect(row["OBS_VALUE"] == (value.isEmpty ? "NaN" : value), "\(same)")
        if row["OBS_STATUS"] == "Q" {
          #expect(row["OBS_VALUE"] == "NaN")
          keptBack.insert(try #require(row["CONF_STATUS"]))
        }
        if name == "indicators" { #expect(row["DECIMALS"] == same["DECIMALS"]) }
      }
    }
    #expect(keptBack.isSuperset(of: ["A", "N"]), "the example has nothing to keep back")
    #expect(!keptBack.contains("F"))
  }
}
