/// A member of a programme, or a reference area that stands beside the members as a benchmark.
public struct City: Hashable, Sendable, Identifiable {
  /// Whether a place is scored with the others or stands beside them.
  public enum Role: String, Sendable, CaseIterable {
    case member
    /// A country or region whose figures are shown beside the cities', never scored or ranked with them.
    case benchmark
  }

  /// Our own key, such as `th-phayao`. UN/LOCODE and ISO codes are attributes, never join keys.
  public var id: String
  public var name: LocalizedText
  /// ISO 3166-1 alpha-2, or `XX` for a fictional country.
  public var country: String
  /// ISO 3166-2, empty where unknown.
  public var subdivision: String
  /// UN/LOCODE, empty where unknown.
  public var locode: String
  public var level: GeographicLevel
  public var role: Role
  public var region: String
  /// Years of membership and of the Learning City Award.
  public var memberFrom: Int?
  public var memberTo: Int?
  public var awards: [Int]
  /// A role mailbox, never a person's; empty where unknown.
  public var contact: String
  /// The languages of forms and letters to the city, the first one first; none where the programme's are used.
  public var languages: [Language]

  public init(
    id: String, name: LocalizedText, country: String = "", subdivision: String = "", locode: String = "",
    level: GeographicLevel = .city, role: Role = .member, region: String = "", memberFrom: Int? = nil,
    memberTo: Int? = nil, awards: [Int] = [], contact: String = "", languages: [Language] = []
  ) {
    self.id = id
    self.name = name
    self.country = country
    self.subdivision = subdivision
    self.locode = locode
    self.level = level
    self.role = role
    self.region = region
    self.memberFrom = memberFrom
    self.memberTo = memberTo
    self.awards = awards
    self.contact = contact
    self.languages = languages
  }

  /// Whether the city is expected to report figures of a year.
  public func isMember(in year: Int) -> Bool {
    role == .member && year >= memberFrom ?? .min && year <= memberTo ?? .max
  }
}

/// The cities of a programme in byte order of their ids, so that ``CityID`` compares as they do.
public struct CityRegistry: Sendable {
  public let cities: [City]
  private let ids: [String: CityID]

  /// - Precondition: No two cities share an id; the reader of `cities.csv` reports doubles.
  public init(_ cities: [City] = []) {
    self.cities = cities.sorted { $0.id < $1.id }
    ids = Dictionary(uniqueKeysWithValues: self.cities.enumerated().map { ($1.id, CityID($0)) })
  }

  /// The city of an id.
  public subscript(id: CityID) -> City { cities[id.index] }
  /// The id of a city's code such as `th-phayao`, or nil where the registry has none.
  public func id(of code: String) -> CityID? { ids[code] }
  public var allIDs: [CityID] { cities.indices.map(CityID.init) }
}
