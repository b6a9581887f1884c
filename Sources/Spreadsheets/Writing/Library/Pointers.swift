extension CellAddress {
  /// The library's row and column. The address is inside the sheet: the rules say so.
  var libraryRow: UInt32 { UInt32(row) }
  var libraryColumn: UInt16 { UInt16(column) }
}

/// Calls `body` with pointers to all elements, ended by nil: how the library takes lists of structs.
func withPointers<Element, Result>(
  to elements: inout [Element], _ body: (inout [UnsafeMutablePointer<Element>?]) -> Result
) -> Result {
  elements.withUnsafeMutableBufferPointer { buffer in
    var list = buffer.indices.map { buffer.baseAddress?.advanced(by: $0) }
    list.append(nil)
    return body(&list)
  }
}
