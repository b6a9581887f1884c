import Spreadsheets

/// A workbook that uses every feature once, for the golden parts. Names and numbers are made up.
enum SampleWorkbook {
  static let body = CellFormat(font: Font(size: 10, colour: 0x2B3A47))
  static let navy: Colour = 0x1F3A52

  static let workbook = Workbook(
    properties: Workbook.Properties(
      title: "Evaluation 2026", subject: "สรุป", author: "Example Network", company: "Example", category: "Report",
      keywords: "learning, cities", comments: "run 2026-7c41", created: 1_795_000_000,
      custom: [.init("run_id", "2026-7c41"), .init("gnlc_city_id", "xx-a")]),
    sheets: [page, template, data, lists],
    definedNames: [
      DefinedName("lc_status", SheetRange(sheet: "x_lists", rows: 0...1, column: 0)),
      DefinedName("gnlc_data", SheetRange(sheet: "1 ข้อมูล · Data", rows: 1...3, columns: 0...4)),
    ])

  static let table = DataTable(
    name: "tbl_areas",
    columns: [
      DataColumn(header: "code", width: 10.8, format: body, values: .texts(["1.1", "1.2", "1.3"])),
      DataColumn(
        header: "count", format: body.with { $0.numberFormat = "#,##0" }, values: .integers([12, nil, 9_007_199])),
      DataColumn(
        header: "score", format: body.with { $0.numberFormat = "0.0" }, values: .numbers([54.1, 56.9, nil]),
        missingByRow: ["", "", "[c]"], missingFormat: body.with { $0.horizontal = .right }),
    ], headerFormat: body.with { $0.font.bold = true })

  private static let data: Sheet = {
    var sheet = Sheet(
      name: "Table_1", table: table, frozenRows: 7,
      print: PrintSetup(orientation: .portrait, fit: .onePageWide, repeatRows: 6...6),
      numbersStoredAsText: [CellRange(rows: 7...9, columns: 0...0), CellRange(CellAddress(row: 0, column: 0))])
    sheet.set(.text("Table 1: areas"), row: 0, column: 0, format: body.with { $0.font.size = 14 })
    return sheet
  }()

  private static let lists: Sheet = {
    var sheet = Sheet(name: "x_lists", isHidden: true)
    sheet.set(.text("p เบื้องต้น · provisional"), row: 0, column: 0, format: body)
    sheet.set(.text("e ประมาณ · estimated"), row: 1, column: 0, format: body)
    return sheet
  }()

  private static let page: Sheet = {
    var sheet = Sheet(name: "Summary · สรุป", tabColour: navy, gridlines: .hidden, zoom: 90)
    sheet.columns = [ColumnWidth(0, 1.8, format: body), ColumnWidth(1...2, 30, format: body)]
    sheet.setHeight(16, row: 0)
    sheet.rowHeights.append(RowHeight(8...10, 62))
    sheet.fill(rows: 1...1, columns: 1...2, format: body.with { $0.fill = navy })
    sheet.set(
      .link(InternalLink(sheet: "1 ข้อมูล · Data", cell: CellAddress(row: 2, column: 3)), text: "‹ Data · ข้อมูล"),
      row: 0, column: 1, format: body.with { $0.font.underlined = true })
    sheet.set(.text("The mean score rose < 2 points & more"), row: 3, column: 1, format: body)
    sheet.set(
      .richText([
        TextRun("Key messages", font: Font(size: 12, bold: true, colour: 0x1B2A38)),
        TextRun("  ข้อความสำคัญ", font: Font(size: 9.5, colour: 0x5F6B76)),
      ]), row: 4, column: 1, format: body.with { $0.borders.bottom = Border(.medium, navy) })
    for (row, change) in [0.9, -4.1, 33.3].enumerated() {
      sheet.set(
        .number(change), row: 5 + row, column: 2,
        format: body.with {
          $0.numberFormat = "+0.0\" pp\";-0.0\" pp\""
          $0.horizontal = .right
        })
    }
    sheet.dataBars = [
      DataBar(
        range: CellRange(rows: 5...7, columns: 2...2), colour: 0x7FB2D6, negativeColour: 0xE58B5B, minimum: -12,
        maximum: 12, barOnly: true, middleAxis: 0x9AA7B2)
    ]
    sheet.charts = [bars, stacked, line]
    sheet.print = PrintSetup(
      fit: .onePage, area: CellRange(rows: 0...30, columns: 0...2),
      footer: Footer(
        left: [.text("Evaluation & more")], centre: [.text("2026-7c41")],
        right: [.pageNumber, .text(" / "), .pageCount]))
    return sheet
  }()

  private static func series(_ name: ChartSeries.Name, column: Int, _ colour: Colour) -> ChartSeries {
    ChartSeries(
      name: name, categories: table.values(ofColumn: 0, sheet: "Table_1"),
      values: table.values(ofColumn: column, sheet: "Table_1"), colour: colour)
  }

  private static let bars: Chart = {
    var score = series(.text("2025 · พ.ศ. 2568"), column: 2, navy)
    score.pointFills = [1: 0xD55E00]
    score.labels = ChartSeries.Labels(numberFormat: "0.0", font: Font(size: 9, bold: true), position: .outsideEnd)
    return Chart(
      .bar, series: [score, series(.cell(sheet: "Table_1", CellAddress(row: 6, column: 1)), column: 1, 0xB4C1CC)],
      categoryAxis: ChartAxis(reversed: true, crossesAtMaximum: true, line: 0x9AA7B2),
      valueAxis: ChartAxis(
        title: "mean score, 0–100", numberFormat: "0", minimum: 0, maximum: 100, majorUnit: 25, gridlines: 0xDDE3E8),
      legend: Chart.Legend(.top), gap: 55, overlap: -5, anchor: CellAddress(row: 8, column: 1), offsetY: 4, width: 535,
      height: 238, alternativeText: "Bar chart: mean score by area, 0–100, 2025")
  }()

  private static let stacked: Chart = {
    var count = series(.text("Met"), column: 1, .black)
    count.outline = .white
    return Chart(
      .column, grouping: .stacked, series: [count],
      categoryAxis: ChartAxis(title: "area", labelPosition: .low), valueAxis: ChartAxis(visible: false),
      anchor: CellAddress(row: 9, column: 2), offsetX: 3, width: 300, height: 200,
      alternativeText: "Stacked columns: cities by status")
  }()

  private static let line: Chart = {
    var score = series(.text("Mean"), column: 2, navy)
    score.lineWidth = 2.25
    score.markerSize = 7
    score.labels = ChartSeries.Labels(position: .above)
    return Chart(
      .line, series: [score], legend: Chart.Legend(.bottom, font: Font(size: 8)),
      anchor: CellAddress(row: 10, column: 1), width: 480, height: 288, alternativeText: "Line: mean score")
  }()

  private static let template: Sheet = {
    var sheet = Sheet(name: "1 ข้อมูล · Data", frozenRows: 1, frozenColumns: 1, protection: .formatColumns)
    let input = body.with {
      $0.fill = 0xFFFBE8
      $0.borders = .box(Border(.thin, 0xB8A35A))
      $0.locked = false
      $0.wraps = true
      $0.vertical = .top
    }
    sheet.fill(rows: 1...3, columns: 0...3, format: input)
    for row in 1...3 {
      sheet.set(
        .formula("=IF(ISBLANK(A\(row + 1)),\"○\",\"✓\")", cached: .text("○")), row: row, column: 4, format: body)
    }
    sheet.set(.formula("=SUM(A2:A4)", cached: .number(0)), row: 4, column: 0, format: body)
    func cells(_ column: Int) -> CellRange { CellRange(rows: 1...3, columns: column...column) }
    sheet.validations = [
      DataValidation(
        range: cells(0), rule: .whole(.atLeast(0)),
        prompt: .init(title: "ค่า · Value", text: "จำนวนเต็ม · whole number"),
        alert: .init(title: "ผิด · wrong", text: "= ต้องเป็นจำนวนเต็ม")),
      DataValidation(range: cells(1), rule: .decimal(.between(0, 100)), severity: .warning),
      DataValidation(range: cells(2), rule: .list(definedName: "lc_status")),
      DataValidation(range: cells(3), rule: .textLength(.between(0, 500)), severity: .information),
    ]
    sheet.conditionalFormats = [
      ConditionalFormat(range: cells(4), formula: "=LEFT($E2,1)=\"!\"", colour: 0x6B4A00, fill: 0xFDF1D6),
      ConditionalFormat(range: cells(4), formula: "=LEFT(E2,1)=\"○\"", colour: 0x00517F, bold: true, stops: true),
      ConditionalFormat(range: cells(3), formula: "=ISNUMBER(FIND(\"?\",D2))", fill: .black),
    ]
    sheet.comments = [
      CellComment(
        CellAddress(row: 2, column: 0), text: "× C012 ต้องแก้ · Error\nFix: correct it", author: "gnlc", fill: 0xFADCCB,
        scaleX: 2.4, scaleY: 1.5)
    ]
    return sheet
  }()
}
