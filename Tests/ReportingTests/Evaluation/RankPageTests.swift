import Normalisation
import Spreadsheets
import Testing
import Vocabulary

@testable import Reporting

/// The page of groups: what is drawn is what the table says.
@Suite struct RankPageTests {
  private static let strip = 6

  /// The places that are tinted in a row, and the dark one.
  private func bar(_ sheet: Sheet, row: Int, bins: Int) -> (interval: [Int], median: [Int]) {
    var fills: [Int: Colour] = [:]
    for cell in sheet.cells where cell.address.row == row {
      let column = cell.address.column - Self.strip
      if (0..<bins).contains(column) { fills[column] = cell.format.fill }
    }
    let tinted = fills.filter { $0.value == Palette.heat[3] || $0.value == Palette.navy }.keys.sorted()
    return (tinted, fills.filter { $0.value == Palette.navy }.keys.sorted())
  }

  @Test(arguments: [12, 30]) func barsAreTheIntervals(_ cities: Int) throws {
    let network = FictionalNetwork(cities: cities, absent: 0, held: 0)
    let results = try SampleWorkbook.results(network)
    let overall = try #require(results.robustness).overall
    let sheet = try SampleWorkbook.workbook(network).sheet(SheetNames.rankGroups)
    #expect(overall.ranked == cities, "the sample wants as many places as columns")
    var found = 0
    for standing in overall.standings {
      let name = results.registry[standing.city].name.english
      let row = try #require(
        sheet.texts.first { $0.address.column == 1 && ($0.text + " ").hasPrefix(name + " ") }?.address.row)
      let interval = try #require(standing.interval)
      #expect(sheet.text(row: row, column: 2) == RankPage.text(interval))
      let bar = bar(sheet, row: row, bins: cities)
      #expect(bar.interval == Array(interval.low - 1...interval.high - 1), "\(name)")
      #expect(bar.median == [interval.median - 1], "\(name)")
      found += 1
    }
    #expect(found == cities)
    let bands = sheet.texts.filter { $0.address.column == 1 && $0.text.hasPrefix("Group ") }
    #expect(bands.count == overall.groups)
  }

  /// More cities than columns: each column stands for several places, and none is left out.
  @Test func manyPlacesShareAColumn() throws {
    let network = FictionalNetwork(cities: 90, absent: 0, held: 0)
    let results = try SampleWorkbook.results(network)
    let sheet = RankPage.sheet(try SampleWorkbook.context(network))
    let overall = try #require(results.robustness).overall
    let last = try #require(overall.standings.last { $0.interval != nil })
    let name = results.registry[last.city].name.english
    let row = try #require(
      sheet.texts.first { $0.address.column == 1 && ($0.text + " ").hasPrefix(name + " ") }?.address.row)
    #expect(bar(sheet, row: row, bins: 40).interval.last == (last.interval.map { ($0.high - 1) * 40 / overall.ranked }))
    #expect(sheet.print.repeatRows == 7...8)
  }

  @Test func reasonsStandWhereThereAreNoPlaces() throws {
    let few = FictionalNetwork()
    let sheet = try SampleWorkbook.workbook(few).sheet(SheetNames.rankGroups)
    #expect(sheet.text(row: 3, column: 1) == "Fewer than 5 cities have a score: no places are given")
    #expect(sheet.texts.contains { $0.text == "Too few cities have a score" })
    var off = try SampleWorkbook.results(few)
    off.robustness = nil
    let page = RankPage.sheet(EvaluationContext(off, language: .english))
    #expect(page.text(row: 3, column: 1) == "The method of this round asks for no places")
    let table = try #require(CSVSet.tables(off).first { $0.name == "robustness" })
    var csv = CSVWriter(continuationWithColumns: table.fields.count)
    table.part(0, &csv)
    #expect(csv.bytes.isEmpty)
  }
}
