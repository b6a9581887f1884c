import Catalogue
import Normalisation
import Vocabulary

extension Peers {
  /// Who is compared with whom in a round.
  /// - Throws: `configuration` where the method measures distances against a city that the programme does not have.
  init(of registry: CityRegistry, by method: Method) throws(RoundsError) {
    self.init(registry, method: method)
    if let reference = method.normalisation.reference, self.reference == nil {
      throw RoundsError(
        .configuration, "method.yaml measures distances against `\(reference)`, which is not in cities.csv",
        cure: RoundsError.similar(to: reference, among: registry.cities.map(\.id))
          ?? "name a city of the programme under `reference`")
    }
  }
}
