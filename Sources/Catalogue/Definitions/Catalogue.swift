import Vocabulary

/// What is measured: everything under `Indicators/`, checked and with ids resolved.
///
/// Variables and indicators are sorted by id in byte order; `VariableID` and `IndicatorID` are their positions.
public struct Catalogue: Sendable {
  public var units: [UnitOfMeasure]
  public var dimensions: [Dimension]
  public var lists: [CodeList]
  public var variables: [Variable]
  public var indicators: [Indicator]
  public var frameworks: [Framework]
  public var rules: RuleThresholds
  public var method: Method
  public var texts: Texts

  private let variableIDs: [String: VariableID]
  private let indicatorIDs: [String: IndicatorID]

  /// - Precondition: Variables and indicators are sorted by id without doubles, as the loader leaves them.
  public init(
    units: [UnitOfMeasure], dimensions: [Dimension], lists: [CodeList], variables: [Variable], indicators: [Indicator],
    frameworks: [Framework], rules: RuleThresholds, method: Method, texts: Texts
  ) {
    self.units = units
    self.dimensions = dimensions
    self.lists = lists
    self.variables = variables
    self.indicators = indicators
    self.frameworks = frameworks
    self.rules = rules
    self.method = method
    self.texts = texts
    variableIDs = Dictionary(uniqueKeysWithValues: variables.enumerated().map { ($1.id, VariableID($0)) })
    indicatorIDs = Dictionary(uniqueKeysWithValues: indicators.enumerated().map { ($1.id, IndicatorID($0)) })
  }

  /// The variable of an id.
  public subscript(id: VariableID) -> Variable { variables[id.index] }
  /// The indicator of an id.
  public subscript(id: IndicatorID) -> Indicator { indicators[id.index] }
  /// The variable of an id, or nil where the catalogue has none.
  public func variableID(_ id: String) -> VariableID? { variableIDs[id] }
  /// The indicator of an id, or nil where the catalogue has none.
  public func indicatorID(_ id: String) -> IndicatorID? { indicatorIDs[id] }
  /// Ids of indicators with a score that no framework lists: they count nowhere, and no form asks for them.
  public var unlistedIndicators: [String] {
    let listed = Set(frameworks.flatMap(\.allIndicators))
    return indicators.indices.filter { indicators[$0].scale != .none && !listed.contains(IndicatorID($0)) }
      .map { indicators[$0].id }
  }
  /// The framework of an id, or nil where the catalogue has none.
  public func framework(_ id: String) -> Framework? { frameworks.first { $0.id == id } }
  /// The dimension by which figures may be broken down, or nil where the catalogue has none of that id.
  public func dimension(_ id: String) -> Dimension? { dimensions.first { $0.id == id } }
  /// The code list of an id, or nil where the catalogue has none.
  public func list(_ id: String) -> CodeList? { lists.first { $0.id == id } }
  /// The unit in which a variable is reported.
  public func unit(of variable: VariableID) -> UnitOfMeasure { units[self[variable].unit] }
  /// The unit in which an indicator is told.
  public func unit(of indicator: IndicatorID) -> UnitOfMeasure { units[self[indicator].unit] }

  /// The year-on-year thresholds of a variable: its own, completed by those of its unit's kind.
  public func changeThresholds(of variable: VariableID) -> ChangeThresholds {
    let standard = rules.yearOnYear[unit(of: variable).kind] ?? ChangeThresholds()
    return self[variable].change?.completed(by: standard) ?? standard
  }
}
