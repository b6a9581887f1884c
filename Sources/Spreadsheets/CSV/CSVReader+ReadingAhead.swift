import Dispatch

extension CSVReader {
  /// Calls `body` with each stretch of rows, in order, while another core reads the one after it. For work on rows that only one core
  /// can do.
  /// - Throws: What `body` throws, and ``SpreadsheetFault`` as ``nextGrid(rows:)`` does.
  public func forEachGrid(_ body: (Grid) throws -> Void) throws {
    let ahead = ReadingAhead(self)
    while let grid = try ahead.next() { try body(grid) }
  }
}

/// A reader and the stretch that it has read, or is reading, before it is asked for.
private final class ReadingAhead: @unchecked Sendable {
  // Of the other core from the beginning of a stretch until the group was waited for.
  private var reader: CSVReader
  private var read: Result<Grid?, SpreadsheetFault> = .success(nil)
  private let reading = DispatchGroup()

  init(_ reader: CSVReader) {
    self.reader = reader
    readOn()
  }

  private func readOn() {
    DispatchQueue.global().async(group: reading) { [self] in
      read = Result { () throws(SpreadsheetFault) in try reader.nextGrid() }
    }
  }

  func next() throws(SpreadsheetFault) -> Grid? {
    reading.wait()
    guard let grid = try read.get() else { return nil }
    readOn()
    return grid
  }
}
