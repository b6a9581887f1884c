import Testing
import Vocabulary

@testable import Ingestion

@Suite struct IntakeTests {
  let sample: Sample
  private let header = "CITY,VARIABLE,TIME_PERIOD,OBS_VALUE,OBS_STATUS\n"

  init() throws { sample = try Sample() }

  private func source(_ rows: String, named name: String = "source.csv") throws -> IngestedFile {
    try sample.mapped(
      "city: {column: city}\nperiod: {column: year}\nvalue: value\nvariable: {column: series}",
      "city,series,year,value\n" + rows, named: name)
  }

  /// Two files that speak for a city: nobody knows which one counts.
  @Test func twoSubmissionsForOneCity() throws {
    let files = [
      try sample.tidy(header + "th-phayao,adults,2025,5,", named: "phayao.csv"),
      try sample.tidy(header + "th-phayao,libraries,2025,2,", named: "phayao-new.csv"),
      try sample.tidy(header + "th-satun,adults,2025,7,", named: "satun.csv"),
    ]
    let outcome = sample.merge(files)
    #expect(sample.lines(outcome) == ["th-satun adults 2025 = 7 (A)"])
    #expect(outcome.refused == [0, 1])
    #expect(outcome.findingCodes == ["R001", "R001"])
    #expect(outcome.findings[0].details["files"] == "submissions/phayao.csv, submissions/phayao-new.csv")
    #expect(outcome.accounts.map(\.rejected) == [1, 1, 0])
  }

  @Test func severalCitiesInOneSubmission() throws {
    let outcome = sample.merge([try sample.tidy(header + "th-phayao,adults,2025,5,\nth-satun,adults,2025,6,")])
    #expect(outcome.observations.observations.isEmpty)
    #expect(outcome.findingCodes == ["R004"])
    #expect(outcome.findings[0].details["cities"] == "th-phayao, th-satun")
    #expect(outcome.accounts[0].rejected == 2)
  }

  /// A table sorted by year speaks of every city in many places.
  @Test func citiesByTurns() throws {
    let years = [2023, 2024, 2025]
    let rows = years.flatMap { ["th-satun,adults,\($0),7", "th-phayao,adults,\($0),5"] }
    let outcome = sample.merge([
      try source(rows.joined(separator: "\n")), try source("th-phayao,libraries,2025,2\n", named: "other.csv"),
    ])
    #expect(
      sample.lines(outcome)
        == ["th-phayao adults 2023 = 5 (A)", "th-phayao adults 2024 = 5 (A)", "th-phayao adults 2025 = 5 (A)"]
        + ["th-phayao libraries 2025 = 2 (A)"]
        + ["th-satun adults 2023 = 7 (A)", "th-satun adults 2024 = 7 (A)", "th-satun adults 2025 = 7 (A)"])
    #expect(outcome.observations.observations.map(\.provenance.source.index) == [0, 0, 0, 1, 0, 0, 0])
    #expect(outcome.observations.observations.map(\.provenance.row) == [2, 4, 6, 1, 1, 3, 5])
  }

  @Test func nothingUsable() throws {
    #expect(sample.merge([try sample.tidy(header + "th-phayao,adults,2025,,")]).findingCodes == ["R006"])
    // Where an error says why, nothing more is said.
    #expect(sample.merge([try sample.tidy(header + "th-phayo,adults,2025,5,")]).findingCodes == ["C001"])
  }

  /// The same key twice in one file, with the same value and with another.
  @Test func doublesOfOneSide() throws {
    let file = try sample.tidy(
      header
        + "th-phayao,adults,2025,5,\nth-phayao,adults,2025,5,\nth-phayao,libraries,2025,2,\nth-phayao,libraries,2025,3,"
    )
    let outcome = sample.merge([file])
    #expect(sample.lines(outcome) == ["th-phayao adults 2025 = 5 (A)"])
    #expect(outcome.findingCodes == ["C041", "C040", "C040"])
    let conflicts = outcome.findings.filter { $0.code == "C040" }
    #expect(conflicts.map(\.origin.row) == [3, 4])
    #expect(conflicts[0].details == ["first": "3", "second": "2", "place": "D5"])
    #expect(conflicts[1].details == ["first": "2", "second": "3", "place": "D4"])
    #expect(outcome.accounts[0].observations == 1)
    #expect(outcome.accounts[0].rejected == 3)
  }

  /// Two sources that agree are one figure; two that differ are none.
  @Test func doublesOfTwoSources() throws {
    let files = [
      try source("th-phayao,adults,2024,5\nth-phayao,adults,2025,6", named: "a.csv"),
      try source("th-phayao,adults,2024,5\nth-phayao,adults,2025,7", named: "b.csv"),
    ]
    let outcome = sample.merge(files)
    #expect(sample.lines(outcome) == ["th-phayao adults 2024 = 5 (A)"])
    #expect(outcome.findingCodes.sorted() == ["C040", "C040", "C041"])
    #expect(outcome.accounts.map(\.observations) == [1, 0])
    #expect(outcome.accounts.map(\.rejected) == [1, 2])
  }

  /// The city's own word goes before a source's, whichever was read first; the accounts stay with their files.
  @Test(arguments: [false, true]) func submissionBeforeSource(_ sourceFirst: Bool) throws {
    let own = try sample.tidy(header + "th-phayao,adults,2025,5,P")
    let other = try source("th-phayao,adults,2025,6\nth-phayao,adults,2024,4")
    let outcome = sample.merge(sourceFirst ? [other, own] : [own, other])
    #expect(sample.lines(outcome) == ["th-phayao adults 2024 = 4 (A)", "th-phayao adults 2025 = 5 (P)"])
    #expect(outcome.findingCodes == ["C042"])
    #expect(outcome.findings[0].origin.file == "sources/source.csv")
    #expect(outcome.findings[0].details["first"] == "5")
    let accounts = sourceFirst ? Array(outcome.accounts.reversed()) : outcome.accounts
    #expect(accounts.map(\.observations) == [1, 1])
    #expect(accounts.map(\.rejected) == [0, 1])
  }

  /// A city that contradicts itself is not overruled by a source.
  @Test func contradictionBesideSource() throws {
    let own = try sample.tidy(header + "th-phayao,adults,2025,5,\nth-phayao,adults,2025,6,")
    let outcome = sample.merge([own, try source("th-phayao,adults,2025,5")])
    #expect(outcome.observations.observations.isEmpty)
    #expect(outcome.findingCodes == ["C040", "C040", "C040"])
    #expect(outcome.accounts.map(\.rejected) == [2, 1])
  }

  /// Breakdowns and notes get numbers of the round; the order of files does not matter.
  @Test func orderOfFilesDoesNotMatter() throws {
    let a = try sample.tidy(
      "CITY,VARIABLE,SEX,TIME_PERIOD,OBS_VALUE,NOTE\nth-phayao,adults,M,2025,5,five", named: "a.csv")
    let b = try sample.tidy(
      "CITY,VARIABLE,SEX,TIME_PERIOD,OBS_VALUE,NOTE\nth-satun,adults,F,2025,6,six", named: "b.csv")
    let forward = sample.merge([a, b])
    let backward = sample.merge([b, a])
    #expect(sample.lines(forward) == ["th-phayao adults sex=M 2025 = 5 (A)", "th-satun adults sex=F 2025 = 6 (A)"])
    #expect(sample.lines(forward) == sample.lines(backward))
    for outcome in [forward, backward] {
      let set = outcome.observations
      #expect(set.observations.map { set.notes[Int($0.note)] } == ["five", "six"])
    }
  }

  /// A thousand doubles are counted, not listed.
  @Test func manyDoubles() throws {
    let rows = (0..<300).map { "th-phayao,adults,2025,\($0)" }.joined(separator: "\n")
    let outcome = sample.merge([try source(rows)])
    #expect(outcome.findingCodes.filter { $0 == "C040" }.count == 200)
    #expect(outcome.findings.last?.details == ["code": "C040", "count": "300", "listed": "200"])
    #expect(outcome.accounts[0].rejected == 300)
  }
}
