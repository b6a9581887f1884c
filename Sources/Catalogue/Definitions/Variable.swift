import Vocabulary

/// A raw statistic that cities report.
public struct Variable: Sendable {
  public var id: String
  public var label: LocalizedText
  public var definition: LocalizedText
  /// What the city unit is asked.
  public var question: LocalizedText
  /// Index of the unit in ``Catalogue/units``.
  public var unit: Int
  public var evidence: EvidenceKind
  /// Dimensions asked for beside the total.
  public var dimensions: [String]
  /// Dimensions that a city may report besides; nobody misses them.
  public var optionalDimensions: [String] = []
  /// Plausible values, both ends included.
  public var range: ClosedRange<Double>
  /// Year-on-year thresholds that differ from those of the unit's kind.
  public var change: ChangeThresholds?
  public var frequency: Frequency
  /// The indicator whose ready-made rate this is, for variables that the catalogue derives.
  public var rateOf: String?
  public var place: SourceLine
}

/// How often a figure is made. The change of a figure that is not yearly is that from its previous observation.
public enum Frequency: String, CaseIterable, Sendable {
  case annual
  case election
  case survey
  case irregular
}

/// From where on a change between two years is implausible and asks for a note.
public struct ChangeThresholds: Hashable, Sendable {
  /// In the unit of the variable.
  public var warnAbsolute: Double?
  public var errorAbsolute: Double?
  /// In per cent of the earlier value.
  public var warnRelative: Double?
  public var errorRelative: Double?
  /// Below this earlier value only the absolute thresholds apply: small cities move by leaps. Without it there is no such value;
  /// 0 says so of a variable whose kind of unit has one.
  public var minimumBase: Double?

  public init(
    warnAbsolute: Double? = nil, errorAbsolute: Double? = nil, warnRelative: Double? = nil,
    errorRelative: Double? = nil, minimumBase: Double? = nil
  ) {
    self.warnAbsolute = warnAbsolute
    self.errorAbsolute = errorAbsolute
    self.warnRelative = warnRelative
    self.errorRelative = errorRelative
    self.minimumBase = minimumBase
  }

  /// These thresholds where given, the others elsewhere.
  func completed(by standard: ChangeThresholds) -> ChangeThresholds {
    ChangeThresholds(
      warnAbsolute: warnAbsolute ?? standard.warnAbsolute, errorAbsolute: errorAbsolute ?? standard.errorAbsolute,
      warnRelative: warnRelative ?? standard.warnRelative, errorRelative: errorRelative ?? standard.errorRelative,
      minimumBase: minimumBase ?? standard.minimumBase)
  }
}
