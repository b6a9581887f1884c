import Catalogue
import Spreadsheets
import Vocabulary

/// One template being read.
struct TemplateReading {
  let catalogue: Catalogue
  var answers: TemplateAnswers
  let meta: TemplateMeta?
  let origin: Finding.Origin
  /// The codes of the rows that the form was sent out with; empty where nobody knows.
  private let expected: [String]
  private let expectedSet: Set<String>
  private let sentRows: [String: TemplateMeta.Row]
  /// The rows of the hidden sheet are those that were sent out.
  private let isIntact: Bool
  /// Where each code was found first.
  private var places: [String: CellAddress] = [:]
  private var changed: [String] = []
  private var unknown = 0
  private static let mostProposals = 200

  init(
    catalogue: Catalogue, answers: TemplateAnswers, meta: TemplateMeta?, origin: Finding.Origin, framework: String?
  ) {
    self.catalogue = catalogue
    self.answers = answers
    self.meta = meta
    self.origin = origin
    // Told once: it is a checksum over all rows.
    isIntact = meta?.isIntact ?? false
    if let meta, isIntact {
      expected = meta.rows.map(\.code)
    } else if let framework = meta?.framework ?? framework {
      expected = TemplateRows(catalogue: catalogue, framework: framework).rows.map(\.code.description)
    } else {
      expected = []
    }
    expectedSet = Set(expected)
    let rows = isIntact ? meta?.rows ?? [] : []
    sentRows = Dictionary(rows.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
  }

  mutating func read(names: [String: String], metaSheets: Set<Int>) {
    reportMeta()
    let sheets = answers.grids.indices.filter { !metaSheets.contains($0) }
    let found = sheets.compactMap { index in
      TemplateTable(headOf: answers.grids[index], sheet: index, years: meta?.years ?? [])
    }
    let tables = found.filter { $0.kind == .data }
    guard tables.count <= 1 else {
      return report("F063", ["sheets": tables.map { answers.sheetNames[$0.sheet] }.joined(separator: ", ")])
    }
    let named = TemplateTable(names: names, sheetNames: answers.sheetNames, years: meta?.years ?? [])
    guard let table = tables.first ?? named else { return report("F064") }
    if table.headRow == nil { report("F071", ["sheet": answers.sheetNames[table.sheet]]) }
    readData(table)
    let corrections = found.filter { $0.kind == .corrections }
    if corrections.count > 1 {
      report("F063", ["sheets": corrections.map { answers.sheetNames[$0.sheet] }.joined(separator: ", ")])
    } else if let table = corrections.first {
      readCorrections(table)
    }
  }

  // MARK: The form itself

  private mutating func reportMeta() {
    guard let meta else { return report("F061", ["sheet": TemplateLayout.meta]) }
    guard isIntact else { return report("F066", ["sheet": TemplateLayout.meta]) }
    let rows = TemplateRows(catalogue: catalogue, framework: meta.framework).rows
    let now = TemplateMeta.schemaChecksum(
      of: rows.map { ($0.code.description, catalogue.unit(of: $0.code.variable).id) })
    guard now != meta.schemaChecksum else { return }
    let current = Set(rows.map(\.code.description))
    let added = rows.map(\.code.description).filter { !expectedSet.contains($0) }
    let dropped = expected.filter { !current.contains($0) }
    report("F067", ["added": Self.list(added), "dropped": Self.list(dropped), "date": meta.generated])
  }

  /// Some names and the number of the rest.
  private static func list(_ names: [String]) -> String {
    guard !names.isEmpty else { return "–" }
    return names.prefix(8).joined(separator: ", ") + (names.count > 8 ? ", … (\(names.count))" : "")
  }

  private mutating func reportForm(_ table: TemplateTable, _ grid: Grid) {
    if grid.name != TemplateLayout.data, table.headRow != nil {
      report("F070", ["seen": grid.name, "expected": TemplateLayout.data], table)
    }
    for cell in table.unclear { report("F072", ["seen": display(grid, cell)], table, cell) }
    for range in grid.mergedRanges where range.topLeft.row > table.top {
      let row = range.topLeft.row
      guard table.entryColumns.contains(where: { range.contains(CellAddress(row: row, column: $0)) }) else { continue }
      report("F069", ["range": "\(range)"], table, range.topLeft)
    }
  }

  private func display(_ grid: Grid, _ address: CellAddress) -> String {
    grid.cell(at: address).map { TemplateAnswers.shown(grid.display(of: $0)) } ?? ""
  }

  // MARK: The data sheet

  private mutating func readData(_ table: TemplateTable) {
    answers.tables.append(table)
    let grid = answers.grids[table.sheet]
    reportForm(table, grid)
    var repeated: Set<String> = []
    var hidden: [String] = []
    let hiddenRows = Set(grid.hiddenRows.flatMap { $0.clamped(to: 0...max(0, grid.rowCount)) })
    for row in grid.rows {
      guard let number = row.first?.row, number > table.top else { continue }
      let hasAnswer = row.contains { table.entryColumns.contains($0.column) && isFilled($0, grid) }
      guard let code = code(in: row, table, grid, isFilled: hasAnswer) else {
        if hasAnswer { setAside(row, number, table, grid) }
        continue
      }
      let key = code.description
      if let first = places[key] {
        repeated.insert(key)
        let place = CellAddress(row: number, column: table.column(.code) ?? 0)
        report("C053", ["code": key, "first": "\(first)", "seen": entered(row, table, grid)], table, place, key)
        for (year, column) in table.values { append(code, .year(year), row, number, column, table) }
        continue
      }
      places[key] = CellAddress(row: number, column: table.column(.code) ?? 0)
      if !expectedSet.isEmpty, !expectedSet.contains(key) {
        report("C054", ["code": key], table, places[key], catalogue[code.variable].id)
      }
      if hasAnswer, hiddenRows.contains(number) { hidden.append("\(number + 1)") }
      compareLocked(row, key, table, grid)
      for (year, column) in table.values { append(code, .year(year), row, number, column, table) }
    }
    // Of two rows with one code nobody knows which one counts.
    answers.setAside += answers.answers.filter { repeated.contains($0.code.description) }.map(
      TemplateAnswers.SetAside.init)
    answers.answers.removeAll { repeated.contains($0.code.description) }
    hidden += hiddenColumns(table, grid)
    if !hidden.isEmpty { report("F068", ["rows": Self.list(hidden)], table) }
    if !changed.isEmpty {
      report("F065", ["count": "\(changed.count)", "cells": Self.list(changed)], table)
    }
    for code in expected where places[code] == nil && TemplateCode(code, catalogue: catalogue) != nil {
      report("C051", ["code": code], table, nil, code)
    }
  }

  /// Columns with answers that somebody hid.
  private func hiddenColumns(_ table: TemplateTable, _ grid: Grid) -> [String] {
    table.entryColumns.sorted().filter { column in
      grid.hiddenColumns.contains { $0.contains(column) }
        && grid.cells.contains { $0.column == column && $0.row > table.top && isFilled($0, grid) }
    }.map(CellAddress.letters)
  }

  /// What a city typed into a row, for messages.
  private func entered(_ row: ArraySlice<Cell>, _ table: TemplateTable, _ grid: Grid) -> String {
    let cells = row.filter { table.entryColumns.contains($0.column) && isFilled($0, grid) }
    return TemplateAnswers.shown(cells.map { grid.display(of: $0) }.joined(separator: " · "))
  }

  func isFilled(_ cell: Cell, _ grid: Grid) -> Bool {
    cell.kind != .text || grid.string(of: cell).unicodeScalars.contains { FoldedText.isVisible($0) }
  }

  /// The code of a row; a finding where there should be one and is not.
  private mutating func code(
    in row: ArraySlice<Cell>, _ table: TemplateTable, _ grid: Grid, isFilled: Bool
  ) -> TemplateCode? {
    let column = table.column(.code) ?? 0
    let cell = row.first { $0.column == column }
    let text = cell.map { grid.display(of: $0) } ?? ""
    let number = row.first?.row ?? 0
    guard !FoldedText.of(text).isEmpty else {
      guard isFilled else { return nil }
      let entered = row.first { table.entryColumns.contains($0.column) && self.isFilled($0, grid) }
      report(
        "C058", ["seen": entered.map { TemplateAnswers.shown(grid.display(of: $0)) } ?? ""], table, entered?.address)
      return nil
    }
    if let code = TemplateCode(text, catalogue: catalogue) { return code }
    // A row that this program no longer asks for, and that nobody filled, is told with the version.
    if sentRows[FoldedText.of(text)] != nil, !isFilled { return nil }
    if sentRows[FoldedText.of(text)] != nil {
      report("C063", ["seen": TemplateAnswers.shown(text)], table, CellAddress(row: number, column: column))
      return nil
    }
    let near = nearest(text)
    report(
      "C052", ["seen": TemplateAnswers.shown(text), "near": near], table, CellAddress(row: number, column: column))
    return nil
  }

  /// A row that a code may be meant for. Beyond a number of unknown codes nobody reads proposals.
  /// - Parameter missingOnly: Whether only rows that were not found are meant: each stands once on the data sheet.
  mutating func nearest(_ text: String, missingOnly: Bool = true) -> String {
    unknown += 1
    guard unknown <= Self.mostProposals else { return "" }
    return text.nearest(in: missingOnly ? expected.filter { places[$0] == nil } : expected) ?? ""
  }

  private mutating func compareLocked(
    _ row: ArraySlice<Cell>, _ code: String, _ table: TemplateTable, _ grid: Grid
  ) {
    guard let sent = sentRows[code] else { return }
    var pairs: [(column: Int?, text: String)] = [(table.column(.label), sent.label)]
    pairs += sent.prior.enumerated().map { (table.column(.prior($0)), $1) }
    for (column, text) in pairs {
      guard let column else { continue }
      let cell = row.first { $0.column == column }
      let seen = cell.map { grid.display(of: $0) } ?? ""
      if Self.plain(seen) != Self.plain(text) {
        changed.append("\(CellAddress(row: row.first?.row ?? 0, column: column))")
      }
    }
  }

  /// Programs turn `1,234` into a number of their own accord.
  private static func plain(_ text: String) -> String { FoldedText.of(text).filter { $0 != "," && $0 != " " } }

  // MARK: Findings

  mutating func report(
    _ code: FindingCode, _ details: [String: String] = [:], _ table: TemplateTable? = nil, _ cell: CellAddress? = nil,
    _ variable: String = ""
  ) {
    var place = origin
    if let table { place.sheet = answers.sheetNames[table.sheet] }
    place.row = cell?.row
    place.column = cell?.column
    place.variable = variable.split(separator: "|").first.map(String.init) ?? ""
    answers.findings.append(Finding(code, at: place, details))
  }
}
