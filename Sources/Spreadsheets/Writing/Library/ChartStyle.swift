import CXlsxWriter

/// Fonts, lines and fills of a chart in the library's terms.
final class ChartStyle {
  private let strings = CStrings()

  /// No border and no background: the page shows through.
  func hideFrame(of chart: UnsafeMutablePointer<lxw_chart>) {
    var line = noLine()
    var fill = lxw_chart_fill(color: 0, none: 1, transparency: 0)
    chart_chartarea_set_line(chart, &line)
    chart_chartarea_set_fill(chart, &fill)
    chart_plotarea_set_line(chart, &line)
    chart_plotarea_set_fill(chart, &fill)
  }

  func apply(_ legend: Chart.Legend?, to chart: UnsafeMutablePointer<lxw_chart>) {
    guard let legend else { return chart_legend_set_position(chart, UInt8(LXW_CHART_LEGEND_NONE.rawValue)) }
    let position =
      switch legend.position {
      case .top: LXW_CHART_LEGEND_TOP
      case .bottom: LXW_CHART_LEGEND_BOTTOM
      case .left: LXW_CHART_LEGEND_LEFT
      case .right: LXW_CHART_LEGEND_RIGHT
      }
    var font = font(legend.font)
    chart_legend_set_position(chart, UInt8(position.rawValue))
    chart_legend_set_font(chart, &font)
  }

  func apply(_ axis: ChartAxis, to pointer: UnsafeMutablePointer<lxw_chart_axis>?) {
    guard axis.visible else { return chart_axis_off(pointer) }
    if let title = axis.title {
      var font = font(axis.titleFont)
      CleanText.withCString(title) { chart_axis_set_name(pointer, $0) }
      chart_axis_set_name_font(pointer, &font)
    }
    var labelFont = font(axis.labelFont)
    chart_axis_set_num_font(pointer, &labelFont)
    if let format = axis.numberFormat { chart_axis_set_num_format(pointer, format) }
    if let minimum = axis.minimum { chart_axis_set_min(pointer, minimum) }
    if let maximum = axis.maximum { chart_axis_set_max(pointer, maximum) }
    if let unit = axis.majorUnit { chart_axis_set_major_unit(pointer, unit) }
    if axis.reversed { chart_axis_set_reverse(pointer) }
    if axis.crossesAtMaximum { chart_axis_set_crossing_max(pointer) }
    chart_axis_major_gridlines_set_visible(pointer, axis.gridlines == nil ? 0 : 1)
    if let colour = axis.gridlines {
      var line = line(colour, width: 0.75)
      chart_axis_major_gridlines_set_line(pointer, &line)
    }
    var axisLine = axis.line.map { line($0, width: 0.75) } ?? noLine()
    chart_axis_set_line(pointer, &axisLine)
    chart_axis_set_major_tick_mark(pointer, UInt8(LXW_CHART_AXIS_TICK_MARK_NONE.rawValue))
    chart_axis_set_minor_tick_mark(pointer, UInt8(LXW_CHART_AXIS_TICK_MARK_NONE.rawValue))
    switch axis.labelPosition {
    case .nextToAxis: break
    case .low: chart_axis_set_label_position(pointer, UInt8(LXW_CHART_AXIS_LABEL_POSITION_LOW.rawValue))
    case .high: chart_axis_set_label_position(pointer, UInt8(LXW_CHART_AXIS_LABEL_POSITION_HIGH.rawValue))
    case .none: chart_axis_set_label_position(pointer, UInt8(LXW_CHART_AXIS_LABEL_POSITION_NONE.rawValue))
    }
  }

  func applyLine(_ series: ChartSeries, to pointer: UnsafeMutablePointer<lxw_chart_series>) {
    var line = line(series.colour, width: series.lineWidth)
    chart_series_set_line(pointer, &line)
    guard let size = series.markerSize else {
      return chart_series_set_marker_type(pointer, UInt8(LXW_CHART_MARKER_NONE.rawValue))
    }
    var fill = fill(series.colour)
    var outline = self.line(series.colour, width: 0.75)
    chart_series_set_marker_type(pointer, UInt8(LXW_CHART_MARKER_CIRCLE.rawValue))
    chart_series_set_marker_size(pointer, UInt8(size))
    chart_series_set_marker_fill(pointer, &fill)
    chart_series_set_marker_line(pointer, &outline)
  }

  func applyBars(_ series: ChartSeries, to pointer: UnsafeMutablePointer<lxw_chart_series>) {
    var fill = fill(series.colour)
    chart_series_set_fill(pointer, &fill)
    var outline = self.outline(of: series)
    chart_series_set_line(pointer, &outline)
  }

  /// Points without a fill of their own stand in the list as empty ones, which the library passes over.
  func applyPoints(_ series: ChartSeries, to pointer: UnsafeMutablePointer<lxw_chart_series>) -> lxw_error {
    guard let last = series.pointFills.keys.max() else { return LXW_NO_ERROR }
    var outline = self.outline(of: series)
    var fills = (0...last).map { fill(series.pointFills[$0] ?? series.colour) }
    return withUnsafeMutablePointer(to: &outline) { outline in
      fills.withUnsafeMutableBufferPointer { fills in
        var points = fills.indices.map { index in
          series.pointFills[index] == nil
            ? lxw_chart_point()
            : lxw_chart_point(line: outline, fill: fills.baseAddress?.advanced(by: index), pattern: nil)
        }
        return withPointers(to: &points) { chart_series_set_points(pointer, &$0) }
      }
    }
  }

  func apply(_ labels: ChartSeries.Labels, to pointer: UnsafeMutablePointer<lxw_chart_series>) {
    var font = font(labels.font)
    chart_series_set_labels(pointer)
    chart_series_set_labels_font(pointer, &font)
    if let format = labels.numberFormat { chart_series_set_labels_num_format(pointer, format) }
    let position: lxw_chart_label_position? =
      switch labels.position {
      case .automatic: nil
      case .centre: LXW_CHART_LABEL_POSITION_CENTER
      case .insideEnd: LXW_CHART_LABEL_POSITION_INSIDE_END
      case .outsideEnd: LXW_CHART_LABEL_POSITION_OUTSIDE_END
      case .above: LXW_CHART_LABEL_POSITION_ABOVE
      }
    if let position { chart_series_set_labels_position(pointer, UInt8(position.rawValue)) }
  }

  private func outline(of series: ChartSeries) -> lxw_chart_line {
    series.outline.map { line($0, width: series.lineWidth) } ?? noLine()
  }

  private func fill(_ colour: Colour) -> lxw_chart_fill {
    lxw_chart_fill(color: colour.libraryColour, none: 0, transparency: 0)
  }

  private func line(_ colour: Colour, width: Double) -> lxw_chart_line {
    lxw_chart_line(color: colour.libraryColour, none: 0, width: Float(width), dash_type: 0, transparency: 0)
  }

  private func noLine() -> lxw_chart_line {
    lxw_chart_line(color: 0, none: 1, width: 0, dash_type: 0, transparency: 0)
  }

  /// Titles are bold unless told otherwise, so "not bold" is said, too.
  private func font(_ font: Font) -> lxw_chart_font {
    lxw_chart_font(
      name: strings(font.name), size: font.size,
      bold: font.bold ? UInt8(LXW_TRUE.rawValue) : UInt8(LXW_EXPLICIT_FALSE.rawValue), italic: 0, underline: 0,
      rotation: 0, color: font.colour.libraryColour, pitch_family: 0, charset: 0, baseline: -1)
  }
}
