import Catalogue
import Vocabulary

/// Reads `corrections.yaml` of a round. An entry with a fault becomes findings and no correction; the others count.
public struct CorrectionFile {
  public static let name = "corrections.yaml"
  /// The keys of an entry; `Indicators/schema/corrections.schema.json` lists the same.
  static let keys = [
    "city", "variable", "indicator", "breakdown", "period", "action", "value", "factor", "status", "expect", "reason",
    "authority", "reference", "date", "expires", "submission",
  ]

  public private(set) var corrections: [Correction] = []
  public private(set) var findings: [Finding] = []
  private let path: String
  private let catalogue: Catalogue
  private let registry: CityRegistry

  /// What a correction is about: no two entries may have it in common.
  private struct Place: Hashable {
    var city: CityID
    var variable: VariableID
    var breakdown: Breakdown
    var period: TimePeriod
  }

  public init(_ file: CatalogueFile, catalogue: Catalogue, registry: CityRegistry) {
    path = file.path
    self.catalogue = catalogue
    self.registry = registry
    let log = FaultLog()
    let parsed = YAMLValue.parse(file, into: log)
    parsed?.checkFormat()
    guard let root = parsed, log.faults.isEmpty else {
      report(log.faults, as: "R030")
      return
    }
    root.allowOnly(["format", "corrections"])
    report(log.faults, as: "R030")
    guard let list = root.optional("corrections") else { return }
    var lines: [Place: Int] = [:]
    for entry in list.items {
      let before = log.faults.count
      let correction = read(entry)
      let faults = log.faults[before...]
      report(Array(faults), as: "R031")
      guard let correction, faults.isEmpty else { continue }
      let place = Place(
        city: correction.city, variable: correction.variable, breakdown: correction.breakdown,
        period: correction.period)
      if let first = lines[place] {
        report("R034", correction, ["line": "\(first)"])
      } else {
        lines[place] = correction.line
        corrections.append(correction)
      }
    }
  }

  // MARK: Findings

  private mutating func report(_ faults: [CatalogueFault], as code: FindingCode) {
    findings += faults.map { Finding(code, at: .init(file: path, row: $0.line - 1), ["detail": $0.message]) }
  }

  private mutating func report(_ code: FindingCode, line: Int, _ details: [String: String]) {
    findings.append(Finding(code, at: .init(file: path, row: line - 1), details))
  }

  private mutating func report(_ code: FindingCode, _ correction: Correction, _ details: [String: String]) {
    findings.append(Finding(code, at: correction.origin(in: path, registry, catalogue), details))
  }

  // MARK: An entry

  /// Reads all of it, so that one pass tells every fault.
  private mutating func read(_ entry: YAMLValue) -> Correction? {
    entry.allowOnly(Self.keys)
    guard entry.isMapping else { return nil }
    let (city, variable) = (city(entry), variable(entry))
    let (period, breakdown) = (period(entry), breakdown(entry))
    let (action, expected) = (action(entry), expected(entry))
    let (reason, authority) = (said(entry, "reason"), said(entry, "authority"))
    let (date, expires) = (day(entry, "date", isRequired: true), day(entry, "expires", isRequired: false))
    let submission = submission(entry)
    let reference = entry.optional("reference")?.string ?? ""
    guard let city, let variable, let period, let breakdown, let action, let expected, let reason, let authority,
      let date
    else { return nil }
    return Correction(
      city: city, variable: variable, breakdown: breakdown, period: period, action: action, expected: expected,
      reason: reason, authority: authority, reference: reference, date: date, expires: expires, submission: submission,
      line: entry.line)
  }

  private mutating func city(_ entry: YAMLValue) -> CityID? {
    guard let value = entry.required("city"), let name = value.string else { return nil }
    if let id = registry.id(of: name) { return id }
    report(
      "R032", line: value.line, ["seen": name, "near": name.nearest(in: registry.cities.map(\.id)) ?? ""])
    return nil
  }

  /// A variable, or an indicator that cities report as such.
  private mutating func variable(_ entry: YAMLValue) -> VariableID? {
    if let indicator = entry.optional("indicator") {
      if entry.optional("variable") != nil {
        entry.report("an entry has `variable` or `indicator`, not both")
        return nil
      }
      return reported(indicator)
    }
    guard let value = entry.required("variable"), let name = value.string else { return nil }
    if let id = catalogue.variableID(name) { return id }
    report(
      "R032", line: value.line, ["seen": name, "near": name.nearest(in: catalogue.variables.map(\.id)) ?? ""])
    return nil
  }

  private mutating func reported(_ value: YAMLValue) -> VariableID? {
    guard let name = value.string else { return nil }
    guard let id = catalogue.indicatorID(name) else {
      report(
        "R032", line: value.line, ["seen": name, "near": name.nearest(in: catalogue.indicators.map(\.id)) ?? ""])
      return nil
    }
    switch catalogue[id].computation {
    case .ratio(_, _, _, let ready): return ready
    case .reported(let variable), .rating(let variable, _, _): return variable
    case .distribution, .parity, .gap:
      value.report("`\(name)` is computed; correct the variables that it is computed from")
      return nil
    }
  }

  private func period(_ entry: YAMLValue) -> TimePeriod? {
    guard let value = entry.required("period"), let text = value.string else { return nil }
    if let reading = PeriodParser().parse(text) { return reading.period }
    value.report("`\(text)` is no period, such as 2025")
    return nil
  }

  /// `sex=F;age=Y15T24`; nothing means the total.
  private func breakdown(_ entry: YAMLValue) -> Breakdown? {
    guard let value = entry.optional("breakdown"), let text = value.string else { return .total }
    if let breakdown = Breakdown(text: text) { return breakdown }
    value.report("`\(text)` is no breakdown, such as sex=F or age=Y15T24;sex=F")
    return nil
  }

  private func action(_ entry: YAMLValue) -> Correction.Action? {
    guard let kind: Correction.Action.Kind = entry.choice("action") else { return nil }
    let status = status(entry, hasValue: kind != .drop, allowsBoth: kind == .flag)
    for (key, owner) in [("value", Correction.Action.Kind.override), ("factor", .scale)] {
      if kind != owner, let value = entry.optional(key) { value.report("`\(key)` goes with `action: \(owner)` only") }
    }
    switch kind {
    case .drop: return .drop(status ?? .missing)
    case .override: return entry.required("value")?.number.map { .override($0, status) }
    case .scale:
      guard let value = entry.required("factor"), let factor = value.number else { return nil }
      guard factor != 0 else {
        value.report("a factor is not 0; `action: drop` takes a figure out")
        return nil
      }
      return .scale(factor, status)
    case .flag:
      if entry.optional("status") == nil { entry.report("`status` is missing") }
      return status.map { .flag($0) }
    }
  }

  private func status(_ entry: YAMLValue, hasValue: Bool, allowsBoth: Bool) -> ObservationStatus? {
    guard let value = entry.optional("status"), let code = value.string else { return nil }
    guard let status = ObservationStatus(code: code) else {
      value.report("`\(code)` is no status: one letter of SDMX's CL_OBS_STATUS")
      return nil
    }
    guard allowsBoth || status.hasValue == hasValue else {
      let wanted = ObservationStatus.allCases.filter { $0.hasValue == hasValue }.map(\.code)
      value.report(
        "`\(code)` is the status of a figure \(hasValue ? "without" : "with") a value; here it is one of "
          + wanted.joined(separator: ", "))
      return nil
    }
    return status
  }

  private func expected(_ entry: YAMLValue) -> Correction.Expectation? {
    guard let value = entry.required("expect"), let text = value.string else { return nil }
    return text == "none" ? Correction.Expectation.none : value.number.map { .value($0) }
  }

  /// A text in both languages, or in one for both.
  private mutating func said(_ entry: YAMLValue, _ key: String) -> LocalizedText? {
    let value = entry.optional(key)
    var texts: [Language: String] = [:]
    if let value, value.isMapping {
      value.allowOnly(Language.allCases.map(\.rawValue))
      for language in Language.allCases { texts[language] = value.optional(language.rawValue)?.string }
    } else if let text = value?.string {
      texts[.english] = text
    }
    texts = texts.filter { $0.value.contains { !$0.isWhitespace } }
    guard let any = texts[.english] ?? texts[.thai] else {
      report("R033", line: value?.line ?? entry.line, ["missing": key])
      return nil
    }
    return LocalizedText(english: texts[.english] ?? any, thai: texts[.thai] ?? any)
  }

  private func day(_ entry: YAMLValue, _ key: String, isRequired: Bool) -> CalendarDate? {
    guard let value = isRequired ? entry.required(key) : entry.optional(key), let text = value.string else {
      return nil
    }
    if let date = CalendarDate(text) { return date }
    value.report("`\(key)` is no date: yyyy-mm-dd")
    return nil
  }

  private func submission(_ entry: YAMLValue) -> String? {
    guard let value = entry.optional("submission"), let text = value.string?.lowercased() else { return nil }
    if (8...64).contains(text.count), text.allSatisfy({ $0.isHexDigit }) { return text }
    value.report("`submission` is the SHA-256 of the file, or its first 8 digits and more, as the receipt has it")
    return nil
  }
}

extension Correction {
  /// Where the entry stands, and whose figure it is about.
  func origin(in path: String, _ registry: CityRegistry, _ catalogue: Catalogue) -> Finding.Origin {
    .init(file: path, row: line - 1, city: registry[city].id, variable: catalogue[variable].id)
  }
}
