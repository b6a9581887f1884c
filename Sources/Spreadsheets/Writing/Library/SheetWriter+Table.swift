import CXlsxWriter

extension SheetWriter {
  /// Writes the table's frame with its headers, then the values row by row, the order in which the library is fast.
  func write(_ table: DataTable) throws(XLSXWritingError) {
    let strings = CStrings()
    var columns: [lxw_table_column] = []
    for column in table.columns {
      let header = try format(column.headerFormat ?? table.headerFormat)
      columns.append(
        lxw_table_column(
          header: strings(column.header), formula: nil, total_string: nil, total_function: 0, header_format: header,
          format: nil, total_value: 0))
    }
    // The library refuses tables in the mode that keeps nothing, since it writes their headers out of order: we write them again.
    let isStreamed = worksheet.pointee.optimize
    worksheet.pointee.optimize = 0
    defer { worksheet.pointee.optimize = isStreamed }
    let code = withPointers(to: &columns) { list in
      list.withUnsafeMutableBufferPointer { list in
        var options = lxw_table_options()
        options.name = strings(table.name)
        options.no_autofilter = 1
        options.no_banded_rows = 1
        options.style_type = UInt8(LXW_TABLE_STYLE_TYPE_LIGHT.rawValue)
        options.style_type_number = 0
        options.columns = list.baseAddress
        return worksheet_add_table(
          worksheet, UInt32(table.headerRow), 0, UInt32(table.headerRow + table.rowCount),
          UInt16(table.columns.count - 1), &options)
      }
    }
    withExtendedLifetime(strings) {}
    try place.check(code, row: table.headerRow, column: 0)
    if isStreamed == 0 { try writeValues(of: table) }
  }

  /// Writes everything in the order of the rows, so that the library need not keep any.
  func writeStream() throws(XLSXWritingError) {
    guard let table = sheet.table else { return }
    try write(table)
    var heights: [Int: Double] = [:]
    for height in sheet.rowHeights where height.rows.count == 1 { heights[height.rows.lowerBound] = height.points }
    let cells = sheet.cells.sorted { $0.address < $1.address }
    var next = 0
    for row in 0...table.headerRow {
      if let points = heights[row] { try place.check(worksheet_set_row(worksheet, UInt32(row), points, nil)) }
      while next < cells.count, cells[next].address.row == row {
        try write(cells[next])
        next += 1
      }
    }
    let header = try format(table.headerFormat)
    for (index, column) in table.columns.enumerated() {
      let code = CleanText.withCString(column.header) {
        worksheet_write_string(worksheet, UInt32(table.headerRow), UInt16(index), $0, header)
      }
      try place.check(code, row: table.headerRow, column: index)
    }
    let body = sheet.rowHeights.first { $0.rows.count > 1 }?.points
    try writeValues(of: table, height: body)
  }

  private func writeValues(of table: DataTable, height: Double? = nil) throws(XLSXWritingError) {
    var columns: [ColumnWriter] = []
    for (index, column) in table.columns.enumerated() {
      columns.append(try ColumnWriter(column, index: index, of: self))
    }
    for row in 0..<table.rowCount {
      let sheetRow = table.headerRow + 1 + row
      if let height { try place.check(worksheet_set_row(worksheet, UInt32(sheetRow), height, nil)) }
      for column in columns { try column.write(row, sheetRow: sheetRow) }
    }
  }
}

/// Writes the cells of one column of a table. A class: the loop over columns would copy a struct for every cell.
private final class ColumnWriter {
  let column: DataColumn
  let index: Int
  let worksheet: UnsafeMutablePointer<lxw_worksheet>
  let place: WritingPlace
  let format: FormatStore.Pointer
  let missingFormat: FormatStore.Pointer
  /// Only where the sheet is streamed; else the library does it.
  private var sharedTexts: SharedTexts?

  init(_ column: DataColumn, index: Int, of sheet: SheetWriter) throws(XLSXWritingError) {
    self.column = column
    self.index = index
    worksheet = sheet.worksheet
    place = sheet.place
    format = try sheet.format(column.format)
    missingFormat = try sheet.format(column.missingFormat ?? column.format)
    sharedTexts = worksheet.pointee.optimize == 0 ? nil : SharedTexts(of: worksheet)
  }

  /// - Parameters:
  ///   - row: Into the values.
  ///   - sheetRow: Into the sheet.
  @inline(__always)
  func write(_ row: Int, sheetRow: Int) throws(XLSXWritingError) {
    switch column.values {
    case .numbers(let values):
      guard let value = values[row] else { return try writeMissing(row, sheetRow: sheetRow) }
      guard value.isFinite else {
        throw place.fault(.nonFiniteNumber, row: sheetRow, column: index, "\(value)")
      }
      try write(value, sheetRow: sheetRow)
    case .integers(let values):
      guard let value = values[row] else { return try writeMissing(row, sheetRow: sheetRow) }
      guard value.magnitude <= 1 << 53 else {
        throw place.fault(.inexactInteger, row: sheetRow, column: index, "\(value)")
      }
      try write(Double(value), sheetRow: sheetRow)
    case .texts(let values):
      let value = values[row]
      guard !value.isEmpty else { return try writeMissing(row, sheetRow: sheetRow) }
      try write(value, format, sheetRow: sheetRow)
    }
  }

  @inline(__always)
  private func write(_ value: Double, sheetRow: Int) throws(XLSXWritingError) {
    // The library would write minus zero as "-0".
    try place.check(
      worksheet_write_number(worksheet, UInt32(sheetRow), UInt16(index), value == 0 ? 0 : value, format),
      row: sheetRow, column: index)
  }

  @inline(__always)
  private func write(_ text: String, _ format: FormatStore.Pointer, sheetRow: Int) throws(XLSXWritingError) {
    guard text.utf8.count <= TextRules.cell || text.utf16.count <= TextRules.cell else {
      throw place.fault(
        .textTooLong, row: sheetRow, column: index, "\(text.utf16.count) characters, at most \(TextRules.cell)")
    }
    let code =
      sharedTexts?.write(text, format, row: UInt32(sheetRow), column: UInt16(index))
      ?? CleanText.withCString(text) {
        worksheet_write_string(worksheet, UInt32(sheetRow), UInt16(index), $0, format)
      }
    try place.check(code, row: sheetRow, column: index)
  }

  private func writeMissing(_ row: Int, sheetRow: Int) throws(XLSXWritingError) {
    let own = column.missingByRow?[row] ?? ""
    try write(own.isEmpty ? column.missing : own, missingFormat, sheetRow: sheetRow)
  }
}

extension Sheet {
  /// Whether the sheet is written row by row without being kept in memory: large tables, to which no chart looks.
  var isStreamed: Bool { table.map { $0.rowCount > 1000 } ?? false }
}
