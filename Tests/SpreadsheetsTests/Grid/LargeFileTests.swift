import Foundation
import Testing

@testable import Spreadsheets

struct LargeFileTests {
  private static let megabyte = 1 << 20

  /// A new file in the folder for temporary files, gone with the test.
  private final class NewFile {
    let path = FileManager.default.temporaryDirectory.appending(path: "gnlc-\(UUID()).bin").path
    let descriptor: Int32
    init() throws {
      descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      try #require(descriptor >= 0)
    }
    deinit {
      close(descriptor)
      unlink(path)
    }
  }

  /// A file system that is in memory, or knows no advice, keeps what it was told to drop.
  private static func dropsWhatItIsToldTo() throws -> Bool {
    let file = try NewFile()
    let page = [UInt8](repeating: 1, count: Int(sysconf(Int32(_SC_PAGESIZE))))
    try #require(write(file.descriptor, page, page.count) == page.count && fsync(file.descriptor) == 0)
    posix_fadvise(file.descriptor, 0, 0, POSIX_FADV_DONTNEED)
    return try residentPages(of: file.descriptor, size: page.count) == [false]
  }

  @Test(.enabled(if: try dropsWhatItIsToldTo(), "the file system of temporary files keeps them in memory"))
  func aLargeFileLeavesMemoryAndStaysOnDisk() throws {
    let file = try NewFile()
    var dropBehind = DropBehind(file.descriptor, beginning: 8 * Self.megabyte)
    var written: [UInt8] = []
    for piece in 0..<40 {
      let bytes = [UInt8](repeating: UInt8(piece), count: Self.megabyte)
      try #require(write(file.descriptor, bytes, bytes.count) == bytes.count)
      written += bytes
      // The last call then finds nothing unwritten.
      if piece == 39 { try #require(fsync(file.descriptor) == 0) }
      dropBehind.fileGrew()
    }
    let pages = try Self.residentPages(of: file.descriptor, size: written.count)
    let beginning = pages.count / 5
    #expect(pages[..<beginning].allSatisfy { $0 })
    #expect(!pages[beginning...].contains(true))
    #expect(try Array(Data(contentsOf: URL(fileURLWithPath: file.path))) == written)
  }

  /// Which pages of a file the system has in memory.
  private static func residentPages(of descriptor: Int32, size: Int) throws -> [Bool] {
    let address = try #require(mmap(nil, size, PROT_READ, MAP_SHARED, descriptor, 0))
    defer { munmap(address, size) }
    var pages = [UInt8](repeating: 0, count: size / Int(sysconf(Int32(_SC_PAGESIZE))))
    try #require(mincore(address, size, &pages) == 0)
    return pages.map { $0 & 1 == 1 }
  }

  /// What was let go of comes from the file again.
  @Test func lettingGoChangesNothing() throws {
    let file = try NewFile()
    // A hole takes no room.
    let start = DropBehind.beginning - Self.megabyte
    let tail = Array(repeating: Array("ABCDEFG".utf8), count: 3 * Self.megabyte / 7).flatMap { $0 }
    try #require(pwrite(file.descriptor, tail, tail.count, off_t(start)) == tail.count)
    let storage = try MappedFile(path: file.path, limits: .source).storage
    for _ in 0..<3 {
      let bytes = try #require(storage.bytes.baseAddress) + start
      #expect(storage.bytes.count == start + tail.count && memcmp(bytes, tail, tail.count) == 0)
      storage.letGo(start..<DropBehind.beginning)
      storage.letGo(DropBehind.beginning..<storage.bytes.count)
    }
  }

  /// A table of five thousand cities is larger than a source may be.
  @Test func whatWePublishMayBeLargerThanASource() throws {
    let file = try NewFile()
    let size = SpreadsheetLimits.source.fileBytes + 1
    try #require(ftruncate(file.descriptor, off_t(size)) == 0)
    #expect { try MappedFile(path: file.path, limits: .source) } throws: {
      ($0 as? SpreadsheetFault)?.kind == .tooLarge
    }
    #expect(try MappedFile(path: file.path, limits: .published).storage.bytes.count == size)
  }
}
