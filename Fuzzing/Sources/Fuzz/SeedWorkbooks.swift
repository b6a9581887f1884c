import Catalogue
import Foundation
import GNLCTestSupport
import Spreadsheets
import Templates
import Vocabulary

/// Workbooks by our own writers.
enum SeedWorkbooks {
  static let catalogue: Catalogue = {
    guard let catalogue = SmallCatalogue().load().catalogue else {
      preconditionFailure("the small catalogue has faults")
    }
    return catalogue
  }()

  static let registry = CityRegistry([ExampleRound.city])

  /// A template of the small catalogue.
  static let template: Workbook = {
    guard let date = CalendarDate("2026-07-01") else { preconditionFailure("a date") }
    return TemplateWriter.workbook(
      TemplateRequest(
        city: ExampleRound.city, programme: ExampleRound.programme, round: ExampleRound.round(framework: "small"),
        catalogue: catalogue, date: date))
  }()

  /// The bytes of the template as a file.
  static func written() throws -> [UInt8] { try written(template) }

  static func written(_ workbook: Workbook) throws -> [UInt8] {
    try ExampleRound.withTemporaryFile("seed.xlsx") { path in
      try XLSXWriter.write(workbook, toPath: path)
      return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    }
  }
}
