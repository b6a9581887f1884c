import CXlsxWriter

/// Writes a workbook value into the library's workbook.
struct WorkbookWriter {
  let workbook: Workbook
  let library: UnsafeMutablePointer<lxw_workbook>
  let place: WritingPlace

  func write() throws(XLSXWritingError) {
    try writeProperties()
    let formats = FormatStore(workbook: library)
    let richText = RichText()
    let references = References(
      sheets: Set(workbook.sheets.map(\.name)), lists: Set(workbook.definedNames.map(\.name)))
    // All sheets first: what one refers to is there, and their order does not depend on their content.
    var worksheets: [UnsafeMutablePointer<lxw_worksheet>] = []
    for sheet in workbook.sheets {
      // The library asks for its memory mode once for the whole workbook, but keeps it sheet by sheet.
      library.pointee.options.constant_memory = sheet.isStreamed ? 1 : 0
      guard let worksheet = workbook_add_worksheet(library, sheet.name) else {
        throw .refused(WorkbookFault(.sheetName, sheet: sheet.name, "refused by the library"))
      }
      worksheets.append(worksheet)
    }
    for name in workbook.definedNames { try write(name) }
    for (sheet, worksheet) in zip(workbook.sheets, worksheets) {
      var place = place
      place.sheet = sheet.name
      try SheetWriter(
        sheet: sheet, worksheet: worksheet, workbook: library, formats: formats, richText: richText,
        references: references, place: place
      ).write()
    }
    if let first = worksheets.first { worksheet_activate(first) }
  }

  private func writeProperties() throws(XLSXWritingError) {
    let properties = workbook.properties
    let strings = CStrings()
    var options = lxw_doc_properties()
    options.title = strings.unlessEmpty(properties.title)
    options.subject = strings.unlessEmpty(properties.subject)
    options.author = strings.unlessEmpty(properties.author)
    options.company = strings.unlessEmpty(properties.company)
    options.category = strings.unlessEmpty(properties.category)
    options.keywords = strings.unlessEmpty(properties.keywords)
    options.comments = strings.unlessEmpty(properties.comments)
    options.created = time_t(properties.created)
    try place.check(workbook_set_properties(library, &options))
    for property in properties.custom {
      try place.check(
        workbook_set_custom_property_string(library, strings(property.name), strings(property.value)))
    }
    withExtendedLifetime(strings) {}
  }

  private func write(_ name: DefinedName) throws(XLSXWritingError) {
    let (first, last) = (name.target.range.topLeft, name.target.range.bottomRight)
    let sheet = NameRules.quoted(name.target.sheet)
    let from = "$\(CellAddress.letters(ofColumn: first.column))$\(first.row + 1)"
    let to = "$\(CellAddress.letters(ofColumn: last.column))$\(last.row + 1)"
    try place.check(workbook_define_name(library, name.name, "=\(sheet)!" + (from == to ? from : "\(from):\(to)")))
  }
}
