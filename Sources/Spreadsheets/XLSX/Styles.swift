/// The number format of every cell style of a workbook.
struct Styles {
  private let formats: [NumberFormat]

  static let none = Styles(formats: [])

  /// The format of the style that a cell names by its number; plain if there is no such style.
  @inline(__always)
  func format(of style: Int) -> NumberFormat {
    style >= 0 && style < formats.count ? formats[style] : .plain
  }

  static func read(_ part: String, in archive: ZipArchive) throws(SpreadsheetFault) -> Styles {
    let handler = StylesHandler(limits: archive.limits)
    try archive.parse(part, with: handler)
    // A code in the file wins over the number's usual meaning.
    return Styles(
      formats: handler.cellFormats.map { handler.customFormats[$0] ?? NumberFormat(builtIn: $0) })
  }
}

private final class StylesHandler: XMLHandler {
  var customFormats: [Int: NumberFormat] = [:]
  /// Number format ids in the order of the cell styles.
  var cellFormats: [Int] = []
  private var isInCellStyles = false

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch depth {
    case 2:
      isInCellStyles = name == "cellXfs"
    case 3 where isInCellStyles && name == "xf":
      cellFormats.append(attributes.integer("numFmtId") ?? 0)
    case 3 where name == "numFmt":
      guard let id = attributes.integer("numFmtId"), let code = attributes.string("formatCode") else { return }
      customFormats[id] = NumberFormat(code: code)
    default: break
    }
  }
}
