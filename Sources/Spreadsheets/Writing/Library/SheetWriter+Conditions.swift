import CXlsxWriter

extension SheetWriter {
  /// Data bars first, then the conditional formats in their order.
  func writeConditions() throws(XLSXWritingError) {
    for bar in sheet.dataBars {
      var options = lxw_conditional_format()
      options.type = UInt8(LXW_CONDITIONAL_DATA_BAR.rawValue)
      options.data_bar_2010 = 1
      options.bar_solid = 1
      options.bar_no_border = 1
      options.bar_only = bar.barOnly ? 1 : 0
      options.bar_color = bar.colour.libraryColour
      options.bar_negative_color = bar.negativeColour.libraryColour
      options.min_rule_type = UInt8(LXW_CONDITIONAL_RULE_TYPE_NUMBER.rawValue)
      options.max_rule_type = UInt8(LXW_CONDITIONAL_RULE_TYPE_NUMBER.rawValue)
      options.min_value = bar.minimum
      options.max_value = bar.maximum
      if let axis = bar.middleAxis {
        options.bar_axis_position = UInt8(LXW_CONDITIONAL_BAR_AXIS_MIDPOINT.rawValue)
        options.bar_axis_color = axis.libraryColour
      }
      try add(&options, to: bar.range)
    }
    for format in sheet.conditionalFormats { try write(format) }
  }

  private func write(_ format: ConditionalFormat) throws(XLSXWritingError) {
    let strings = CStrings()
    var options = lxw_conditional_format()
    options.format = formats.conditional(colour: format.colour, fill: format.fill, bold: format.bold)
    options.stop_if_true = format.stops ? 1 : 0
    options.type = UInt8(LXW_CONDITIONAL_TYPE_FORMULA.rawValue)
    options.value_string = strings(format.formula)
    try add(&options, to: format.range)
    withExtendedLifetime(strings) {}
  }

  private func add(_ options: inout lxw_conditional_format, to range: CellRange) throws(XLSXWritingError) {
    let code = worksheet_conditional_format_range(
      worksheet, range.topLeft.libraryRow, range.topLeft.libraryColumn, range.bottomRight.libraryRow,
      range.bottomRight.libraryColumn, &options)
    try place.check(code, row: range.topLeft.row, column: range.topLeft.column)
  }
}
