import CXlsxWriter
import Glibc

/// Where a call into the library belongs, for the error that it may return.
struct WritingPlace {
  /// As the caller gave it.
  var path: String
  var sheet = ""

  /// Throws unless the library is content.
  @inline(__always)
  func check(_ code: lxw_error, row: Int? = nil, column: Int? = nil) throws(XLSXWritingError) {
    guard code != LXW_NO_ERROR else { return }
    throw error(code, row: row, column: column)
  }

  /// - Returns: The environment's fault for temporary files and the archive, else ours.
  func error(_ code: lxw_error, row: Int? = nil, column: Int? = nil, system: Int32 = errno) -> XLSXWritingError {
    let reason = lxw_strerror(code).map { String(cString: $0) } ?? "code \(code.rawValue)"
    if (LXW_ERROR_CREATING_XLSX_FILE.rawValue...LXW_ERROR_ZIP_CLOSE.rawValue).contains(code.rawValue) {
      return [ENOSPC, EDQUOT, EFBIG].contains(system)
        ? .diskFull(path: path)
        : .writeFailed(path: path, reason: system == 0 ? reason : "\(reason) \(String(cString: strerror(system)))")
    }
    let cell = row.flatMap { row in column.map { CellAddress(row: row, column: $0) } }
    return .refused(WorkbookFault(.library, sheet: sheet, cell: cell, reason))
  }

  /// A fault found while writing.
  func fault(_ kind: WorkbookFault.Kind, row: Int, column: Int, _ detail: String) -> XLSXWritingError {
    .refused(WorkbookFault(kind, sheet: sheet, cell: CellAddress(row: row, column: column), detail))
  }
}
