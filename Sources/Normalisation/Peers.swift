import Catalogue
import Vocabulary

/// Who is compared with whom where a method looks at other cities.
public struct Peers: Sendable {
  /// By city: whether it takes part. Benchmarks and, with screening, cities with too few figures do not.
  public var members: [Bool]
  /// By city: the number of its group for imputation.
  public var groups: [Int]
  /// The city that distances to a reference are measured against.
  public var reference: CityID?

  /// Every city a peer, in one group.
  public init(count: Int) {
    members = Array(repeating: true, count: count)
    groups = Array(repeating: 0, count: count)
  }

  public init(_ registry: CityRegistry, method: Method) {
    members = registry.cities.map { $0.role == .member }
    var numbers: [String: Int] = [:]
    groups = registry.cities.map { city in
      let name =
        switch method.imputation?.group ?? .all {
        case .all: ""
        case .region: city.region
        case .country: city.country
        }
      if let number = numbers[name] { return number }
      numbers[name] = numbers.count
      return numbers.count - 1
    }
    reference = method.normalisation.reference.flatMap(registry.id(of:))
  }
}
