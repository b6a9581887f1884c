import ArgumentParser
import Foundation

/// Colour for the eyes of a person at a terminal; never the only sign of anything, and none in a pipe or file.
struct ColourOption: ParsableArguments {
  @Flag(
    name: .customLong("no-color"),
    help: ArgumentHelp("Print without colours.", discussion: "So do a NO_COLOR that is not empty and TERM=dumb."))
  private var isPlain = false

  var palette: Palette {
    let environment = ProcessInfo.processInfo.environment
    let isWished = !isPlain && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
    return Palette(isColoured: isWished && isatty(STDOUT_FILENO) == 1)
  }
}

/// The colours of a terminal, or none.
struct Palette {
  enum Colour: Int {
    case red = 31
    case green = 32
    case yellow = 33
    case cyan = 36
  }

  var isColoured: Bool

  func paint(_ text: String, _ colour: Colour) -> String {
    isColoured ? "\u{1B}[1;\(colour.rawValue)m\(text)\u{1B}[0m" : text
  }
}
