import Spreadsheets

/// Where a long page is cut, so that rows which belong together are printed together.
///
/// Programs break pages where they like while a sheet is fitted to the paper's width, so the scale is worked out here and the
/// breaks are ours.
struct PageCuts {
  private let percent: Int
  /// Points of rows that a page holds at that scale, and those of the repeated rows.
  private let capacity: Double
  private let heads: Double
  private var used: Double
  private var breaks: [Int] = []

  /// A4 across without its margins, in pixels and points; a little less, for programs that count differently.
  private static let paper = (width: 945.0, height: 500.0)

  /// - Parameters:
  ///   - widths: Of all columns, in digits.
  ///   - heads: Points of the rows that are repeated on every page.
  ///   - used: Points of the rows above the first one to be placed.
  init(widths: [Double], heads: Double, used: Double) {
    percent = max(10, min(100, Int(100 * Self.paper.width / Double(TextMeasure.pixels(ofWidths: widths)))))
    capacity = Self.paper.height * 100 / Double(percent)
    self.heads = heads
    self.used = used
  }

  /// Says that rows of so many points begin at a row; they go to the next page where this one has no room.
  mutating func place(_ points: Double, atRow row: Int) {
    if used + points > capacity, used > heads {
      breaks.append(row)
      used = heads
    }
    used += points
  }

  /// At most as many breaks as a file holds; beyond, the program breaks where it likes.
  var fit: PrintSetup.Fit { .scaled(percent, breaksBefore: Array(breaks.prefix(1_023))) }
}
