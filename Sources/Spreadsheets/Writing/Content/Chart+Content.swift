extension Chart: Content {
  func add(to content: inout ContentBytes) {
    kind.add(to: &content)
    grouping.add(to: &content)
    series.add(to: &content)
    categoryAxis.add(to: &content)
    valueAxis.add(to: &content)
    legend.add(to: &content)
    gap.add(to: &content)
    overlap.add(to: &content)
    anchor.add(to: &content)
    for number in [offsetX, offsetY, width, height] { number.add(to: &content) }
    content.add(alternativeText)
  }
}

extension Chart.Kind: NamedContent {}
extension Chart.Grouping: NamedContent {}
extension Chart.Legend.Position: NamedContent {}

extension Chart.Legend: Content {
  func add(to content: inout ContentBytes) {
    position.add(to: &content)
    font.add(to: &content)
  }
}

extension ChartAxis: Content {
  func add(to content: inout ContentBytes) {
    title.add(to: &content)
    titleFont.add(to: &content)
    labelFont.add(to: &content)
    numberFormat.add(to: &content)
    for number in [minimum, maximum, majorUnit] { number.add(to: &content) }
    reversed.add(to: &content)
    crossesAtMaximum.add(to: &content)
    gridlines.add(to: &content)
    line.add(to: &content)
    labelPosition.add(to: &content)
    visible.add(to: &content)
  }
}

extension ChartAxis.LabelPosition: NamedContent {}

extension ChartSeries: Content {
  func add(to content: inout ContentBytes) {
    name.add(to: &content)
    categories.add(to: &content)
    values.add(to: &content)
    colour.add(to: &content)
    outline.add(to: &content)
    lineWidth.add(to: &content)
    markerSize.add(to: &content)
    content.add(tag: pointFills.count)
    for (point, colour) in pointFills.sorted(by: { $0.key < $1.key }) {
      point.add(to: &content)
      colour.add(to: &content)
    }
    labels.add(to: &content)
  }
}

extension ChartSeries.Name: Content {
  func add(to content: inout ContentBytes) {
    switch self {
    case .text(let text):
      content.add(tag: 0)
      content.add(text)
    case .cell(let sheet, let address):
      content.add(tag: 1)
      content.add(sheet)
      address.add(to: &content)
    }
  }
}

extension ChartSeries.LabelPosition: NamedContent {}

extension ChartSeries.Labels: Content {
  func add(to content: inout ContentBytes) {
    numberFormat.add(to: &content)
    font.add(to: &content)
    position.add(to: &content)
  }
}
