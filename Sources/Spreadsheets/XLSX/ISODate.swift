/// Dates that a cell holds as text in the ISO 8601 form (`t="d"`): `2024-01-31`, `2024-01-31T12:30:00`, `12:30:00`.
enum ISODate {
  private static let secondsPerDay = 86_400.0

  /// The serial day of the 1900 system, a time as its fraction; nil for anything else and for days before 1900.
  static func serial(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
    var rest = text[...]
    if rest.last == UInt8(ascii: "Z") { rest = rest.dropLast() }
    guard let separator = rest.firstIndex(of: UInt8(ascii: "T")) else {
      return rest.contains(UInt8(ascii: ":")) ? time(rest) : day(rest)
    }
    guard let fraction = time(rest[(separator + 1)...]) else { return nil }
    if separator == rest.startIndex { return fraction }
    return day(rest[..<separator]).map { $0 + fraction }
  }

  private static func day(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Double? {
    let fields = text.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false).map(number)
    guard fields.count == 3, let year = fields[0], let month = fields[1], let day = fields[2],
      (1900...9999).contains(year), (1...12).contains(month), (1...daysIn(month, of: year)).contains(day)
    else { return nil }
    // Days since 1899-12-30, counted in years that begin in March, so that the leap day comes last.
    let marchYear = month > 2 ? year : year - 1
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    let days = 365 * marchYear + marchYear / 4 - marchYear / 100 + marchYear / 400 + dayOfYear - 693_899
    // The 1900 system has a 29 February 1900 that never was; days before it are one less.
    return Double(days <= 60 ? days - 1 : days)
  }

  private static func daysIn(_ month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func time(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Double? {
    let fields = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard (2...3).contains(fields.count), let hours = number(fields[0]), let minutes = number(fields[1]), hours < 24,
      minutes < 60
    else { return nil }
    var seconds = 0.0
    if fields.count == 3 {
      guard let value = DecimalParser.parse(UnsafeBufferPointer(rebasing: fields[2])), value >= 0, value < 60 else {
        return nil
      }
      seconds = value
    }
    return (Double(hours * 3600 + minutes * 60) + seconds) / secondsPerDay
  }

  private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    guard (1...4).contains(digits.count) else { return nil }
    var value = 0
    for byte in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return value
  }
}
