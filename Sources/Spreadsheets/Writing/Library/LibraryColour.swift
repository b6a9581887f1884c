import CXlsxWriter

extension Colour {
  /// The library's number. It takes 0 for "unset", so black has a number of its own.
  var libraryColour: lxw_color_t { rgb == 0 ? 0x100_0000 : rgb }
}
