import Glibc

/// The name of an element without its namespace prefix, valid during the callback.
struct XMLName {
  /// Ends with a zero.
  let local: UnsafePointer<CChar>

  @inline(__always)
  init(qualified: UnsafePointer<CChar>) {
    var local = qualified
    var position = qualified
    while position.pointee != 0 {
      if position.pointee == CChar(bitPattern: UInt8(ascii: ":")) { local = position + 1 }
      position += 1
    }
    self.local = local
  }

  /// The name, if it is one letter long; 0 otherwise. The elements of cells are `c`, `v`, `f`, `t` and `r`.
  @inline(__always)
  var letter: UInt8 {
    local[0] != 0 && local[1] == 0 ? UInt8(bitPattern: local[0]) : 0
  }

  static func == (name: XMLName, literal: StaticString) -> Bool {
    // The bytes of a literal end with a zero, like the name.
    strcmp(UnsafeRawPointer(literal.utf8Start).assumingMemoryBound(to: CChar.self), name.local) == 0
  }
}

/// The attributes of an element, valid during the callback.
struct XMLAttributes {
  /// Names and values in turn, closed by nil.
  let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>

  /// The value of the attribute with this local name, nil if there is none.
  func value(_ name: StaticString) -> UnsafePointer<CChar>? {
    var pair = pairs
    while let qualified = pair[0] {
      if XMLName(qualified: qualified) == name { return pair[1] }
      pair += 2
    }
    return nil
  }

  func string(_ name: StaticString) -> String? { value(name).map { String(cString: $0) } }

  func integer(_ name: StaticString) -> Int? { string(name).flatMap { Int($0) } }

  func flag(_ name: StaticString) -> Bool {
    switch string(name) {
    case "1", "true", "on": true
    default: false
    }
  }
}
