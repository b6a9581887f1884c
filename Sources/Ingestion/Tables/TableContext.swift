import Catalogue
import Vocabulary

/// What every file of a run is read against.
public struct TableContext: Sendable {
  public let catalogue: Catalogue
  public let registry: CityRegistry
  /// The kind of place of each city, by its position in the registry.
  let levels: [GeographicLevel]
  /// The unit of each variable, by its position in the catalogue.
  let variableUnits: [Int]
  /// Names of cities in both languages, in comparable form, where they name one city only.
  let citiesByName: [String: CityID]
  /// Unit labels and ids in comparable form → unit id, for sources that name their unit.
  let unitsByName: [String: String]

  public init(catalogue: Catalogue, registry: CityRegistry) {
    self.catalogue = catalogue
    self.registry = registry
    levels = registry.cities.map(\.level)
    variableUnits = catalogue.variables.map(\.unit)
    var names: [String: CityID?] = [:]
    for id in registry.allIDs {
      let name = registry[id].name
      for key in Set([name.english, name.thai].map(Notation.comparable)) {
        if let known = names[key] {
          if known != id { names[key] = .some(nil) }
        } else {
          names[key] = id
        }
      }
    }
    citiesByName = names.compactMapValues { $0 }
    var units: [String: String] = [:]
    for unit in catalogue.units {
      for name in [unit.id, unit.label.english, unit.label.thai, unit.name.english, unit.name.thai] {
        units[Notation.comparable(name)] = unit.id
      }
    }
    unitsByName = units
  }
}
