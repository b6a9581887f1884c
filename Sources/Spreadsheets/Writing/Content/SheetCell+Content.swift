extension SheetCell: Content {
  func add(to bytes: inout ContentBytes) {
    address.add(to: &bytes)
    content.add(to: &bytes)
    bytes.add(format)
  }
}

extension CellAddress: Content {
  func add(to content: inout ContentBytes) {
    row.add(to: &content)
    column.add(to: &content)
  }
}

extension CellRange: Content {
  func add(to content: inout ContentBytes) {
    topLeft.add(to: &content)
    bottomRight.add(to: &content)
  }
}

extension SheetRange: Content {
  func add(to content: inout ContentBytes) {
    content.add(sheet)
    range.add(to: &content)
  }
}

extension CellContent: Content {
  func add(to content: inout ContentBytes) {
    switch self {
    case .number(let number):
      content.add(tag: 0)
      number.add(to: &content)
    case .text(let text):
      content.add(tag: 1)
      content.add(text)
    case .richText(let runs):
      content.add(tag: 2)
      runs.add(to: &content)
    case .link(let link, let text):
      content.add(tag: 3)
      content.add(link.sheet)
      link.cell.add(to: &content)
      content.add(text)
    case .formula(let formula, let cached):
      content.add(tag: 4)
      content.add(formula)
      cached.add(to: &content)
    case .blank: content.add(tag: 5)
    }
  }
}

extension CachedValue: Content {
  func add(to content: inout ContentBytes) {
    switch self {
    case .number(let number):
      content.add(tag: 0)
      number.add(to: &content)
    case .text(let text):
      content.add(tag: 1)
      content.add(text)
    }
  }
}

extension TextRun: Content {
  func add(to content: inout ContentBytes) {
    content.add(text)
    font.add(to: &content)
  }
}
