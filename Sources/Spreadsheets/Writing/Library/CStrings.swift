import Glibc

/// C strings for the structs of the library, which hold pointers and copy the bytes in the call that gets the struct.
///
/// They live as long as this object: keep it beyond that call.
final class CStrings {
  private var pointers: [UnsafeMutablePointer<CChar>] = []

  /// A copy of the clean form of `text`.
  func callAsFunction(_ text: String) -> UnsafeMutablePointer<CChar> {
    guard let copy = CleanText.withCString(text, { strdup($0) }) else { fatalError("out of memory") }
    pointers.append(copy)
    return copy
  }

  /// The same, but nil for a text of nothing.
  func unlessEmpty(_ text: String) -> UnsafeMutablePointer<CChar>? {
    let clean = CleanText.clean(text)
    return clean.isEmpty ? nil : self(clean)
  }

  deinit { pointers.forEach { free($0) } }
}
