import Catalogue
import Reporting
import Vocabulary

/// Where a number of a round comes from: the round is computed, not published, and the number followed back.
public struct NumberExplanation {
  let workspace: Workspace
  let date: CalendarDate

  public init(workspace: Workspace, date: CalendarDate) {
    self.workspace = workspace
    self.date = date
  }

  /// - Parameters:
  ///   - breakdown: `sex=F`; nil for the total.
  ///   - round: `programme/round`; nil for the open round that has the city.
  /// - Throws: `noInput` where a name leads nowhere, with the nearest that does.
  public func derivation(
    city: String, indicator: String, year: Int, breakdown: String?, round: String?
  ) throws(RoundsError) -> Derivation {
    let name = try RoundSelection(workspace: workspace).round(of: city, named: round)
    let results = try RoundRun(name, in: workspace, date: date).compute()
    guard let cityID = results.registry.id(of: city) else {
      throw RoundsError.unknown("city of \(name.programme)", city, among: results.registry.cities.map(\.id))
    }
    guard let indicatorID = results.catalogue.indicatorID(indicator) else {
      throw RoundsError.unknown("indicator", indicator, among: results.catalogue.indicators.map(\.id))
    }
    guard let wanted = Self.breakdown(breakdown ?? ""),
      let breakdownID = results.observations.breakdowns.id(of: wanted)
    else {
      throw RoundsError.unknown(
        "breakdown", breakdown ?? "", among: results.observations.breakdowns.breakdowns.map(\.description))
    }
    return DerivationWriter(results).derivation(of: indicatorID, city: cityID, breakdown: breakdownID, year: year)
  }

  /// A comma parts as a semicolon does, which a shell takes for itself; tables call the total `_T`.
  private static func breakdown(_ text: String) -> Breakdown? {
    text == "_T" ? .total : Breakdown(text: text.replacing(",", with: ";"))
  }
}
