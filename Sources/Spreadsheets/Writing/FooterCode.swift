/// A footer in the file's own code: `&L`, `&C`, `&R` begin its parts, `&P` and `&N` count pages.
enum FooterCode {
  static func code(of footer: Footer) -> String {
    // The colour comes last because it has a fixed length: digits at the start of the text cannot run into the size.
    let name = CleanText.clean(footer.font.name)
    let look = "&\"\(name),Regular\"&\(Int(footer.font.size.rounded()))&K\(footer.font.colour.hexadecimal)"
    let parts = [("&L", footer.left), ("&C", footer.centre), ("&R", footer.right)]
    return parts.filter { !$0.1.isEmpty }
      .map { mark, pieces in mark + look + pieces.map(code).joined() }
      .joined()
  }

  private static func code(of piece: Footer.Piece) -> String {
    switch piece {
    case .pageNumber: "&P"
    case .pageCount: "&N"
    case .text(let text): escaped(CleanText.clean(text))
    }
  }

  /// Doubles ampersands. The library takes `&G` and `&[` for a picture even then, so a word joiner, which has no width,
  /// stands between.
  private static func escaped(_ text: String) -> String {
    var result = ""
    var afterAmpersand = false
    for scalar in text.unicodeScalars {
      if afterAmpersand, scalar == "G" || scalar == "[" { result += "\u{2060}" }
      if scalar == "&" { result += "&&" } else { result.unicodeScalars.append(scalar) }
      afterAmpersand = scalar == "&"
    }
    return result
  }
}
