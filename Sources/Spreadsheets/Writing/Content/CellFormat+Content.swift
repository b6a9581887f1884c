extension CellFormat: Content {
  func add(to content: inout ContentBytes) { content.add(self) }

  /// All of it, whether it came before or not.
  func addParts(to content: inout ContentBytes) {
    font.add(to: &content)
    fill.add(to: &content)
    numberFormat.add(to: &content)
    horizontal.add(to: &content)
    vertical.add(to: &content)
    wraps.add(to: &content)
    borders.add(to: &content)
    locked.add(to: &content)
  }
}

extension CellFormat.HorizontalAlignment: NamedContent {}
extension CellFormat.VerticalAlignment: NamedContent {}

extension Font: Content {
  func add(to content: inout ContentBytes) {
    content.add(name)
    size.add(to: &content)
    bold.add(to: &content)
    colour.add(to: &content)
    underlined.add(to: &content)
  }
}

extension Colour: Content {
  func add(to content: inout ContentBytes) { content.add(tag: Int(rgb)) }
}

extension Border: Content {
  func add(to content: inout ContentBytes) {
    content.add(tag: Int(style.rawValue))
    colour.add(to: &content)
  }
}

extension Borders: Content {
  func add(to content: inout ContentBytes) {
    for border in [top, bottom, left, right] { border.add(to: &content) }
  }
}
