import Catalogue
import Spreadsheets
import Vocabulary

/// One workbook in the making: what all of its sheets share.
struct TemplateBook {
  let request: TemplateRequest
  /// What it has in common with the workbooks of other cities.
  let form: TemplateForm
  /// What goes back to a city: its own entries, and what is wrong with them. A fresh template has neither.
  var entries = SubmittedEntries()
  /// By code; nil where nothing was checked.
  var marks: [String: RowMarks]?
  var correctionMarks: [Int: RowMarks] = [:]
  /// Of a city that sent a table of what it has: rows that it said nothing of may stay blank.
  var allowsBlanks = false

  init(_ request: TemplateRequest, _ form: TemplateForm? = nil) {
    self.request = request
    self.form = form ?? TemplateForm(request)
  }

  var identity: TemplateIdentity { TemplateIdentity(request) }
  var catalogue: Catalogue { request.catalogue }
  var texts: Texts { request.catalogue.texts }
  var rows: TemplateRows { form.rows }
  var voice: Voice { form.voice }
  var look: TemplateLook { form.look }
  var columns: [TemplateColumn] { form.columns }

  func column(_ column: TemplateColumn) -> Int { form.column(column) }
  func unit(of row: TemplateRow) -> UnitOfMeasure { form.unit(of: row) }

  /// The last figure as the locked cell shows it: `1,234`, with its year where that is not the one in the head, with its flag.
  func priorText(_ row: TemplateRow, year: Int) -> String {
    guard let figure = request.prior.latest(row.code, upTo: year) else { return "" }
    var text = figure.value.map { NumberText.text($0, decimals: unit(of: row).decimals) } ?? "–"
    if figure.status != .normal { text += " \(figure.status.code)" }
    return figure.year == headYear(of: year) ? text : text + " (\(figure.year))"
  }

  /// The year that the head of a column of last figures names: the year before, or what was last compared with.
  func headYear(of year: Int) -> Int { year == request.round.referenceYear ? request.round.comparisonYear : year }

  var meta: TemplateMeta {
    let kept = zip(rows.rows, form.fixed).map { row, fixed in
      TemplateMeta.Row(
        code: fixed.code, label: fixed.label, unit: fixed.unit,
        prior: request.years.map { priorText(row, year: $0) })
    }
    return TemplateMeta(
      identity: identity, framework: request.round.framework, years: request.years,
      comparisonYear: request.round.comparisonYear, language: request.language,
      generated: request.date.description,
      schemaChecksum: form.schemaChecksum,
      rows: kept, allowsBlanks: allowsBlanks)
  }

  /// Whether nothing was said of a row, for any year.
  func isBlank(_ row: TemplateRow) -> Bool {
    !request.years.contains { year in
      [TemplateColumn.value(year), .status(year)].contains {
        entries.data[SubmittedEntries.Key(code: row.code.description, column: $0)] != nil
      }
    }
  }

  var syntheticMark: String? {
    request.programme.isSynthetic ? voice.joined(texts.label("synthetic")) : nil
  }

  /// Names of cities and rounds for sentences.
  var names: [String: LocalizedText] {
    [
      "city": request.city.name, "round": LocalizedText(english: request.round.id, thai: thaiRound),
      "years": request.years.dropFirst().reduce(.year(request.years.first ?? request.round.referenceYear)) {
        $0.joined(by: ", ", .year($1))
      },
    ]
  }

  private var thaiRound: String { Int(request.round.id).map { "\($0 + 543)" } ?? request.round.id }
}
