extension Sheet: Content {
  func add(to content: inout ContentBytes) {
    content.add(name)
    columns.add(to: &content)
    rowHeights.add(to: &content)
    cells.add(to: &content)
    table.add(to: &content)
    frozenRows.add(to: &content)
    frozenColumns.add(to: &content)
    tabColour.add(to: &content)
    gridlines.add(to: &content)
    zoom.add(to: &content)
    isHidden.add(to: &content)
    protection.add(to: &content)
    print.add(to: &content)
    charts.add(to: &content)
    dataBars.add(to: &content)
    conditionalFormats.add(to: &content)
    validations.add(to: &content)
    comments.add(to: &content)
    numbersStoredAsText.add(to: &content)
  }
}

extension Sheet.Gridlines: NamedContent {}

extension ColumnWidth: Content {
  func add(to content: inout ContentBytes) {
    columns.add(to: &content)
    width.add(to: &content)
    content.add(format)
  }
}

extension RowHeight: Content {
  func add(to content: inout ContentBytes) {
    rows.add(to: &content)
    points.add(to: &content)
  }
}

extension SheetProtection: Content {
  func add(to content: inout ContentBytes) { content.add(tag: Int(rawValue)) }
}

extension CellComment: Content {
  func add(to content: inout ContentBytes) {
    address.add(to: &content)
    content.add(text)
    content.add(author)
    fill.add(to: &content)
    font.add(to: &content)
    scaleX.add(to: &content)
    scaleY.add(to: &content)
  }
}

extension DataTable: Content {
  func add(to content: inout ContentBytes) {
    content.add(name)
    headerRow.add(to: &content)
    columns.add(to: &content)
    content.add(headerFormat)
  }
}

extension DataColumn: Content {
  func add(to content: inout ContentBytes) {
    content.add(header)
    width.add(to: &content)
    content.add(format)
    values.add(to: &content)
    content.add(missing)
    missingByRow.add(to: &content)
    missingFormat.add(to: &content)
    headerFormat.add(to: &content)
  }
}

extension DataColumn.Values: Content {
  func add(to content: inout ContentBytes) {
    switch self {
    case .numbers(let values):
      content.add(tag: 0)
      values.add(to: &content)
    case .integers(let values):
      content.add(tag: 1)
      values.add(to: &content)
    case .texts(let values):
      content.add(tag: 2)
      values.add(to: &content)
    }
  }
}
