import Catalogue
import Foundation
import GNLCTestSupport
import Testing

@testable import Ingestion

/// What is wrong with a mapping is told with its line, all at once.
@Suite struct MappingFaultTests {
  private let sound = """
    city: {column: geo}
    period: {column: year}
    value: value
    variable: adults
    """

  struct Case: Sendable, CustomTestStringConvertible {
    var change: String
    var message: String
    init(_ change: String, _ message: String) {
      self.change = change
      self.message = message
    }
    var testDescription: String { change }
  }

  @Test(arguments: [
    Case("colour: red", "unknown key `colour`"),
    Case("status: {column: s, code: {a: A}}", "unknown key `code`"),
    Case("status: {column: s, codes: {ok: AA}}", "`AA` is no SDMX observation status"),
    Case("missing: {nil: A}", "figures of status `A` have a value"),
    Case("flags: {m: O}", "figures of status `O` have no value"),
    Case("delimiter: ab", "a delimiter is one character"),
    Case("header_row: 0", "rows are counted from 1"),
    Case("geographic_level: village", "`village` is no geographic level"),
    Case("other_columns: kept", "not one of ignored, breakdowns, rejected"),
    Case("series_others: dropped", "`excluded` or `rejected`"),
    Case("series: [{where: {a: b}}]", "`variable` is missing"),
    Case("series: [{where: {a: b}, variable: adults, factor: 0}]", "a factor of 0"),
    Case("exclude: [{where: {a: b}}]", "`reason` is missing"),
    Case("exclude: [{where: {\"{series}\": b}, reason: {en: no, th: ไม่}}]", "does not catch `{series}`"),
  ])
  func fault(_ change: Case) {
    let loaded = SourceMapping.load(CatalogueFile(path: "s.yaml", text: Sample.complete(sound + "\n" + change.change)))
    #expect(loaded.faults.contains { $0.message.contains(change.message) }, "\(loaded.faults)")
  }

  @Test func neededKeys() {
    for key in ["city", "period", "value"] {
      let text = sound.split(separator: "\n").filter { !$0.hasPrefix(key) }.joined(separator: "\n")
      let loaded = SourceMapping.load(CatalogueFile(path: "s.yaml", text: Sample.complete(text)))
      #expect(loaded.mapping == nil)
      #expect(loaded.faults.map(\.message) == ["`\(key)` is missing"])
    }
    let loaded = SourceMapping.load(
      CatalogueFile(path: "s.yaml", text: Sample.complete(sound.replacing("variable: adults", with: ""))))
    #expect(loaded.faults.map(\.message) == ["a source needs `variable` or `series`"])
  }

  @Test func idOfSubmissionsIsTaken() {
    let text = Sample.complete(sound).replacing("id: sample", with: "id: tidy")
    #expect(SourceMapping.load(CatalogueFile(path: "s.yaml", text: text)).faults.count == 1)
  }

  @Test func soundMappingHasNone() {
    #expect(SourceMapping.load(CatalogueFile(path: "s.yaml", text: Sample.complete(sound))).faults.isEmpty)
  }

  /// The schema for editors knows the keys that the program knows, no more and no fewer.
  @Test func schemaHasTheSameKeys() throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: Repository.path("Indicators/schema/source.schema.json")))
    let schema = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let properties = try #require(schema["properties"] as? [String: Any])
    #expect(Set(properties.keys) == Set(SourceMapping.keys))
    #expect(schema["additionalProperties"] as? Bool == false)
  }

  /// The guide shows every key, in words or in an example.
  @Test func guideShowsEveryKey() throws {
    let guide = try String(contentsOfFile: Repository.path("Documentation/sources.md"), encoding: .utf8)
    for key in SourceMapping.keys {
      #expect(guide.contains("`\(key)`") || guide.contains("\n\(key):"), "\(key)")
    }
  }
}
