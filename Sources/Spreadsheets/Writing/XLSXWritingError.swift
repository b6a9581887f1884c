/// Why a workbook was not written. Whatever the case, no file is left behind that was not there before.
public enum XLSXWritingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file exists already, its folder is missing, or permission is. `reason` is the system's own word.
  case cannotCreate(path: String, reason: String)
  /// No space left on the disk, or a limit on the file's size.
  case diskFull(path: String)
  /// Any other failure while writing.
  case writeFailed(path: String, reason: String)
  /// libxlsxwriter is older than 1.1.4.
  case libraryTooOld(version: String)
  /// The workbook value breaks a rule: a mistake of ours.
  case refused(WorkbookFault)

  public var description: String {
    switch self {
    case .cannotCreate(let path, let reason): "cannot create \(path): \(reason)"
    case .diskFull(let path): "no space left while writing \(path)"
    case .writeFailed(let path, let reason): "writing \(path) failed: \(reason)"
    case .libraryTooOld(let version): "libxlsxwriter \(version) is older than 1.1.4"
    case .refused(let fault): "the workbook cannot be written: \(fault)"
    }
  }
}
