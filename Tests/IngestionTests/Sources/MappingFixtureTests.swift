import Catalogue
import Testing
import Vocabulary

@testable import Ingestion

/// The mappings of the real sources by themselves: they stand in the repository, so they are checked even without the data.
@Suite struct MappingFixtureTests {
  @Test(arguments: RealSource.names)
  func targetsAreInTheCatalogue(_ name: String) throws {
    let catalogue = try RealSource.catalogue(name)
    for mapping in try RealSource.mappings(name) {
      for target in targets(of: mapping) {
        #expect(catalogue.variableID(target.variable) != nil, "\(mapping.id): \(target.variable)")
        for part in target.breakdown.parts {
          #expect(catalogue.dimension(part.dimension)?.list[part.code] != nil, "\(mapping.id): \(part)")
        }
      }
      for breakdown in mapping.breakdowns where !breakdown.open {
        let dimension = try #require(catalogue.dimension(breakdown.dimension), "\(mapping.id): \(breakdown.dimension)")
        #expect(breakdown.codes.values.allSatisfy { $0 == "_T" || dimension.list[$0] != nil })
      }
    }
  }

  /// Every variable of the additions is used by the mapping that they were made for, and none stands there for nothing.
  @Test(arguments: RealSource.names)
  func additionsAreUsed(_ name: String) throws {
    let additions = try RealSource.catalogue(name).variables.filter { $0.place.file.contains("/catalogue/") }
    let own = additions.filter { $0.rateOf == nil }.map(\.id)
    let used = Set(try RealSource.mappings(name).flatMap { targets(of: $0) }.map(\.variable))
    #expect(!own.isEmpty)
    #expect(own.filter { !used.contains($0) } == [])
  }

  private func targets(of mapping: SourceMapping) -> [SourceMapping.Target] {
    var targets = mapping.series.map(\.target)
    if let variable = mapping.variable {
      targets += variable.codes.values
      if case .constant(let id) = variable.field { targets.append(.init(variable: id)) }
    }
    return targets
  }
}
