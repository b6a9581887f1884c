import Catalogue
import Normalisation
import Spreadsheets
import Testing
import Vocabulary

@testable import Reporting

/// The page that calculates: what it holds is what the engine says, and what it reveals is what is published.
@Suite struct WhatIfTests {
  private static let network = FictionalNetwork(cities: 14, absent: 2, held: 2)

  private func facts() throws -> (results: RoundResults, facts: WhatIfFacts) {
    let results = try SampleWorkbook.results(Self.network)
    return (results, try #require(WhatIfFacts(results)))
  }

  @Test func everyNodeHasTheScoreOfTheRound() throws {
    let results = try SampleWorkbook.results(Self.network)
    for city in results.reportingCities {
      let facts = try #require(WhatIfFacts(results, city: city))
      let framework = results.catalogue.frameworks[results.framework]
      for row in facts.rows where row.indicator == nil {
        let score = results.current.score(city, results.framework, framework.node(withCode: row.code))
        #expect(row.score == score.score, "\(row.code)")
        #expect(row.coverage == score.coverage, "\(row.code)")
      }
      for row in facts.rows {
        guard let indicator = row.indicator else { continue }
        #expect(row.score == results.current.entry(city, indicator.id)?.score, "\(row.code)")
      }
    }
  }

  /// Neither the best nor the worst: nobody is singled out.
  @Test func theCityIsTheOneNearestTheMean() throws {
    let (results, facts) = try facts()
    let scores = results.reportingCities.compactMap { results.current.overall($0, framework: results.framework).score }
    let mean = scores.reduce(0, +) / Double(scores.count)
    let nearest = try #require(scores.map { abs($0 - mean) }.min())
    #expect(abs(try #require(facts.overall.score) - mean) == nearest)
    var named = results
    let other = try #require(results.reportingCities.first { $0 != facts.city })
    named.round.whatIf = results.registry[other].id
    #expect(WhatIfFacts(named)?.city == other)
    // A city that sent nothing can be shown to nobody.
    let silent = try #require(results.outcomes.first { $0.kind == .notReceived })
    named.round.whatIf = results.registry[silent.city].id
    #expect(WhatIfFacts(named)?.city == facts.city)
  }

  /// What depends on other cities cannot be followed with one city's figures.
  @Test func noPageWhereTheMethodLooksAtOthers() throws {
    let results = try SampleWorkbook.results(Self.network)
    var method = results.catalogue.method
    #expect(method.isRecalculable)
    method.normalisation.name = .minmax
    #expect(!method.isRecalculable)
    method = results.catalogue.method
    method.aggregation.name = .geometric
    #expect(!method.isRecalculable)
    method = results.catalogue.method
    method.screening = .init(minimumAvailability: 0.5, minimumNonZero: 0)
    #expect(!method.isRecalculable)
  }

  private func page(_ language: Language = .english) throws -> Sheet {
    try SampleWorkbook.workbook(Self.network, language: language).sheet(SheetNames.whatIf)
  }

  private func cells(_ sheet: Sheet) -> [CellAddress: SheetCell] {
    Dictionary(sheet.cells.map { ($0.address, $0) }, uniquingKeysWith: { $1 })
  }

  /// Nobody's text is in a formula, and every formula has the result that the round published.
  @Test func formulasHoldWhatWasPublished() throws {
    let (results, facts) = try facts()
    let cells = cells(try page())
    var formulas = 0
    for (position, row) in facts.rows.enumerated() {
      func content(_ column: WhatIfColumn) -> CellContent? {
        cells[CellAddress(row: WhatIfPage.firstRow + position, column: column.rawValue)]?.content
      }
      guard case .formula(let score, let cached) = content(.newScore) else {
        Issue.record("no formula for \(row.code)")
        continue
      }
      formulas += 1
      #expect(score.wholeMatch(of: /=[A-Z0-9():,+\-*\/<>=.$" –]+/) != nil, "\(score)")
      let missing = row.indicator == nil ? WhatIfPage.noScore : ""
      #expect(cached == row.score.map { .number($0) } ?? .text(missing), "\(row.code)")
      if case .formula(_, let change) = content(.change) {
        #expect(change == (row.score == nil ? .text("") : .number(0)))
      }
    }
    #expect(formulas == facts.rows.count)
    let city = results.registry[facts.city].name.english
    for case .formula(let formula, _) in cells.values.map(\.content) { #expect(!formula.contains(city)) }
  }

  /// What may be changed is unlocked and looks like it; the rest resists.
  @Test func inputsAreUnlockedAndMarked() throws {
    let (_, facts) = try facts()
    let sheet = try page()
    #expect(sheet.protection != nil)
    let unlocked = cells(sheet).values.filter { !$0.format.locked }
    for cell in unlocked {
      #expect(cell.format.fill == Palette.input)
      if case .formula = cell.content { Issue.record("an unlocked formula at \(cell.address)") }
    }
    let values = unlocked.filter { $0.address.column == WhatIfColumn.value.rawValue }
    // One for each indicator, and the minimum coverage.
    #expect(values.count == facts.rows.count { $0.indicator != nil && $0.indicator?.first == nil } + 1)
    #expect(!sheet.validations.isEmpty)
  }

  /// What is kept back is a sign here as everywhere, and its cell is empty.
  @Test func keptBackValuesStayHidden() throws {
    let (_, facts) = try facts()
    let cells = cells(try page())
    var missing = 0
    for (position, row) in facts.rows.enumerated() {
      guard let indicator = row.indicator, indicator.value == nil else { continue }
      missing += 1
      let row = WhatIfPage.firstRow + position
      #expect(cells[CellAddress(row: row, column: WhatIfColumn.value.rawValue)]?.content == .blank)
      guard case .text(let sign) = cells[CellAddress(row: row, column: WhatIfColumn.published.rawValue)]?.content else {
        Issue.record("a number at row \(row + 1)")
        continue
      }
      #expect(sign.hasPrefix("["))
    }
    #expect(missing > 0)
  }

  /// Digit for digit: the table's published numbers are those of the CSV files, and the unrounded ones round to them.
  @Test func theTableIsWhatTheFilesSay() throws {
    let (results, facts) = try facts()
    let table = try #require(
      try SampleWorkbook.workbook(Self.network).sheet(SheetNames.whatIfFigures).table)
    let id = results.registry[facts.city].id
    let values = try SampleCSV.fields(
      Self.network, "indicators", key: ["CITY", "INDICATOR", "SEX", "AGE", "TIME_PERIOD"], value: "OBS_VALUE")
    let scores = try SampleCSV.fields(
      Self.network, "scores", key: ["CITY", "FRAMEWORK", "NODE", "REFERENCE_YEAR"], value: "SCORE")
    let ids = try table.texts("indicator_id")
    var compared = 0
    for (row, period) in try table.numbers("period").enumerated() {
      guard let period else { continue }
      let indicator = try #require(results.catalogue.indicatorID(ids[row]))
      let decimals = results.catalogue.unit(of: indicator).decimals
      let printed = SampleCSV.digits(try table.numbers("value")[row], decimals)
      #expect(values[[id, ids[row], "_T", "_T", "\(Int(period))"]] == printed)
      #expect(SampleCSV.digits(try table.numbers("value_unrounded")[row], decimals) == printed)
      #expect(
        scores[[id, "all", ids[row], "2025"]] == SampleCSV.digits(try table.numbers("score")[row], 1), "\(ids[row])")
      compared += 1
    }
    #expect(compared > 20)
    for (row, code) in try table.texts("code").enumerated() where ids[row].isEmpty {
      let printed = SampleCSV.digits(try table.numbers("score")[row], 1)
      #expect(scores[[id, "key-features", code == "all" ? "overall" : code, "2025"]] == printed, "\(code)")
      #expect(SampleCSV.digits(try table.numbers("score_unrounded")[row], 1) == printed)
    }
  }

  @Test func aWorkbookForAnyCity() throws {
    let results = try SampleWorkbook.results(Self.network)
    for language in Language.allCases {
      for city in results.reportingCities.prefix(3) {
        let workbook = try #require(WhatIfWorkbook.build(results, city: city, language: language))
        #expect(workbook.sheets.map(\.name) == [SheetNames.whatIf, SheetNames.whatIfFigures])
        let name = results.registry[city].name[language]
        #expect(workbook.sheets[0].text(row: 2, column: 1)?.contains(name) == true)
      }
    }
  }
}
