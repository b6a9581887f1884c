import CZip
import Glibc

/// A zip archive in memory, checked as a whole before any of its parts is read; nothing is ever written to disk.
final class ZipArchive {
  let limits: SpreadsheetLimits
  private let storage: TextStorage
  private let handle: OpaquePointer
  /// Index by name, letters folded to lower case: part names of a workbook do not distinguish case.
  private var indexes: [String: UInt64] = [:]
  /// Inflated bytes so far of each entry, so that reading a part again does not count twice.
  private var inflated: [Int] = []
  private var inflatedTotal = 0

  /// - Throws: `damagedArchive`, `forbiddenArchiveEntry`, `encrypted`, `macros`, `externalLinks`, `bomb`.
  init(_ storage: TextStorage, limits: SpreadsheetLimits) throws(SpreadsheetFault) {
    self.storage = storage
    self.limits = limits
    _ = try ZipDirectory(storage.bytes)

    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard
      let source = zip_source_buffer_create(storage.bytes.baseAddress, UInt64(storage.bytes.count), 0, &error)
    else { throw SpreadsheetFault(.damagedArchive, String(cString: zip_error_strerror(&error))) }
    guard let handle = zip_open_from_source(source, ZIP_RDONLY, &error) else {
      zip_source_free(source)
      throw SpreadsheetFault(.damagedArchive, String(cString: zip_error_strerror(&error)))
    }
    self.handle = handle

    let count = Int(zip_get_num_entries(handle, 0))
    guard count <= limits.entries else {
      throw SpreadsheetFault(.bomb, "\(count) archive entries, at most \(limits.entries)")
    }
    indexes.reserveCapacity(count)
    inflated = [Int](repeating: 0, count: count)
    var declaredTotal = 0
    for index in 0..<UInt64(count) {
      let size = try checkEntry(index)
      let (sum, overflows) = declaredTotal.addingReportingOverflow(size)
      guard !overflows, sum <= limits.totalBytes else {
        throw SpreadsheetFault(.bomb, "more than \(limits.totalBytes) bytes when inflated")
      }
      declaredTotal = sum
    }
  }

  deinit { zip_discard(handle) }

  func contains(_ name: String) -> Bool { indexes[name.lowercased()] != nil }

  /// Opens a part for reading from its start.
  ///
  /// - Throws: `damagedArchive` if there is no such part or it cannot be read, `bomb` if it states a size beyond the limits.
  func open(_ name: String) throws(SpreadsheetFault) -> ZipPart {
    guard let index = indexes[name.lowercased()] else {
      throw SpreadsheetFault(.damagedArchive, "\(name) is missing")
    }
    let entry = try status(of: index)
    guard let file = zip_fopen_index(handle, index, 0) else {
      throw SpreadsheetFault(.damagedArchive, "\(name): \(String(cString: zip_strerror(handle)))")
    }
    let part = ZipPart(
      name: name, inflatedSize: Int(clamping: entry.size), deflatedSize: Int(clamping: entry.comp_size), file: file,
      archive: self, index: Int(index))
    // What the directory admits is reason enough to refuse; what it conceals is found while inflating.
    try part.checkSize(part.inflatedSize)
    return part
  }

  /// Counts bytes of a part as they come out of it.
  ///
  /// - Throws: `bomb` when the archive has given more than its limit.
  func count(_ bytes: Int, ofPart index: Int) throws(SpreadsheetFault) {
    guard bytes > inflated[index] else { return }
    inflatedTotal += bytes - inflated[index]
    inflated[index] = bytes
    guard inflatedTotal <= limits.totalBytes else {
      throw SpreadsheetFault(.bomb, "more than \(limits.totalBytes) bytes when inflated")
    }
  }

  private func status(of index: UInt64) throws(SpreadsheetFault) -> zip_stat_t {
    var entry = zip_stat_t()
    guard zip_stat_index(handle, index, 0, &entry) == 0 else {
      throw SpreadsheetFault(.damagedArchive, String(cString: zip_strerror(handle)))
    }
    return entry
  }

  /// Refuses what may not stand in a workbook, before anything is inflated.
  ///
  /// - Returns: The inflated size that the directory states, in bytes.
  private func checkEntry(_ index: UInt64) throws(SpreadsheetFault) -> Int {
    guard let rawName = zip_get_name(handle, index, UInt32(ZIP_FL_ENC_RAW)) else {
      throw SpreadsheetFault(.damagedArchive, "an entry without a name")
    }
    let name = String(cString: rawName)
    try EntryPolicy.check(name)
    guard indexes.updateValue(index, forKey: name.lowercased()) == nil else {
      throw SpreadsheetFault(.damagedArchive, "\(name) stands twice")
    }

    var system: UInt8 = 0
    var attributes: UInt32 = 0
    if zip_file_get_external_attributes(handle, index, 0, &system, &attributes) == 0, system == ZIP_OPSYS_UNIX,
      attributes >> 16 & S_IFMT == S_IFLNK
    {
      throw SpreadsheetFault(.forbiddenArchiveEntry, "\(name) is a symbolic link")
    }

    let entry = try status(of: index)
    guard entry.encryption_method == ZIP_EM_NONE else { throw SpreadsheetFault(.encrypted, name) }
    guard entry.comp_method == ZIP_CM_STORE || entry.comp_method == ZIP_CM_DEFLATE else {
      throw SpreadsheetFault(.forbiddenArchiveEntry, "\(name) is compressed by method \(entry.comp_method)")
    }
    guard entry.size <= UInt64(limits.partBytes) else {
      throw SpreadsheetFault(.bomb, "\(name) has more than \(limits.partBytes) bytes when inflated")
    }
    return Int(entry.size)
  }
}
