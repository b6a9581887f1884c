import Foundation
import GNLCTestSupport
import Testing

/// `Package.swift` names what is used, and nothing else.
@Suite struct ManifestTests {
  private let manifest = ImportTests.text("Package.swift")

  @Test func everyPackageIsUsed() {
    let packages = manifest.matches(of: #/\.package\(url: "[^"]*/([^"/]+)"/#).map { String($0.1) }
    #expect(packages.count >= 3)
    for package in packages { #expect(manifest.contains("package: \"\(package)\")"), "\(package) serves no target") }
  }

  @Test func everyTargetImportsWhatItDependsOn() {
    let targets = manifest.matches(of: #/(module|tests)\(\s*"(\w+)",\s*\[([^\]]*)\]/#)
    #expect(targets.count > 20)
    for target in targets {
      let folder = target.1 == "tests" ? "Tests/\(target.2)Tests" : "Sources/\(target.2)"
      let imported = Set(
        ImportTests.swiftFiles(folder).flatMap { file in
          ImportTests.text(file).matches(of: #/(?m)^(?:@\w+(?:\(\w+\))? )?(?:public )?import (\w+)/#).map {
            String($0.1)
          }
        })
      for dependency in target.3.replacing(#/, package: "[^"]*"/#, with: "").matches(of: #/"(\w+)"/#) {
        #expect(imported.contains(String(dependency.1)), "\(folder) does not import \(dependency.1)")
      }
    }
  }
}
