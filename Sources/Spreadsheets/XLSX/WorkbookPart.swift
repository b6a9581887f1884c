/// The workbook part: its sheets in order, its names, its date system.
final class WorkbookPart: XMLHandler {
  struct Sheet {
    let name: String
    let isHidden: Bool
    let relationship: String
  }

  /// The part is a workbook, and not a text document or a presentation.
  private(set) var isWorkbook = false
  private(set) var sheets: [Sheet] = []
  private(set) var definedNames: [String: String] = [:]
  /// Serial 0 is 1904-01-01, as old Macintosh versions had it.
  private(set) var usesDateSystem1904 = false

  private var pendingName: String?
  private var pendingScope: Int?

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch depth {
    case 1:
      isWorkbook = name == "workbook"
    case 2 where name == "workbookPr":
      usesDateSystem1904 = attributes.flag("date1904")
    case 3 where name == "sheet":
      // Each has a part of its own in an honest workbook.
      guard sheets.count < limits.entries else {
        return refuse(SpreadsheetFault(.bomb, "more than \(limits.entries) sheets"))
      }
      let state = attributes.string("state") ?? "visible"
      sheets.append(
        Sheet(
          name: attributes.string("name") ?? "", isHidden: state != "visible",
          relationship: attributes.string("id") ?? ""))
    case 3 where name == "definedName":
      pendingName = attributes.string("name")
      pendingScope = attributes.integer("localSheetId")
      beginText()
    default: break
    }
  }

  override func end(_ name: XMLName) {
    guard depth == 3, let pendingName else { return }
    collectsText = false
    self.pendingName = nil
    // A name that belongs to one sheet is written as a formula elsewhere would write it.
    if let pendingScope {
      guard sheets.indices.contains(pendingScope) else { return }
      definedNames["\(sheets[pendingScope].name)!\(pendingName)"] = collectedString
    } else {
      definedNames[pendingName] = collectedString
    }
  }
}
