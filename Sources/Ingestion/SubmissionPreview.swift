import Spreadsheets
import Templates
import Vocabulary

/// What a file says of itself, before it is known which cities may report: for a check that has only the catalogue.
public struct SubmissionPreview: Sendable {
  /// Ids of cities as they stand there, each once.
  public var cities: [String] = []
  /// The form, where the file is a template.
  public var template: TemplateAnswers?
}

extension FileIngestor {
  /// - Returns: An empty preview of a file that cannot be read; reading it for good will tell why.
  public func preview(at file: String) -> SubmissionPreview {
    do throws(SpreadsheetFault) {
      switch try OpenedFile(path: file, limits: limits, encoding: mapping.encoding, delimiter: mapping.delimiter) {
      case .workbook(let reader): return try preview(reader, file)
      case .text(let reader): return SubmissionPreview(cities: cities(in: try reader.grid()))
      }
    } catch {
      return SubmissionPreview()
    }
  }

  private func preview(_ reader: XLSXReader, _ file: String) throws(SpreadsheetFault) -> SubmissionPreview {
    if let answers = try TemplateReader(catalogue: context.catalogue).read(reader, path: file) {
      return SubmissionPreview(cities: [answers.identity.city], template: answers)
    }
    var cities: [String] = []
    for sheet in reader.sheets where !sheet.isHidden { cities += self.cities(in: try reader.grid(of: sheet)) }
    return SubmissionPreview(cities: cities)
  }

  private func cities(in grid: Grid) -> [String] {
    guard let header = header(in: grid, [:]) else { return [] }
    var found: [String] = []
    for row in grid.rows {
      guard let number = row.first?.row, number > header.row,
        let cell = row.first(where: { header.plan.cityColumns.contains($0.column) })
      else { continue }
      let city = Notation.trimmed(grid.display(of: cell)).lowercased()
      if !city.isEmpty, !found.contains(city) { found.append(city) }
    }
    return found
  }
}
