import CXlsxWriter

extension SheetWriter {
  /// The paper is always A4, number 9 in the file.
  func writePrintSetup() throws(XLSXWritingError) {
    let print = sheet.print
    worksheet_set_paper(worksheet, 9)
    switch print.orientation {
    case .landscape: worksheet_set_landscape(worksheet)
    case .portrait: worksheet_set_portrait(worksheet)
    }
    worksheet_set_margins(
      worksheet, print.margins.left, print.margins.right, print.margins.top, print.margins.bottom)
    switch print.fit {
    case .onePage: worksheet_fit_to_pages(worksheet, 1, 1)
    case .onePageWide: worksheet_fit_to_pages(worksheet, 1, 0)
    case .scaled(let percent, let rows):
      worksheet_set_print_scale(worksheet, UInt16(percent))
      // The list ends with zero.
      var breaks = rows.map { UInt32($0) } + [0]
      try place.check(worksheet_set_h_pagebreaks(worksheet, &breaks))
    case nil: break
    }
    if let rows = print.repeatRows {
      try place.check(worksheet_repeat_rows(worksheet, UInt32(rows.lowerBound), UInt32(rows.upperBound)))
    }
    if let area = print.area {
      try place.check(
        worksheet_print_area(
          worksheet, area.topLeft.libraryRow, area.topLeft.libraryColumn, area.bottomRight.libraryRow,
          area.bottomRight.libraryColumn))
    }
    if print.centredHorizontally { worksheet_center_horizontally(worksheet) }
    if let footer = print.footer {
      let code = FooterCode.code(of: footer)
      guard !code.isEmpty else { return }
      var options = lxw_header_footer_options()
      options.margin = print.margins.footer
      try place.check(worksheet_set_footer_opt(worksheet, code, &options))
    }
  }
}
