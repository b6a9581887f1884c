import Vocabulary

/// A list of codes with their meanings, such as the tools for developing a learning city.
public struct CodeList: Sendable {
  /// One code with its names; `CORE` of `zone`.
  public struct Code: Sendable {
    public var id: String
    public var label: LocalizedText
    public var definition: LocalizedText?
  }

  public var id: String
  public var label: LocalizedText
  public var codes: [Code]

  /// The code of an id, or nil where the list has none.
  public subscript(code: String) -> Code? { codes.first { $0.id == code } }
}

/// A dimension by which figures are broken down.
public struct Dimension: Sendable {
  public var list: CodeList
  /// Codes are the city's own (districts), not the catalogue's.
  public var isOpen: Bool
  public var id: String { list.id }
}
