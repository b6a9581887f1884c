import Catalogue
import Foundation
import Spreadsheets
import Vocabulary

/// A programme of one's own before anybody has reported: the files that its first round needs, each saying what to put in.
///
/// The same arguments give the same files.
public struct NewProgramme: Sendable {
  public var id: String
  /// Its name in reports; without one, a name made from the id.
  public var title: LocalizedText?
  public var cities: [NewCity]
  /// The last year of figures that the first round asks for.
  public var referenceYear: Int
  /// The day on which the first round opens.
  public var opens: CalendarDate

  public init(id: String, title: LocalizedText?, cities: [NewCity], referenceYear: Int, opens: CalendarDate) {
    self.id = id
    self.title = title
    self.cities = cities
    self.referenceYear = referenceYear
    self.opens = opens
  }

  /// Whether a text may be the id of a programme: it becomes the name of folders.
  public static func isID(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { NewCity.isIDByte($0) || $0 == UInt8(ascii: "-") }
      && text.utf8.first != UInt8(ascii: "-")
  }

  /// The round that is made.
  public var round: String { "\(referenceYear + 1)" }

  /// Puts the programme into the workspace at a folder, or its next round where it is there already. A new or empty folder becomes
  /// a workspace first.
  /// - Parameter source: The workspace whose `Indicators/` a new one copies.
  /// - Returns: The files that were written, as paths below the folder.
  /// - Throws: `cannotCreate` where something stands in the way; then nothing is written.
  public func write(to folder: String, from source: Workspace) throws(RoundsError) -> [String] {
    let isWorkspace = (try? Workspace(root: folder)) != nil
    let existing = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    guard isWorkspace || existing.isEmpty else {
      throw RoundsError(
        .cannotCreate, "\(folder) is neither empty nor a workspace", cure: "name a folder that does not exist yet")
    }
    let isNew = !FileManager.default.fileExists(atPath: "\(folder)/Inputs/\(id)")
    try checkWay(isNew: isNew, in: folder)
    let texts = try (isWorkspace ? Workspace(root: folder) : source).catalogue().texts
    if !isWorkspace { try makeWorkspace(folder, from: source) }
    let files = NewProgrammeFiles(programme: self, texts: texts)
    var written: [(path: String, text: String)] = []
    if !isWorkspace { written += [("README.md", files.readMe(.english)), ("README.th.md", files.readMe(.thai))] }
    if isNew {
      written += [
        ("Inputs/\(id)/programme.yaml", files.programmeFile()), ("Inputs/\(id)/cities.csv", files.registry()),
      ]
    }
    written.append(("Inputs/\(id)/\(round)/round.yaml", files.roundFile()))
    do {
      try FileManager.default.createDirectory(
        atPath: "\(folder)/Inputs/\(id)/\(round)/submissions", withIntermediateDirectories: true)
      for (path, text) in written { try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(path)")) }
    } catch {
      throw Self.cannotWrite(folder, error)
    }
    return written.map(\.path)
  }

  /// A programme that is there gets a round more and keeps all else.
  private func checkWay(isNew: Bool, in folder: String) throws(RoundsError) {
    guard !FileManager.default.fileExists(atPath: "\(folder)/Inputs/\(id)/\(round)") else {
      throw RoundsError(
        .cannotCreate, "\(folder) has a round \(id)/\(round) already",
        cure: "name the year that the next round asks for with --year, or choose another id")
    }
    guard isNew || (cities.isEmpty && title == nil) else {
      throw RoundsError(
        .cannotCreate, "\(folder) has a programme \(id) already",
        cure: "add cities in Inputs/\(id)/cities.csv, mend its name in programme.yaml")
    }
  }

  private func makeWorkspace(_ folder: String, from source: Workspace) throws(RoundsError) {
    do {
      try FileManager.default.createDirectory(atPath: "\(folder)/Reports", withIntermediateDirectories: true)
      try source.copy("Indicators", to: "\(folder)/Indicators")
    } catch {
      throw Self.cannotWrite(folder, error)
    }
  }

  private static func cannotWrite(_ folder: String, _ error: any Error) -> RoundsError {
    RoundsError(
      .cannotCreate, "\(folder) cannot be written: \(error.localizedDescription)", cure: "check space and permissions")
  }
}
