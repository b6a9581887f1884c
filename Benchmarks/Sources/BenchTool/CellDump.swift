import Foundation
import Spreadsheets

/// Prints every cell of files as our readers see it, one line of JSON each, for comparison with other readers.
enum CellDump {
  private struct Line: Encodable {
    var file: String
    var sheet: String?
    /// From 0.
    var row: Int?
    var column: Int?
    var kind: String?
    /// Of numbers, dates (days of the 1900 system) and booleans.
    var number: Double?
    var text: String?
    var isFormula: Bool?
    /// Why the file, or the sheet, is not read.
    var refused: String?
  }

  static func print(files: [String]) {
    for file in files {
      do throws(SpreadsheetFault) {
        switch try OpenedFile(path: file, limits: .source) {
        case .workbook(let reader):
          for sheet in reader.sheets { try printCells(of: try reader.grid(of: sheet), file) }
        case .text(let reader): try printCells(of: try reader.grid(), file)
        }
      } catch {
        print(Line(file: file, refused: "\(error.kind.rawValue): \(error.detail)"))
      }
    }
  }

  private static func printCells(of grid: Grid, _ file: String) throws(SpreadsheetFault) {
    print(Line(file: file, sheet: grid.name))
    for cell in grid.cells {
      let isText = cell.kind == .text || cell.kind == .error
      print(
        Line(
          file: file, sheet: grid.name, row: cell.row, column: cell.column, kind: "\(cell.kind)",
          number: isText ? nil : cell.number, text: isText ? grid.string(of: cell) : nil,
          isFormula: cell.traits.contains(.formula)))
    }
  }

  private static func print(_ line: Line) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    guard let json = try? encoder.encode(line) else { preconditionFailure("a finite number can be encoded") }
    FileHandle.standardOutput.write(json + [UInt8(ascii: "\n")])
  }
}
