import Foundation

/// A reader under test: what it is given, and what must hold of the outcome.
///
/// Whatever the bytes are, the reader ends with a value or with a fault of its own. A trap is a mistake of ours, and so is a
/// property that does not hold: both stop the fuzzer, which keeps the bytes.
protocol FuzzTarget: SendableMetatype {
  init()
  /// Good inputs to start from, made by our own writers.
  static func seeds() throws -> [[UInt8]]
  /// What its inputs are made of, for libFuzzer to put in.
  static var words: [String] { get }
  mutating func run(_ bytes: [UInt8])
}

extension FuzzTarget {
  static var words: [String] { [] }
}

private let targets: [String: any FuzzTarget.Type] = [
  "workbook": WorkbookTarget.self, "parts": WorkbookPartsTarget.self, "csv": CSVTarget.self,
  "submission": SubmissionTarget.self, "template": TemplateTarget.self, "cells": CellsTarget.self,
  "yaml": YAMLTarget.self, "workspace": WorkspaceTarget.self,
]

/// The target of this process: one at a time is what libFuzzer knows.
nonisolated(unsafe) private var target: any FuzzTarget = CellsTarget()

/// Called by libFuzzer before the first input. `GNLC_FUZZ_TARGET` names the reader; with `GNLC_FUZZ_SEEDS` its seeds are written
/// into that folder and its words beside it, and that is all.
@_cdecl("LLVMFuzzerInitialize")
public func initialize(_: UnsafeMutableRawPointer?, _: UnsafeMutableRawPointer?) -> CInt {
  let environment = ProcessInfo.processInfo.environment
  guard let type = targets[environment["GNLC_FUZZ_TARGET"] ?? ""] else {
    stop("GNLC_FUZZ_TARGET names none of \(targets.keys.sorted().joined(separator: ", "))", code: 64)
  }
  if let folder = environment["GNLC_FUZZ_SEEDS"] {
    do {
      for (number, seed) in try type.seeds().enumerated() {
        try Data(seed).write(to: URL(fileURLWithPath: "\(folder)/seed-\(number)"))
      }
      let dictionary = type.words.map { "\"" + $0.utf8.map(escaped).joined() + "\"\n" }.joined()
      try Data(dictionary.utf8).write(to: URL(fileURLWithPath: folder + ".words"))
    } catch {
      stop("no seeds could be written: \(error)", code: 73)
    }
    exit(0)
  }
  target = type.init()
  return 0
}

@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  target.run(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}

/// A byte as dictionaries of libFuzzer have it.
private func escaped(_ byte: UInt8) -> String {
  "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
}

private func stop(_ message: String, code: CInt) -> Never {
  FileHandle.standardError.write(Data("fuzz: \(message)\n".utf8))
  exit(code)
}
