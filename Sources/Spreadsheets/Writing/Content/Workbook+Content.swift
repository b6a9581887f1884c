extension Workbook: Content {
  func add(to content: inout ContentBytes) {
    properties.add(to: &content)
    sheets.add(to: &content)
    definedNames.add(to: &content)
  }
}

extension Workbook.Properties: Content {
  func add(to content: inout ContentBytes) {
    for text in [title, subject, author, company, category, keywords, comments] { content.add(text) }
    content.add(UInt64(bitPattern: created))
    custom.add(to: &content)
  }
}

extension Workbook.CustomProperty: Content {
  func add(to content: inout ContentBytes) {
    content.add(name)
    content.add(value)
  }
}

extension DefinedName: Content {
  func add(to content: inout ContentBytes) {
    content.add(name)
    target.add(to: &content)
  }
}

extension Workbook {
  /// The workbook under its name: wherever a cell, footer or property has the mark, which stood for a name that was not known yet.
  public func replacing(mark: String, with name: String) -> Workbook {
    func named(_ text: String) -> String { text.contains(mark) ? text.replacing(mark, with: name) : text }
    func named(_ piece: Footer.Piece) -> Footer.Piece {
      guard case .text(let text) = piece else { return piece }
      return .text(named(text))
    }
    var copy = self
    copy.properties.comments = named(properties.comments)
    copy.properties.custom = properties.custom.map { CustomProperty($0.name, named($0.value)) }
    for index in copy.sheets.indices {
      if let footer = sheets[index].print.footer {
        copy.sheets[index].print.footer = Footer(
          left: footer.left.map(named), centre: footer.centre.map(named), right: footer.right.map(named),
          font: footer.font)
      }
      for (cell, value) in sheets[index].cells.enumerated() {
        if case .text(let text) = value.content, text.contains(mark) {
          copy.sheets[index].cells[cell].content = .text(named(text))
        }
      }
    }
    return copy
  }
}
