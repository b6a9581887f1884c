import Catalogue
import Foundation
import GNLCTestSupport
import Testing
import Vocabulary

@testable import Ingestion

/// The real sources: their mappings, and every figure that follows from them. The data are no part of the package; they are looked
/// for in `$GNLC_SHARED`, else in a folder `shared` beside it.
@Suite(
  .enabled(if: RealSource.isThere, "the folder `shared` with the data is absent, so the real sources are not read"))
struct RealSourceTests {
  /// Reads once, for all tests that ask.
  private static let kolada = Result { try RealSource.read("kolada", registry: RealRegistries.kolada) }
  private static let bristol = Result { try RealSource.read("bristol", registry: RealRegistries.bristol) }
  private static let ukONS = Result { try RealSource.read("uk-ons", registry: RealRegistries.ukONS) }
  private static let uis = Result { try RealSource.read("uis", registry: RealRegistries.uis) }

  /// What is true of every source: all accounts balance, they tell as many values as the files have rows, and what was
  /// rejected has its findings.
  private func expectAccounted(_ source: RealSource, files: Int, rows isWanted: @escaping (String) -> Bool) throws {
    #expect(source.files.count == files)
    #expect(source.outcome.accounts.allSatisfy { $0.isBalanced })
    let folder = try #require(RealSource.data(source.name))
    let rows = try PlainCSV.rowCount(in: folder, isWanted)
    #expect(source.total.read == rows)
    #expect(source.total.observations == source.outcome.observations.observations.count)
    let doubles = source.outcome.findings.filter { ["C040", "C041"].contains($0.code.description) }
    #expect(source.total.rejected == doubles.count)
  }

  private func account(_ observations: Int, blanks: Int = 0, excluded: Int = 0, rejected: Int = 0) -> Reconciliation {
    var account = Reconciliation()
    account.observations = observations
    account.blanks = blanks
    account.excluded = excluded
    account.rejected = rejected
    account.read = observations + blanks + excluded + rejected
    return account
  }

  // MARK: Kolada

  @Test func koladaIsAccounted() throws {
    let source = try Self.kolada.get()
    try expectAccounted(source, files: 41) { $0.contains("ddf--datapoints--") }
    // The turnouts of years without an election, 6,531 and 936, are left out.
    #expect(source.total == account(166_088, excluded: 7_467))
    #expect(source.findingCounts == ["F050": 2])
    #expect(Set(source.outcome.observations.observations.map(\.key.variable)).count == 41)
    #expect(Set(source.outcome.observations.observations.map(\.key.city)).count == 312)
  }

  /// Typed in from the files, which lie in by-municipality-year.
  @Test(arguments: [
    // ddf--datapoints--n01951--by--geo--year.csv
    ("se-0180", "population", "2021", 978_770.0 as Double?),
    ("se-0", "population", "2022", 10_521_556.0),
    // ddf--datapoints--n05401--by--geo--year.csv: the turnout of 2018 stands there for 2021 too.
    ("se-0114", "election_turnout_rate", "2018", 79.0),
    ("se-0114", "election_turnout_rate", "2021", nil),
    // ddf--datapoints--n11800--by--geo--year.csv
    ("se-0114", "early_childhood_enrolment_rate", "2021", 83.891283),
    // ddf--datapoints--n18004--by--geo--year.csv: income above cost.
    ("se-2418", "kolada_n18004", "2002", -555.0),
  ])
  func koladaValues(_ city: String, _ variable: String, _ year: String, _ value: Double?) throws {
    #expect(try Self.kolada.get().value(city, variable, year) == value)
  }

  /// Figures in the scientific notation of a program.
  @Test func koladaSmallNumbers() throws {
    let source = try Self.kolada.get()
    let variable = try #require(source.catalogue.variableID("kolada_n09810"))
    let values = source.outcome.observations.observations.filter { $0.key.variable == variable }.compactMap(\.value)
    #expect(values.contains(3.847e-05))
  }

  @Test func koladaAreas() throws {
    let source = try Self.kolada.get()
    #expect(source.observation("se-0180", "population", "2021")?.level == .municipality)
    #expect(source.observation("se-01", "population", "2021")?.level == .region)
    #expect(source.observation("se-0", "population", "2021")?.level == .country)
  }

  // MARK: Bristol

  @Test func bristolIsAccounted() throws {
    let source = try Self.bristol.get()
    try expectAccounted(source, files: 106) { $0.hasPrefix("indicator_") }
    #expect(source.total == account(13_798, blanks: 2_909, excluded: 88, rejected: 273))
    #expect(source.findingCounts == ["C040": 81, "C041": 192, "F050": 2, "N005": 1, "N090": 1])
    let withFigures = Set(source.outcome.observations.observations.map(\.provenance.source.index))
    #expect(withFigures.count == 104)
  }

  @Test func bristolValues() throws {
    let source = try Self.bristol.get()
    func value(_ variable: String, _ period: String, _ breakdown: [String: String] = [:]) -> Double? {
      source.value("gb-bristol", variable, period, by: breakdown)
    }
    // indicator_11-3-2.csv, line 2: one of two measures of the file.
    #expect(value("election_turnout_rate", "2012") == 27.9)
    // indicator_13-2-2.csv: thousands of tonnes become tonnes.
    #expect(value("co2_emissions_per_person", "2010") == 6.35)
    #expect(abs((value("co2_emissions", "2010") ?? 0) - 2_230_900) < 0.01)
    // indicator_3-3-2.csv, lines 2 and 19: three years together.
    #expect(value("bristol_tuberculosis", "2000-01-01/P3Y") == 12.9035)
    #expect(value("bristol_tuberculosis", "2017-01-01/P3Y") == 11.4716)
    // indicator_5-2-2.csv and indicator_16-2-3.csv call the same year 2010/11 and 2011.
    #expect(value("bristol_sexual_violence", "2011") == 1.2)
    #expect(value("bristol_sexual_violence_young", "2011") == 1.2)
    // indicator_4-1-1.csv, line 3, and indicator_4-6-1.csv, lines 2 and 3: other words for the sexes.
    let boys = ["sex": "M", "measure": "key-stage-1-percent", "subject": "reading"]
    #expect(value("bristol_key_stage_attainment", "2011", boys) == 80)
    #expect(value("bristol_school_english_mathematics", "2019", ["sex": "M"]) == 55.6)
    #expect(value("bristol_school_english_mathematics", "2019", ["sex": "F"]) == 63.9)
    // indicator_16-1-4.csv, line 2; the total of the city is no ward.
    #expect(value("bristol_feel_safe", "2018", ["ward": "bedminster"]) == 82.2946637648)
    #expect(value("bristol_feel_safe", "2018") != nil)
    // indicator_14-4-1.csv, line 3: a day, a place, a fish.
    let minnows = ["parent_site": "main-bristol-frome", "site": "nibley-se-03", "species": "minnow"]
    #expect(value("bristol_fish_caught", "2021-07-27", minnows) == 112)
    // indicator_3-d-2.csv, line 2: a month.
    let area = ["area_type": "ccgs-2020-21", "area_name": "nhs-bristol-north-somerset-and-south-gloucestershire-ccg"]
    #expect(value("bristol_bloodstream_infections", "2014-11", area) == 1.3141)
    // indicator_4-2-2.csv, line 4: `70 ` with a space behind it.
    #expect(value("bristol_early_education_take_up", "2017", ["age_band": "2-year-olds"]) == 70)
  }

  /// `n/a` stands for a value that is missing, and is kept as such.
  @Test func bristolMissingValues() throws {
    let source = try Self.bristol.get()
    let missing = source.outcome.observations.observations.filter { $0.value == nil }
    #expect(missing.allSatisfy { $0.status == .missing })
    let files = Set(missing.map { source.outcome.observations.sources[$0.provenance.source.index].path })
    #expect(files == ["indicator_6-3-1.csv"])
  }

  // MARK: UK

  @Test func ukONSIsAccounted() throws {
    let source = try Self.ukONS.get()
    try expectAccounted(source, files: 3) { $0.hasSuffix(".csv") }
    #expect(source.total == account(6_208, excluded: 2_520))
    #expect(source.findingCounts == ["F050": 2, "F052": 1])
    #expect(source.registry.cities.count == 168)
  }

  @Test func ukONSValues() throws {
    let source = try Self.ukONS.get()
    let take = "ons_funded_early_education"
    // indicator_4-2-2.csv, line 3: neither region nor authority is England.
    #expect(source.value("gb-england", take, "2011", by: ["year_of_age": "Y3"]) == 92)
    // Line 2: no value, and the source says so.
    #expect(source.observation("gb-england", take, "2011", by: ["year_of_age": "Y2"])?.status == .missing)
    // A region without an authority, on a line without an age: `2018,,Inner London,,…,77.0`.
    #expect(source.value("gb-inner-london", take, "2018") == 77)
    #expect(source.observation("gb-inner-london", take, "2018")?.level == .region)
    // A name with a comma: `Bristol, City of`.
    #expect(source.registry.id(of: "gb-bristol-city-of") != nil)
    // indicator_8-6-1.csv, line 2, and the first quarter of the file, 2001 Q4.
    #expect(source.value("gb-united-kingdom", "ons_neet_16_24", "2002") == 13.1825)
    #expect(source.value("gb-united-kingdom", "ons_neet_16_24", "2001-Q4") != nil)
    // indicator_4-5-1.csv, line 93: an index chosen by three columns.
    #expect(source.value("gb-united-kingdom", "ons_gpia_out_of_school_upper_secondary", "2017") == 0.81448)
  }

  // MARK: UIS

  @Test func uisIsAccounted() throws {
    let source = try Self.uis.get()
    try expectAccounted(source, files: 45) { $0.hasPrefix("ddf--datapoints--") }
    #expect(source.total == account(73_744, excluded: 3_505))
    #expect(source.findingCounts == ["F050": 5])
    #expect(source.outcome.observations.observations.allSatisfy { $0.level == .country })
  }

  @Test func uisValues() throws {
    let source = try Self.uis.get()
    // ddf--datapoints--lr_ag15t99_f--by--country--year.csv, line 2: the sex stands in the code of the series.
    #expect(source.value("country-abw", "adult_literacy_rate", "2000", by: ["sex": "F"]) == 97)
    // ddf--datapoints--cr_3_m--by--country--year.csv, line 2.
    #expect(
      source.value("country-afg", "completion_rate_upper_secondary", "2011", by: ["sex": "M"]) == 20.6278190612793)
    // ddf--datapoints--trtp_1_f--by--country--year.csv, line 2.
    #expect(source.value("country-abw", "trained_teachers_rate_primary", "1999", by: ["sex": "F"]) == 100)
  }
}
