import Catalogue

/// The Swift file that names every text of the catalogue, by which a program tells that an older workspace lacks some.
enum RequiredTextsFile {
  private static let width = 110

  static func text(_ texts: Texts) -> String {
    var lines: [String] = []
    var line = ""
    for name in texts.names {
      if line.isEmpty {
        line = name
      } else if line.utf8.count + name.utf8.count < width {
        line += " " + name
      } else {
        lines.append(line)
        line = name
      }
    }
    lines.append(line)
    return """
      // Written by GenerateReference from Indicators/texts: `swift run GenerateReference` renews it.

      /// The texts that came with the program.
      enum RequiredTexts {
        /// Codes of findings and keys of labels.
        static let names = #\"""
      \(lines.map { "    \($0)\n" }.joined())    \"""#.split { $0 == " " || $0 == "\\n" }.map(String.init)
      }

      """
  }
}
