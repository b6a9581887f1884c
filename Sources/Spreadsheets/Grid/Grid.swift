/// A worksheet, or a stretch of rows of a CSV file: its non-empty cells in row order, each knowing its address.
///
///     let workbook = try XLSXReader(path: file)
///     for sheet in workbook.sheets {
///       let grid = try workbook.grid(of: sheet)
///       for row in grid.rows { … grid.display(of: cell) … }
///     }
///
/// Cells stand in one contiguous array sorted by (row, column). Text stays UTF-8 bytes, either in the file's own memory or
/// in a buffer of the grid; it is valid while the grid lives.
public struct Grid: Sendable {
  /// The sheet's name; empty for CSV.
  public var name: String
  public package(set) var cells: [Cell]
  /// Rows and columns that the sheet hides, from 0.
  public var hiddenRows: [ClosedRange<Int>] = []
  public var hiddenColumns: [ClosedRange<Int>] = []
  public var mergedRanges: [CellRange] = []
  /// The whole sheet is hidden.
  public var isHidden = false

  package var fileText: TextStorage
  package var ownText: [UInt8]

  package init(name: String, cells: [Cell], fileText: TextStorage = .empty, ownText: [UInt8] = []) {
    self.name = name
    self.cells = cells
    self.fileText = fileText
    self.ownText = ownText
  }

  /// Calls `body` with the UTF-8 bytes of a `text` or `error` cell; the bytes must not escape.
  public func withText<Result>(of cell: Cell, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result
  {
    if cell.traits.contains(.ownText) {
      return try ownText.withUnsafeBufferPointer { own in
        try body(UnsafeBufferPointer(rebasing: own[cell.textOffset..<cell.textOffset + cell.textLength]))
      }
    }
    return try withExtendedLifetime(fileText) {
      try body(UnsafeBufferPointer(rebasing: fileText.bytes[cell.textOffset..<cell.textOffset + cell.textLength]))
    }
  }

  /// Calls `body` with the texts of all cells, for loops over many of them; they must not escape.
  package func withTexts<Result>(_ body: (GridTexts) throws -> Result) rethrows -> Result {
    try withExtendedLifetime(fileText) {
      try ownText.withUnsafeBufferPointer { try body(GridTexts(file: fileText.bytes, own: $0)) }
    }
  }

  /// The text of a `text` or `error` cell as it stands in the file.
  public func string(of cell: Cell) -> String {
    withText(of: cell) { String(decoding: $0, as: UTF8.self) }
  }

  /// The cell as a person would read it: text as it is, numbers in shortest form, `TRUE`, `#REF!`.
  public func display(of cell: Cell) -> String {
    switch cell.kind {
    case .text, .error: string(of: cell)
    case .boolean: cell.number == 0 ? "FALSE" : "TRUE"
    case .number, .date:
      cell.number == cell.number.rounded() && abs(cell.number) < 1e15
        ? String(Int64(cell.number)) : String(cell.number)
    }
  }

  /// The non-empty rows, top down; each is a slice of ``cells``.
  public var rows: Rows { Rows(cells: cells) }

  /// The cell at an address, or nil where the grid is empty.
  public func cell(at address: CellAddress) -> Cell? {
    var low = 0
    var high = cells.count
    while low < high {
      let middle = (low + high) / 2
      if cells[middle].address < address { low = middle + 1 } else { high = middle }
    }
    guard low < cells.count, cells[low].address == address else { return nil }
    return cells[low]
  }

  /// One past the last non-empty row.
  public var rowCount: Int { (cells.last?.row ?? -1) + 1 }
}

/// The non-empty rows of a grid as slices of its cells.
public struct Rows: Sequence, IteratorProtocol, Sendable {
  let cells: [Cell]
  var position = 0

  init(cells: [Cell]) { self.cells = cells }

  public mutating func next() -> ArraySlice<Cell>? {
    guard position < cells.count else { return nil }
    let start = position
    let row = cells[start].row
    while position < cells.count, cells[position].row == row { position += 1 }
    return cells[start..<position]
  }
}

/// The UTF-8 bytes of a grid's `text` and `error` cells.
package struct GridTexts {
  @usableFromInline let file: UnsafeBufferPointer<UInt8>
  @usableFromInline let own: UnsafeBufferPointer<UInt8>

  @inlinable @inline(__always) package subscript(cell: Cell) -> UnsafeBufferPointer<UInt8> {
    let source = cell.traits.contains(.ownText) ? own : file
    return UnsafeBufferPointer(rebasing: source[cell.textOffset..<cell.textOffset + cell.textLength])
  }
}
