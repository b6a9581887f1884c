import Spreadsheets
import Testing

@testable import Reporting

/// Beyond a hundred reporting cities the long tables hold what the pages show, and say so.
@Suite struct LargeNetworkTests {
  private func sheet(_ name: String, cities: Int) throws -> Sheet {
    var network = FictionalNetwork()
    network.cities = cities
    return try #require(try SampleWorkbook.workbook(network).sheets.first { $0.name == name })
  }

  @Test(arguments: [SheetNames.changes, SheetNames.values, SheetNames.verdicts])
  func longTablesAreExcerpts(_ name: String) throws {
    let small = try sheet(name, cities: 14)
    let large = try sheet(name, cities: 140)
    let rows = (small: try #require(small.table).rowCount, large: try #require(large.table).rowCount)
    #expect(rows.large < rows.small * 2, "ten times the cities, not ten times the rows")
    let excerpt = "More than 100 cities report"
    #expect(try #require(large.text(row: 2, column: 0)).contains(excerpt))
    #expect(try !#require(small.text(row: 2, column: 0)).contains(excerpt))
  }

  /// Every row of the change page is a row of Table_5 and has its value in Table_7.
  @Test func whatThePagesShowIsThere() throws {
    let changes = try #require(try sheet(SheetNames.changes, cities: 140).table)
    let values = try #require(try sheet(SheetNames.values, cities: 140).table)
    #expect(changes.rowCount > 0)
    #expect(changes.rowCount <= ChangeFacts.mostShown)
    #expect(values.rowCount >= changes.rowCount, "benchmarks come on top")
  }
}
