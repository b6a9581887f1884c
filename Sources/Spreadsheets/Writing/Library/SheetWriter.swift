import CXlsxWriter

/// Writes one sheet into the library's worksheet. Extensions write its cells, table, charts, rules and print set-up.
struct SheetWriter {
  let sheet: Sheet
  let worksheet: UnsafeMutablePointer<lxw_worksheet>
  let workbook: UnsafeMutablePointer<lxw_workbook>
  let formats: FormatStore
  let richText: RichText
  let references: References
  let place: WritingPlace

  /// - Precondition: ``WorkbookRules`` found no fault.
  func write() throws(XLSXWritingError) {
    try writeLayout()
    if sheet.isStreamed {
      try writeStream()
    } else {
      try writeCells()
      if let table = sheet.table { try write(table) }
    }
    try writePrintSetup()
    try writeConditions()
    for validation in sheet.validations { try write(validation) }
    for comment in sheet.comments { try write(comment) }
    for chart in sheet.charts { try write(chart) }
  }

  func format(_ format: CellFormat) throws(XLSXWritingError) -> FormatStore.Pointer {
    do { return try formats.pointer(for: format, sheet: sheet.name) } catch { throw .refused(error) }
  }

  private func writeLayout() throws(XLSXWritingError) {
    var columns = sheet.columns
    for (index, column) in (sheet.table?.columns ?? []).enumerated() {
      columns.append(ColumnWidth(index, column.width, format: column.format))
    }
    for column in columns {
      let format = try format(column.format)
      try place.check(
        worksheet_set_column(
          worksheet, UInt16(column.columns.lowerBound), UInt16(column.columns.upperBound), column.width, format))
    }
    for height in sheet.rowHeights where !sheet.isStreamed {
      for row in height.rows { try place.check(worksheet_set_row(worksheet, UInt32(row), height.points, nil)) }
    }
    if sheet.frozenRows > 0 || sheet.frozenColumns > 0 {
      worksheet_freeze_panes(worksheet, UInt32(sheet.frozenRows), UInt16(sheet.frozenColumns))
    }
    if let colour = sheet.tabColour { worksheet_set_tab_color(worksheet, colour.libraryColour) }
    if sheet.gridlines == .hidden { worksheet_gridlines(worksheet, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue)) }
    if sheet.zoom != 100 { worksheet_set_zoom(worksheet, UInt16(sheet.zoom)) }
    if sheet.isHidden { worksheet_hide(worksheet) }
    if let allowed = sheet.protection { protect(allowed) }
    if !sheet.numbersStoredAsText.isEmpty {
      let ranges = sheet.numbersStoredAsText.map(\.description).joined(separator: " ")
      try place.check(worksheet_ignore_errors(worksheet, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), ranges))
    }
  }

  private func protect(_ allowed: SheetProtection) {
    var options = lxw_protection()
    options.format_cells = allowed.contains(.formatCells) ? 1 : 0
    options.format_columns = allowed.contains(.formatColumns) ? 1 : 0
    options.format_rows = allowed.contains(.formatRows) ? 1 : 0
    worksheet_protect(worksheet, nil, &options)
  }
}
