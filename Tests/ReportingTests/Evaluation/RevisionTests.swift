import Catalogue
import Measurement
import Spreadsheets
import Testing
import Vocabulary

@testable import Reporting

/// Which figures count as revised, what is said of them, and what is not.
@Suite struct RevisionTests {
  private static let women = Breakdown([.init(dimension: "sex", code: "F")])
  private static let old = Breakdown([.init(dimension: "age", code: "Y65")])

  private struct Said {
    var city = 0
    var variable = 0
    var breakdown = Breakdown.total
    var year = 2023
    var value: Double?
    var status = ObservationStatus.normal
    var note: UInt32 = 0
  }

  /// - Parameter extra: Of the set's table alone, so that ids of two sets differ.
  private func set(_ said: [Said], extra: [Breakdown] = []) throws -> ObservationSet {
    let table = BreakdownTable(said.map(\.breakdown) + extra)
    return ObservationSet(
      observations: try said.map {
        Observation(
          key: .init(
            city: CityID($0.city), variable: VariableID($0.variable),
            breakdown: try #require(table.id(of: $0.breakdown)), period: try #require(TimePeriod.year($0.year))),
          value: $0.value, status: $0.status, note: $0.note,
          provenance: Provenance(source: SourceID(0), row: 1, column: 1))
      }.sorted { $0.key < $1.key }, breakdowns: table, notes: ["", "recount"],
      sources: [SourceFile(path: "Inputs/demo/2026/submissions/all.csv")])
  }

  /// 200 to 220 is +10 %, 50 to 40 is −20 %: −5 % in the mean, 15 % without the signs.
  private func example() throws -> Revisions {
    let earlier = try set([
      Said(value: 200), Said(breakdown: Self.women, value: 50), Said(variable: 1, value: 7),
      Said(variable: 2, value: 9),
      Said(variable: 3, value: nil, status: .missing), Said(city: 1, value: 0), Said(city: 2, value: 5),
    ])
    let now = try set(
      [
        Said(value: 220, note: 1), Said(breakdown: Self.women, value: 40), Said(variable: 1, value: 7),
        Said(variable: 2, value: nil, status: .notCollected), Said(variable: 3, value: 12), Said(city: 1, value: 3),
        Said(city: 1, year: 2024, value: 8),
      ], extra: [Self.old])
    return .between(earlier, now, suppression: Suppression(), cities: 3)
  }

  @Test func onlyWhatWasPublishedAndDiffersIsRevised() throws {
    let revisions = try example()
    #expect(revisions.list.map(\.before) == [200, 50, 9, 0])
    #expect(revisions.list.map(\.after) == [220, 40, nil, 3])
    #expect(revisions.list.map(\.note) == ["recount", "", "", ""])
    // A city that says nothing today revises nothing.
    #expect(revisions.published == [4, 1, 0])
  }

  @Test func statisticsByHand() throws {
    let revisions = try example()
    let first = RevisionFacts.Statistics(revisions.list.filter { $0.key.city == CityID(0) }, published: 4)
    #expect(first.revised == 2)
    #expect(first.withdrawn == 1)
    #expect(first.mean?.text == "-5.0")
    #expect(first.meanAbsolute?.text == "15.0")
    // Of a figure that was 0 there is no per cent.
    let second = RevisionFacts.Statistics(revisions.list.filter { $0.key.city == CityID(1) }, published: 1)
    #expect(second.revised == 1)
    #expect(second.mean == nil)
  }

  @Test func nothingIsToldWhereAFigureIsKeptBack() throws {
    let earlier = try set([Said(value: 100), Said(breakdown: Self.women, value: 40), Said(year: 2024, value: 10)])
    let now = try set([
      Said(value: 90), Said(breakdown: Self.women, value: nil, status: .suppressed), Said(year: 2024, value: 11),
    ])
    let revisions = Revisions.between(earlier, now, suppression: Suppression(), cities: 1)
    #expect(revisions.list.map(\.before) == [10])
    #expect(revisions.published == [1])
    // What the last round kept back is not shown either.
    let hidden = try set([Said(value: nil, status: .suppressed), Said(year: 2024, value: 10)])
    let later = try set([Said(value: 90), Said(year: 2024, value: 11)])
    #expect(Revisions.between(hidden, later, suppression: Suppression(), cities: 1).list.map(\.before) == [10])
  }

  private func results() throws -> RoundResults {
    var results = try SampleWorkbook.results(FictionalNetwork())
    var last = results.round
    last.id = "2025"
    let period = try #require(TimePeriod.year(2023))
    func key(_ city: Int) -> Observation.Key {
      .init(city: CityID(city), variable: VariableID(0), period: period)
    }
    results.lastRound = .init(
      round: last, method: results.catalogue.method, changes: [],
      revisions: Revisions(
        list: [
          Revision(key: key(0), before: 0.1, after: 0.3, status: .normal, note: "=recount"),
          Revision(key: key(1), before: 9, after: nil, status: .notCollected),
        ], published: [10, 5, 0, 0, 0]))
    return results
  }

  /// The page, its tables and the CSV file say the same, and none of it is there before a second round.
  @Test func pageTablesAndFileAgree() throws {
    let results = try results()
    for language in Language.allCases {
      let workbook = EvaluationWorkbook.build(results, language: language)
      let page = try workbook.sheet(SheetNames.revisions)
      #expect(page.text(row: 3, column: 1)?.contains("200.0 %") == true)
      #expect(page.texts.contains { $0.text == (language == .thai ? "เมือง: =recount" : "city: =recount") })
      let table = try #require(try workbook.sheet(SheetNames.revisedFigures).table)
      #expect(try table.numbers("change") == [0.2, nil])
      #expect(try table.numbers("change_pct") == [200, nil])
      let cities = try #require(try workbook.sheet(SheetNames.revisionCities).table)
      #expect(try cities.texts("city_id") == ["all", "xx-a", "xx-b"])
      #expect(try cities.numbers("published") == [15, 10, 5])
      #expect(try cities.numbers("revised") == [1, 1, 0])
      #expect(try cities.numbers("withdrawn") == [1, 0, 1])
      for line in 2...5 {
        #expect(TextLimits.length(try #require(page.text(row: line, column: 1))) <= (line == 3 ? 75 : 110))
      }
    }
    var rows: [[Substring]] = []
    RevisionsCSV.table(results).forEachPiece { bytes in
      rows += String(decoding: bytes, as: UTF8.self).split(separator: "\r\n").map {
        $0.split(separator: ",", omittingEmptySubsequences: false)
      }
    }
    #expect(rows.count == 3)
    #expect(rows[1][8...10] == ["2025", "0.1", "0.3"])
    #expect(rows[1][13...14] == ["0.2", "200.0"])
    #expect(rows[2][9...10] == ["9", ""])
    #expect(!rows[1][15].hasPrefix("="))

    let first = try SampleWorkbook.workbook(FictionalNetwork())
    #expect(!first.sheets.contains { $0.name == SheetNames.revisions || $0.name.hasPrefix("Table_revision") })
  }
}
