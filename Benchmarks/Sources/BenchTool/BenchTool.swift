import Foundation

/// One measured piece of work a call; prints what it did and how long it took as one line of JSON.
@main
enum BenchTool {
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    do {
      if arguments.first == "dump", arguments.count > 1 { return CellDump.print(files: Array(arguments.dropFirst())) }
      print(try run(arguments).json)
    } catch {
      FileHandle.standardError.write(Data("bench-tool: \(error)\n".utf8))
      exit(1)
    }
  }

  private static func run(_ arguments: [String]) throws -> Measurement {
    switch (arguments.first, arguments.count) {
    case ("read-xlsx", 2): try XLSXReading.measure(file: arguments[1])
    case ("ingest-csv", 4):
      try CSVIngestion.measure(file: arguments[1], workspace: arguments[2], registry: arguments[3])
    case ("write-xlsx", 3): try XLSXWriting.measure(rows: try number(arguments[1]), to: arguments[2])
    case ("floor-read", 2): try FloorReading.measure(folder: arguments[1])
    case ("floor-write", 3): try FloorWriting.measure(reports: arguments[1], to: arguments[2])
    case ("methods", 4):
      try Methods.measure(folder: arguments[1], draws: try number(arguments[2]), out: arguments[3])
    default: throw BenchError(usage)
    }
  }

  private static func number(_ text: String) throws -> Int {
    guard let number = Int(text), number > 0 else { throw BenchError("\(text) is no number above 0") }
    return number
  }

  private static let usage = """
    usage:
      bench-tool read-xlsx FILE
      bench-tool ingest-csv FILE WORKSPACE CITIES-CSV
      bench-tool write-xlsx ROWS OUT
      bench-tool floor-read FOLDER
      bench-tool floor-write REPORTS OUT-FOLDER
      bench-tool methods INPUTS DRAWS OUT-FOLDER
      bench-tool dump FILE...
    """
}

/// Why a measurement could not be made.
struct BenchError: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
