import Catalogue
import Vocabulary

/// How far a city's place rests on the choices behind its score: intervals of places, groups, and what single indicators decide.
///
/// Places always look at other cities: two rounds must not be compared by them, whatever the method of the scores.
public struct Robustness: Sendable {
  /// Why a city has no place.
  public enum Absence: String, Sendable, CaseIterable {
    /// The city has no published score there.
    case noScore = "no_score"
    /// Fewer cities than the method asks for have a score.
    case tooFewCities = "too_few_cities"
  }

  /// One city in one ranking.
  public struct Standing: Sendable {
    public var city: CityID
    /// nil where the city has none; see ``absence``.
    public var interval: RankGroups.Interval?
    /// From 1 up, the best first.
    public var group: Int?
    /// Shares of the draws in which the city is in the first and in the last quarter.
    public var topShare: Double?
    public var bottomShare: Double?
    /// Draws in which the city has a place.
    public var draws: Int
    public var absence: Absence?
  }

  /// The cities by the score of one node.
  public struct Ranking: Sendable {
    /// Position in `Framework/nodes`; nil for the whole framework.
    public var node: Int?
    /// Group by group and by median, then the cities without a place; in the order of the registry where all is equal.
    public var standings: [Standing]
    public var groups: Int
    /// Cities with a place.
    public var ranked: Int

    /// Where a city stands, or nil where it has no place.
    public func standing(of city: CityID) -> Standing? { standings.first { $0.city == city } }
  }

  /// What one city's score would be without an indicator.
  public struct Influence: Sendable {
    public var city: CityID
    public var indicator: IndicatorID
    public var score: Double
    public var without: Double
    /// Places that the city would lose (above 0) or gain (below 0).
    public var move: Int
    /// Whether its place would lie outside the interval of its places.
    public var leavesInterval: Bool

    public var change: Double { without - score }
  }

  /// An indicator's influence over all cities with a place.
  public struct Summary: Sendable {
    public var indicator: IndicatorID
    /// Cities that have a score with and without it.
    public var cities: Int
    /// Of the changes of scores, without their signs.
    public var meanChange: Double
    /// The change of largest size, with its sign, and whose it is.
    public var largestChange: Double
    public var largestCity: CityID
    public var moved: Int
    public var meanMove: Double
    public var largestMove: Int
    public var leaving: Int
  }

  public let choice: Method.Robustness
  /// Position in `Catalogue/frameworks`.
  public let framework: Int
  /// The whole framework, then its top-level nodes.
  public let rankings: [Ranking]
  /// City by city, indicator by indicator; empty where there are too few cities.
  public let influences: [Influence]
  /// The most influential indicator first.
  public let summaries: [Summary]

  /// The cities by their overall score.
  public var overall: Ranking { rankings[0] }
}
