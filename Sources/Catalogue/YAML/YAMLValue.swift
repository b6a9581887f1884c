import Vocabulary
import Yams

/// A node of a YAML file that knows its file and line and reports what is wrong with it.
///
/// Reading goes on after a fault, so that one pass tells everything: each reader returns nil or a stand-in and leaves the fault
/// in the log.
public struct YAMLValue {
  let node: Node
  let log: FaultLog

  /// The root of a file, or nil (with a fault) where the text is no YAML or empty.
  public static func parse(_ file: CatalogueFile, into log: FaultLog) -> YAMLValue? {
    root(of: composed(file.text), file, into: log)
  }

  /// The tree of a text, or what keeps it from being one. It is handed on whole: who made it keeps nothing of it.
  enum Composed: @unchecked Sendable {
    case tree(Node)
    case fault(String, line: Int)
  }

  /// Most of the time that a file takes; knows nothing of other files, so that many can be composed at once.
  static func composed(_ text: String) -> Composed {
    do {
      // Types come from what is asked for, not from guesses at the look of a text: without them keys that read alike are the
      // same key, quoted or not. The encoding is not left to the environment.
      guard let node = try Yams.compose(yaml: text, .basic, .default, .utf8) else {
        return .fault("the file is empty", line: 1)
      }
      return .tree(node)
    } catch let error as YamlError {
      let (problem, line) = describe(error)
      return .fault("not valid YAML: \(problem)", line: line)
    } catch {
      return .fault("not valid YAML: \(error)", line: 1)
    }
  }

  static func root(of composed: Composed, _ file: CatalogueFile, into log: FaultLog) -> YAMLValue? {
    log.file = file.path
    switch composed {
    case .tree(let node): return YAMLValue(node: node, log: log)
    case .fault(let message, let line):
      log.report(message, line: line)
      return nil
    }
  }

  private static func describe(_ error: YamlError) -> (problem: String, line: Int) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      (problem, mark.line)
    case .duplicatedKeysInMapping(let duplicates, let context):
      ("the key `\(duplicates.joined(separator: "`, `"))` stands twice", context.mark.line)
    case .reader(let problem, _, _, _): (problem, 1)
    default: ("unreadable", 1)
    }
  }

  public var line: Int { node.mark?.line ?? 1 }

  /// Tells a fault at the line of this value.
  public func report(_ message: String) { log.report(message, line: line) }

  // MARK: Scalars

  public var string: String? {
    guard case .scalar(let scalar) = node else {
      report("expected a text, found a \(isMapping ? "map" : "list")")
      return nil
    }
    return scalar.string
  }

  public var integer: Int? {
    guard let string else { return nil }
    guard let number = Int(string) else {
      report("expected a whole number, found `\(string)`")
      return nil
    }
    return number
  }

  public var number: Double? {
    guard let string else { return nil }
    guard let number = Double(string), number.isFinite, !string.lowercased().hasPrefix("0x") else {
      report("expected a number, found `\(string)`")
      return nil
    }
    return number
  }

  public var boolean: Bool? {
    switch string {
    case "true": return true
    case "false": return false
    case let other?:
      report("expected true or false, found `\(other)`")
      return nil
    case nil: return nil
    }
  }

  public var isMapping: Bool { node.mapping != nil }

  // MARK: Structure

  /// The items of a list; a single value counts as a list of one.
  public var items: [YAMLValue] {
    guard let sequence = node.sequence else { return [self] }
    return sequence.map { YAMLValue(node: $0, log: log) }
  }

  /// The entries of a map in their order; nothing, with a fault, for anything else.
  public var entries: [(key: String, value: YAMLValue)] {
    guard let mapping = node.mapping else {
      report("expected a map")
      return []
    }
    return mapping.map { key, value in
      (key.string ?? "", YAMLValue(node: value, log: log))
    }
  }

  /// The value of a key that may be absent.
  public func optional(_ key: String) -> YAMLValue? {
    guard let mapping = node.mapping else { return nil }
    for (name, value) in mapping where name.string == key {
      if case .scalar(let scalar) = value, scalar.string.isEmpty || scalar.string == "~" || scalar.string == "null",
        scalar.style == .plain
      {
        return nil
      }
      return YAMLValue(node: value, log: log)
    }
    return nil
  }

  /// The value of a key that must be there.
  public func required(_ key: String) -> YAMLValue? {
    guard let value = optional(key) else {
      report("`\(key)` is missing")
      return nil
    }
    return value
  }

  /// Reports keys that are none of `known`, each with the nearest known one.
  public func allowOnly(_ known: [String]) {
    guard let mapping = node.mapping else {
      report("expected a map with \(known.joined(separator: ", "))")
      return
    }
    for (key, _) in mapping {
      guard let name = key.string, !known.contains(name) else { continue }
      let near = name.nearest(in: known).map { "; a key with a similar name exists: `\($0)`" } ?? ""
      log.report("unknown key `\(name)`\(near)", line: key.mark?.line ?? line)
    }
  }

  // MARK: Values of ours

  /// A text in all languages; a missing translation is a fault.
  public func text(_ key: String) -> LocalizedText {
    guard let value = required(key) else { return LocalizedText(same: "") }
    return value.localized
  }

  /// The text of a key in both languages, or nil where the key is not there.
  public func optionalText(_ key: String) -> LocalizedText? { optional(key)?.localized }

  public var localized: LocalizedText {
    guard isMapping else {
      report("expected a text in every language: {en: …, th: …}")
      return LocalizedText(same: "")
    }
    allowOnly(Language.allCases.map(\.rawValue))
    func translation(_ language: Language) -> String {
      let value = optional(language.rawValue)?.string ?? ""
      if value.isEmpty { report("no \(language == .thai ? "Thai" : "English") translation") }
      return value
    }
    return LocalizedText(english: translation(.english), thai: translation(.thai))
  }

  /// One of the raw values of an enumeration.
  public func choice<Choice: RawRepresentable & CaseIterable>(_ key: String, default standard: Choice? = nil) -> Choice?
  where Choice.RawValue == String {
    guard let value = standard == nil ? required(key) : optional(key) else { return standard }
    guard let string = value.string else { return nil }
    guard let choice = Choice(rawValue: string) else {
      let all = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      value.report("`\(key)` is `\(string)`, not one of \(all)")
      return nil
    }
    return choice
  }

  /// One of the raw values of an enumeration, where the key is there.
  public func optionalChoice<Choice: RawRepresentable & CaseIterable>(_ key: String) -> Choice?
  where Choice.RawValue == String {
    optional(key) == nil ? nil : choice(key)
  }

  /// Two numbers `[low, high]`, the first below the second.
  public func range(_ key: String) -> ClosedRange<Double>? {
    guard let value = optional(key) else { return nil }
    let numbers = value.items.compactMap(\.number)
    guard numbers.count == 2 else {
      value.report("`\(key)` wants two numbers: [low, high]")
      return nil
    }
    guard numbers[0] < numbers[1] else {
      value.report("`\(key)` is the wrong way round: \(numbers[0]) is not below \(numbers[1])")
      return nil
    }
    return numbers[0]...numbers[1]
  }

  /// Reports a file whose `format` is not one that this version reads.
  public func checkFormat(_ supported: Int = 1) {
    guard let value = required("format"), let format = value.integer else { return }
    guard format != supported else { return }
    let cure =
      format > supported
      ? "a newer gnlc wrote the file: install that one" : "Documentation/upgrading.md tells how to bring the file up"
    value.report("format \(format) is not read by this version, which reads format \(supported); \(cure)")
  }
}

/// Faults as they are found, each under the file being read.
public final class FaultLog {
  public var file = ""
  public private(set) var faults: [CatalogueFault] = []

  public init() {}

  /// Tells a fault at a line of the file.
  public func report(_ message: String, line: Int) {
    faults.append(CatalogueFault(file: file, line: line, message: message))
  }

  /// Tells a fault at a place of any file.
  public func report(_ message: String, at place: SourceLine) {
    faults.append(CatalogueFault(file: place.file, line: place.line, message: message))
  }
}

/// Where a definition stands, for faults found after reading.
public struct SourceLine: Hashable, Sendable {
  public var file: String
  public var line: Int

  public init(file: String, line: Int) {
    self.file = file
    self.line = line
  }
}

extension YAMLValue {
  /// Where this value stands.
  public var place: SourceLine { SourceLine(file: log.file, line: line) }
}
