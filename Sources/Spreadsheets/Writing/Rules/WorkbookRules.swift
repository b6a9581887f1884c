/// The rules of a whole workbook: properties, names and what refers to what.
///
/// Everything that can be told without looking at each cell is told here, before a file exists; cells are looked at
/// while they are written.
enum WorkbookRules {
  static func check(_ workbook: Workbook) throws(WorkbookFault) {
    try check(workbook.properties)
    guard let first = workbook.sheets.first else { throw WorkbookFault(.noSheet) }
    guard !first.isHidden else { throw WorkbookFault(.hiddenFirstSheet, sheet: first.name) }

    for sheet in workbook.sheets where !NameRules.allowsSheet(sheet.name) {
      throw WorkbookFault(.sheetName, sheet: sheet.name)
    }
    try checkUnique(workbook.sheets.map(\.name), "sheet")
    let references = References(
      sheets: Set(workbook.sheets.map(\.name)), lists: Set(workbook.definedNames.map(\.name)))
    for name in workbook.definedNames { try check(name, references) }
    // Tables and defined names share one space of names.
    try checkUnique(
      workbook.definedNames.map(\.name) + workbook.sheets.compactMap(\.table?.name), "table or defined name")
    for sheet in workbook.sheets { try SheetRules.check(sheet, references) }
  }

  private static func check(_ properties: Workbook.Properties) throws(WorkbookFault) {
    // Zero means "now" to the library; the year 9999 is the last that the file's form of a date has.
    guard properties.created != 0, (-2_208_988_800...253_402_300_799).contains(properties.created) else {
      throw WorkbookFault(.properties, "created \(properties.created)")
    }
    let texts = [
      properties.title, properties.subject, properties.author, properties.company, properties.category,
      properties.keywords, properties.comments,
    ]
    for text in texts { try TextRules.check(text, atMost: TextRules.property, "a property") }
    for property in properties.custom {
      try TextRules.checkPresent(property.name, "a property's name")
      try TextRules.checkPresent(property.value, "the property '\(property.name)'")
      try TextRules.check(property.name, atMost: TextRules.property, "a property's name")
      try TextRules.check(property.value, atMost: TextRules.property, "the property '\(property.name)'")
    }
    try checkUnique(properties.custom.map(\.name), "property")
  }

  private static func check(_ name: DefinedName, _ references: References) throws(WorkbookFault) {
    guard NameRules.allowsDefinedName(name.name) else { throw WorkbookFault(.definedName, "'\(name.name)'") }
    try references.sheet(name.target.sheet, from: "")
    try SheetBounds.check(name.target.range, sheet: name.target.sheet)
  }

  /// Excel does not tell names apart that differ in case alone.
  private static func checkUnique(_ names: [String], _ what: String) throws(WorkbookFault) {
    var seen: Set<String> = []
    for name in names where !seen.insert(name.lowercased()).inserted {
      throw WorkbookFault(.duplicateName, "\(what) '\(name)'")
    }
  }
}
