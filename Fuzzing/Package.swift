// swift-tools-version: 6.2
import PackageDescription

// Fuzzers of everything that reads what somebody else wrote, a package of its own: nothing here is needed to build, test or use
// the program. `make fuzz` builds it with coverage and sanitizers (see fuzz.sh); it cannot be linked without them.
let package = Package(
  name: "Fuzzing",
  dependencies: [.package(name: "gnlc", path: "..")],
  targets: [
    .executableTarget(
      name: "Fuzz",
      dependencies: [.product(name: "GNLCReaders", package: "gnlc")],
      swiftSettings: [
        .treatAllWarnings(as: .error),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
      ])
  ]
)
