import Catalogue
import Spreadsheets
import Vocabulary

/// What the templates of all cities of a round have in common in one language: the rows and their words, the rules of their cells,
/// the lists behind them. Only names, last figures and answers are a city's own, and a round has hundreds of cities.
public struct TemplateForm: Sendable {
  /// The cells of a row that every city has, and what depends on nothing else.
  struct Row: Sendable {
    var code: String
    var label: String
    var question: CellContent
    var unit: String
    var definition: CellContent
    /// In points.
    var height: Double
    /// The cell that the live check is about.
    var cell: String
    /// The formula of the live check before and after the expected range.
    var check: (head: String, tail: String)
  }

  let catalogue: Catalogue
  let language: TemplateLanguage
  /// Years to be filled in, ascending.
  let years: [Int]
  let rows: TemplateRows
  let voice: Voice
  let look: TemplateLook
  let columns: [TemplateColumn]
  let liveTexts: [LiveText: String]
  /// The sheet rows of the data sheet: of each row by its position, and of each group's heading.
  let places: [Int]
  let headings: [Int]
  let schemaChecksum: String
  /// The year that live checks are about.
  let checkedYear: Int
  private(set) var fixed: [Row] = []
  private(set) var validations: [DataValidation] = []
  private(set) var lists: (sheet: Sheet, names: [DefinedName]) = (Sheet(name: TemplateLayout.lists), [])

  /// - Parameter request: Of any city; its name and figures do not matter.
  public init(_ request: TemplateRequest) {
    catalogue = request.catalogue
    language = request.language
    years = request.years
    rows = TemplateRows(catalogue: catalogue, framework: request.round.framework)
    voice = Voice(texts: catalogue.texts, language: language)
    look = TemplateLook(font: request.programme.font)
    columns = TemplateColumn.data(years: years)
    liveTexts = Self.liveTexts(voice)
    checkedYear = years.last ?? request.round.referenceYear
    (places, headings) = Self.placement(of: rows)
    schemaChecksum = TemplateMeta.schemaChecksum(
      of: rows.rows.map { ($0.code.description, request.catalogue.unit(of: $0.code.variable).id) })
    fixed = rows.rows.indices.map(fixedRow)
    validations = rules()
    lists = listsSheet()
  }

  private static func placement(of rows: TemplateRows) -> (rows: [Int], headings: [Int]) {
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

  func unit(of row: TemplateRow) -> UnitOfMeasure { catalogue.unit(of: row.code.variable) }

  /// The name of a row as it stands in its label cell: the measure's, or the part's after a dash.
  func label(of row: TemplateRow) -> LocalizedText {
    guard !row.code.breakdown.isTotal else { return catalogue[row.code.variable].label }
    let names = row.code.breakdown.parts.map { part in
      catalogue.dimension(part.dimension)?.list[part.code]?.label ?? LocalizedText(same: part.code)
    }
    return names.dropFirst().reduce(names.first ?? LocalizedText(same: "")) { $0.joined(by: " · ", $1) }
  }

  // MARK: A row

  private func fixedRow(_ position: Int) -> Row {
    let row = rows.rows[position]
    let variable = catalogue[row.code.variable]
    let label = (row.total == nil ? "" : "– ") + voice.first(label(of: row))
    return Row(
      code: row.code.description, label: label, question: question(row), unit: voice.first(unit(of: row).label),
      definition: row.total == nil ? definition(variable) : .blank, height: height(of: row, label),
      cell: checkedCell(position), check: liveCheck(position))
  }

  private func question(_ row: TemplateRow) -> CellContent {
    let variable = catalogue[row.code.variable]
    guard let second = language.second else { return .text(row.total == nil ? voice.first(variable.question) : "") }
    let name = label(of: row)[second]
    guard row.total == nil else { return .richText([TextRun(name, font: look.font(9, TemplateLook.Palette.muted))]) }
    return look.pair(
      name, variable.question[second], size: 9, secondSize: 8.5, colour: TemplateLook.Palette.text, stacked: true)
  }

  private func definition(_ variable: Variable) -> CellContent {
    guard language.second != nil else { return .text(voice.first(variable.definition)) }
    return look.pair(
      voice.first(variable.question), voice.first(variable.definition), size: 9, secondSize: 8.5, bold: false,
      colour: TemplateLook.Palette.text, stacked: true)
  }

  private func height(of row: TemplateRow, _ label: String) -> Double {
    var texts = [
      (row.code.description, TemplateColumn.code.width * 0.95, 8.0), (label, TemplateColumn.label.width * 0.94, 10.0),
    ]
    let variable = catalogue[row.code.variable]
    if row.total == nil {
      let isSingle = language.second == nil
      let question = variable.question[language.second ?? language.first]
      texts.append(
        (isSingle ? question : variable.label.english + "\n" + question, TemplateColumn.question.width, 9))
      let definition = voice.first(variable.definition)
      texts.append(
        (
          isSingle ? definition : voice.first(variable.question) + "\n" + definition, TemplateColumn.definition.width, 9
        ))
    }
    return look.height(texts, minimum: 23)
  }
}
