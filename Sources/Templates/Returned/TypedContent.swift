import Spreadsheets
import Vocabulary

extension Grid {
  /// A cell as the city typed it, for the copy that goes back: it must be read there as it was read here.
  package func typedContent(of cell: Cell) -> CellContent {
    switch cell.kind {
    case .text, .error: return .text(string(of: cell))
    case .boolean: return .text(display(of: cell))
    case .number where cell.traits.contains(.percentFormat):
      // The format that made 0.45 mean 45 per cent does not go with the number.
      return .text("\(((cell.number * 1e12).rounded() / 1e10).shortestText)%")
    case .number: return .number(cell.number)
    case .date: return .text(day(cell.number))
    }
  }

  /// A date where a number belongs stays a date to look at.
  private func day(_ serial: Double) -> String {
    guard serial >= 61, serial < 2_958_466 else { return "\(serial)" }
    return CalendarDate(secondsSince1970: (Int(serial) - 25_569) * 86_400).description
  }
}
