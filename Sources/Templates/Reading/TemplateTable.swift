import Spreadsheets
import Vocabulary

/// A sheet of a template whose columns were found, by the words in their heads or by the names that their cells bear.
struct TemplateTable: Sendable {
  enum Kind: Sendable {
    case data
    case corrections
  }

  var kind: Kind
  /// Of the file's sheets, by position.
  var sheet: Int
  /// nil where the head is lost.
  var headRow: Int?
  /// The last row above those to read.
  var top: Int
  var columns: [TemplateColumn: Int]
  /// Heads of value columns whose year cannot be told.
  var unclear: [CellAddress] = []

  var values: [(year: Int, column: Int)] {
    columns.compactMap { key, column in
      if case .value(let year) = key { (year: year, column: column) } else { nil }
    }.sorted { $0.column < $1.column }
  }

  func column(_ key: TemplateColumn) -> Int? { columns[key] }

  /// The columns that a city fills.
  var entryColumns: [Int] { columns.filter { $0.key.isEntry }.map(\.value) }

  /// The column of the status that belongs to a year: its own, or the only one.
  func statusColumn(of year: Int) -> Int? { columns[.status(year)] ?? columns[.status(0)] }

  // MARK: By words

  /// - Parameter years: The years that the form asks for, where they are known.
  /// - Returns: nil where no row of the sheet's top names the columns.
  init?(headOf grid: Grid, sheet: Int, years: [Int]) {
    for row in grid.rows {
      guard let number = row.first?.row, number < TemplateLayout.headSearchRows else { return nil }
      var table = TemplateTable(kind: .data, sheet: sheet, headRow: number, columns: [:])
      for cell in row
      where cell.kind == .text && grid.withText(of: cell, { $0.count <= TemplateReader.longestLine }) {
        table.take(grid.string(of: cell), cell, years)
      }
      guard table.columns[.code] != nil else { continue }
      if table.columns[.correction] != nil {
        table.kind = .corrections
      } else if table.values.isEmpty, table.unclear.isEmpty {
        continue
      }
      self = table
      return
    }
    return nil
  }

  private init(kind: Kind, sheet: Int, headRow: Int?, columns: [TemplateColumn: Int]) {
    self.kind = kind
    self.sheet = sheet
    self.headRow = headRow
    self.columns = columns
    top = headRow ?? -1
  }

  /// The words of a column as heads are compared with them: as bytes, because every cell of a sheet's top may be a head.
  private struct Words {
    var column: TemplateColumn
    var forms: [[UInt8]]

    /// - Parameter joined: The words of both languages may stand together, and nothing else.
    init(_ column: TemplateColumn, joined: Bool) {
      self.column = column
      let (thai, english) = (column.words.thai, column.words.english)
      forms = ([english, thai] + (joined ? [thai + english, english + thai] : []))
        .map { Array(TemplateTable.compact($0).utf8) }
    }

    func occur(in head: [UInt8]) -> Bool {
      forms.contains { form in
        guard let first = form.first, head.count >= form.count else { return false }
        return (0...head.count - form.count).contains { start in
          head[start] == first && form.indices.allSatisfy { head[start + $0] == form[$0] }
        }
      }
    }
  }

  /// Columns whose words may stand anywhere in a head, the longer words before those that they contain.
  private static let contained = [
    TemplateColumn.correction, .value(0), .status(0), .source, .note, .year, .prior(0),
  ].map { Words($0, joined: false) }
  /// Columns whose words are the whole head.
  private static let whole = [TemplateColumn.code, .label].map { Words($0, joined: true) }

  private mutating func take(_ head: String, _ cell: Cell, _ years: [Int]) {
    let text = Array(Self.compact(head).utf8)
    for words in Self.whole where columns[words.column] == nil && words.forms.contains(text) {
      columns[words.column] = cell.column
    }
    let column = Self.contained.first { $0.occur(in: text) }?.column
    guard let column else { return }
    let named = Set(FoldedText.years(in: head))
    let key: TemplateColumn
    switch column {
    case .value:
      guard named.count == 1, let year = named.first, years.isEmpty || years.contains(year) else {
        unclear.append(cell.address)
        return
      }
      key = .value(year)
    case .status: key = .status(named.first ?? 0)
    case .prior: key = .prior(columns.keys.count { if case .prior = $0 { true } else { false } })
    default: key = column
    }
    if columns[key] == nil { columns[key] = cell.column }
  }

  /// Without spaces and colons, which programs and people move about.
  private static func compact(_ text: String) -> String {
    String(String.UnicodeScalarView(FoldedText.of(text).unicodeScalars.filter { $0 != " " && $0 != ":" }))
  }

  // MARK: By names

  /// - Parameter names: The workbook's defined names with what they refer to: `'1 ข้อมูล · Data'!$H$7:$H$28`.
  init?(names: [String: String], sheetNames: [String], years: [Int]) {
    var columns: [TemplateColumn: Int] = [:]
    var sheets: Set<String> = []
    var first = 0
    let wanted: [TemplateColumn] = [.code, .source, .note] + years.flatMap { [.value($0), .status($0)] }
    for column in wanted {
      guard let name = column.definedName, let place = names[name].flatMap(Self.place) else { continue }
      columns[column] = place.column
      first = max(first, place.row)
      sheets.insert(place.sheet)
    }
    guard sheets.count == 1, let name = sheets.first, let sheet = sheetNames.firstIndex(of: name), columns[.code] != nil
    else { return nil }
    self.init(kind: .data, sheet: sheet, headRow: nil, columns: columns)
    top = first - 1
    guard !values.isEmpty else { return nil }
  }

  private static func place(_ reference: String) -> (sheet: String, column: Int, row: Int)? {
    guard let mark = reference.lastIndex(of: "!") else { return nil }
    var sheet = String(reference[..<mark])
    if sheet.hasPrefix("$") { sheet.removeFirst() }
    if sheet.hasPrefix("'"), sheet.hasSuffix("'"), sheet.count > 2 {
      sheet = String(sheet.dropFirst().dropLast()).replacing("''", with: "'")
    }
    let letters = reference[mark...].dropFirst().drop { $0 == "$" }.prefix { $0.isASCII && $0.isLetter }
    guard !letters.isEmpty, letters.count <= 3 else { return nil }
    let number = letters.uppercased().utf8.reduce(0) { $0 * 26 + Int($1) - 64 }
    let row = reference[mark...].dropFirst().drop { !$0.isNumber }.prefix { $0.isASCII && $0.isNumber }
    return (sheet, number - 1, (Int(row) ?? 1) - 1)
  }
}
