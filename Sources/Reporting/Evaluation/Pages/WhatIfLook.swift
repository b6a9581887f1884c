import Spreadsheets

/// How the rows of the what-if page look: the higher in the framework, the heavier; what may be changed is cream, in a box and unlocked.
struct WhatIfLook {
  private let styles: Styles

  init(_ styles: Styles) { self.styles = styles }

  private func isHeavy(_ row: WhatIfRow) -> Bool { row.indicator == nil && row.depth < 3 }
  private func fill(_ row: WhatIfRow) -> Colour? { row.depth < 2 ? Palette.band : nil }
  private func size(_ row: WhatIfRow) -> Double { row.indicator == nil ? 10 : 9.5 }

  func text(_ row: WhatIfRow) -> CellFormat {
    styles.cell(
      row.depth == 0 ? 12 : size(row), bold: isHeavy(row), row.indicator == nil ? Palette.ink : Palette.text,
      fill: fill(row), bottom: Styles.hairline)
  }

  func code(_ row: WhatIfRow) -> CellFormat {
    styles.cell(9, bold: isHeavy(row), Palette.muted, fill: fill(row), align: .left, bottom: Styles.hairline)
  }

  func number(_ row: WhatIfRow, _ format: String, bold: Bool = false, quiet: Bool = false) -> CellFormat {
    styles.cell(
      row.depth == 0 && bold ? 12 : size(row), bold: bold, quiet ? Palette.muted : Palette.ink, fill: fill(row),
      number: format, align: .right, bottom: Styles.hairline)
  }

  func sign(_ row: WhatIfRow) -> CellFormat {
    styles.cell(9, bold: true, Palette.bad, fill: fill(row), align: .left, bottom: Styles.hairline)
  }

  /// A value to be changed: a box.
  func input(_ format: String) -> CellFormat {
    var cell = styles.cell(10, bold: true, Palette.ink, fill: Palette.input, number: format, align: .right)
    cell.borders = .box(Border(.thin, Palette.inputBorder))
    cell.locked = false
    return cell
  }

  /// A part of the method to be changed: cream alone, since few will.
  func input(_ format: String, _ row: WhatIfRow) -> CellFormat {
    var cell = styles.cell(
      size(row), Palette.text, fill: Palette.input, number: format, align: .right, bottom: Styles.hairline)
    cell.locked = false
    return cell
  }
}
