import Catalogue
import Vocabulary

/// What a round is computed by, besides what cities said: its own file, its programme's, the catalogue and the registry.
struct RoundSetting: Sendable {
  let places: RoundPlaces
  let programme: Programme
  let round: Round
  let catalogue: Catalogue
  let registry: CityRegistry
  /// Of the catalogue's files, wherever they stand: equal catalogues have equal digests.
  let catalogueDigest: String

  /// - Throws: `noInput` or `configuration` with every fault of the first file that cannot be used.
  init(_ name: RoundName, in workspace: Workspace) throws(RoundsError) {
    let places = RoundPlaces(name, in: workspace)
    try Pins(of: places, in: workspace)?.verify()
    let texts = try [places.programmeFile, places.roundFile].map { path throws(RoundsError) in
      CatalogueFile(path: path, text: try workspace.text(of: path))
    }
    programme = try Programme.load(texts[0])
    round = try Round.load(texts[1])
    for (id, folder, path) in [
      (programme.id, name.programme, places.programmeFile), (round.id, name.round, places.roundFile),
    ] where id != folder {
      // Ids become names of files: one that is no name of a folder could lead anywhere.
      throw RoundsError(
        .configuration, "\(path): the id `\(id)` is not the name of its folder, \(folder)",
        cure: "give both the same name")
    }
    let files = try workspace.catalogueFiles(in: places.catalogue)
    catalogue = try workspace.catalogue(files)
    catalogueDigest = Self.digest(of: files, in: places)
    registry = try CityFile.load(places.registry, in: workspace)
    self.places = places
    try checkWhatIf()
  }

  private func checkWhatIf() throws(RoundsError) {
    guard let city = round.whatIf, registry.id(of: city) == nil else { return }
    throw RoundsError(
      .configuration, "\(places.roundFile): `what_if` names no city of \(places.name.programme): \(city)",
      cure: RoundsError.similar(to: city, among: registry.cities.map(\.id)) ?? "use an id of \(places.registry)")
  }

  static func digest(of files: [CatalogueFile], in places: RoundPlaces) -> String {
    let prefix = places.isFrozen ? places.frozen : "Inputs/\(places.name.programme)"
    let lines = files.map { file in
      let name = file.path.hasPrefix(prefix + "/") ? String(file.path.dropFirst(prefix.count + 1)) : file.path
      return "\(name) \(Digest.sha256(Array(file.text.utf8)))"
    }.sorted()
    return Digest.sha256(Array(lines.joined(separator: "\n").utf8))
  }

  /// Position of the framework that the heat map follows.
  /// - Throws: `configuration` where the catalogue has none of that name.
  func frameworkPosition() throws(RoundsError) -> Int {
    guard let position = catalogue.frameworks.firstIndex(where: { $0.id == round.framework }) else {
      throw RoundsError(
        .configuration, "\(places.roundFile): the framework `\(round.framework)` is not in the catalogue",
        cure: "use one of \(catalogue.frameworks.map(\.id).joined(separator: ", "))")
    }
    return position
  }
}
