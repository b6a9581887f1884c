import Foundation
import GNLCTestSupport
import Spreadsheets

/// The bytes are a whole file.
struct WorkbookTarget: FuzzTarget {
  static func seeds() throws -> [[UInt8]] {
    [WorkbookParts().archive().bytes, try SeedWorkbooks.written(), ZipBuilder([.init("notes.txt", "hello")]).bytes]
  }

  func run(_ bytes: [UInt8]) {
    _ = FileKind.sniff(bytes)
    WorkbookReading.readEverything(bytes)
  }
}

/// The bytes are the parts of a workbook in a sound archive, so that they reach the parsers behind it.
struct WorkbookPartsTarget: FuzzTarget {
  static func seeds() throws -> [[UInt8]] {
    let parts = WorkbookParts()
    let all = parts.contents.map { Array($0.utf8) }
    let each = all.indices.map { index in
      all.indices.map { $0 == index ? all[$0] : [] }
    }
    return ([all] + each).map { Array($0.joined(separator: [pieceSeparator])) }
  }

  func run(_ bytes: [UInt8]) {
    var input = InputReader(bytes)
    WorkbookReading.readEverything(WorkbookParts().archive(replacing: input.pieces()).bytes)
  }
}

enum WorkbookReading {
  /// Touches every text, so that a place outside of its memory would be seen.
  static func readEverything(_ bytes: [UInt8]) {
    do throws(SpreadsheetFault) {
      let reader = try XLSXReader(bytes: bytes)
      for sheet in reader.sheets {
        let grid = try reader.grid(of: sheet)
        for cell in grid.cells { _ = grid.display(of: cell) }
        precondition(
          zip(grid.cells, grid.cells.dropFirst()).allSatisfy { $0.address < $1.address }, "cells stand in order")
        precondition(grid.cells.allSatisfy { grid.cell(at: $0.address) != nil }, "a cell is found at its address")
      }
    } catch {
      precondition(SpreadsheetFault.Kind.allCases.contains(error.kind))
    }
  }
}
