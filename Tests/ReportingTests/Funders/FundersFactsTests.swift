import Catalogue
import Measurement
import Normalisation
import Spreadsheets
import Testing
import Trends
import Vocabulary

@testable import Reporting

/// The numbers of the funders' workbook.
@Suite struct FundersFactsTests {
  static let network = FictionalNetwork(
    cities: 12, absent: 2, held: 1, hasSexes: true, regions: ["North", "South", "East"])

  private func context(_ network: FictionalNetwork = network) throws -> FundersContext {
    try SampleReports.funders(network).context(.english)
  }

  /// The line is that of the same cities in every year; its last points are those of the results.
  @Test func theTrendIsOfTheSameCities() throws {
    let context = try context()
    let trend = context.funders.trend
    #expect(trend.points.map(\.year) == [2021, 2022, 2023, 2024, 2025])
    #expect(trend.cities > 0 && trend.cities <= context.facts.overall.scored)
    #expect(trend.points.last?.meanOfAll == context.facts.overall.mean)
    let one = try self.context(FictionalNetwork(absent: 0, years: [2025])).funders.trend
    #expect(one.points.count == 1, "one year is no trend")
  }

  @Test func aRunCountsYearsOfOneDirection() throws {
    let rising = try context(FictionalNetwork(absent: 0, push: 9)).funders.trend
    #expect(rising.run >= 1)
    let falling = try context(FictionalNetwork(absent: 0, push: -20)).funders.trend
    #expect(falling.run == -1)
  }

  @Test func regionsHoldEveryMemberOnce() throws {
    let context = try context()
    let regions = context.funders.regions
    #expect(regions.map(\.name) == ["East", "North", "South"])
    #expect(regions.reduce(0) { $0 + $1.members.count } == 12)
    #expect(regions.reduce(0) { $0 + $1.reporting.count } == context.facts.reporting.count)
    #expect(regions.reduce(0) { $0 + $1.targets } == context.facts.progress?.total)
    #expect(regions.reduce(0) { $0 + $1.good } == context.facts.progress?.count(.met, .onTrack))
    #expect(regions.reduce(0) { $0 + $1.judged } == context.facts.progress?.judged)
    #expect(RegionFacts.goodShare(0, of: 10, judged: 0) == nil, "what nobody can judge is not off track")
    #expect(RegionFacts.goodShare(0, of: 10, judged: 3) == 0)
  }

  @Test func everyScoredMeasureHasOneStrandAtMost() throws {
    let context = try context()
    let strands = context.funders.strands
    #expect(
      strands.map(\.code.id) == ["green_and_healthy", "equity_and_inclusion", "decent_work_and_entrepreneurship"])
    let measures = strands.flatMap { $0.measures.map(\.indicator) }
    #expect(Set(measures).count == measures.count)
    for strand in strands {
      let means = strand.lowest(4).compactMap { $0.scores.mean?.scaled }
      #expect(means == means.sorted())
    }
  }

  /// Weights are what they say: residents × (100 − score) / 100.
  @Test func needsAreWeighedByResidents() throws {
    let context = try context()
    let needs = context.funders.needs
    #expect(needs.cities.count + needs.unweighed == context.facts.reporting.count)
    let population = Population(context.results)
    for need in needs.cities {
      let residents = try #require(population.residents(of: need.city))
      let score = try #require(
        context.results.current.overall(need.city, framework: context.results.framework).score)
      #expect(need.weight == FixedDecimal(residents * (100 - score) / 100, decimals: 0))
    }
    #expect(needs.cities.map(\.weight.scaled) == needs.cities.map(\.weight.scaled).sorted(by: >))
    let comparable = needs.focalPoints.filter(\.isComparable).map(\.distance.scaled)
    #expect(comparable == comparable.sorted(by: >))
  }

  /// A person is counted only where an official share of persons has its base, and never more of them than live there.
  @Test func personsAreCountedFromOfficialSharesAlone() throws {
    let context = try context()
    for measure in context.funders.needs.measures {
      let indicator = context.results.catalogue[measure.indicator]
      #expect(indicator.evidence == .official)
      #expect(measure.largest.people.scaled <= measure.people.scaled)
    }
    let residents = context.facts.reporting.compactMap { Population(context.results).residents(of: $0) }.reduce(0, +)
    #expect(context.funders.needs.measures.allSatisfy { $0.people.value <= residents })
  }

  /// The widest gaps of either side stand on the page, the mean is that of cities with both.
  @Test func womenAndMen() throws {
    let facts = try context().funders.sexes
    #expect(facts.shown.count == 5)
    #expect(facts.shown.contains(where: \.womenBehind) && facts.shown.contains { !$0.womenBehind })
    #expect(facts.rows.allSatisfy { 2 * $0.cities >= 10 })
    let widest = facts.rows.map(\.gap.scaled.magnitude)
    #expect(widest == widest.sorted(by: >))
  }

  @Test func evidenceAddsUp() throws {
    let context = try context()
    let evidence = context.funders.evidence
    #expect(evidence.values == context.facts.overall.reported)
    #expect(EvidenceKind.allCases.reduce(0) { $0 + evidence.count($1) } == evidence.values)
  }

  /// Every number of a sentence is a number of a table; years and codes are no such numbers.
  @Test(arguments: SampleReports.networks) func sentencesQuoteTheTables(_ network: FictionalNetwork) throws {
    let context = try context(network)
    let workbook = try SampleReports.funders(network).workbook(.english)
    var known = workbook.sheets.reduce(into: Set<Double>()) { $0.formUnion($1.table?.allNumbers ?? []) }
    known.formUnion(known.map(abs))
    known.formUnion([50] + (2015...2030).map(Double.init))
    let sentences = FundersSentences(context: context)
    let texts =
      [
        sentences.headline, sentences.trendHead, sentences.targetsHead, sentences.ranking.head, sentences.sexHead,
        sentences.regionTitle, sentences.themeTitle, sentences.needTitle, sentences.coverageTitle,
      ] + sentences.messages.map(\.text)
    for text in texts {
      let plain = text.english.replacing(
        /\([A-Z]*[0-9]+\.[0-9a-z]+\)|Example City [A-Z0-9]+|SDG 4|grade [0-9]\/[0-9]|100,000|1[–-]4/, with: "")
      for number in numbers(in: plain) { #expect(known.contains(number), "\(number) of “\(text.english)”") }
    }
  }
}
