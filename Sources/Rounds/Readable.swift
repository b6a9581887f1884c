/// Sizes and durations as a person reads them: two figures where they matter, decimal units as disks are sold in.
///
///     Readable.size(1_234_567)            // 1.2 MB
///     Readable.duration(.seconds(75))     // 1 min 15 s
public enum Readable {
  /// A size with three digits at most: `1.2 MB`.
  public static func size(_ bytes: Int) -> String {
    guard bytes >= 1000 else { return "\(bytes) bytes" }
    let units = ["kB", "MB", "GB", "TB"]
    var unit = 0
    var tenths = bytes / 100
    while tenths >= 10_000, unit < units.count - 1 { (tenths, unit) = (tenths / 1000, unit + 1) }
    return tenths < 100 ? "\(tenths / 10).\(tenths % 10) \(units[unit])" : "\(tenths / 10) \(units[unit])"
  }

  /// A time with no more digits than anybody wants: `850 ms`, `12 s`.
  public static func duration(_ duration: Duration) -> String {
    let milliseconds = duration.components.seconds * 1000 + duration.components.attoseconds / 1_000_000_000_000_000
    if milliseconds < 1000 { return "\(milliseconds) ms" }
    if milliseconds < 60_000 { return "\(milliseconds / 1000).\(milliseconds / 100 % 10) s" }
    let seconds = milliseconds / 1000
    return seconds < 3600 ? "\(seconds / 60) min \(seconds % 60) s" : "\(seconds / 3600) h \(seconds / 60 % 60) min"
  }
}
