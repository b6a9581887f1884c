import Catalogue
import Spreadsheets
import Vocabulary

/// Recognises a template, whatever happened to it on its way, and reads what was filled in.
///
/// Rows are found by their codes and columns by their heads, never by their places: rows are sorted, inserted and deleted,
/// sheets renamed and moved, and programs drop validations, names and hidden sheets.
public struct TemplateReader: Sendable {
  let catalogue: Catalogue
  /// `demo/2026` where the file is to be of this round.
  let round: String?

  public init(catalogue: Catalogue, round: String? = nil) {
    self.catalogue = catalogue
    self.round = round
  }

  /// Whether a workbook may be one of our templates, without a look into its cells.
  public static func recognises(_ workbook: XLSXReader) -> Bool {
    workbook.properties.keys.contains(TemplateIdentity.Property.version)
      || workbook.sheets.contains { $0.name == TemplateLayout.meta }
  }

  /// Whether a sheet shows the line by which a template is told that lost all else.
  public static func recognises(_ grid: Grid) -> Bool { !visibleIdentities(in: grid).isEmpty }

  /// - Parameter path: Below the workspace, for findings.
  /// - Returns: nil where the workbook is no template.
  /// - Throws: Why a sheet cannot be read.
  public func read(_ workbook: XLSXReader, path: String) throws(SpreadsheetFault) -> TemplateAnswers? {
    var grids: [Grid] = []
    for sheet in workbook.sheets { grids.append(try workbook.grid(of: sheet)) }
    let metas = grids.enumerated().compactMap { index, grid in
      TemplateMeta(lines: Self.lines(of: grid)).map { (sheet: index, meta: $0) }
    }
    var identities = metas.map { (place: grids[$0.sheet].name, identity: $0.meta.identity) }
    if let own = TemplateIdentity(properties: workbook.properties) { identities.append(("properties", own)) }
    for grid in grids {
      for (cell, identity) in Self.visibleIdentities(in: grid) {
        identities.append(("\(grid.name)!\(cell)", identity))
      }
    }
    guard let first = identities.first else { return nil }
    var answers = TemplateAnswers(identity: first.identity, sheetNames: workbook.sheets.map(\.name), grids: grids)
    answers.meta = metas.first?.meta
    let origin = Finding.Origin(file: path, city: first.identity.city)
    guard let fatal = fatal(identities, origin) else {
      var reading = TemplateReading(
        catalogue: catalogue, answers: answers, meta: metas.first?.meta, origin: origin,
        framework: workbook.properties[TemplateIdentity.Property.framework])
      reading.read(names: workbook.definedNames, metaSheets: Set(metas.map(\.sheet)))
      return reading.answers
    }
    answers.findings = [fatal]
    return answers
  }

  /// Why nothing of the file can be taken, if so.
  private func fatal(
    _ identities: [(place: String, identity: TemplateIdentity)], _ origin: Finding.Origin
  ) -> Finding? {
    guard let first = identities.first else { return nil }
    if identities.contains(where: { $0.identity != first.identity }) {
      var told: Set<TemplateIdentity> = []
      let seen = identities.filter { told.insert($0.identity).inserted }.map { "\($0.place): \($0.identity.line)" }
      var origin = origin
      // Nobody knows whose file it is.
      origin.city = ""
      return Finding("F060", at: origin, ["seen": seen.joined(separator: "; ")])
    }
    if first.identity.version > TemplateIdentity.currentVersion {
      return Finding(
        "F073", at: origin,
        ["seen": "\(first.identity.version)", "known": "\(TemplateIdentity.currentVersion)"])
    }
    if let round, first.identity.round != round.lowercased() {
      return Finding("F062", at: origin, ["seen": first.identity.round, "wanted": round])
    }
    return nil
  }

  /// Bytes of a visible identity, or of a column's head, at most.
  static let longestLine = 400

  private static func visibleIdentities(in grid: Grid) -> [(cell: CellAddress, identity: TemplateIdentity)] {
    guard !grid.isHidden else { return [] }
    return grid.cells.prefix { $0.row < TemplateLayout.headSearchRows }.compactMap { cell in
      // Long texts are not looked into: somebody may have made thousands of them.
      guard cell.kind == .text,
        grid.withText(of: cell, { $0.count <= Self.longestLine && TemplateIdentity.mayBeLine($0) }),
        let identity = TemplateIdentity(line: grid.string(of: cell))
      else { return nil }
      return (cell.address, identity)
    }
  }

  /// The rows of a sheet as texts.
  private static func lines(of grid: Grid) -> [[String]] {
    guard let first = grid.cells.first, grid.display(of: first) == "template_id" else { return [] }
    return grid.rows.map { row in
      var line: [String] = []
      for cell in row where cell.column < 64 {
        while line.count < cell.column { line.append("") }
        line.append(grid.display(of: cell))
      }
      return line
    }
  }
}
