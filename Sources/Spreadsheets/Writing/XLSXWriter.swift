/// Writes workbooks.
///
///     try XLSXWriter.write(workbook, toPath: "Reports/gnlc/2026/evaluation-2026.xlsx")
///
/// The same value gives the same bytes, in any time zone and locale. Several workbooks may be written at once, each by
/// one task.
public enum XLSXWriter {
  /// Writes a workbook to a new file and waits until it is on the disk.
  ///
  /// The path is used as it is: a temporary name and the renaming are the caller's, as is the folder.
  /// - Parameter path: Must not exist, not even as a link.
  /// - Throws: ``XLSXWritingError``. `refused` is our own mistake; the others are the machine's. Nothing is left at the
  ///   path.
  /// - Precondition: Memory suffices. The rest that could go wrong is an error, not a trap.
  public static func write(_ workbook: Workbook, toPath path: String) throws(XLSXWritingError) {
    try LibraryVersion.check()
    do { try WorkbookRules.check(workbook) } catch { throw .refused(error) }
    var file = try NewFile(path: path)
    try write(workbook, through: file.openPath, for: path)
    if let fault = ArchiveCheck.fault(atPath: file.openPath) { throw .writeFailed(path: path, reason: fault) }
    try file.keep()
  }

  /// - Parameters:
  ///   - openPath: What the library opens; emptied and written.
  ///   - path: What errors name.
  static func write(_ workbook: Workbook, through openPath: String, for path: String) throws(XLSXWritingError) {
    let library = LibraryWorkbook(path: openPath, created: workbook.properties.created)
    try WorkbookWriter(workbook: workbook, library: library.pointer, place: WritingPlace(path: path)).write()
    try library.close(for: WritingPlace(path: path))
  }
}
