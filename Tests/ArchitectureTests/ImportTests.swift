import Catalogue
import Foundation
import GNLCTestSupport
import Testing
import Vocabulary

/// The house as the design draws it: a module imports what stands above it, and nothing else. The compiler alone lets an undeclared
/// transitive import through.
@Suite struct ImportTests {
  static let allowed: [String: Set<String>] = [
    "Spreadsheets": ["CExpat", "CZip", "CXlsxWriter", "Foundation", "Glibc", "Synchronization", "Dispatch"],
    "Vocabulary": ["Dispatch", "Glibc"],
    "Catalogue": ["Vocabulary", "Yams"],
    "Templates": ["Vocabulary", "Spreadsheets", "Catalogue", "Crypto", "Foundation"],
    "Ingestion": ["Vocabulary", "Spreadsheets", "Catalogue", "Templates", "Dispatch", "Foundation", "Glibc"],
    "Validation": ["Vocabulary", "Catalogue", "Foundation"],
    "Measurement": ["Vocabulary", "Catalogue"],
    "Normalisation": ["Vocabulary", "Catalogue", "Measurement", "Foundation"],
    "Trends": ["Vocabulary", "Catalogue", "Measurement", "Normalisation", "Foundation"],
    "Reporting": ["Vocabulary", "Spreadsheets", "Catalogue", "Measurement", "Normalisation", "Trends", "Foundation"],
    "Warehouse": ["Spreadsheets", "GRDB", "GRDBSQLite", "Foundation"],
    "Rounds": [
      "Vocabulary", "Spreadsheets", "Catalogue", "Templates", "Ingestion", "Validation", "Measurement",
      "Normalisation", "Trends", "Reporting", "Warehouse", "Crypto", "Foundation",
    ],
    "gnlc": [
      "Vocabulary", "Spreadsheets", "Catalogue", "Ingestion", "Validation", "Reporting", "Rounds", "ArgumentParser",
      "Foundation",
    ],
    "GenerateReference": ["Catalogue", "Validation", "Foundation"],
    "GNLCTestSupport": ["Vocabulary", "Spreadsheets", "Catalogue", "Foundation"],
  ]

  /// Swift files below a folder of the repository, as paths from its root.
  static func swiftFiles(_ folder: String) -> [String] {
    let names = FileManager.default.enumerator(atPath: Repository.path(folder))?.allObjects as? [String] ?? []
    return names.filter { $0.hasSuffix(".swift") }.map { "\(folder)/\($0)" }.sorted()
  }

  static func text(_ path: String) -> String {
    (try? String(contentsOfFile: Repository.path(path), encoding: .utf8)) ?? ""
  }

  @Test func everyModuleIsInTheTable() throws {
    let modules = try FileManager.default.contentsOfDirectory(atPath: Repository.path("Sources")).filter {
      !$0.hasPrefix("C") || $0 == "Catalogue"
    }
    #expect(Set(modules) == Set(Self.allowed.keys))
  }

  @Test(arguments: allowed.keys.sorted()) func modulesImportOnlyWhatStandsAbove(_ module: String) throws {
    let allowed = try #require(Self.allowed[module])
    let files = Self.swiftFiles("Sources/\(module)")
    #expect(!files.isEmpty)
    for file in files {
      for line in Self.text(file).split(separator: "\n") {
        let words = line.split(separator: " ")
        guard let position = words.firstIndex(of: "import"), position <= 1, words.count > position + 1,
          position == 0 || words[0].hasPrefix("@") || words[0] == "public" || words[0] == "package"
        else { continue }
        let imported = words[position + 1].split(separator: ".").first.map(String.init) ?? ""
        #expect(allowed.contains(imported), "\(file) imports \(imported)")
      }
    }
  }

  /// The C libraries stay behind one module each way, and nothing sets a locale.
  @Test func dangerousCallsStayBehindTheirWrapper() {
    for file in Self.swiftFiles("Sources") {
      let text = Self.text(file)
      if !file.hasPrefix("Sources/Spreadsheets/Writing/Library/") {
        #expect(!text.contains("import CXlsxWriter"), "\(file)")
      }
      #expect(!text.contains("setlocale("), "\(file)")
      #expect(!text.contains("LXW_VALIDATION_TYPE_LIST.") && !text.contains("LXW_VALIDATION_TYPE_LIST,"), "\(file)")
    }
  }

  /// Stages are pure: no clock, no environment, no file system.
  @Test func stagesHaveNoEffects() {
    for module in ["Vocabulary", "Catalogue", "Validation", "Measurement", "Normalisation", "Trends", "Reporting"] {
      for file in Self.swiftFiles("Sources/\(module)") {
        let text = Self.text(file)
        for effect in ["Date()", "ProcessInfo", "FileManager", "FileHandle", "print("] {
          #expect(!text.contains(effect), "\(file) uses \(effect)")
        }
      }
    }
  }

  /// Every text key that the code names exists.
  @Test func textKeysExist() throws {
    let texts = try #require(Repository.catalogue.catalogue).texts
    let pattern = #/"([FCNTRXO][0-9]{3})"/#
    var codes: Set<String> = []
    for file in Self.swiftFiles("Sources") {
      codes.formUnion(Self.text(file).matches(of: pattern).map { String($0.1) })
    }
    #expect(codes.count > 40)
    let known = Set(texts.findings.keys.map(\.description))
    #expect(codes.subtracting(known) == [], "codes without texts")
    #expect(known.subtracting(codes) == [], "texts without code")
  }
}
