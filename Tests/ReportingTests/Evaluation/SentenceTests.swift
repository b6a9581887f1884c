import Catalogue
import Normalisation
import Spreadsheets
import Testing
import Trends
import Vocabulary

@testable import Reporting

/// Every number of a sentence equals a cell of a table.
@Suite struct SentenceTests {
  /// The figure of the table of key figures, printed as in a sentence.
  private func figures(_ context: EvaluationContext) throws -> [String: Double] {
    let table = try #require(FigureTable.sheet(context).table)
    let values = try table.numbers("value")
    return Dictionary(
      uniqueKeysWithValues: zip(try table.texts("figure"), values).compactMap { id, value in value.map { (id, $0) } })
  }

  @Test(arguments: Language.allCases) func headlineQuotesTheKeyFigures(_ language: Language) throws {
    let context = try SampleWorkbook.context(FictionalNetwork(cities: 14, absent: 2, held: 2, push: 1.2))
    let figures = try figures(context)
    let sentence = Sentences(context: context).headline
    let expected = ["mean_score_change", "mean_score", "cities_compared", "cities_improved"].map { figures[$0] }
    #expect(Set(numbers(in: sentence[language])) == Set(expected.compactMap { $0 }))
    #expect(numbers(in: sentence[language]).count == 4)
  }

  /// Pairs of a sentence and the key figures that it quotes, in the order of the English text.
  @Test func sentencesQuoteTheKeyFigures() throws {
    let context = try SampleWorkbook.context(FictionalNetwork(cities: 14, absent: 2, held: 2, push: 1.2))
    let sentences = Sentences(context: context)
    let figures = try figures(context)
    let pairs: [(LocalizedText, [String])] = [
      (sentences.coverage, ["cities_reporting", "cities_members", "measures_reported_pct"]),
      (
        sentences.progressTitle,
        ["city_targets_met_or_on_track", "city_targets", "city_targets_off_track_or_worsening"]
      ),
      (sentences.changeTitle, ["changes_better", "changes_worse", "changes_same"]),
      (sentences.qualityTitle, ["cities_published", "cities_members", "findings_error"]),
      (sentences.methodsTitle, ["indicators_unchecked", "indicators"]),
      (RankPage.title(context), ["ranks_cities", "ranks_groups"]),
      (AgreementPage.title(context), ["methods_agree", "methods_judged", "methods_agree_pct"]),
    ]
    for (sentence, ids) in pairs {
      let expected = try ids.map { try #require(figures[$0], "no figure \($0)") }
      #expect(numbers(in: sentence.english) == expected, "\(sentence.english)")
      #expect(Set(numbers(in: sentence.thai)) == Set(expected), "\(sentence.thai)")
    }
  }

  /// Messages, proofs, titles and the page heads hold no number that no table has. Codes and years are no such numbers.
  @Test(arguments: SampleWorkbook.edges.map(\.network)) func everyNumberStandsInATable(
    _ network: FictionalNetwork
  ) throws {
    for language in Language.allCases {
      let context = try SampleWorkbook.context(network, language: language)
      let workbook = try SampleWorkbook.workbook(network, language: language)
      var known = workbook.sheets.reduce(into: Set<Double>()) { $0.formUnion($1.table?.allNumbers ?? []) }
      known.formUnion(known.map { -$0 })
      // "of 100", "below 50", "SDG 4", the years of both eras, a count of nothing.
      known.formUnion([0, 50, 100, 4, 2024, 2025, 2026, 2030, 2567, 2568, 2569, 2573])
      let framework = context.results.catalogue.frameworks[context.results.framework]
      let layout = context.facts.layout
      var codes = Set((layout.areas + layout.columns).map { framework.nodes[$0].code })
      if let progress = context.facts.progress {
        codes.formUnion(progress.targets.indices.map { progress.node($0).code })
      }
      let sentences = Sentences(context: context)
      var texts = sentences.keyMessages.flatMap { [$0.finding[language], $0.proof] }
      texts += [
        sentences.headline, sentences.heatMapTitle, sentences.progressTitle, sentences.changeTitle,
        sentences.qualityTitle, sentences.methodsTitle, sentences.coverage, AgreementPage.title(context),
      ].map { $0[language] }
      texts += [sentences.areasChartHead, sentences.targetsChartHead]
      if let robustness = context.results.robustness, robustness.overall.ranked > 0 {
        texts.append(RankPage.title(context)[language])
        texts += robustness.summaries.map { RankPage.sentence($0, context) }
      }
      for text in texts {
        let named = text.replacing(framework.label[language], with: "")
        let plain = codes.reduce(named) { $0.replacing("(\($1))", with: "").replacing(" \($1) ", with: " ") }
        for number in numbers(
          in: plain.replacing(/Example City [A-Z0-9]+|เมืองตัวอย่าง [0-9]*|[A-Z]+-?[A-Z0-9.]+/, with: ""))
        {
          #expect(known.contains(number), "\(number) of “\(text)”")
        }
      }
    }
  }

  @Test func theVerbFollowsTheRoundedNumber() throws {
    func headline(_ network: FictionalNetwork) throws -> LocalizedText {
      Sentences(context: try SampleWorkbook.context(network)).headline
    }
    let rise = try headline(FictionalNetwork(absent: 0, push: 6))
    #expect(rise.english.contains("rose") && rise.thai.contains("เพิ่มขึ้น"))
    let fall = try headline(FictionalNetwork(absent: 0, push: -9))
    #expect(fall.english.contains("fell") && fall.thai.contains("ลดลง"))
    #expect(!fall.english.contains("-") && !fall.thai.contains("-"))
    let equal = try headline(FictionalNetwork(absent: 0, years: [2022, 2024]))
    #expect(equal.english.contains("stayed at") && equal.thai.contains("คงที่"))
    let none = try headline(FictionalNetwork(absent: 0, years: [2025]))
    #expect(none.english.contains("no earlier year") && none.thai.contains("ยังไม่มีปีก่อน"))
    let nobody = try headline(FictionalNetwork(cities: 2, absent: 2, held: 0))
    #expect(nobody.english == "No city has reported figures in this round")
  }

  @Test func changesBelowTheRoundingAreNone() {
    #expect(Sentences.direction(FixedDecimal(0.04, decimals: 1)) == "equal")
    #expect(Sentences.direction(FixedDecimal(-0.04, decimals: 1)) == "equal")
    #expect(Sentences.direction(FixedDecimal(0.05, decimals: 1)) == "rise")
    #expect(Sentences.size(FixedDecimal(-1.25, decimals: 1)).english == "1.3")
  }

  @Test func listsOfNames() throws {
    let words = Words(texts: try SampleWorkbook.catalogue().texts, language: .english)
    let names = ["A", "B", "C", "D"].map(LocalizedText.init(same:))
    #expect(words.list([]).english == "")
    #expect(words.list(Array(names.prefix(1))).english == "A")
    #expect(words.list(Array(names.prefix(2))).english == "A and B")
    #expect(words.list(Array(names.prefix(3))).english == "A, B and C")
    #expect(words.list(names, atMost: 2).english == "A, B and 2 more")
    #expect(words.list(names, atMost: 2).thai == "A B และอีก 2 รายการ")
  }

  @Test func yearsOfBothEras() {
    #expect(LocalizedText.year(2025).english == "2025")
    #expect(LocalizedText.year(2025).thai == "2568")
    #expect(LocalizedText.count(1_234_567).english == "1,234,567")
    #expect(LocalizedText.count(12).english == "12")
    #expect(
      ["5305", "5305.25", "999", "-5305", "0123", "2 of 3000", "12.3456"].map(LocalizedText.grouped) == [
        "5,305", "5,305.25", "999", "-5305", "0123", "2 of 3000", "12.3456",
      ])
  }
}
