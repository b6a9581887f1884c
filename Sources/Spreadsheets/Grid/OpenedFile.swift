/// A file opened once and told apart by its bytes, never by its name.
public enum OpenedFile {
  case workbook(XLSXReader)
  case text(CSVReader)

  /// - Parameters:
  ///   - encoding: The encoding of a text file, where its source declares one.
  ///   - delimiter: Likewise.
  /// - Throws: Why the file is not read.
  public init(
    path: String, limits: SpreadsheetLimits, encoding: TextEncoding? = nil, delimiter: UInt8? = nil
  ) throws(SpreadsheetFault) {
    let storage = try MappedFile(path: path, limits: limits).storage
    let kind = FileKind.sniff(storage.bytes)
    if kind == .text {
      self = .text(try CSVReader(storage: storage, limits: limits, encoding: encoding, delimiter: delimiter))
    } else {
      // A damaged archive is opened too: opening tells more than its kind does.
      self = .workbook(try XLSXReader(storage: storage, limits: limits))
    }
  }
}
