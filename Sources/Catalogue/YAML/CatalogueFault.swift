/// A fault in a file of the catalogue or of a workspace, with the line where it stands.
public struct CatalogueFault: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Path below the workspace.
  public var file: String
  /// From 1.
  public var line: Int
  public var message: String

  public init(file: String, line: Int, message: String) {
    self.file = file
    self.line = line
    self.message = message
  }

  public static func < (a: CatalogueFault, b: CatalogueFault) -> Bool {
    (a.file, a.line, a.message) < (b.file, b.line, b.message)
  }

  public var description: String { "\(file):\(line): \(message)" }
}

/// A YAML file by its path below the workspace and its text.
public struct CatalogueFile: Sendable {
  public var path: String
  public var text: String

  public init(path: String, text: String) {
    self.path = path
    self.text = text
  }
}
