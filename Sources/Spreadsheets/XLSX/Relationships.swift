/// The relationships of a part: which other parts it uses, for what.
final class Relationships: XMLHandler {
  struct Relationship {
    let id: String
    /// The last word of the type's address (`worksheet`), the same in the transitional and the strict format.
    let type: String
    /// The name of the part in the archive.
    let part: String
  }

  private(set) var all: [Relationship] = []
  private let folder: String

  /// - Parameter source: The part whose relationships these are; empty for the package.
  private init(source: String, limits: SpreadsheetLimits) {
    folder = Self.folder(of: source)
    super.init(limits: limits)
  }

  /// Reads the relationships of a part; none if it has no relationship part.
  ///
  /// - Throws: `macros` or `externalLinks` for relationships of those types.
  static func read(of source: String, in archive: ZipArchive) throws(SpreadsheetFault) -> Relationships {
    let relationships = Relationships(source: source, limits: archive.limits)
    let name = relationships.folder + "_rels/" + source.dropFirst(relationships.folder.count) + ".rels"
    if archive.contains(name) { try archive.parse(name, with: relationships) }
    for relationship in relationships.all { try EntryPolicy.checkType("/" + relationship.type, of: relationship.part) }
    return relationships
  }

  func part(id: String) -> Relationship? { all.first { $0.id == id } }

  func part(type: String) -> String? { all.first { $0.type == type }?.part }

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    guard depth == 2, name == "Relationship", let id = attributes.string("Id"), let type = attributes.string("Type"),
      let target = attributes.string("Target"), attributes.string("TargetMode") != "External"
    else { return }
    let lastWord = type.split(separator: "/").last.map(String.init) ?? ""
    all.append(Relationship(id: id, type: lastWord, part: Self.resolve(target, in: folder)))
  }

  private static func folder(of part: String) -> String {
    part.lastIndex(of: "/").map { String(part[...$0]) } ?? ""
  }

  /// A target is absolute in the archive (`/xl/styles.xml`) or relative to the folder of its source.
  static func resolve(_ target: String, in folder: String) -> String {
    let path = String(target.map { $0 == "\\" ? "/" : $0 })
    var steps: [Substring] = []
    for step in (path.hasPrefix("/") ? path : folder + path).split(separator: "/") {
      switch step {
      case ".": continue
      case "..": _ = steps.popLast()
      default: steps.append(step)
      }
    }
    return steps.joined(separator: "/")
  }
}
