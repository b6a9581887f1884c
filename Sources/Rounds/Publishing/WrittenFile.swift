import Spreadsheets

/// A file of a release that was put together.
struct WrittenFile {
  /// Below the release.
  var path: String
  /// Its size and digest, where they are known from its writing.
  var output: Manifest.Output?
  /// Of a workbook that the next run may use again: the digest of all that decided its bytes.
  var key: String?
}

extension XLSXWriter {
  /// - Throws: `inputOutput` where the file cannot be written.
  static func write(_ workbook: Workbook, as name: String, in folder: String) throws(RoundsError) {
    do throws(XLSXWritingError) {
      try write(workbook, toPath: "\(folder)/\(name)")
    } catch {
      throw RoundsError(
        .inputOutput, "\(name) cannot be written: \(error)", cure: "make room on the disk and run again")
    }
  }
}
