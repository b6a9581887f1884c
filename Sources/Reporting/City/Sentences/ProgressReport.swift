import Catalogue
import Measurement
import Normalisation
import Spreadsheets
import Trends
import Vocabulary

/// Answer blocks for the progress report that a member city sends to the network every two years: a text for each subject with its
/// figures, its sources and its length, ready to be pasted and shortened.
///
/// The questions of the form are not public, so the subjects are those of the framework.
struct ProgressReport: Sendable {
  struct Answer: Sendable {
    /// `profile`, a code of the framework, `equity` …
    var id: String
    var topic: LocalizedText
    var text: LocalizedText
    var sources: LocalizedText
    /// Figures in the text.
    var figures: Int

    /// Characters as a web form counts them.
    func length(_ language: Language) -> Int { text[language].unicodeScalars.count }
  }

  let answers: [Answer]
  private static let mostMeasures = 5

  init(_ context: CityContext) {
    let writer = Writer(context: context)
    answers =
      [writer.profile] + context.card.focalPoints.compactMap(writer.focalPoint)
      + [writer.targets, writer.equity, writer.mechanisms, writer.data, writer.next].compactMap { $0 }
  }

  private struct Writer {
    let context: CityContext
    var words: Words { context.words }
    var sentences: CitySentences { CitySentences(context: context) }

    private func answer(
      _ id: String, _ topic: LocalizedText, _ parts: [LocalizedText], _ measures: [MeasureFacts], figures: Int? = nil
    ) -> Answer {
      let text = parts.dropFirst().reduce(parts.first ?? LocalizedText(same: "")) { text, part in
        LocalizedText(english: text.english + " " + part.english, thai: text.thai + " " + part.thai)
      }
      return Answer(
        id: id, topic: topic, text: text, sources: sources(measures), figures: figures ?? measures.count)
    }

    /// Kinds of evidence with their numbers, then the files.
    private func sources(_ measures: [MeasureFacts]) -> LocalizedText {
      let reported = measures.filter { $0.value != nil }
      guard !reported.isEmpty else { return words.both("card.answer.no_source") }
      let list = context.catalogue.list("evidence_kinds")
      let kinds = EvidenceKind.allCases.compactMap { kind -> LocalizedText? in
        let count = reported.count { context.catalogue[$0.indicator].evidence == kind }
        guard count > 0, let label = list?[kind.rawValue]?.label else { return nil }
        return words.both("name_value", ["name": label, "value": .count(count)])
      }
      let observations = context.results.observations
      var files: [String] = []
      for measure in reported {
        guard let value = measure.value, observations.observations.indices.contains(Int(value.input)) else { continue }
        let path = observations.sources[observations.observations[Int(value.input)].provenance.source.index].path
        if !files.contains(path) { files.append(path) }
      }
      let named = files.prefix(2).map { LocalizedText(same: TextLimits.harmless($0)) }
      return words.list(kinds + named, atMost: 6)
    }

    /// `Adult literacy rate 96.9 % (2025, +0.5 pp)`.
    private func figure(_ measure: MeasureFacts) -> LocalizedText? {
      guard let value = measure.value, let number = value.value, value.key.breakdown == .total else { return nil }
      let catalogue = context.catalogue
      let unit = catalogue.unit(of: measure.indicator)
      var values = [
        "name": context.measure(measure.indicator),
        "v": PaceWords(words: words, unit: unit).printed(number, named: context.measure(measure.indicator)),
        "year": LocalizedText.year(Int(value.key.period.year)),
      ]
      guard let change = measure.change, let printed = change.printed(catalogue) else {
        return words.both("card.answer.figure", values)
      }
      let sign = printed.scaled > 0 ? "+" : ""
      let suffix: LocalizedText =
        switch change.measure {
        case .points: words.both("unit.points")
        case .percent: LocalizedText(same: "%")
        case .units: unit.kind == .rating ? words.both("unit.steps") : LocalizedText(same: "")
        }
      values["d"] = LocalizedText(
        english: "\(sign)\(printed.text)\(suffix.english.isEmpty ? "" : " " + suffix.english)",
        thai: "\(sign)\(printed.text)\(suffix.thai.isEmpty ? "" : " " + suffix.thai)")
      if let previous = change.previousPeriod.map({ Int($0.year) }), previous != context.base.round.comparisonYear {
        values["since"] = .year(previous)
        return words.both("card.answer.figure.since", values)
      }
      return words.both("card.answer.figure.change", values)
    }

    private func figures(_ measures: [MeasureFacts]) -> LocalizedText {
      let parts = measures.compactMap(figure)
      return parts.dropFirst().reduce(parts.first ?? LocalizedText(same: "")) { text, part in
        LocalizedText(english: text.english + "; " + part.english, thai: text.thai + "; " + part.thai)
      }
    }

    var profile: Answer {
      let city = context.results.registry[context.card.city]
      var parts: [LocalizedText] = []
      if let since = city.memberFrom {
        parts.append(words.both("card.answer.member", ["city": context.name, "year": .year(since)]))
      }
      let population = context.catalogue.indicatorID("resident_population").flatMap { id in
        context.results.current.entry(context.card.city, id).map { context.results.values.values[Int($0.value)] }
      }
      if let population, let residents = population.value {
        parts.append(
          words.both(
            parts.isEmpty ? "card.answer.residents.first" : "card.answer.residents",
            [
              "city": context.name, "n": .count(Int(residents.rounded())),
              "year": .year(Int(population.key.period.year)),
            ]))
      }
      parts.append(words.both("card.answer.sentence", ["sentence": sentences.headline]))
      parts.append(
        words.both(
          "card.answer.reported",
          ["k": .count(context.card.overall.reported), "n": .count(context.card.overall.expected)]))
      return answer("profile", words.both("card.answer.profile"), parts, [], figures: parts.count)
    }

    func focalPoint(_ point: CityFacts.Node) -> Answer? {
      guard let node = point.node else { return nil }
      let definition = context.framework.nodes[node]
      let measures = context.framework.indicators(under: node).compactMap { context.card.measures[$0] }
        .filter { $0.value?.value != nil && $0.value?.key.breakdown == .total }
      var parts: [LocalizedText] = []
      if let score = point.score {
        var values = [
          "name": definition.shortName, "v": LocalizedText(same: score.text), "year": context.base.referenceYear,
          "previous": context.base.comparisonYear,
        ]
        values["d"] = point.change.map(FundersSentences.signed)
        parts.append(words.both(point.change == nil ? "card.answer.score" : "card.answer.score.change", values))
      } else {
        parts.append(
          words.both(
            "card.answer.no_score",
            ["name": definition.shortName, "k": .count(point.reported), "n": .count(point.expected)]))
      }
      let best = measures.enumerated().sorted {
        ($1.element.strength ?? 0, $0.offset) < ($0.element.strength ?? 0, $1.offset)
      }.prefix(ProgressReport.mostMeasures).sorted { $0.offset < $1.offset }.map(\.element)
      if !best.isEmpty {
        parts.append(words.both("card.answer.figures", ["list": figures(best)]))
      }
      return answer(
        definition.code,
        LocalizedText(
          english: "\(definition.code) \(definition.label.english)", thai: "\(definition.code) \(definition.label.thai)"
        ),
        parts, best)
    }

    var targets: Answer? {
      guard !context.card.targets.isEmpty, let progress = context.results.progress else { return nil }
      let nodes = context.catalogue.frameworks[progress.framework].nodes
      func list(_ statuses: [ProgressStatus]) -> LocalizedText {
        words.list(
          context.card.targets.filter { statuses.contains($0.status) }.map { target in
            LocalizedText(
              english: "\(nodes[target.target].code) \(nodes[target.target].shortName.lowercasedStart.english)",
              thai: "\(nodes[target.target].code) \(nodes[target.target].shortName.thai)")
          }, atMost: 10)
      }
      let good = context.card.targets.count { [.met, .onTrack].contains($0.status) }
      var parts = [
        words.both("card.answer.targets", ["k": .count(good), "n": .count(context.card.targets.count)])
      ]
      if good > 0 { parts.append(words.both("card.answer.targets.good", ["list": list([.met, .onTrack])])) }
      let bad = list([.offTrack, .worsening])
      if !bad.english.isEmpty { parts.append(words.both("card.answer.targets.bad", ["list": bad])) }
      let paces = sentences.aimed.prefix(2)
      for measure in paces {
        if let sentence = sentences.named(measure) {
          parts.append(words.both("card.answer.sentence", ["sentence": sentence]))
        }
      }
      return answer("sdg4", words.both("card.answer.sdg4"), parts, Array(paces))
    }

    var equity: Answer? {
      let rows = context.card.sexes.filter { $0.side != .undecided }.prefix(3)
      guard !rows.isEmpty else { return nil }
      let parts = rows.map { row in
        let pace = PaceWords(words: words, unit: context.catalogue.unit(of: row.comparison.indicator))
        return words.both(
          "card.answer.equity",
          [
            "name": context.measure(row.comparison.indicator), "women": pace.printed(row.comparison.women),
            "men": pace.printed(row.comparison.men), "i": LocalizedText(same: row.parity?.text ?? "–"),
          ])
      }
      return answer(
        "equity", words.both("card.sexes"), Array(parts),
        rows.compactMap { context.card.measures[$0.comparison.indicator] })
    }

    var mechanisms: Answer? {
      let measures = context.card.mechanisms.flatMap(\.measures)
      let inPlace = measures.filter { $0.value?.value == 1 }
      guard measures.contains(where: { $0.value != nil }) else { return nil }
      var parts = [
        words.both("card.answer.mechanisms", ["k": .count(inPlace.count), "n": .count(measures.count)])
      ]
      if !inPlace.isEmpty {
        parts.append(
          words.both(
            "card.answer.in_place",
            ["list": words.list(inPlace.map { context.measure($0.indicator).lowercasedStart }, atMost: 15)]))
      }
      if let hours = sentences.hours {
        parts.append(
          words.both(
            hours.missing > 0 ? "card.answer.hours.part" : "card.answer.hours",
            [
              "h": LocalizedText(same: hours.done.shortest), "all": LocalizedText(same: hours.all.text),
              "k": .count(hours.reported),
            ]))
      }
      return answer("mechanisms", words.both("card.mechanisms"), parts, measures)
    }

    var data: Answer? {
      let measures = context.card.groups.filter { $0.framework == context.results.framework }.flatMap(\.measures)
      let reported = measures.filter { $0.value != nil }
      let strong = reported.count { ($0.strength ?? 0) >= 3 }
      let parts = [
        words.both(
          "card.answer.data",
          [
            "k": .count(context.card.overall.reported), "n": .count(context.card.overall.expected),
            "p": LocalizedText(
              same: "\(Share.percent(context.card.overall.reported, of: context.card.overall.expected))"),
            "s": .count(strong),
          ])
      ]
      return answer("data", words.both("card.answer.monitoring"), parts, reported)
    }

    var next: Answer? {
      answer("next", words.both("card.next"), sentences.steps.map(\.text), [], figures: sentences.steps.count)
    }
  }
}
