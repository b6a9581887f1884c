import Vocabulary

extension Drafts {
  func progress(_ value: YAMLValue) -> Method.Progress? {
    value.allowOnly(
      ["methods", "base_year", "target_year", "provisional", "interval"]
        + Method.ProgressMethod.allCases.map(\.rawValue))
    guard let methods = value.required("methods").flatMap(methods),
      let baseYear = value.required("base_year")?.integer, let targetYear = value.required("target_year")?.integer
    else { return nil }
    if baseYear >= targetYear { value.report("`base_year` must lie before `target_year`") }
    enum Provisional: String, CaseIterable {
      case used
      case leftOut = "left_out"
    }
    let provisional: Provisional = value.optionalChoice("provisional") ?? .used
    var progress = Method.Progress(
      methods: methods, baseYear: baseYear, targetYear: targetYear, usesProvisional: provisional == .used)
    if let interval = value.optional("interval")?.number {
      if interval > 0, interval < 1 {
        progress.interval = interval
      } else {
        value.report("`interval` must be a probability between 0 and 1")
      }
    }
    if let own = value.optional("statcan") { progress.statcan = statcan(own) }
    if let own = value.optional("eurostat") { progress.eurostat = eurostat(own) }
    if let own = value.optional("unsd") { progress.unsd = unsd(own) }
    if let own = value.optional("escap") { progress.escap = escap(own) }
    if let own = value.optional("sdsn") { progress.sdsn = sdsn(own) }
    if let own = value.optional("dns") { progress.dns = dns(own) }
    if let own = value.optional("oecd") { progress.oecd = oecd(own) }
    return progress
  }

  private func methods(_ list: YAMLValue) -> [Method.ProgressMethod]? {
    let known = Method.ProgressMethod.allCases.map(\.rawValue)
    var methods: [Method.ProgressMethod] = []
    for item in list.items {
      guard let name = item.string else { continue }
      guard let method = Method.ProgressMethod(rawValue: name) else {
        let near = name.nearest(in: known).map { "; one with a similar name exists: `\($0)`" } ?? ""
        item.report("`\(name)` is no method of progress: \(known.joined(separator: ", "))\(near)")
        continue
      }
      if methods.contains(method) { item.report("`\(name)` stands twice") } else { methods.append(method) }
    }
    if let first = methods.first, first.isLevelOnly {
      list.report("`\(first.rawValue)` tells a distance and no verdict, so it cannot be the first method")
    }
    if methods.isEmpty { list.report("`methods` wants at least one method") }
    return methods.isEmpty ? nil : methods
  }

  private func thresholds(_ value: YAMLValue, _ key: String, _ standard: Method.Thresholds) -> Method.Thresholds {
    guard let numbers = value.ordered(key, 3, falling: true) else { return standard }
    return Method.Thresholds(high: numbers[0], medium: numbers[1], low: numbers[2])
  }

  private func statcan(_ value: YAMLValue) -> Method.Progress.StatCan {
    value.allowOnly(["with_target", "without_target", "limit_exponent", "zero_stand_in"])
    var own = Method.Progress.StatCan()
    own.withTarget = thresholds(value, "with_target", own.withTarget)
    own.withoutTarget = thresholds(value, "without_target", own.withoutTarget)
    own.limitExponent = value.positive("limit_exponent") ?? own.limitExponent
    if let standIn = value.optional("zero_stand_in"), standIn.string != "none" {
      own.zeroStandIn = value.positive("zero_stand_in")
    }
    return own
  }

  private func eurostat(_ value: YAMLValue) -> Method.Progress.Eurostat {
    value.allowOnly(["window", "long", "short", "with_target", "without_target"])
    var own = Method.Progress.Eurostat()
    own.window = value.optionalChoice("window") ?? own.window
    own.long = span(value, "long", own.long)
    own.short = span(value, "short", own.short)
    own.withTarget = thresholds(value, "with_target", own.withTarget)
    own.withoutTarget = thresholds(value, "without_target", own.withoutTarget)
    return own
  }

  private func span(
    _ value: YAMLValue, _ key: String, _ standard: Method.Progress.Eurostat.Span
  ) -> Method.Progress.Eurostat.Span {
    guard let span = value.optional(key) else { return standard }
    span.allowOnly(["years", "at_least"])
    guard let years = span.required("years")?.integer, let least = span.required("at_least")?.integer else {
      return standard
    }
    guard least >= 1, least <= years else {
      span.report("`at_least` must lie between 1 and `years`")
      return standard
    }
    return .init(years: years, atLeast: least)
  }

  private func unsd(_ value: YAMLValue) -> Method.Progress.UNSD {
    value.allowOnly(["with_target", "without_target", "near_target"])
    var own = Method.Progress.UNSD()
    if let bounds = value.ordered("with_target", 2, falling: true) { (own.onTrack, own.fair) = (bounds[0], bounds[1]) }
    if let bounds = value.ordered("without_target", 2, falling: true) {
      (own.onTrackGrowth, own.fairGrowth) = (bounds[0], bounds[1])
    }
    if let near = value.optional("near_target")?.number {
      if near < 0 { value.report("`near_target` must not be negative") }
      own.nearTarget = near
    }
    return own
  }

  private func escap(_ value: YAMLValue) -> Method.Progress.ESCAP {
    value.allowOnly(["achieved", "accelerate", "first_year"])
    var own = Method.Progress.ESCAP()
    own.achieved = value.positive("achieved") ?? own.achieved
    own.accelerate = value.positive("accelerate") ?? own.accelerate
    if own.achieved >= own.accelerate { value.report("`achieved` must be below `accelerate`") }
    if let year = value.optional("first_year")?.integer { own.firstYear = year }
    return own
  }

  private func sdsn(_ value: YAMLValue) -> Method.Progress.SDSN {
    value.allowOnly(["arrows", "colours"])
    var own = Method.Progress.SDSN()
    own.arrows = thresholds(value, "arrows", own.arrows)
    own.colours = thresholds(value, "colours", own.colours)
    return own
  }

  private func dns(_ value: YAMLValue) -> Method.Progress.DNS {
    value.allowOnly(["changes", "minimum_points", "sun", "slightly_cloudy"])
    var own = Method.Progress.DNS()
    if let changes = value.whole("changes", 1...1000) { own.changes = changes }
    if let points = value.optional("minimum_points")?.integer { own.minimumPoints = points }
    if own.minimumPoints < 2 || own.minimumPoints > own.changes + 1 {
      value.report("`minimum_points` must lie between 2 and one more than `changes`")
    }
    own.sun = value.positive("sun") ?? own.sun
    own.slightlyCloudy = value.positive("slightly_cloudy") ?? own.slightlyCloudy
    if own.sun >= own.slightlyCloudy { value.report("`sun` must be below `slightly_cloudy`") }
    return own
  }

  private func oecd(_ value: YAMLValue) -> Method.Progress.OECD {
    value.allowOnly(["bands", "minimum_peers", "trend_correlation"])
    var own = Method.Progress.OECD()
    if let bounds = value.ordered("bands", 2, falling: false) { (own.small, own.medium) = (bounds[0], bounds[1]) }
    if let peers = value.optional("minimum_peers")?.integer {
      if peers < 2 { value.report("`minimum_peers` must be at least 2") }
      own.minimumPeers = peers
    }
    if let correlation = value.optional("trend_correlation")?.number {
      if !(0...1).contains(correlation) { value.report("`trend_correlation` must lie between 0 and 1") }
      own.trendCorrelation = correlation
    }
    return own
  }
}
