import CXlsxWriter
import Glibc

/// Writes texts of several fonts.
///
/// The library has a function for that, which makes a temporary file for each text and reads it back: a third of the time of a
/// form, which has hundreds of such texts. This does the same with the same functions of the library, but into memory.
final class RichText {
  struct Run {
    /// Clean.
    var text: String
    var font: FormatStore.Pointer
  }

  private let styles: UnsafeMutablePointer<lxw_styles>

  init() {
    guard let styles = lxw_styles_new() else { fatalError("out of memory") }
    self.styles = styles
  }

  deinit { lxw_styles_free(styles) }

  /// - Returns: What the library's own function would.
  func write(
    _ runs: [Run], to worksheet: UnsafeMutablePointer<lxw_worksheet>, at cell: CellAddress,
    _ format: FormatStore.Pointer
  ) -> lxw_error {
    // A sheet that keeps nothing in memory has its texts in its cells.
    guard worksheet.pointee.optimize == 0, let sharedStrings = worksheet.pointee.sst else {
      return writeThroughFile(runs, to: worksheet, at: cell, format)
    }
    guard let xml = xml(of: runs) else { return LXW_ERROR_MEMORY_MALLOC_FAILED }
    defer { free(xml) }
    // Known to the table of texts as XML, it is found there by the function for plain texts, which counts it once more.
    guard lxw_get_sst_index(sharedStrings, xml, UInt8(LXW_TRUE.rawValue)) != nil else {
      return LXW_ERROR_MEMORY_MALLOC_FAILED
    }
    sharedStrings.pointee.string_count -= 1
    return worksheet_write_string(worksheet, cell.libraryRow, cell.libraryColumn, xml, format)
  }

  /// The inner XML of the text's item, to be freed; nil without memory.
  private func xml(of runs: [Run]) -> UnsafeMutablePointer<CChar>? {
    var bytes: UnsafeMutablePointer<CChar>?
    var count = 0
    guard let file = open_memstream(&bytes, &count) else { return nil }
    styles.pointee.file = file
    for run in runs {
      lxw_xml_start_tag(file, "r", nil)
      lxw_styles_write_rich_font(styles, run.font)
      // The library only reads it.
      run.text.withCString { lxw_styles_write_string_fragment(styles, UnsafeMutablePointer(mutating: $0)) }
      lxw_xml_end_tag(file, "r")
    }
    styles.pointee.file = nil
    guard fclose(file) == 0 else {
      free(bytes)
      return nil
    }
    return bytes
  }

  private func writeThroughFile(
    _ runs: [Run], to worksheet: UnsafeMutablePointer<lxw_worksheet>, at cell: CellAddress,
    _ format: FormatStore.Pointer
  ) -> lxw_error {
    let strings = CStrings()
    var tuples = runs.map { lxw_rich_string_tuple(format: $0.font, string: strings($0.text)) }
    let code = withPointers(to: &tuples) { list in
      worksheet_write_rich_string(worksheet, cell.libraryRow, cell.libraryColumn, &list, format)
    }
    withExtendedLifetime(strings) {}
    return code
  }
}
