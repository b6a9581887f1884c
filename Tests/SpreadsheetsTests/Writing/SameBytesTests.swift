import Foundation
import Spreadsheets
import Testing

/// Same in, same out: the property that a round's files can be checked by their hashes.
@Suite(.serialized) struct SameBytesTests {
  private func bytes(of workbook: Workbook) throws -> Data {
    let folder = try ScratchFolder()
    try XLSXWriter.write(workbook, toPath: folder.path("a.xlsx"))
    return try Data(contentsOf: URL(filePath: folder.path("a.xlsx")))
  }

  @Test func twice() throws {
    #expect(try bytes(of: SampleWorkbook.workbook) == bytes(of: SampleWorkbook.workbook))
  }

  @Test func inAnotherTimeZoneAndLocale() async throws {
    let here = try bytes(of: SampleWorkbook.workbook)
    let folder = try ScratchFolder()
    let file = folder.path("there.xlsx")
    await #expect(processExitsWith: .success) { [file = file as String] in
      setenv("TZ", "Asia/Bangkok", 1)
      setenv("LC_ALL", "de_DE.UTF-8", 1)
      try XLSXWriter.write(SampleWorkbook.workbook, toPath: file)
    }
    #expect(try Data(contentsOf: URL(filePath: file)) == here)
  }

  @Test func manyAtOnce() async throws {
    let alone = try bytes(of: SampleWorkbook.workbook)
    try await withThrowingTaskGroup(of: Data.self) { group in
      for _ in 0..<16 { group.addTask { try self.bytes(of: SampleWorkbook.workbook) } }
      for try await together in group { #expect(together == alone) }
    }
  }

  /// Workbooks of one day are closed side by side; one of another day must not give them its own.
  @Test func manyOfSeveralDaysAtOnce() async throws {
    func workbook(_ day: Int) -> Workbook {
      var workbook = SampleWorkbook.workbook
      workbook.properties.created += Int64(day % 3) * 86_400
      return workbook
    }
    let alone = try (0..<3).map { try bytes(of: workbook($0)) }
    #expect(Set(alone).count == 3)
    try await withThrowingTaskGroup(of: (Int, Data).self) { group in
      for day in 0..<24 { group.addTask { (day, try self.bytes(of: workbook(day))) } }
      for try await (day, together) in group { #expect(together == alone[day % 3]) }
    }
  }

  @Test func anyOrderOfCells() throws {
    var shuffled = SampleWorkbook.workbook
    for index in shuffled.sheets.indices {
      var seen: Set<CellAddress> = []
      // Where an address occurs twice the later cell stands; reversing would make it the earlier one.
      let reversed = Array(shuffled.sheets[index].cells.reversed())
      shuffled.sheets[index].cells = reversed.filter { seen.insert($0.address).inserted }
    }
    #expect(try bytes(of: shuffled) == bytes(of: SampleWorkbook.workbook))
  }

  @Test func nothingOnStandardError() async throws {
    let folder = try ScratchFolder()
    let file = folder.path("quiet.xlsx")
    let result = await #expect(processExitsWith: .success, observing: [\.standardErrorContent]) {
      [file = file as String] in
      try XLSXWriter.write(SampleWorkbook.workbook, toPath: file)
    }
    #expect(result.map { String(decoding: $0.standardErrorContent, as: UTF8.self) } == "")
  }
}
