import Catalogue
import Ingestion
import Rounds
import Spreadsheets
import Vocabulary

/// Reads a tidy CSV file to typed observations: every code looked up, every number typed, every cell accounted for.
enum CSVIngestion {
  static func measure(file: String, workspace: String, registry path: String) throws -> Measurement {
    let catalogue = try Workspace(root: workspace).catalogue()
    let registry = try registry(at: path)
    let context = TableContext(catalogue: catalogue, registry: registry)
    let mapping = SourceMapping.tidy(dimensions: catalogue.dimensions.map(\.id))
    let ingestor = FileIngestor(context: context, mapping: mapping, limits: .source)
    return try Measurement.of {
      let ingested = ingestor.ingest(path: "data.csv", at: file)
      let account = ingested.reconciliation
      guard account.isBalanced, account.rejected == 0, account.observations > 0 else {
        let codes = Set(ingested.findings.map(\.code.description)).sorted().joined(separator: " ")
        throw BenchError("\(file) is not as expected: \(account) \(codes)")
      }
      return [("rows", account.read), ("observations", ingested.observations.count)]
    }
  }

  /// Ids are enough: the file names its cities by them.
  private static func registry(at path: String) throws -> CityRegistry {
    let grid = try CSVReader(path: path).grid()
    var cities: [City] = []
    for row in grid.rows.dropFirst() {
      guard let first = row.first, first.column == 0 else { continue }
      let id = grid.string(of: first)
      cities.append(City(id: id, name: LocalizedText(same: id)))
    }
    return CityRegistry(cities)
  }
}
