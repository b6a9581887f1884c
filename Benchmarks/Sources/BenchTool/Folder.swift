import Foundation

/// The files of a folder whose names end in `suffix`, as absolute paths in order of their names.
func files(in folder: String, endingIn suffix: String) throws -> [String] {
  try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(suffix) }.sorted()
    .map { "\(folder)/\($0)" }
}

/// `work` on every element, as many at a time as there are cores; the first error of any.
func onAllCores<Element: Sendable, Result: Sendable>(
  _ elements: [Element], _ work: @Sendable (Element) throws -> Result
) throws -> [Result] {
  let results = Results<Result>(count: elements.count)
  DispatchQueue.concurrentPerform(iterations: elements.count) { index in
    results.set(index, Swift.Result { try work(elements[index]) })
  }
  return try results.all.map { try $0.get() }
}

/// One place for each result, written by one thread at a time.
private final class Results<Value: Sendable>: @unchecked Sendable {
  private let lock = NSLock()
  private var values: [Swift.Result<Value, any Error>?]

  init(count: Int) { values = Array(repeating: nil, count: count) }

  func set(_ index: Int, _ value: Swift.Result<Value, any Error>) { lock.withLock { values[index] = value } }

  var all: [Swift.Result<Value, any Error>] { lock.withLock { values.compactMap { $0 } } }
}
