/// A decision of those who evaluate: to use another figure than the one that was reported, or none, or to mark it.
public struct Correction: Sendable, Hashable {
  /// What is done with the figure.
  public enum Action: Sendable, Hashable {
    /// The figure is not used; the status says why there is none.
    case drop(ObservationStatus)
    /// Another value takes its place. Without a status the reported one stays, where it is one of a value.
    case override(Double, ObservationStatus?)
    /// The reported value times a factor: thousands that were meant as such.
    case scale(Double, ObservationStatus?)
    /// The value stays and gets another status.
    case flag(ObservationStatus)

    /// The word that `corrections.yaml` has for it.
    public enum Kind: String, CaseIterable, Sendable { case drop, override, scale, flag }

    public var kind: Kind {
      switch self {
      case .drop: .drop
      case .override: .override
      case .scale: .scale
      case .flag: .flag
      }
    }

    /// The value or the factor; nil for the other two.
    public var number: Double? {
      switch self {
      case .override(let number, _), .scale(let number, _): number
      case .drop, .flag: nil
      }
    }

    /// What becomes of a figure; nil where the action cannot be taken on it, or would change nothing.
    public func applied(
      to value: Double?, _ status: ObservationStatus
    ) -> (value: Double?, status: ObservationStatus)? {
      let result: (value: Double?, status: ObservationStatus)
      switch self {
      case .drop(let reason):
        guard value != nil else { return nil }
        result = (nil, reason)
      case .override(let number, let given):
        result = (number, given ?? (status.hasValue ? status : .normal))
      case .scale(let factor, let given):
        guard let value, (value * factor).isFinite else { return nil }
        result = (value * factor, given ?? status)
      case .flag(let given):
        guard given.hasValue == (value != nil) else { return nil }
        result = (value, given)
      }
      return result.value == value && result.status == status ? nil : result
    }
  }

  /// What was reported when the decision was made. Once something else is reported, the correction is void.
  public enum Expectation: Sendable, Hashable {
    case value(Double)
    /// A row without a value.
    case none

    /// Whether the figure is still the one that was decided about.
    /// - Parameter reported: nil where the city gave none.
    public func holds(for reported: Double?) -> Bool {
      switch (self, reported) {
      case (.none, nil): true
      // A number read from one text and the same number computed by a spreadsheet may differ in their last bits.
      case (.value(let expected), let reported?): abs(expected - reported) <= 1e-12 * max(abs(expected), abs(reported))
      default: false
      }
    }
  }

  public var city: CityID
  public var variable: VariableID
  public var breakdown: Breakdown
  public var period: TimePeriod
  public var action: Action
  public var expected: Expectation
  public var reason: LocalizedText
  /// Who decided; an office, never a person.
  public var authority: LocalizedText
  /// The document that says so; empty where there is none.
  public var reference: String
  /// Of the decision.
  public var date: CalendarDate
  /// The last day on which a run of the round may use it.
  public var expires: CalendarDate?
  /// The beginning of the SHA-256 of the file that it corrects: with another file of the city it lapses.
  public var submission: String?
  /// Where it stands, from 1.
  public var line: Int

  public init(
    city: CityID, variable: VariableID, breakdown: Breakdown, period: TimePeriod, action: Action, expected: Expectation,
    reason: LocalizedText, authority: LocalizedText, reference: String, date: CalendarDate, expires: CalendarDate?,
    submission: String?, line: Int
  ) {
    self.city = city
    self.variable = variable
    self.breakdown = breakdown
    self.period = period
    self.action = action
    self.expected = expected
    self.reason = reason
    self.authority = authority
    self.reference = reference
    self.date = date
    self.expires = expires
    self.submission = submission
    self.line = line
  }
}

/// What became of a correction in a round.
public struct CorrectionRecord: Sendable, Hashable {
  /// What became of the correction; each but the first is a finding, too.
  public enum Outcome: String, CaseIterable, Sendable {
    case applied
    /// Its last day is over.
    case expired
    /// The city has sent another file.
    case lapsed
    /// What is reported is not what it expects.
    case sourceMended = "source_mended"
    /// Nothing was reported there.
    case noFigure = "no_figure"
    /// It cannot be taken on this figure, or would change nothing.
    case noEffect = "no_effect"
  }

  public var correction: Correction
  /// The round in which it was decided.
  public var round: String
  public var outcome: Outcome
  /// As reported; only where it was applied.
  public var reported: Double?
  public var reportedStatus: ObservationStatus?
  /// The file of the figure, below the workspace; empty where there is none.
  public var file: String
  /// Whether its numbers may be told: not where they could tell of single persons.
  public var isTold = true

  public init(
    correction: Correction, round: String, outcome: Outcome, reported: Double? = nil,
    reportedStatus: ObservationStatus? = nil, file: String = ""
  ) {
    self.correction = correction
    self.round = round
    self.outcome = outcome
    self.reported = reported
    self.reportedStatus = reportedStatus
    self.file = file
  }
}
