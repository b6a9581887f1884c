import Spreadsheets
import Testing

/// What the library takes without a word and Excel repairs.
@Suite struct TableAndChartRulesTests {
  struct TableCase: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var kind: WorkbookFault.Kind
    var change: @Sendable (inout DataTable) -> Void

    init(_ name: String, _ kind: WorkbookFault.Kind, _ change: @escaping @Sendable (inout DataTable) -> Void) {
      testDescription = name
      self.kind = kind
      self.change = change
    }
  }

  private func fault(_ workbook: Workbook) throws -> WorkbookFault.Kind? {
    let folder = try ScratchFolder()
    do throws(XLSXWritingError) {
      try XLSXWriter.write(workbook, toPath: folder.path("a.xlsx"))
      return nil
    } catch {
      guard case .refused(let fault) = error else { throw error }
      return fault.kind
    }
  }

  @Test(arguments: [
    TableCase("name like a cell", .tableName) { $0.name = "A1" },
    TableCase("name with capitals", .tableName) { $0.name = "tbl_Scores" },
    TableCase("name that Excel would decode", .tableName) { $0.name = "tbl_x0041_" },
    TableCase("header twice", .tableHeader) { $0.columns[1].header = "city" },
    TableCase("header empty", .tableHeader) { $0.columns[1].header = "" },
    TableCase("header with a space", .tableHeader) { $0.columns[1].header = "a b" },
    TableCase("header in Thai", .tableHeader) { $0.columns[1].header = "เมือง" },
    TableCase("no columns", .tableShape) { $0.columns = [] },
    TableCase("no rows", .tableShape) { $0.columns = [DataColumn(header: "a", values: .texts([]))] },
    TableCase("a shorter column", .tableShape) { $0.columns[1].values = .integers([1, 2]) },
    TableCase("a shorter list of reasons", .tableShape) { $0.columns[1].missingByRow = ["[c]"] },
    TableCase("a header over the title", .tableShape) { $0.headerRow = 0 },
    TableCase("no shorthand", .emptyText) { $0.columns[0].missing = "" },
    TableCase("not a number", .nonFiniteNumber) { $0.columns[2].values = .numbers([1, .nan, 2]) },
    TableCase("an integer beyond 2⁵³", .inexactInteger) { $0.columns[1].values = .integers([1, 2, 1 << 53 + 1]) },
    TableCase("the least integer", .inexactInteger) { $0.columns[1].values = .integers([1, 2, .min]) },
    TableCase("text too long", .textTooLong) {
      $0.columns[0].values = .texts(["a", "b", String(repeating: "c", count: 32_768)])
    },
  ])
  func table(_ change: TableCase) throws {
    #expect(try fault(.small { $0.sheets[0].table = .small(change.change) }) == change.kind)
  }

  @Test func oneTableNameTwice() throws {
    let workbook = Workbook.small {
      $0.sheets[0].table = .small()
      $0.sheets.append(Sheet(name: "Data_2", table: .small()))
    }
    #expect(try fault(workbook) == .duplicateName)
  }

  @Test func columnsOfTheTableGivenAgain() throws {
    let workbook = Workbook.small {
      $0.sheets[0].table = .small()
      $0.sheets[0].columns = [ColumnWidth(2, 30)]
    }
    #expect(try fault(workbook) == .layout)
  }

  struct ChartCase: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var change: @Sendable (inout Chart) -> Void

    init(_ name: String, _ change: @escaping @Sendable (inout Chart) -> Void) {
      testDescription = name
      self.change = change
    }
  }

  private func chart(_ change: (inout Chart) -> Void) -> Workbook {
    .small {
      let table = DataTable.small()
      let series = ChartSeries(
        name: .text("a"), categories: table.values(ofColumn: 0, sheet: "Data_1"),
        values: table.values(ofColumn: 2, sheet: "Data_1"), colour: .black)
      var chart = Chart(
        .bar, series: [series], anchor: CellAddress(row: 1, column: 1), width: 100, height: 100, alternativeText: "a")
      change(&chart)
      $0.sheets[0].table = table
      $0.sheets[0].charts = [chart]
    }
  }

  @Test(arguments: [
    ChartCase("no series") { $0.series = [] },
    ChartCase("no width") { $0.width = 0 },
    ChartCase("gap") { $0.gap = 501 },
    ChartCase("overlap") { $0.overlap = -101 },
    ChartCase("a name that looks like a formula") { $0.series[0].name = .text("=A1") },
    ChartCase("a title that looks like a formula") { $0.valueAxis.title = "=A1" },
    ChartCase("fewer categories than values") {
      $0.series[0].categories = SheetRange(sheet: "Data_1", rows: 7...8, column: 0)
    },
    ChartCase("a rectangle") { $0.series[0].values = SheetRange(sheet: "Data_1", rows: 7...9, columns: 0...2) },
    ChartCase("a point that is not there") { $0.series[0].pointFills = [3: .black] },
    ChartCase("labels beyond the end of stacked bars") {
      $0.grouping = .stacked
      $0.series[0].labels = .init(position: .outsideEnd)
    },
    ChartCase("labels above bars") { $0.series[0].labels = .init(position: .above) },
    ChartCase("numbers on the category axis") { $0.categoryAxis.minimum = 0 },
    ChartCase("an axis upside down") {
      $0.valueAxis.minimum = 1
      $0.valueAxis.maximum = 1
    },
  ])
  func charts(_ change: ChartCase) throws { #expect(try fault(chart(change.change)) == .chart) }

  @Test func chartReferences() throws {
    #expect(try fault(chart { $0.alternativeText = "" }) == .emptyText)
    #expect(try fault(chart { $0.alternativeText = String(repeating: "ก", count: 256) }) == .textTooLong)
    #expect(try fault(chart { $0.series[0].values.sheet = "Data_2" }) == .unknownReference)
    let elsewhere = ChartSeries.Name.cell(sheet: "b", CellAddress(row: 0, column: 0))
    #expect(try fault(chart { $0.series[0].name = elsewhere }) == .unknownReference)
    #expect(try fault(chart { _ in }) == nil)
  }
}
