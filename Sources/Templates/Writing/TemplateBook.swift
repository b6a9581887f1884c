import Catalogue
import Spreadsheets
import Vocabulary

/// One workbook in the making: what all of its sheets share.
struct TemplateBook {
  let request: TemplateRequest
  let rows: TemplateRows
  let voice: Voice
  let look: TemplateLook
  let columns: [TemplateColumn]
  let liveTexts: [LiveText: String]
  /// What goes back to a city: its own entries, and what is wrong with them. A fresh template has neither.
  var entries = SubmittedEntries()
  /// By code; nil where nothing was checked.
  var marks: [String: RowMarks]?
  var correctionMarks: [Int: RowMarks] = [:]
  /// Of a city that sent a table of what it has: rows that it said nothing of may stay blank.
  var allowsBlanks = false

  init(_ request: TemplateRequest) {
    self.request = request
    rows = TemplateRows(catalogue: request.catalogue, framework: request.round.framework)
    voice = Voice(texts: request.catalogue.texts, language: request.language)
    look = TemplateLook(font: request.programme.font)
    columns = TemplateColumn.data(years: request.years)
    liveTexts = Self.liveTexts(voice)
  }

  var identity: TemplateIdentity { TemplateIdentity(request) }
  var catalogue: Catalogue { request.catalogue }
  var texts: Texts { request.catalogue.texts }

  /// The sheet rows of the data sheet: of each row by its position, and of each group's heading.
  var placement: (rows: [Int], headings: [Int]) {
    var next = TemplateLayout.firstRow
    var headings: [Int] = []
    var places: [Int] = []
    for group in rows.groups {
      headings.append(next)
      next += 1
      for _ in group.rows {
        places.append(next)
        next += 1
      }
    }
    return (places, headings)
  }

  func column(_ column: TemplateColumn) -> Int { columns.firstIndex(of: column) ?? 0 }

  /// The name of a row as it stands in its label cell: the measure's, or the part's after a dash.
  func label(of row: TemplateRow) -> LocalizedText {
    guard !row.code.breakdown.isTotal else { return catalogue[row.code.variable].label }
    let names = row.code.breakdown.parts.map { part in
      catalogue.dimension(part.dimension)?.list[part.code]?.label ?? LocalizedText(same: part.code)
    }
    return names.dropFirst().reduce(names.first ?? LocalizedText(same: "")) { $0.joined(by: " · ", $1) }
  }

  func unit(of row: TemplateRow) -> UnitOfMeasure { catalogue.unit(of: row.code.variable) }

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
    let kept = rows.rows.map { row in
      TemplateMeta.Row(
        code: row.code.description, label: labelText(of: row), unit: voice.first(unit(of: row).label),
        prior: request.years.map { priorText(row, year: $0) })
    }
    return TemplateMeta(
      identity: identity, framework: request.round.framework, years: request.years,
      comparisonYear: request.round.comparisonYear, language: request.language,
      generated: request.date.description,
      schemaChecksum: TemplateMeta.schemaChecksum(of: rows.rows.map { ($0.code.description, unit(of: $0).id) }),
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

  /// The text of the label cell.
  func labelText(of row: TemplateRow) -> String { (row.total == nil ? "" : "– ") + voice.first(label(of: row)) }

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
