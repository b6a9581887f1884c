import CXlsxWriter
import Foundation
import Spreadsheets

/// The cells of a workbook as plain values and C strings; it is only read after it was made.
final class LoadedWorkbook: @unchecked Sendable {
  private struct PlainCell {
    enum Content {
      case blank
      case number(Double)
      case text(UnsafeMutablePointer<CChar>)
      case formula(UnsafeMutablePointer<CChar>, number: Double)
      case textFormula(UnsafeMutablePointer<CChar>, text: UnsafeMutablePointer<CChar>)
    }
    var row: UInt32
    var column: UInt16
    var style: Int
    var content: Content
  }

  private var sheets: [(name: String, cells: [PlainCell])] = []
  private var styleCount = 0
  private var texts: [String: UnsafeMutablePointer<CChar>] = [:]

  /// - Parameter path: A workbook of ours: its n-th sheet is the part `sheet<n>.xml`.
  init(path: String) throws {
    let parts = try WorkbookParts(path: path)
    let strings = SharedTextParser()
    if parts.contains("xl/sharedStrings.xml") { try parts.parse("xl/sharedStrings.xml", strings) }
    for (index, sheet) in try XLSXReader(path: path, limits: .source).sheets.enumerated() {
      let parser = SheetCellParser()
      try parts.parse("xl/worksheets/sheet\(index + 1).xml", parser)
      sheets.append((sheet.name, parser.cells.map { plain($0, strings.texts) }))
    }
    styleCount = (sheets.flatMap { $0.cells.map(\.style) }.max() ?? 0) + 1
  }

  deinit { texts.values.forEach { free($0) } }

  private func plain(_ cell: SheetCellParser.Cell, _ strings: [String]) -> PlainCell {
    let text = cell.type == "s" ? strings[Int(cell.value) ?? 0] : cell.value
    let isText = ["s", "str", "inlineStr"].contains(cell.type)
    let content: PlainCell.Content =
      if cell.formula.isEmpty {
        text.isEmpty ? .blank : isText ? .text(pointer(text)) : .number(Double(text) ?? 0)
      } else if isText {
        .textFormula(pointer("=" + cell.formula), text: pointer(text))
      } else {
        .formula(pointer("=" + cell.formula), number: Double(text) ?? 0)
      }
    return PlainCell(row: UInt32(cell.row), column: UInt16(cell.column), style: cell.style, content: content)
  }

  private func pointer(_ string: String) -> UnsafeMutablePointer<CChar> {
    if let known = texts[string] { return known }
    guard let copy = strdup(string) else { fatalError("out of memory") }
    texts[string] = copy
    return copy
  }

  var cellCount: Int { sheets.reduce(0) { $0 + $1.cells.count } }

  func write(to path: String) throws {
    guard let workbook = workbook_new(path) else { throw BenchError("out of memory") }
    var properties = lxw_doc_properties()
    properties.created = 1
    workbook_set_properties(workbook, &properties)
    let formats = try (0..<styleCount).map { style in
      guard let format = workbook_add_format(workbook) else { throw BenchError("out of memory") }
      format_set_font_name(format, "Arial")
      // What makes them different does not matter.
      format_set_font_size(format, 8 + Double(style) / 8)
      return format
    }
    for sheet in sheets {
      guard let worksheet = workbook_add_worksheet(workbook, sheet.name) else {
        throw BenchError("the library refuses the sheet \(sheet.name)")
      }
      for cell in sheet.cells {
        let format = formats[cell.style]
        let code =
          switch cell.content {
          case .blank: worksheet_write_blank(worksheet, cell.row, cell.column, format)
          case .number(let number): worksheet_write_number(worksheet, cell.row, cell.column, number, format)
          case .text(let text): worksheet_write_string(worksheet, cell.row, cell.column, text, format)
          case .formula(let formula, let number):
            worksheet_write_formula_num(worksheet, cell.row, cell.column, formula, format, number)
          case .textFormula(let formula, let text):
            worksheet_write_formula_str(worksheet, cell.row, cell.column, formula, format, text)
          }
        guard code == LXW_NO_ERROR else { throw BenchError("the library refuses a cell: \(code)") }
      }
    }
    let code = workbook_close(workbook)
    guard code == LXW_NO_ERROR else { throw BenchError("the library cannot write \(path): \(code)") }
  }
}
