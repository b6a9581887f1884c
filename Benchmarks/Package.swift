// swift-tools-version: 6.2
import PackageDescription

// The benchmarks of gnlc, a package of its own: nothing here is needed to build or use the program.
let package = Package(
  name: "Benchmarks",
  dependencies: [.package(name: "gnlc", path: "..")],
  targets: [
    .executableTarget(
      name: "bench-tool",
      dependencies: [.product(name: "GNLCParts", package: "gnlc")],
      path: "Sources/BenchTool",
      swiftSettings: [
        .treatAllWarnings(as: .error),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
      ])
  ]
)
