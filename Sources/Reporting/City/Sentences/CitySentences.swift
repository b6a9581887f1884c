import Catalogue
import Measurement
import Spreadsheets
import Trends
import Vocabulary

/// The sentences of a report card, made from its numbers.
struct CitySentences: Sendable {
  let context: CityContext
  var words: Words { context.words }
  var card: CityFacts { context.card }

  func number(_ value: FixedDecimal) -> LocalizedText { LocalizedText(same: value.text) }

  func node(_ node: Int, atStart: Bool = false) -> LocalizedText {
    let name = context.framework.nodes[node].shortName
    return atStart ? name : name.lowercasedStart
  }

  /// C1 and C2.
  var headline: LocalizedText {
    guard let score = card.overall.score else {
      return words.both(
        "card.headline.no_score", ["k": .count(card.overall.reported), "n": .count(card.overall.expected)])
    }
    var values = ["v": number(score)]
    guard let change = card.overall.change else { return words.both("card.headline.first", values) }
    values["d"] = Sentences.size(change)
    let direction = Sentences.direction(change)
    guard let place = context.shared.peers.place(ofGain: change) else {
      return words.both("card.headline.\(direction)", values)
    }
    return words.both("card.headline.place\(place)", values)
  }

  func pace(_ measure: MeasureFacts) -> LocalizedText? {
    guard let pace = measure.pace else { return nil }
    let unit = context.catalogue.unit(of: measure.indicator)
    return PaceWords(words: words, unit: unit).sentence(pace)
  }

  /// `Adult literacy: to reach …`.
  func named(_ measure: MeasureFacts) -> LocalizedText? {
    pace(measure).map { words.both("card.named", ["m": context.measure(measure.indicator), "sentence": $0]) }
  }

  /// Measures with a number to reach, the worst status first and, among equals, the one with most to go.
  var aimed: [MeasureFacts] {
    let order: [ProgressStatus] = [.worsening, .offTrack, .watch, .onTrack, .met]
    func rank(_ measure: MeasureFacts) -> Int { measure.verdict.flatMap(order.firstIndex) ?? order.count }
    return context.shared.indicators.compactMap { card.measures[$0] }.filter {
      $0.pace?.target != nil && $0.verdict.map(order.contains) == true
    }.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }.map(\.element)
  }

  /// For the first page: one of each status from the best down, then more of the worst.
  func shownPaces(_ limit: Int) -> [MeasureFacts] {
    let aimed = aimed
    var chosen: [MeasureFacts] = []
    for status in ProgressStatus.allCases {
      if let first = aimed.first(where: { $0.verdict == status }), chosen.count < limit { chosen.append(first) }
    }
    for measure in aimed where chosen.count < limit {
      if !chosen.contains(where: { $0.indicator == measure.indicator }) { chosen.append(measure) }
    }
    return chosen.sorted { ($0.verdict?.position ?? 9) < ($1.verdict?.position ?? 9) }
  }

  var measureTitle: LocalizedText {
    let measures = card.groups.flatMap(\.measures)
    let moved = measures.compactMap(\.change)
    guard !moved.isEmpty else { return words.both("card.measures.none") }
    let better = moved.count { $0.outcome(context.catalogue) == .better }
    let weak = measures.count { ($0.strength ?? 4) <= 1 }
    return words.both(
      moved.count == 1 ? "card.measures.title.one" : "card.measures.title",
      ["k": .count(better), "n": .count(moved.count), "w": .count(weak)])
  }

  /// In place, of all that were asked.
  var mechanisms: (inPlace: Int, answered: Int, all: Int) {
    let measures = card.mechanisms.flatMap(\.measures)
    return (
      measures.count { $0.value?.value == 1 }, measures.count { $0.value?.value != nil }, measures.count
    )
  }

  /// Hours of the course, in the modules that the city reported: of the others nobody knows that it was none.
  struct Hours: Sendable {
    var done: FixedDecimal
    /// Length of these modules by their scales.
    var all: FixedDecimal
    var reported: Int
    /// Modules without an answer.
    var missing: Int

    var left: FixedDecimal { FixedDecimal(all.value - done.value, decimals: 1) }
  }

  /// nil where no module was reported.
  var hours: Hours? {
    let measures = card.course.flatMap(\.measures)
    let reported = measures.filter { $0.value?.value != nil }
    guard !reported.isEmpty else { return nil }
    return Hours(
      done: FixedDecimal(reported.compactMap { $0.value?.value }.reduce(0, +), decimals: 1), all: length(of: reported),
      reported: reported.count, missing: measures.count - reported.count)
  }

  /// Hours of the whole course; nil where no module was reported.
  var courseLength: FixedDecimal? { hours.map { _ in length(of: card.course.flatMap(\.measures)) } }

  private func length(of modules: [MeasureFacts]) -> FixedDecimal {
    FixedDecimal(modules.compactMap { context.fullScore($0.indicator) }.reduce(0, +), decimals: 0)
  }
}

extension CityContext {
  /// The value with a full score: the length of a course's module.
  func fullScore(_ id: IndicatorID) -> Double? {
    if case .goalposts(_, let high) = catalogue[id].scale { high } else { nil }
  }
}
