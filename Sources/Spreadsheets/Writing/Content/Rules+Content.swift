extension DataBar: Content {
  func add(to content: inout ContentBytes) {
    range.add(to: &content)
    colour.add(to: &content)
    negativeColour.add(to: &content)
    minimum.add(to: &content)
    maximum.add(to: &content)
    barOnly.add(to: &content)
    middleAxis.add(to: &content)
  }
}

extension ConditionalFormat: Content {
  func add(to content: inout ContentBytes) {
    range.add(to: &content)
    content.add(formula)
    colour.add(to: &content)
    fill.add(to: &content)
    bold.add(to: &content)
    stops.add(to: &content)
  }
}

extension DataValidation: Content {
  func add(to content: inout ContentBytes) {
    range.add(to: &content)
    rule.add(to: &content)
    prompt.add(to: &content)
    alert.add(to: &content)
    severity.add(to: &content)
  }
}

extension DataValidation.Severity: NamedContent {}

extension DataValidation.Message: Content {
  func add(to content: inout ContentBytes) {
    content.add(title)
    content.add(text)
  }
}

extension DataValidation.Rule: Content {
  func add(to content: inout ContentBytes) {
    switch self {
    case .whole(let bounds):
      content.add(tag: 0)
      bounds.add(to: &content)
    case .decimal(let bounds):
      content.add(tag: 1)
      bounds.add(to: &content)
    case .textLength(let bounds):
      content.add(tag: 2)
      bounds.add(to: &content)
    case .list(let name):
      content.add(tag: 3)
      content.add(name)
    }
  }
}

extension DataValidation.Bounds: Content {
  func add(to content: inout ContentBytes) {
    switch self {
    case .between(let low, let high):
      content.add(tag: 0)
      low.add(to: &content)
      high.add(to: &content)
    case .atLeast(let low):
      content.add(tag: 1)
      low.add(to: &content)
    }
  }
}
