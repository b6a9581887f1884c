import Catalogue
import Vocabulary

/// Applies the corrections of a round to what was reported: after reading, before any rule or disclosure control looks at it.
///
/// A correction is about a figure of the round's own files or, where they are silent on it, about what an earlier round was told. It
/// leaves the cell that the figure came from as its origin, and puts the reason into the note. One that does not apply is a finding.
public struct CorrectionStage {
  /// What the corrections of a round made of its figures and of earlier ones.
  public struct Outcome: Sendable {
    /// What this round's files say, corrected.
    public var said: ObservationSet
    /// What earlier rounds were told, as this round corrects it.
    public var known: ObservationSet?
    public var records: [CorrectionRecord] = []
    public var findings: [Finding] = []
    /// What was changed in ``known``.
    fileprivate var restatedBefore: [Restatement] = []

    public init(said: ObservationSet, known: ObservationSet?) {
      self.said = said
      self.known = known
    }

    /// Another set of what earlier rounds were told, corrected alike.
    public func restated(_ earlier: ObservationSet?) -> ObservationSet? { earlier?.restated(by: restatedBefore) }
  }

  let file: String
  let round: String
  let corrections: [Correction]
  let catalogue: Catalogue
  let registry: CityRegistry
  /// The day of the run; nil where the round is only read again by a later one, for which its decisions stand.
  let date: CalendarDate?
  /// The SHA-256 of a file below the workspace.
  let digest: (String) -> String?

  public init(
    _ corrections: [Correction], in file: String, of round: String, catalogue: Catalogue, registry: CityRegistry,
    date: CalendarDate?, digest: @escaping (String) -> String?
  ) {
    self.corrections = corrections
    self.file = file
    self.round = round
    self.catalogue = catalogue
    self.registry = registry
    self.date = date
    self.digest = digest
  }

  /// - Parameter known: What the rounds before were told.
  public func apply(to said: ObservationSet, knowing known: ObservationSet?) -> Outcome {
    var outcome = Outcome(said: said, known: known)
    guard !corrections.isEmpty else { return outcome }
    var own: [Restatement] = []
    // A city that sent nothing is not in the round, whatever is known of it.
    let speaking = Set(corrections.map(\.city)).filter { !said.slice(of: $0).isEmpty }
    for correction in corrections {
      var found = said.figure(correction).map { (figure: $0, set: said, isOwn: true) }
      if found == nil, let known, speaking.contains(correction.city) {
        found = known.figure(correction).map { (figure: $0, set: known, isOwn: false) }
      }
      let figure = found?.figure
      let path = found.map { $0.set.sources[$0.figure.provenance.source.index].path } ?? ""
      let (fate, result) = decide(correction, figure, in: path)
      var record = CorrectionRecord(correction: correction, round: round, outcome: fate, file: path)
      if let found, let result {
        (record.reported, record.reportedStatus) = (found.figure.value, found.figure.status)
        let restatement = Restatement(
          city: correction.city, variable: correction.variable, breakdown: correction.breakdown,
          period: correction.period, value: result.value, status: result.status,
          remark: correction.remark(catalogue.texts))
        if found.isOwn { own.append(restatement) } else { outcome.restatedBefore.append(restatement) }
        outcome.findings.append(applied(correction, found.figure, result, found.set))
      } else {
        outcome.findings.append(unused(correction, fate, figure))
      }
      outcome.records.append(record)
    }
    outcome.said = said.restated(by: own)
    outcome.known = outcome.restated(known)
    return outcome
  }

  private func decide(
    _ correction: Correction, _ figure: Observation?, in path: String
  ) -> (CorrectionRecord.Outcome, (value: Double?, status: ObservationStatus)?) {
    if let date, let last = correction.expires, last < date { return (.expired, nil) }
    guard let figure else { return (.noFigure, nil) }
    if let submission = correction.submission, digest(path)?.hasPrefix(submission) != true { return (.lapsed, nil) }
    guard correction.expected.holds(for: figure.value) else { return (.sourceMended, nil) }
    guard let result = correction.action.applied(to: figure.value, figure.status) else { return (.noEffect, nil) }
    return (.applied, result)
  }

  // MARK: Findings

  private func unused(_ correction: Correction, _ fate: CorrectionRecord.Outcome, _ figure: Observation?) -> Finding {
    var details = [
      "action": correction.action.kind.rawValue, "variable": catalogue[correction.variable].id,
      "period": correction.period.description,
    ]
    let code: FindingCode
    switch fate {
    case .applied, .noEffect: code = "R039"
    case .expired:
      code = "R037"
      details["date"] = correction.expires?.description ?? ""
    case .lapsed: code = "R038"
    case .noFigure:
      code = "R035"
      details["breakdown"] = correction.breakdown.isTotal ? "_T" : correction.breakdown.description
    case .sourceMended:
      code = "R036"
      details["expected"] = Self.text(correction.expected)
      details["seen"] = Self.text(figure?.value)
    }
    return Finding(code, at: correction.origin(in: file, registry, catalogue), details)
  }

  /// Told at the figure's own cell, so that the city sees it in the workbook that goes back.
  private func applied(
    _ correction: Correction, _ figure: Observation, _ result: (value: Double?, status: ObservationStatus),
    _ set: ObservationSet
  ) -> Finding {
    let place = figure.provenance
    let source = set.sources[place.source.index]
    let sheet = Int(place.sheet)
    return Finding(
      "R040",
      at: .init(
        file: source.path, sheet: source.sheets.indices.contains(sheet) ? source.sheets[sheet] : "",
        row: Int(place.row), column: Int(place.column), city: registry[correction.city].id,
        variable: catalogue[correction.variable].id),
      [
        "before": "\(Self.text(figure.value)) (\(figure.status.code))",
        "after": "\(Self.text(result.value)) (\(result.status.code))", "variable": catalogue[correction.variable].id,
        "period": correction.period.description, "authority_en": correction.authority.english,
        "authority_th": correction.authority.thai, "reason_en": correction.reason.english,
        "reason_th": correction.reason.thai,
      ])
  }

  private static func text(_ expected: Correction.Expectation) -> String {
    switch expected {
    case .value(let number): text(number)
    case .none: "–"
    }
  }

  private static func text(_ number: Double?) -> String { number?.shortestText ?? "–" }
}

extension Correction {
  /// What a reader of the figure's note learns, in both languages.
  func remark(_ texts: Texts) -> String {
    func values(_ language: Language) -> [String: String] {
      [
        "reason": reason[language], "authority": authority[language],
        "document": reference.isEmpty ? "\(date)" : "\(reference), \(date)",
      ]
    }
    let english = texts.label("correction.remark", values(.english)).english
    let thai = texts.label("correction.remark", values(.thai)).thai
    return "\(english) · \(thai)"
  }
}
