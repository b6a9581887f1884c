import Foundation
import Testing

@testable import Spreadsheets

/// What the machine may refuse, and that no trace of it stays.
@Suite struct EnvironmentTests {
  @Test func missingFolder() throws {
    #expect(throws: XLSXWritingError.cannotCreate(path: "/nowhere/a.xlsx", reason: "No such file or directory")) {
      try XLSXWriter.write(.small(), toPath: "/nowhere/a.xlsx")
    }
  }

  @Test func existingFileStaysAsItIs() throws {
    let folder = try ScratchFolder()
    let path = folder.path("a.xlsx")
    try Data("mine".utf8).write(to: URL(filePath: path))
    #expect(throws: XLSXWritingError.cannotCreate(path: path, reason: "File exists")) {
      try XLSXWriter.write(.small(), toPath: path)
    }
    #expect(try Data(contentsOf: URL(filePath: path)) == Data("mine".utf8))
  }

  @Test func linkIsNotFollowed() throws {
    let folder = try ScratchFolder()
    let path = folder.path("link.xlsx")
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: folder.path("elsewhere.xlsx"))
    #expect(throws: XLSXWritingError.cannotCreate(path: path, reason: "File exists")) {
      try XLSXWriter.write(.small(), toPath: path)
    }
    #expect(!FileManager.default.fileExists(atPath: folder.path("elsewhere.xlsx")))
  }

  @Test func fullDisk() throws {
    #expect(throws: XLSXWritingError.diskFull(path: "a.xlsx")) {
      try XLSXWriter.write(.small(), through: "/dev/full", for: "a.xlsx")
    }
  }

  /// A limit on the file's size, which the system reports as it reports a full disk.
  @Test func tinyLimitLeavesNothing() async throws {
    let folder = try ScratchFolder()
    let path = folder.path("a.xlsx")
    await #expect(processExitsWith: .success) { [path = path as String] in
      signal(SIGXFSZ, SIG_IGN)
      var limit = rlimit(rlim_cur: 4096, rlim_max: 4096)
      setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      #expect(throws: XLSXWritingError.self) { try XLSXWriter.write(SampleWorkbook.workbook, toPath: path) }
    }
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func refusedWorkbookLeavesNothing() throws {
    let folder = try ScratchFolder()
    let path = folder.path("a.xlsx")
    let workbook = Workbook.small {
      $0.sheets[0].set(.number(.nan), row: 4, column: 2, format: CellFormat())
    }
    #expect(
      throws: XLSXWritingError.refused(
        WorkbookFault(.nonFiniteNumber, sheet: "Data_1", cell: CellAddress(row: 4, column: 2), "nan"))
    ) { try XLSXWriter.write(workbook, toPath: path) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
  }

  @Test(arguments: [
    ("<?xml version=\"1.0\"?>\n<sst a=\"1\"><si/></sst>", true),
    ("<xml><a/></xml>", true),
    ("<?xml version=\"1.0\"?>\n<Relationships xmlns=\"x\"/>", true),
    ("<?xml version=\"1.0\"?>\n<sst a=\"1\"><si/>", false),
    ("<?xml version=\"1.0\"?>\n<sst a=\"1\"><si></si", false),
    ("", false),
  ])
  func partsThatEndInTheMiddleAreSeen(xml: String, isWhole: Bool) {
    var ends = PartEnds()
    for byte in xml.utf8 { ends.add([byte]) }
    #expect(ends.isWhole == isWhole)
  }

  @Test func aFileThatIsNoArchiveIsSeen() throws {
    let folder = try ScratchFolder()
    try Data("PK".utf8).write(to: URL(filePath: folder.path("a.xlsx")))
    #expect(ArchiveCheck.fault(atPath: folder.path("a.xlsx")) != nil)
  }

  @Test func messagesSayWhatAndWhere() {
    let fault = WorkbookFault(.textTooLong, sheet: "Data_1", cell: CellAddress(row: 6, column: 1), "a title")
    #expect("\(XLSXWritingError.refused(fault))" == "the workbook cannot be written: textTooLong: Data_1 B7: a title")
    #expect("\(XLSXWritingError.diskFull(path: "a"))" == "no space left while writing a")
    #expect("\(XLSXWritingError.cannotCreate(path: "a", reason: "b"))" == "cannot create a: b")
  }
}
