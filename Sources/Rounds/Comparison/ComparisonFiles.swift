import Foundation
import Spreadsheets
import Vocabulary

extension ReleaseComparison {
  private static let columns = ["table", "key", "column", "change", "old", "new", "reason"]

  private func fields(_ change: Change) -> [String] {
    [change.table, change.key, change.column, change.kind.rawValue, change.old, change.new, change.reason.rawValue]
  }

  /// Writes the changes as CSV or as a workbook, by the ending of the name. A file that is there is not touched.
  /// - Throws: `cannotCreate` or `inputOutput`; of a workbook also where there are more changes than a sheet has rows.
  public func write(to path: String) throws(RoundsError) {
    guard !FileManager.default.fileExists(atPath: path) else {
      throw RoundsError(.cannotCreate, "\(path) is there already", cure: "move it away, or name another file")
    }
    path.hasSuffix(".xlsx") ? try writeWorkbook(to: path) : try writeCSV(to: path)
  }

  private func writeCSV(to path: String) throws(RoundsError) {
    var csv = CSVWriter(header: Self.columns.map { $0.uppercased() })
    for change in changes {
      for field in fields(change) { csv.text(field) }
      csv.endRow()
    }
    try OutputFile.replace(path) { (file) throws(RoundsError) in try file.write(csv.bytes) }
  }

  private func writeWorkbook(to path: String) throws(RoundsError) {
    guard changes.count < 1_000_000 else {
      throw RoundsError(
        .cannotCreate, "\(changes.count) changes are more than a sheet has rows",
        cure: "name a file that ends with .csv")
    }
    let head = CellFormat(font: Font(bold: true))
    let rows = changes.isEmpty ? [["", "", "", "", "", "", ""]] : changes.map(fields)
    var sheet = Sheet(name: "Changes · การเปลี่ยนแปลง")
    sheet.set(.text("\(old) → \(new)"), row: 0, column: 0, format: head)
    sheet.table = DataTable(
      name: "tbl_changes", headerRow: 2,
      columns: Self.columns.enumerated().map { index, name in
        let texts = rows.map { $0[index] }
        let width: Double = index == 1 ? 60 : 18
        return DataColumn(
          header: name, width: width, format: CellFormat(), values: .texts(texts), missing: "[z]")
      }, headerFormat: head)
    sheet.frozenRows = 3
    do throws(XLSXWritingError) {
      try XLSXWriter.write(
        Workbook(properties: .init(title: "\(old) → \(new)", created: 1), sheets: [sheet]), toPath: path)
    } catch {
      throw RoundsError(.inputOutput, "\(path) cannot be written: \(error)", cure: "check space and permissions")
    }
  }
}
