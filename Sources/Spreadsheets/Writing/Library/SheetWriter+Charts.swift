import CXlsxWriter

extension SheetWriter {
  /// Every chart is a new object of the library, which takes each only once.
  func write(_ chart: Chart) throws(XLSXWritingError) {
    guard let object = workbook_add_chart(workbook, UInt8(chart.libraryType.rawValue)) else {
      fatalError("out of memory")
    }
    let style = ChartStyle()
    chart_title_off(object)
    chart_show_blanks_as(object, UInt8(LXW_CHART_BLANKS_AS_GAP.rawValue))
    style.hideFrame(of: object)
    for series in chart.series { try write(series, of: chart, into: object, style) }
    if chart.kind != .line {
      if let gap = chart.gap { chart_set_series_gap(object, UInt16(gap)) }
      if let overlap = chart.overlap { chart_set_series_overlap(object, Int8(overlap)) }
    }
    // In the library, bar charts have their category axis in the place of "y".
    let (categories, values) =
      chart.kind == .bar
      ? (LXW_CHART_AXIS_TYPE_Y, LXW_CHART_AXIS_TYPE_X) : (LXW_CHART_AXIS_TYPE_X, LXW_CHART_AXIS_TYPE_Y)
    style.apply(chart.categoryAxis, to: chart_axis_get(object, categories))
    style.apply(chart.valueAxis, to: chart_axis_get(object, values))
    style.apply(chart.legend, to: object)
    try insert(object, chart)
    withExtendedLifetime(style) {}
  }

  private func insert(_ object: UnsafeMutablePointer<lxw_chart>, _ chart: Chart) throws(XLSXWritingError) {
    let strings = CStrings()
    var options = lxw_chart_options()
    options.x_offset = Int32(chart.offsetX)
    options.y_offset = Int32(chart.offsetY)
    // The library's chart of scale 1 has 480 × 288 pixels.
    options.x_scale = Double(chart.width) / 480
    options.y_scale = Double(chart.height) / 288
    options.object_position = UInt8(LXW_OBJECT_MOVE_DONT_SIZE.rawValue)
    options.description = strings(chart.alternativeText)
    let code = worksheet_insert_chart_opt(
      worksheet, chart.anchor.libraryRow, chart.anchor.libraryColumn, object, &options)
    withExtendedLifetime(strings) {}
    try place.check(code, row: chart.anchor.row, column: chart.anchor.column)
  }

  private func write(
    _ series: ChartSeries, of chart: Chart, into object: UnsafeMutablePointer<lxw_chart>, _ style: ChartStyle
  ) throws(XLSXWritingError) {
    guard let pointer = chart_add_series(object, nil, nil) else { fatalError("out of memory") }
    switch series.name {
    case .text(let text): CleanText.withCString(text) { chart_series_set_name(pointer, $0) }
    case .cell(let sheet, let cell):
      chart_series_set_name_range(pointer, sheet, cell.libraryRow, cell.libraryColumn)
    }
    let (names, numbers) = (series.categories.range, series.values.range)
    chart_series_set_categories(
      pointer, series.categories.sheet, names.topLeft.libraryRow, names.topLeft.libraryColumn,
      names.bottomRight.libraryRow, names.bottomRight.libraryColumn)
    chart_series_set_values(
      pointer, series.values.sheet, numbers.topLeft.libraryRow, numbers.topLeft.libraryColumn,
      numbers.bottomRight.libraryRow, numbers.bottomRight.libraryColumn)
    if chart.kind == .line {
      style.applyLine(series, to: pointer)
    } else {
      style.applyBars(series, to: pointer)
      try place.check(style.applyPoints(series, to: pointer), row: chart.anchor.row, column: chart.anchor.column)
    }
    if let labels = series.labels { style.apply(labels, to: pointer) }
  }
}

extension Chart {
  fileprivate var libraryType: lxw_chart_type {
    switch (kind, grouping) {
    case (.bar, .clustered): LXW_CHART_BAR
    case (.bar, .stacked): LXW_CHART_BAR_STACKED
    case (.column, .clustered): LXW_CHART_COLUMN
    case (.column, .stacked): LXW_CHART_COLUMN_STACKED
    case (.line, .clustered): LXW_CHART_LINE
    case (.line, .stacked): LXW_CHART_LINE_STACKED
    }
  }
}
