import Spreadsheets

/// The first bytes choose encoding, delimiter, limits and the size of stretches; the rest is a file.
struct CSVTarget: FuzzTarget {
  private static let encodings: [TextEncoding?] = [nil] + TextEncoding.allCases
  private static let delimiters: [UInt8?] = [nil] + ",;\t| \"\n".utf8.map { $0 }

  static func seeds() throws -> [[UInt8]] {
    let texts = [
      "a,b\r\n1,\"x\"\"y\nz\"\r\n\r\n", "sep=;\na;b\n1;2\n", "\u{FEFF}เมือง\tปี\nพะเยา\t๒๕๖๘\n", "a|b\r1|\"2\"3\r,,\n",
    ]
    var seeds = texts.map { [0, 0, 3] + Array($0.utf8) }
    for index in encodings.indices { seeds.append([UInt8(index), 0, 1] + Array("a,b\n1,2\n".utf8)) }
    seeds.append([0, 0, 2, 0xFF, 0xFE, 0x61, 0, 0x2C, 0, 0x01, 0x0E, 0x0A, 0])
    seeds.append([0, 0, 2, 0xA1, 0xC3, 0xD8, 0xA7, 0xE0, 0xB7, 0xBE, 0x2C, 0x31, 0x0A])
    return seeds
  }

  func run(_ bytes: [UInt8]) {
    var input = InputReader(bytes)
    let encoding = Self.encodings[input.byte() % Self.encodings.count]
    let delimiter = Self.delimiters[input.byte() % Self.delimiters.count]
    let choice = input.byte()
    let limits = choice & 0x80 == 0 ? SpreadsheetLimits.source : .submission
    do throws(SpreadsheetFault) {
      let reader = try CSVReader(bytes: input.remainder(), limits: limits, encoding: encoding, delimiter: delimiter)
      let whole = Self.summary(try reader.grid())
      var stretches = reader
      var joined: [String] = []
      while let grid = try stretches.nextGrid(rows: 1 + choice & 0x0F) { joined += Self.summary(grid) }
      precondition(joined == whole, "stretches join to the whole")
    } catch {
      precondition(SpreadsheetFault.Kind.allCases.contains(error.kind))
    }
  }

  private static func summary(_ grid: Grid) -> [String] {
    grid.cells.map { "\($0.address) \(grid.display(of: $0))" }
  }
}
