/// Streams a worksheet into cells.
///
/// Most of the time of reading a workbook passes here and in the XML parser below it: the way of a cell allocates nothing.
final class SheetHandler: StringItemHandler {
  enum CellType {
    case number
    case sharedString
    case text
    case inlineText
    case boolean
    case error
    case isoDate
  }

  private enum Section {
    case other
    case columns
    case rows
    case merges
  }

  let sharedStrings: SharedStrings
  let styles: Styles
  let usesDateSystem1904: Bool
  private let inflatedSize: Int

  // One thread and no call from inside: what is checked elsewhere would be checked here for every cell of a large sheet.
  @exclusivity(unchecked) var cells: [Cell] = []
  @exclusivity(unchecked) var ownText: [UInt8] = []
  private(set) var hiddenRows: [ClosedRange<Int>] = []
  private(set) var hiddenColumns: [ClosedRange<Int>] = []
  private(set) var mergedRanges: [CellRange] = []
  var isInOrder = true
  var lastPosition = -1
  /// Where the last tag ended behind which a row may begin, in bytes of what expat was given; negative where
  /// none may begin.
  private(set) var boundary = -1

  // Where the reading stands.
  private var section = Section.other
  private var isInRow = false
  private var isInCell = false
  private var isInInlineText = false
  var currentRow = -1
  var nextColumn = 0

  // The cell being read.
  var row = 0
  var column = 0
  var type = CellType.number
  var style = 0
  var traits: Cell.Traits = []
  /// The cell's value in ``text``; nil before there is one.
  var value: Range<Int>?

  init(
    sharedStrings: SharedStrings, styles: Styles, usesDateSystem1904: Bool, inflatedSize: Int, limits: SpreadsheetLimits
  ) {
    self.sharedStrings = sharedStrings
    self.styles = styles
    self.usesDateSystem1904 = usesDateSystem1904
    self.inflatedSize = inflatedSize
    super.init(limits: limits)
  }

  // The depth tells the place: worksheet 1, sheetData 2, row 3, c 4, its value 5, the pieces of an inline text below.
  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch depth {
    case 5 where isInCell: startValue(name)
    case 4 where isInRow:
      if name.letter == UInt8(ascii: "c") { startCell(attributes) }
    case 3: startRecord(name, attributes)
    case 2: startSection(name, attributes)
    case 6... where isInInlineText: startInItem(name, attributes, level: depth - 5)
    default: break
    }
  }

  override func end(_ name: XMLName) {
    switch depth {
    case 5 where isInCell: endValue(name)
    case 4 where isInCell:
      isInCell = false
      finishCell()
    case 3:
      isInRow = false
      if section == .rows { boundary = tagEnd }
    case 2:
      if section == .rows { boundary = -1 }
      section = .other
    case 6... where isInInlineText: endInItem(name, level: depth - 5)
    default: break
    }
  }

  private func startSection(_ name: XMLName, _ attributes: XMLAttributes) {
    if name == "sheetData" {
      section = .rows
      boundary = tagEnd
      // Room that is not used costs no memory, only addresses; a cell takes at least some 20 bytes of XML.
      if cells.capacity == 0 { cells.reserveCapacity(inflatedSize / 20) }
    } else if name == "cols" {
      section = .columns
    } else if name == "mergeCells" {
      section = .merges
    } else if name == "dimension", let range = attributes.value("ref").flatMap(CellReference.parseRange) {
      let rows = range.bottomRight.row - range.topLeft.row + 1
      let columns = range.bottomRight.column - range.topLeft.column + 1
      cells.reserveCapacity(min(rows * columns, inflatedSize / 20))
    }
  }

  private func startRecord(_ name: XMLName, _ attributes: XMLAttributes) {
    switch section {
    case .rows where name == "row": startRow(attributes)
    case .columns where name == "col":
      guard attributes.flag("hidden"), let first = attributes.integer("min"), let last = attributes.integer("max")
      else { return }
      guard 1...CellReference.columns ~= first, first...CellReference.columns ~= last else {
        return refuse(SpreadsheetFault(.impossibleReference, "columns \(first) to \(last)"))
      }
      hiddenColumns.append(first - 1...last - 1)
    case .merges where name == "mergeCell":
      guard let reference = attributes.value("ref"), let range = CellReference.parseRange(reference) else {
        return refuse(SpreadsheetFault(.impossibleReference, "merged \(attributes.string("ref") ?? "cells")"))
      }
      mergedRanges.append(range)
    default: break
    }
  }

  private func startRow(_ attributes: XMLAttributes) {
    isInRow = true
    nextColumn = 0
    currentRow += 1
    if let written = attributes.value("r") {
      guard let number = CellReference.parseNumber(written), number > 0 else { return refuseReference(written) }
      currentRow = number - 1
    }
    guard currentRow < CellReference.rows else {
      return refuse(SpreadsheetFault(.impossibleReference, "row \(currentRow + 1)"))
    }
    guard attributes.flag("hidden") else { return }
    if let last = hiddenRows.last, last.upperBound + 1 == currentRow {
      hiddenRows[hiddenRows.count - 1] = last.lowerBound...currentRow
    } else {
      hiddenRows.append(currentRow...currentRow)
    }
  }

  private func startCell(_ attributes: XMLAttributes) {
    isInCell = true
    row = currentRow
    column = nextColumn
    type = .number
    style = 0
    traits = []
    value = nil
    text.truncate(to: 0)
    var pair = attributes.pairs
    while let name = pair[0], let written = pair[1] {
      if name[1] == 0 {
        switch UInt8(bitPattern: name[0]) {
        case UInt8(ascii: "r"):
          guard let address = CellReference.parse(written) else { return refuseReference(written) }
          row = address.row
          column = address.column
        case UInt8(ascii: "s"): style = CellReference.parseNumber(written) ?? 0
        case UInt8(ascii: "t"): type = CellType(written)
        default: break
        }
      }
      pair += 2
    }
    guard column < CellReference.columns else {
      return refuse(SpreadsheetFault(.impossibleReference, "column \(column + 1)", row: row))
    }
    nextColumn = column + 1
  }

  private func startValue(_ name: XMLName) {
    textStart = text.count
    switch name.letter {
    case UInt8(ascii: "v"):
      collectsText = true
    case UInt8(ascii: "f"):
      collectsText = true
      traits.insert(.formula)
    default:
      isInInlineText = name == "is"
    }
  }

  private func endValue(_ name: XMLName) {
    switch name.letter {
    case UInt8(ascii: "v"):
      collectsText = false
      value = textStart..<text.count
    case UInt8(ascii: "f"):
      collectsText = false
      // A formula is collected for the limit on a text only; nobody reads it.
      text.truncate(to: textStart)
    default:
      guard isInInlineText else { return }
      isInInlineText = false
      type = .inlineText
      value = textStart..<text.count
    }
  }

  private func refuseReference(_ written: UnsafePointer<CChar>) {
    refuse(SpreadsheetFault(.impossibleReference, String(String(cString: written).prefix(40)), row: currentRow))
  }
}

extension SheetHandler.CellType {
  /// The type that the attribute `t` names; text for one we do not know.
  @inline(__always)
  fileprivate init(_ written: UnsafePointer<CChar>) {
    let isOneLetter = written[0] != 0 && written[1] == 0
    switch (UInt8(bitPattern: written[0]), isOneLetter) {
    case (UInt8(ascii: "s"), true): self = .sharedString
    case (UInt8(ascii: "n"), true): self = .number
    case (UInt8(ascii: "b"), true): self = .boolean
    case (UInt8(ascii: "e"), true): self = .error
    case (UInt8(ascii: "d"), true): self = .isoDate
    case (UInt8(ascii: "i"), false): self = .inlineText
    default: self = .text
    }
  }
}
