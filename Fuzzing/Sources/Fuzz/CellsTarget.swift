import Catalogue
@testable import Ingestion
@testable import Spreadsheets
@testable import Templates
import Vocabulary

/// The bytes are the text of one cell, tried by everything that reads cells.
struct CellsTarget: FuzzTarget {
  private static let statusWords = StatusWords(SeedWorkbooks.catalogue.texts)

  static func seeds() throws -> [[UInt8]] {
    [
      "1,234,567.80", "-12.5", "๑๒๓", "12,5", "5 %", "\u{2212}7", "1e308", "0.30000000000000004", "2025", "2012/13",
      "2015 - 17", "2010 to 2011", "2022 Q4", "2023-05-31", "31/05/2023 10:00", "พ.ศ. 2568", "2013-01-01/P3Y",
      "ปีการศึกษา 2567", "Q3 2567", "2006-07", "B7", "A1:XFD1048576", "p เบื้องต้น · provisional", "adults|sex=F;level=PRI",
      "gnlc-template 1 · demo/2026 · xx-a", "12.4 e", "_x000D_", "2024-01-31T10:00:00Z", "<5 £ +", "[1]Sheet!A1 T[x]",
      "'it''s [a]b'!A1", "yyyy-mm-dd [h] \"x\"", "\u{FF11}\u{FF12}", "\u{0E4D}\u{0E32}", "xl/../a", "data/{year}/*.csv",
    ].map { Array($0.utf8) }
  }

  private let typer = ValueTyper(marks: SourceMapping.commonMarks, flags: ["e": .estimated, "p": .provisional])
  private let parsers: [PeriodParser] = PeriodParser.SchoolYear.allCases.flatMap { school in
    PeriodParser.Era.allCases.flatMap { era in
      PeriodParser.Hyphen.allCases.map { PeriodParser(schoolYear: school, era: era, hyphen: $0) }
    }
  }

  func run(_ bytes: [UInt8]) {
    readBytes(bytes)
    let text = String(decoding: bytes, as: UTF8.self)
    readNumber(text)
    readPeriod(text)
    readWords(text)
    if bytes.count >= 8 { readDay(bytes) }
  }

  private func readBytes(_ bytes: [UInt8]) {
    let number = bytes.withUnsafeBufferPointer(DecimalParser.parse)
    if let number {
      precondition(number == Double(String(decoding: bytes, as: UTF8.self)), "rounded as the standard library does")
    }
    let terminated = bytes.prefix { $0 != 0 } + [0]
    terminated.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { characters in
        guard let start = characters.baseAddress else { return }
        if let address = CellReference.parse(start) {
          let again = "\(address)".utf8CString.withUnsafeBufferPointer {
            $0.baseAddress.flatMap { CellReference.parse($0) }
          }
          precondition(again == address, "an address is read as it is printed")
        }
        _ = CellReference.parseRange(start)
        _ = CellReference.parseNumber(start)
      }
    }
    _ = bytes.withUnsafeBufferPointer(ISODate.serial)
    var decoded = bytes
    let length = decoded.withUnsafeMutableBufferPointer { EscapedText.decode($0) }
    precondition(length <= bytes.count, "an escape is longer than what it stands for")
  }

  private func readNumber(_ text: String) {
    switch typer.typed(text) {
    case .number(let value, _), .flagged(let value, _):
      precondition(value.isFinite, "a number is finite")
      for decimals in [0, 1, 3, 6] {
        _ = FixedDecimal(value, decimals: decimals).text
        _ = NumberText.text(value, decimals: decimals)
      }
    case .missing, .blank, .problem: break
    }
  }

  private func readPeriod(_ text: String) {
    for parser in parsers {
      guard let reading = parser.parse(text) else { continue }
      precondition(
        PeriodParser(era: .common, hyphen: .month).parse("\(reading.period)")?.period == reading.period,
        "a period is read as it is printed: \(reading.period)")
    }
  }

  private func readWords(_ text: String) {
    precondition(Notation.trimmed(Notation.trimmed(text)) == Notation.trimmed(text), "trimming once is enough")
    _ = Notation.comparable(text)
    _ = Notation.slug(text)
    _ = Self.statusWords.read(text)
    _ = TemplateCode(text, catalogue: SeedWorkbooks.catalogue)
    _ = TemplateIdentity(line: text)
    _ = FoldedText.years(in: text)
    _ = NumberFormat(code: text)
    _ = Relationships.resolve(text, in: "xl/")
    let clean = CSVWriter.cleaned(text)
    precondition(CSVWriter.cleaned(clean) == clean, "cleaning once is enough")
    precondition(!clean.unicodeScalars.contains { $0.value < 0x20 }, "no controls are left")
    if text.utf8.count < 200 {
      _ = text.nearest(in: ["adults", "literate", text])
      _ = FilePattern(text).captureNames
    }
  }

  private func readDay(_ bytes: [UInt8]) {
    let bits = bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    _ = SerialDay.text(Double(bitPattern: bits))
    _ = SerialDay.text(Double(bits % 3_000_000))
  }
}
