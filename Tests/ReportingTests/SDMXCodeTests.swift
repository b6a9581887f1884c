import Testing
import Vocabulary

@testable import Reporting

/// Identifiers of SDMX have Latin letters, digits, `_`, `-`, `@` and `$`, whatever a city calls its districts.
@Suite struct SDMXCodeTests {
  @Test(arguments: [
    ("", "_T"), ("zone=CORE", "zone@CORE"), ("district=ban-du;location=RURAL", "district@ban-du$location@RURAL"),
    ("district=เวียง", "district@@E0@B9@80@E0@B8@A7@E0@B8@B5@E0@B8@A2@E0@B8@87"),
    // What parts breakdowns parts nothing inside a code.
    ("district=a$b", "district@a@24b"), ("district=a@b", "district@a@40b"), ("district=\u{7}", "district@@07"),
  ])
  func breakdownsAsOneCode(_ written: String, _ code: String) {
    let parts = written.split(separator: ";").map { part in
      let halves = part.split(separator: "=", maxSplits: 1).map(String.init)
      return Breakdown.Part(dimension: halves[0], code: halves[1])
    }
    #expect(SDMXFields.composite(Breakdown(parts)) == code)
  }

  @Test(arguments: ["Y_GE15", "resident_population", "th-phayao", "_T", "45T64"])
  func identifiersStayAsTheyAre(_ id: String) {
    #expect(SDMXFields.code(id) == id)
  }
}
