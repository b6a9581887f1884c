import CXlsxWriter

/// The texts of one column of a streamed sheet, as references to the workbook's table of texts.
///
/// The library writes every text of such a sheet into its cell, though a table of observations says the same few thousand texts a
/// hundred thousand times: three quarters of the sheet, and of the time to compress it. This gives the row that the library holds
/// back a number, and makes the number the reference that the library itself writes in sheets that it keeps in memory.
struct SharedTexts {
  private let worksheet: UnsafeMutablePointer<lxw_worksheet>
  private let table: UnsafeMutablePointer<lxw_sst>
  private var last = ""
  private var lastIndex: UInt32?

  /// - Returns: nil where the library has no table of texts for the sheet.
  init?(of worksheet: UnsafeMutablePointer<lxw_worksheet>) {
    guard let table = worksheet.pointee.sst else { return nil }
    self.worksheet = worksheet
    self.table = table
  }

  /// - Returns: What the library's own function would.
  @inline(__always)
  mutating func write(_ text: String, _ format: FormatStore.Pointer, row: UInt32, column: UInt16) -> lxw_error {
    // A column says the same in many rows one after another.
    if let lastIndex, text == last {
      table.pointee.string_count += 1
      return write(lastIndex, format, row: row, column: column)
    }
    guard let element = CleanText.withCString(text, { lxw_get_sst_index(table, $0, UInt8(LXW_FALSE.rawValue)) }) else {
      return LXW_ERROR_MEMORY_MALLOC_FAILED
    }
    last = text
    lastIndex = element.pointee.index
    return write(element.pointee.index, format, row: row, column: column)
  }

  @inline(__always)
  private func write(_ index: UInt32, _ format: FormatStore.Pointer, row: UInt32, column: UInt16) -> lxw_error {
    let code = worksheet_write_number(worksheet, row, column, 0, format)
    guard code == LXW_NO_ERROR else { return code }
    // Where the row were not held back, a zero would stand for the text.
    guard let cell = worksheet.pointee.array[Int(column)] else { return LXW_ERROR_FEATURE_NOT_SUPPORTED }
    cell.pointee.type = STRING_CELL
    cell.pointee.u.string_id = Int32(index)
    return code
  }
}
