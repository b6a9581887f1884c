import Catalogue
import Foundation
import GNLCTestSupport
import Spreadsheets
import Testing
import Vocabulary

@testable import Reporting

/// Workbooks of fictional networks, and ways to look into them.
enum SampleWorkbook {
  static func catalogue() throws -> Catalogue {
    try #require(Repository.catalogue.faults == [])
    return try #require(Repository.catalogue.catalogue)
  }

  /// Results and workbooks are made once for all tests.
  private static let results = Guarded<[FictionalNetwork: RoundResults]>([:])
  private static let workbooks = Guarded<[Edition: Workbook]>([:])

  private struct Edition: Hashable {
    var network: FictionalNetwork
    var language: Language
  }

  static func results(_ network: FictionalNetwork) throws -> RoundResults {
    let catalogue = try catalogue()
    if let known = results.withLock({ $0[network] }) { return known }
    let made = try network.results(catalogue)
    results.withLock { $0[network] = made }
    return made
  }

  static func context(_ network: FictionalNetwork, language: Language = .english) throws -> EvaluationContext {
    EvaluationContext(try results(network), language: language)
  }

  static func workbook(_ network: FictionalNetwork, language: Language = .english) throws -> Workbook {
    let edition = Edition(network: network, language: language)
    if let known = workbooks.withLock({ $0[edition] }) { return known }
    let made = EvaluationWorkbook.build(try results(network), language: language)
    workbooks.withLock { $0[edition] = made }
    return made
  }

  /// Networks at the edges: every page must still make sense.
  static let edges: [(name: String, network: FictionalNetwork)] = [
    ("four cities", FictionalNetwork()),
    ("fourteen cities", FictionalNetwork(cities: 14, absent: 2, held: 2)),
    ("thirty cities", FictionalNetwork(cities: 30, absent: 8, held: 1, completeness: 0.5)),
    ("one city", FictionalNetwork(cities: 1, absent: 0, held: 0)),
    ("two cities", FictionalNetwork(cities: 2, absent: 0, held: 0)),
    ("nobody reported", FictionalNetwork(cities: 2, absent: 2, held: 0)),
    ("no member city", FictionalNetwork(cities: 0, absent: 0, held: 0)),
    ("no earlier year", FictionalNetwork(absent: 0, years: [2025])),
    ("nothing new", FictionalNetwork(absent: 0, years: [2022, 2024])),
    ("hardly anything", FictionalNetwork(absent: 0, completeness: 0.1)),
    ("no targets", FictionalNetwork(hasProgress: false)),
    ("no findings", FictionalNetwork(hasFindings: false)),
    ("a checklist", FictionalNetwork(framework: "mechanisms")),
    ("a course", FictionalNetwork(framework: "city-administrator")),
    ("a framework of many parts", FictionalNetwork(framework: "sdg4")),
    ("the font of Thai offices", FictionalNetwork(font: "TH Sarabun New")),
  ]
}

extension Workbook {
  func sheet(_ name: String) throws -> Sheet { try #require(sheets.first { $0.name == name }) }
}

extension Sheet {
  /// All texts of a cell, runs and links included.
  var texts: [(address: CellAddress, text: String)] {
    cells.compactMap { cell in
      switch cell.content {
      case .text(let text): (cell.address, text)
      case .link(_, let text): (cell.address, text)
      case .richText(let runs): (cell.address, runs.map(\.text).joined())
      case .number, .formula, .blank: nil
      }
    }
  }

  /// All texts of the sheet's table.
  var tableTexts: [String] {
    table?.columns.flatMap { column -> [String] in
      if case .texts(let values) = column.values { values } else { [] }
    } ?? []
  }

  func text(row: Int, column: Int) -> String? {
    texts.last { $0.address == CellAddress(row: row, column: column) }?.text
  }
}

extension DataTable {
  func column(_ header: String) throws -> DataColumn { try #require(columns.first { $0.header == header }) }

  func numbers(_ header: String) throws -> [Double?] {
    switch try column(header).values {
    case .numbers(let values): values
    case .integers(let values): values.map { $0.map(Double.init) }
    case .texts: []
    }
  }

  func texts(_ header: String) throws -> [String] {
    if case .texts(let values) = try column(header).values { values } else { [] }
  }

  /// All numbers of the table.
  var allNumbers: Set<Double> {
    var all: Set<Double> = []
    for column in columns {
      switch column.values {
      case .numbers(let values): all.formUnion(values.compactMap { $0 })
      case .integers(let values): all.formUnion(values.compactMap { $0.map(Double.init) })
      case .texts: break
      }
    }
    return all
  }
}

/// The numbers that stand in a sentence, without their signs.
func numbers(in sentence: String) -> [Double] {
  sentence.matches(of: /[0-9][0-9,]*(\.[0-9]+)?/).compactMap {
    Double($0.output.0.split(separator: ",").joined())
  }
}
