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
    let name = try self.round(of: city, named: round)
    let results = try RoundRun(workspace: workspace, programme: name.programme, round: name.round, date: date).compute()
    guard let cityID = results.registry.id(of: city) else {
      throw unknown("city of \(name.programme)", city, among: results.registry.cities.map(\.id))
    }
    guard let indicatorID = results.catalogue.indicatorID(indicator) else {
      throw unknown("indicator", indicator, among: results.catalogue.indicators.map(\.id))
    }
    let wanted = Breakdown(parts(of: breakdown ?? ""))
    guard let breakdownID = results.observations.breakdowns.id(of: wanted) else {
      throw unknown(
        "breakdown", breakdown ?? "", among: results.observations.breakdowns.breakdowns.map(\.description))
    }
    return DerivationWriter(results).derivation(of: indicatorID, city: cityID, breakdown: breakdownID, year: year)
  }

  private func parts(of text: String) -> [Breakdown.Part] {
    text.split(whereSeparator: { $0 == ";" || $0 == "," }).compactMap { piece in
      let pair = piece.split(separator: "=", maxSplits: 1).map(String.init)
      return pair.count == 2 ? Breakdown.Part(dimension: pair[0], code: pair[1]) : nil
    }
  }

  private func round(of city: String, named name: String?) throws(RoundsError) -> RoundSelection.Name {
    let open = try RoundSelection(workspace: workspace).resolve(name.map { [$0] } ?? [])
    for round in open {
      let registry = try CityFile.load("Inputs/\(round.programme)/cities.csv", in: workspace)
      if open.count == 1 || registry.id(of: city) != nil { return round }
    }
    let rounds = open.map { "\($0.programme)/\($0.round)" }.joined(separator: ", ")
    throw RoundsError(
      .noInput, "no open round has a city \(city)", cure: "name the round with --round; open are \(rounds)")
  }

  private func unknown(_ kind: String, _ name: String, among known: [String]) -> RoundsError {
    let near = name.nearest(in: known).map { "one with a similar name exists: \($0)" }
    return RoundsError(
      .noInput, "no \(kind) is called \(name)", cure: near ?? "there are: \(known.prefix(20).joined(separator: ", "))")
  }
}
