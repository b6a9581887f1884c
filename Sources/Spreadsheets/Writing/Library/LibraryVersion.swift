import CXlsxWriter

/// The version of the library that is loaded; pkg-config knows only that of its binary interface.
enum LibraryVersion {
  /// - Throws: ``XLSXWritingError/libraryTooOld(version:)`` before 1.1.4, the first with tables.
  static func check() throws(XLSXWritingError) {
    guard lxw_version_id() >= 114 else { throw .libraryTooOld(version: String(cString: lxw_version())) }
  }
}
