import Catalogue
import Vocabulary

/// A target that a city, or a programme for all its cities, has set itself.
public struct DeclaredTarget: Sendable, Hashable {
  /// nil: for every city of the programme.
  public var city: CityID?
  public var indicator: IndicatorID
  /// In the indicator's unit.
  public var value: Double
  public var year: Int
  /// The document that sets it.
  public var source: String

  public init(city: CityID?, indicator: IndicatorID, value: Double, year: Int, source: String) {
    self.city = city
    self.indicator = indicator
    self.value = value
    self.year = year
    self.source = source
  }
}

/// What every city aims at: its own target, else the programme's, else the framework's, else the direction alone.
///
/// A target is never made up: where no text gives a number the methods use their form without one, or say that they cannot judge.
public struct Aims: Sendable {
  /// Indicators that progress is judged on: those of the framework with goals and those with declared targets, in order of id.
  public let indicators: [IndicatorID]
  private let standard: [Aim]
  private let own: [Key: Aim]

  private struct Key: Hashable {
    var city: CityID
    var indicator: IndicatorID
  }

  /// - Parameters:
  ///   - framework: Position of the framework with goals, if there is one.
  ///   - targets: For one city and indicator the first stays.
  public init(catalogue: Catalogue, framework: Int?, targets: [DeclaredTarget] = []) {
    let nodes = framework.map { catalogue.frameworks[$0].nodes } ?? []
    var judged = Set(nodes.flatMap(\.indicators))
    let goals = framework.map { catalogue.frameworks[$0].goals } ?? [:]
    var standard = catalogue.indicators.indices.map {
      Self.standard(IndicatorID($0), goals[IndicatorID($0)], catalogue)
    }
    for target in targets.reversed() where target.city == nil {
      standard[target.indicator.index].adopt(target, .programme)
    }
    var own: [Key: Aim] = [:]
    for target in targets.reversed() {
      judged.insert(target.indicator)
      guard let city = target.city else { continue }
      var aim = standard[target.indicator.index]
      aim.adopt(target, .city)
      own[Key(city: city, indicator: target.indicator)] = aim
    }
    self.standard = standard
    self.own = own
    indicators = judged.sorted()
  }

  /// What an indicator is to reach in a city: its own target, else the programme's, else the framework's.
  public func aim(of indicator: IndicatorID, for city: CityID) -> Aim {
    own.isEmpty ? standard[indicator.index] : own[Key(city: city, indicator: indicator)] ?? standard[indicator.index]
  }

  private static func standard(_ id: IndicatorID, _ goal: Framework.Goal?, _ catalogue: Catalogue) -> Aim {
    let indicator = catalogue[id]
    let unit = catalogue.units[indicator.unit]
    var aim = Aim(
      direction: indicator.direction, targetYear: catalogue.method.progress.targetYear,
      isRate: unit.kind == .rate)
    (aim.worst, aim.best) = bounds(indicator)
    if case .parity(_, _, _, _, let adjusted) = indicator.computation {
      aim.direction = .ideal
      aim.parity = adjusted ? .adjusted : .ratio
      aim.target = 1
      aim.origin = .parity
    } else if let goal {
      aim.target = goal.value
      aim.targetYear = goal.year
      aim.origin = .framework
      aim.source = goal.basis.english
    }
    if aim.direction == .increase, unit.id == "percent" { aim.limit = 100 }
    return aim
  }

  /// The ends of the indicator's scale, worst first.
  private static func bounds(_ indicator: Indicator) -> (worst: Double?, best: Double?) {
    switch indicator.scale {
    case .goalposts(let low, let high), .logGoalposts(let low, let high):
      indicator.direction == .decrease ? (high, low) : (low, high)
    case .ideal(let ideal, let worst): (worst, ideal)
    case .rating: indicator.direction == .decrease ? (4, 1) : (1, 4)
    case .none: (nil, nil)
    }
  }
}

extension Aim {
  fileprivate mutating func adopt(_ declared: DeclaredTarget, _ origin: Origin) {
    target = declared.value
    targetYear = declared.year
    source = declared.source
    self.origin = origin
  }
}
