/// The rules of charts.
enum ChartRules {
  static func check(_ chart: Chart, on sheet: String, _ references: References) throws(WorkbookFault) {
    func refuse(_ detail: String) -> WorkbookFault {
      WorkbookFault(.chart, sheet: sheet, cell: chart.anchor, detail)
    }
    try SheetBounds.check(chart.anchor, sheet: sheet)
    try TextRules.checkPresent(chart.alternativeText, "the alternative of a chart", sheet: sheet, cell: chart.anchor)
    try TextRules.check(
      chart.alternativeText, atMost: TextRules.message, "the alternative of a chart", sheet: sheet, cell: chart.anchor)
    guard (1...10_000).contains(chart.width), (1...10_000).contains(chart.height),
      (0...10_000).contains(chart.offsetX), (0...10_000).contains(chart.offsetY)
    else { throw refuse("\(chart.width) × \(chart.height) pixels") }
    guard chart.gap.map((0...500).contains) ?? true, chart.overlap.map((-100...100).contains) ?? true else {
      throw refuse("gap or overlap")
    }
    guard !chart.series.isEmpty, chart.series.count <= 255 else { throw refuse("\(chart.series.count) series") }
    for series in chart.series { try check(series, of: chart, on: sheet, references, refuse) }

    guard chart.categoryAxis.minimum == nil, chart.categoryAxis.maximum == nil, chart.categoryAxis.majorUnit == nil
    else { throw refuse("a category axis with numbers") }
    for axis in [chart.categoryAxis, chart.valueAxis] { try check(axis, sheet, refuse) }
    if let legend = chart.legend { try TextRules.check(legend.font, sheet: sheet) }
  }

  private static func check(
    _ series: ChartSeries, of chart: Chart, on sheet: String, _ references: References,
    _ refuse: (String) -> WorkbookFault
  ) throws(WorkbookFault) {
    switch series.name {
    case .text(let text):
      // The library would take a leading "=" for a reference.
      guard !CleanText.clean(text).isEmpty, !text.hasPrefix("="), text.utf16.count <= 255 else {
        throw refuse("the series name '\(text)'")
      }
    case .cell(let name, let cell):
      try references.sheet(name, from: sheet, cell: chart.anchor)
      try SheetBounds.check(cell, sheet: name)
    }
    var counts: [Int] = []
    for range in [series.categories, series.values] {
      try references.sheet(range.sheet, from: sheet, cell: chart.anchor)
      try SheetBounds.check(range.range, sheet: range.sheet)
      let rows = range.range.bottomRight.row - range.range.topLeft.row + 1
      let columns = range.range.bottomRight.column - range.range.topLeft.column + 1
      guard rows == 1 || columns == 1, rows * columns <= 32_000 else {
        throw refuse("the range \(range.range) of '\(range.sheet)'")
      }
      counts.append(rows * columns)
    }
    guard counts[0] == counts[1] else { throw refuse("\(counts[0]) categories of \(counts[1]) values") }
    guard series.pointFills.keys.allSatisfy((0..<counts[1]).contains) else { throw refuse("a point that is not there") }
    guard (0.25...20).contains(series.lineWidth), series.markerSize.map((2...72).contains) ?? true else {
      throw refuse("the width of a line or the size of its points")
    }
    if let labels = series.labels {
      try TextRules.check(labels.font, numberFormat: labels.numberFormat, sheet: sheet)
      guard allows(labels.position, in: chart) else { throw refuse("labels \(labels.position)") }
    }
  }

  /// Excel repairs a file whose labels stand where the kind of chart has no place for them.
  private static func allows(_ position: ChartSeries.LabelPosition, in chart: Chart) -> Bool {
    switch position {
    case .automatic, .centre: true
    case .insideEnd: chart.kind != .line
    case .outsideEnd: chart.kind != .line && chart.grouping == .clustered
    case .above: chart.kind == .line
    }
  }

  private static func check(
    _ axis: ChartAxis, _ sheet: String, _ refuse: (String) -> WorkbookFault
  ) throws(WorkbookFault) {
    try TextRules.check(axis.titleFont, sheet: sheet)
    try TextRules.check(axis.labelFont, numberFormat: axis.numberFormat, sheet: sheet)
    if let title = axis.title {
      guard !CleanText.clean(title).isEmpty, !title.hasPrefix("="), title.utf16.count <= 255 else {
        throw refuse("the axis title '\(title)'")
      }
    }
    let numbers = [axis.minimum, axis.maximum, axis.majorUnit].compactMap { $0 }
    guard numbers.allSatisfy(\.isFinite), axis.majorUnit.map({ $0 > 0 }) ?? true else { throw refuse("axis numbers") }
    if let low = axis.minimum, let high = axis.maximum, low >= high { throw refuse("an axis from \(low) to \(high)") }
  }
}
