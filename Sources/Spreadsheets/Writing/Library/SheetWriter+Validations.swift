import CXlsxWriter

extension SheetWriter {
  func write(_ validation: DataValidation) throws(XLSXWritingError) {
    let strings = CStrings()
    var options = lxw_data_validation()
    options.ignore_blank = UInt8(LXW_VALIDATION_ON.rawValue)
    options.show_input = UInt8(LXW_VALIDATION_ON.rawValue)
    options.show_error = UInt8(LXW_VALIDATION_ON.rawValue)
    options.dropdown = UInt8(LXW_VALIDATION_ON.rawValue)
    options.error_type =
      switch validation.severity {
      case .stop: UInt8(LXW_VALIDATION_ERROR_TYPE_STOP.rawValue)
      case .warning: UInt8(LXW_VALIDATION_ERROR_TYPE_WARNING.rawValue)
      case .information: UInt8(LXW_VALIDATION_ERROR_TYPE_INFORMATION.rawValue)
      }
    if let prompt = validation.prompt {
      options.input_title = strings.message(prompt.title)
      options.input_message = strings.message(prompt.text)
    }
    if let alert = validation.alert {
      options.error_title = strings.message(alert.title)
      options.error_message = strings.message(alert.text)
    }
    switch validation.rule {
    case .whole(let bounds):
      options.validate = UInt8(LXW_VALIDATION_TYPE_INTEGER.rawValue)
      options.apply(bounds)
    case .decimal(let bounds):
      options.validate = UInt8(LXW_VALIDATION_TYPE_DECIMAL.rawValue)
      options.apply(bounds)
    case .textLength(let bounds):
      options.validate = UInt8(LXW_VALIDATION_TYPE_LENGTH.rawValue)
      options.apply(bounds)
    case .list(let name):
      options.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
      options.value_formula = strings("=" + name)
    }
    let range = validation.range
    let code = worksheet_data_validation_range(
      worksheet, range.topLeft.libraryRow, range.topLeft.libraryColumn, range.bottomRight.libraryRow,
      range.bottomRight.libraryColumn, &options)
    withExtendedLifetime(strings) {}
    try place.check(code, row: range.topLeft.row, column: range.topLeft.column)
  }

  func write(_ comment: CellComment) throws(XLSXWritingError) {
    let strings = CStrings()
    var options = lxw_comment_options()
    options.visible = UInt8(LXW_COMMENT_DISPLAY_HIDDEN.rawValue)
    options.author = strings(comment.author)
    options.color = comment.fill.libraryColour
    options.font_name = strings(comment.font.name)
    options.font_size = comment.font.size
    options.x_scale = comment.scaleX
    options.y_scale = comment.scaleY
    let code = worksheet_write_comment_opt(
      worksheet, comment.address.libraryRow, comment.address.libraryColumn, strings(comment.text), &options)
    withExtendedLifetime(strings) {}
    try place.check(code, row: comment.address.row, column: comment.address.column)
  }
}

extension lxw_data_validation {
  fileprivate mutating func apply(_ bounds: DataValidation.Bounds) {
    switch bounds {
    case .between(let low, let high):
      criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
      minimum_number = low
      maximum_number = high
    case .atLeast(let number):
      criteria = UInt8(LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO.rawValue)
      value_number = number
    }
  }
}

extension CStrings {
  /// A message of a validation. The library takes a leading "=" away, so it gets two.
  fileprivate func message(_ text: String) -> UnsafeMutablePointer<CChar>? {
    unlessEmpty(text.hasPrefix("=") ? "=" + text : text)
  }
}
