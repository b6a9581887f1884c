/// What a number format says a number is.
enum NumberFormat: UInt8 {
  case plain
  case percent
  /// A calendar day, with or without a time.
  case date
  /// A time of day or a duration: no calendar, so the date system does not shift it.
  case time

  /// A format that every program knows by number alone.
  init(builtIn id: Int) {
    switch id {
    case 9, 10: self = .percent
    case 14...17, 22, 27...36, 50...58: self = .date
    case 18...21, 45...47: self = .time
    default: self = .plain
    }
  }

  /// A format by its code, such as `yyyy-mm-dd` or `0.0%`.
  ///
  /// Quoted text, escaped characters and bracketed parts say nothing, except elapsed times (`[h]:mm`).
  init(code: String) {
    var days = false
    var times = false
    var months = false
    var percent = false
    var bytes = Array(code.lowercased().utf8)[...]
    while let byte = bytes.popFirst() {
      switch byte {
      case UInt8(ascii: "\""):
        bytes = bytes.drop { $0 != UInt8(ascii: "\"") }.dropFirst()
      case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"):
        bytes = bytes.dropFirst()
      case UInt8(ascii: "["):
        let inside = bytes.prefix { $0 != UInt8(ascii: "]") }
        bytes = bytes.dropFirst(inside.count + 1)
        if let unit = inside.first, "hms".utf8.contains(unit), inside.allSatisfy({ $0 == unit }) { times = true }
      case UInt8(ascii: "g") where bytes.starts(with: "eneral".utf8):
        bytes = bytes.dropFirst("eneral".utf8.count)
      case UInt8(ascii: "e") where bytes.first == UInt8(ascii: "+") || bytes.first == UInt8(ascii: "-"):
        bytes = bytes.dropFirst()
      case UInt8(ascii: "d"), UInt8(ascii: "y"): days = true
      // Years of an era, and Buddhist years.
      case UInt8(ascii: "e"), UInt8(ascii: "g"), UInt8(ascii: "b"): days = true
      case UInt8(ascii: "h"), UInt8(ascii: "s"): times = true
      case UInt8(ascii: "m"): months = true
      case UInt8(ascii: "%"): percent = true
      default: break
      }
    }
    // Alone, m is a month; beside hours or seconds it is minutes.
    self = days ? .date : times ? .time : months ? .date : percent ? .percent : .plain
  }
}
