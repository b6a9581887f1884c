import Catalogue
import Templates
import Testing
import Vocabulary

@testable import Ingestion

@Suite struct TableCompletenessTests {
  let sample: Sample
  private let header = "CITY,VARIABLE,SEX,TIME_PERIOD,OBS_VALUE,OBS_STATUS\n"

  init() throws { sample = try Sample() }

  private func finding(_ rows: String, framework: String? = "small") throws -> Finding? {
    let file = try sample.tidy(header + rows)
    let outcome = Intake(registry: sample.registry, catalogue: sample.catalogue, framework: framework).merge([file])
    return outcome.findings.first { $0.code == "R009" }
  }

  private static let literacy = "th-phayao,adults,_T,2025,1000,\nth-phayao,literate,_T,2025,900,\n"

  @Test func whatIsLeftOut() throws {
    let found = try #require(try finding(Self.literacy))
    #expect(found.origin.file == "submissions/phayao.csv")
    #expect(found.origin.city == "th-phayao")
    #expect(found.details["answered"] == "1")
    #expect(found.details["asked"] == "\(sample.catalogue.measuresAsked(in: "small").count)")
    #expect(found.details["missing_en"]?.hasPrefix("Schooling, Review") == true)
    #expect(found.details["missing_th"]?.hasPrefix("ปีการศึกษา, การประเมิน") == true)
  }

  /// A measure is answered by all that it is computed from, by a status in place of a value, or by its own result.
  @Test(arguments: [
    ("th-phayao,adults,_T,2025,1000,\nth-phayao,schooling,_T,2025,8,\n", "1"),
    ("th-phayao,schooling,_T,2025,,O\n", "1"),
    ("th-phayao,literacy_rate,_T,2025,90,\n", "1"),
    ("th-phayao,rated,_T,2025,3,\n", "1"),
    ("th-phayao,raters,_T,2025,3,\n", "0"),
    (literacy + "th-phayao,schooling,_T,2023,8,\n", "2"),
  ])
  func whatAnswers(rows: String, answered: String) throws {
    #expect(try finding(rows)?.details["answered"] == answered)
  }

  /// A parity is answered by what its rate is.
  @Test func parity() throws {
    let catalogue = sample.catalogue
    let measures = catalogue.measuresAsked(in: "small")
    let literacy = try #require(measures.first { catalogue[$0.indicator].id == "literacy_rate" })
    #expect(literacy.readyMade == catalogue.variableID("literacy_rate"))
    #expect(measures.count { $0.variables == literacy.variables } == 1)
  }

  @Test func nothingToTell() throws {
    // Where nobody knows what is asked, where nothing was taken, and where all is there.
    #expect(try finding(Self.literacy, framework: nil) == nil)
    #expect(try finding("th-phayao,adults,_T,2025,many,\n") == nil)
    let all = sample.catalogue.measuresAsked(in: "small").flatMap(\.variables)
    let rows = all.map { "th-phayao,\(sample.catalogue[$0].id),_T,2025,,O\n" }
    #expect(try finding(rows.joined()) == nil)
    #expect(try finding(rows.dropLast().joined()) != nil)
  }
}
