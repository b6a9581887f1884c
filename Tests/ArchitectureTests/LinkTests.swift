import Foundation
import GNLCTestSupport
import Testing

/// What our pages point to is there: files, headings, and every path that stands between backticks.
@Suite struct LinkTests {
  /// Every page of the repository, as paths from its root; what builds and runs left is none of ours.
  static let pages: [String] = {
    guard let names = FileManager.default.enumerator(atPath: Repository.path("")) else { return [] }
    var pages: [String] = []
    while let name = names.nextObject() as? String {
      if name.split(separator: "/").last?.hasPrefix(".") ?? true
        || name.hasPrefix("Reports/") && name != "Reports/README.md"
      {
        names.skipDescendants()
      } else if name.hasSuffix(".md") {
        pages.append(name)
      }
    }
    return pages.sorted()
  }()

  private static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: Repository.path(path)) }

  /// The page without its fenced blocks: what stands there is no link.
  private static func prose(_ page: String) -> String {
    var isFenced = false
    return ImportTests.text(page).split(separator: "\n", omittingEmptySubsequences: false).filter { line in
      if line.drop(while: { $0 == " " }).hasPrefix("```") {
        isFenced.toggle()
        return false
      }
      return !isFenced
    }.joined(separator: "\n")
  }

  /// The anchors of a page's headings, as Git hosts make them: small letters, no marks but hyphens.
  private static let anchors = Dictionary(uniqueKeysWithValues: pages.map { ($0, anchors(of: $0)) })

  private static func anchors(of page: String) -> Set<String> {
    var anchors: Set<String> = []
    for line in prose(page).split(separator: "\n") where line.hasPrefix("#") {
      let heading = line.drop { $0 == "#" }.drop { $0 == " " }.lowercased()
      let kept = heading.unicodeScalars.filter { scalar in
        scalar == " " || scalar == "-" || scalar == "_" || scalar.properties.isAlphabetic
          || scalar.properties.numericType != nil || scalar.properties.generalCategory == .nonspacingMark
      }
      anchors.insert(String(String.UnicodeScalarView(kept)).replacing(" ", with: "-"))
    }
    return anchors
  }

  private static func joined(_ target: String, from page: String) -> String {
    var parts = page.split(separator: "/").dropLast().map(String.init)
    for part in target.split(separator: "/") {
      if part == ".." {
        if !parts.isEmpty { parts.removeLast() }
      } else if part != "." {
        parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }

  @Test func thereArePages() {
    #expect(Self.pages.count > 40)
    #expect(Self.anchors["Documentation/findings.md"]?.contains("content--เนื้อหา") == true)
  }

  @Test(arguments: pages) func linksLead(_ page: String) throws {
    for link in Self.prose(page).matches(of: #/\]\(([^)\s]+)\)/#) {
      let target = String(link.1)
      guard !target.contains("://"), !target.hasPrefix("mailto:") else { continue }
      let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      let path = parts[0].isEmpty ? page : Self.joined(parts[0], from: page)
      #expect(Self.exists(path), "\(page) links to \(target)")
      if parts.count == 2, path.hasSuffix(".md") {
        #expect(Self.anchors[path]?.contains(parts[1]) == true, "\(page) links to \(target)")
      }
    }
  }

  /// A path in the text, such as `Sources/gnlc/GNLC.swift`, is there; one with a place to fill (`<round>`, `*`, `…`) names a form.
  @Test(arguments: pages) func pathsAreThere(_ page: String) throws {
    let folders = ["Sources/", "Tests/", "Documentation/", "Indicators/", "Benchmarks/", "Fuzzing/", ".ci/"]
    for code in Self.prose(page).matches(of: #/`([^`\s]+)`/#) {
      let path = String(code.1)
      guard folders.contains(where: path.hasPrefix), !path.contains(where: { "<>*…{}".contains($0) }) else { continue }
      #expect(Self.exists(path), "\(page) speaks of \(path)")
    }
  }

  /// Whoever looks for a page finds it from the index.
  @Test func theIndexKnowsEveryPage() {
    var found: Set<String> = ["Documentation/README.md"]
    var open = found
    while let page = open.popFirst() {
      for link in Self.prose(page).matches(of: #/\]\(([^)\s#]+)[^)]*\)/#) {
        let path = Self.joined(String(link.1), from: page)
        if path.hasSuffix(".md"), found.insert(path).inserted { open.insert(path) }
      }
    }
    for page in Self.pages where page.hasPrefix("Documentation/") {
      #expect(found.contains(page), "no way leads from the index to \(page)")
    }
  }

  /// A module says what comes in, what goes out, and what it must not know.
  @Test(arguments: ImportTests.allowed.keys.sorted()) func modulesIntroduceThemselves(_ module: String) {
    let words = ImportTests.text("Sources/\(module)/\(module).docc/\(module).md").split { $0.isWhitespace }
    let page = words.joined(separator: " ")
    for question in ["What comes in:", "What goes out:", "What it must not know:"] {
      #expect(page.contains(question), "\(module): \(question)")
    }
  }
}
