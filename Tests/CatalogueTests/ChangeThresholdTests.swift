import Catalogue
import Foundation
import GNLCTestSupport
import Testing

/// A variable's own year-on-year thresholds, completed by those of its unit's kind.
@Suite struct ChangeThresholdTests {
  /// The small catalogue's counts have a base of 400. 0 says that there is no least base, silence that the standard one counts.
  @Test(arguments: [("{warn_relative: 10}", 400.0), ("{minimum_base: 0}", 0), ("{minimum_base: 200}", 200)])
  func theLeastBaseIsTheVariablesOwn(_ change: String, _ expected: Double) throws {
    var small = SmallCatalogue()
    small.variables = small.variables.replacingOccurrences(
      of: "{id: libraries,", with: "{id: libraries, change: \(change),")
    let outcome = small.load()
    #expect(outcome.faults.isEmpty, "\(outcome.faults)")
    let catalogue = try #require(outcome.catalogue)
    let thresholds = catalogue.changeThresholds(of: try #require(catalogue.variableID("libraries")))
    #expect(thresholds.minimumBase == expected)
    #expect(thresholds.warnAbsolute == 100, "what it does not say is the standard's")
  }
}
