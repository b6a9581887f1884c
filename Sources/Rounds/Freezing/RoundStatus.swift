import Catalogue
import Foundation
import Vocabulary

/// Where a round stands: its dates, what was submitted, what is published, and what has changed since.
public struct RoundStatus: Encodable, Sendable {
  /// An input that is not what the release was made from.
  public struct Change: Encodable, Sendable, Equatable {
    /// What happened to an input since the release.
    public enum Kind: String, Encodable, Sendable { case added, changed, removed }
    /// Below the workspace.
    public var path: String
    public var kind: Kind
  }

  public var programme: String
  public var round: String
  public var state: String
  /// Whether its files and definitions are pinned.
  public var isPinned: Bool
  public var referenceYear: Int
  public var opens: String?
  public var closes: String?
  public var submissions: Int
  /// The release that is shown, and the day of its run; nil where none is.
  public var run: String?
  public var published: String?
  /// Since that release; empty without one.
  public var changes: [Change]

  /// - Throws: `noInput` or `configuration` where the round's file cannot be read.
  public init(_ name: RoundName, in workspace: Workspace) throws(RoundsError) {
    let places = RoundPlaces(name, in: workspace)
    let round = try Round.load(CatalogueFile(path: places.roundFile, text: try workspace.text(of: places.roundFile)))
    programme = name.programme
    self.round = name.round
    state = round.state.rawValue
    isPinned = places.isFrozen
    referenceYear = round.referenceYear
    opens = round.opens.map { "\($0)" }
    closes = round.closes.map { "\($0)" }
    submissions = try workspace.names(in: "\(places.folder)/submissions").count
    let release = name.reports
    try Manifest.refuseNewer(release, in: workspace)
    let manifest = Manifest.read(workspace.absolute(release))
    run = manifest?.run
    published = manifest?.date
    changes =
      try manifest.map { manifest throws(RoundsError) in
        try Self.changes(since: manifest, InputTree(name, in: workspace))
      } ?? []
  }

  static func changes(since manifest: Manifest, _ now: InputTree) -> [Change] {
    let before = Dictionary(manifest.inputs.map { ($0.path, $0.sha256) }, uniquingKeysWith: { $1 })
    var changes = now.files.compactMap { file -> Change? in
      guard let known = before[file.path] else { return Change(path: file.path, kind: .added) }
      return known == file.sha256 ? nil : Change(path: file.path, kind: .changed)
    }
    changes += manifest.inputs.filter { now[$0.path] == nil }.map { Change(path: $0.path, kind: .removed) }
    return changes.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }
}
