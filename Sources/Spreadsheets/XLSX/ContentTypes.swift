/// Refuses a package whose list of content types names macros, links or a binary workbook, whatever the parts are called.
final class ContentTypes: XMLHandler {
  private static let part = "[Content_Types].xml"

  static func check(_ archive: ZipArchive) throws(SpreadsheetFault) {
    guard archive.contains(part) else { return }
    try archive.parse(part, with: ContentTypes(limits: archive.limits))
  }

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    guard depth == 2, let type = attributes.string("ContentType") else { return }
    do throws(SpreadsheetFault) {
      try EntryPolicy.checkType(type, of: attributes.string("PartName") ?? type)
    } catch {
      refuse(error)
    }
  }
}
