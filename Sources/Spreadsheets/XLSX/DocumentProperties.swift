/// The properties of a document: custom ones under their names, core ones under `core:creator` and the like.
final class DocumentProperties: XMLHandler {
  private(set) var values: [String: String] = [:]
  private var pendingName: String?

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if depth == 2 {
      // Core properties are elements with text; a custom one holds its value in an element of its type.
      pendingName = name == "property" ? attributes.string("name") : "core:" + String(cString: name.local)
      beginText()
    }
  }

  override func end(_ name: XMLName) {
    guard depth == 2, let pendingName else { return }
    collectsText = false
    let length = EscapedText.decode(collectedText)
    values[pendingName] = String(decoding: collectedText.prefix(length), as: UTF8.self)
    self.pendingName = nil
  }
}
