/// A table of the warehouse: the rows of one file of every published round, or what the rounds agree on.
public struct WarehouseTable: Sendable {
  /// One column, named as in the release's file but in small letters.
  public struct Column: Sendable {
    /// How its values are kept.
    public enum Kind: String, Sendable {
      case text = "TEXT"
      case real = "REAL"
      case integer = "INTEGER"
      /// `true` or `false` in the file, 1 or 0 here.
      case flag
    }
    public var name: String
    public var kind: Kind
    /// Never NULL; an empty text where the file has nothing.
    public var isRequired: Bool
    /// The table whose key is the column of the same name.
    public var references: String?

    /// The name in the release's file.
    public var field: String { name.uppercased() }

    static func text(_ name: String, _ references: String? = nil, optional: Bool = false) -> Column {
      Column(name: name, kind: .text, isRequired: !optional, references: references)
    }
    static func maybe(_ name: String, _ references: String? = nil) -> Column { text(name, references, optional: true) }
    static func real(_ name: String) -> Column { Column(name: name, kind: .real, isRequired: false) }
    static func integer(_ name: String, optional: Bool = false) -> Column {
      Column(name: name, kind: .integer, isRequired: !optional)
    }
    static func flag(_ name: String) -> Column { Column(name: name, kind: .flag, isRequired: true) }
  }

  /// Where the rows come from.
  public enum Source: Sendable, Equatable {
    /// A CSV file of the release, by its name without the ending.
    case file(String)
    /// What the manifest says of the release, and of what went into it.
    case release
    case inputs
    /// The program itself: what the tables and columns mean.
    case documentation
  }

  /// What a row stands for.
  public enum Scope: Sendable {
    /// Something that one round said; the table has the round as its first column.
    case round
    /// Something that the rounds share, as the latest of them says.
    case programme
  }

  public var name: String
  public var source: Source
  public var scope: Scope
  public var columns: [Column]
  public var key: [String]
  public var indexes: [[String]] = []
  /// Several columns that together refer to another table's key of the same names.
  public var reference: (table: String, columns: [String])?

  /// The file that a release must have for the table.
  public var file: String? { if case .file(let name) = source { "\(name).csv" } else { nil } }
}
