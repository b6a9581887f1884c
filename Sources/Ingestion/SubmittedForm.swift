import Spreadsheets
import Templates
import Vocabulary

/// A submission as it was typed: what the workbook that goes back to the city is made from.
public enum SubmittedForm: Sendable {
  case template(TemplateAnswers)
  case table(SubmittedTable)
}

extension FileIngestor {
  /// Reads a submission once more. Rounds are large and few of their files go back, so nothing is kept at the first reading.
  /// - Returns: nil where the file is no form of ours.
  public func form(path: String, at file: String, of city: CityID) -> SubmittedForm? {
    do throws(SpreadsheetFault) {
      switch try OpenedFile(path: file, limits: limits, encoding: mapping.encoding, delimiter: mapping.delimiter) {
      case .workbook(let reader): return try form(path, reader, city)
      case .text(let reader):
        let grid = try reader.grid()
        return header(in: grid, [:]).map { .table(transcript($0, city).table(grid, fromRow: $0.row + 1, sheet: "")) }
      }
    } catch {
      return nil
    }
  }

  private func form(_ path: String, _ reader: XLSXReader, _ city: CityID) throws(SpreadsheetFault) -> SubmittedForm? {
    if let answers = try TemplateReader(catalogue: context.catalogue, round: round).read(reader, path: path) {
      return .template(answers)
    }
    for sheet in reader.sheets where !sheet.isHidden {
      let grid = try reader.grid(of: sheet)
      if let header = header(in: grid, [:]) {
        return .table(transcript(header, city).table(grid, fromRow: header.row + 1, sheet: sheet.name))
      }
    }
    return nil
  }

  private func transcript(_ header: Header, _ city: CityID) -> TableTranscript {
    TableTranscript(context: context, mapping: mapping, plan: header.plan, city: city)
  }
}
