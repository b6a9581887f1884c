import Foundation
import Vocabulary

/// Registries from the lists of areas that the sources bring along.
enum RealRegistries {
  static func kolada(_ folder: URL) throws -> CityRegistry {
    let municipalities = try PlainCSV.records(folder.appendingPathComponent("ddf--entities--geo--kommun.csv"))
    let regions = try PlainCSV.records(folder.appendingPathComponent("ddf--entities--geo--region.csv"))
    var cities = municipalities.dropFirst().map { City(id: "se-\($0[0])", name: name($0[1]), level: .municipality) }
    cities += regions.dropFirst().map { City(id: "se-\($0[0])", name: name($0[1]), level: .region, role: .benchmark) }
    cities.append(City(id: "se-0", name: name("Sweden"), level: .country, role: .benchmark))
    return CityRegistry(cities)
  }

  static func bristol(_ folder: URL) -> CityRegistry { CityRegistry([City(id: "gb-bristol", name: name("Bristol"))]) }

  static func ukONS(_ folder: URL) throws -> CityRegistry {
    let rows = try PlainCSV.records(folder.appendingPathComponent("indicator_4-2-2.csv")).dropFirst()
    let authorities = Set(rows.map { $0[3] }).subtracting([""])
    let regions = Set(rows.map { $0[2] }).subtracting([""])
    var cities = authorities.map { City(id: id($0), name: name($0)) }
    cities += regions.map { City(id: id($0), name: name($0), level: .region, role: .benchmark) }
    for country in ["England", "United Kingdom"] {
      cities.append(City(id: id(country), name: name(country), level: .country, role: .benchmark))
    }
    return CityRegistry(cities)
  }

  static func uis(_ folder: URL) throws -> CityRegistry {
    let countries = try PlainCSV.records(folder.appendingPathComponent("ddf--entities--geo--country.csv"))
    return CityRegistry(
      countries.dropFirst().map {
        City(id: "country-\($0[0])", name: name($0[1]), level: .country, role: .benchmark)
      })
  }

  private static func name(_ text: String) -> LocalizedText { LocalizedText(same: text) }

  /// `Bristol, City of` → `gb-bristol-city-of`
  private static func id(_ name: String) -> String {
    "gb-" + name.lowercased().split { !($0.isLetter || $0.isNumber) }.joined(separator: "-")
  }
}
