extension PrintSetup: Content {
  func add(to content: inout ContentBytes) {
    orientation.add(to: &content)
    margins.add(to: &content)
    fit.add(to: &content)
    repeatRows.add(to: &content)
    area.add(to: &content)
    footer.add(to: &content)
    centredHorizontally.add(to: &content)
  }
}

extension PrintSetup.Orientation: NamedContent {}

extension PrintSetup.Margins: Content {
  func add(to content: inout ContentBytes) {
    for margin in [left, right, top, bottom, footer] { margin.add(to: &content) }
  }
}

extension PrintSetup.Fit: Content {
  func add(to content: inout ContentBytes) {
    switch self {
    case .onePage: content.add(tag: 0)
    case .onePageWide: content.add(tag: 1)
    case .scaled(let percent, let breaks):
      content.add(tag: 2)
      percent.add(to: &content)
      breaks.add(to: &content)
    }
  }
}

extension Footer: Content {
  func add(to content: inout ContentBytes) {
    for pieces in [left, centre, right] { pieces.add(to: &content) }
    font.add(to: &content)
  }
}

extension Footer.Piece: Content {
  func add(to content: inout ContentBytes) {
    switch self {
    case .text(let text):
      content.add(tag: 0)
      content.add(text)
    case .pageNumber: content.add(tag: 1)
    case .pageCount: content.add(tag: 2)
    }
  }
}
