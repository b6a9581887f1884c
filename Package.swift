// swift-tools-version: 6.2
import PackageDescription

// Warnings are errors in our own targets; a module sees only what stands above it here (ArchitectureTests keep that).
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// Tests run whole rounds, so what they test is optimised also where it can be debugged; decision 20.
let optimised: [SwiftSetting] = [.unsafeFlags(["-O"], .when(configuration: .debug))]

func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict + optimised)
}

func tests(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: dependencies + ["GNLCTestSupport"], resources: resources,
    swiftSettings: strict)
}

let package = Package(
  name: "gnlc",
  products: [
    .executable(name: "gnlc", targets: ["gnlc"]),
    // For the packages beside this one: Benchmarks and Fuzzing.
    .library(
      name: "GNLCParts",
      targets: [
        "Vocabulary", "Spreadsheets", "Catalogue", "Ingestion", "Measurement", "Normalisation", "Trends", "Rounds",
      ]),
    .library(
      name: "GNLCReaders",
      targets: [
        "Vocabulary", "Spreadsheets", "Catalogue", "Templates", "Ingestion", "Validation", "Rounds", "GNLCTestSupport",
      ]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // Ground: the C libraries, spreadsheets without any notion of cities, and the nouns all stages share.
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    module("Spreadsheets", ["CExpat", "CZip", "CXlsxWriter"]),
    module("Vocabulary"),

    // Stages, in the order in which the data pass through them.
    module("Catalogue", ["Vocabulary", .product(name: "Yams", package: "Yams")]),
    module(
      "Templates",
      ["Vocabulary", "Spreadsheets", "Catalogue", .product(name: "Crypto", package: "swift-crypto")]),
    module("Ingestion", ["Vocabulary", "Spreadsheets", "Catalogue", "Templates"]),
    module("Validation", ["Vocabulary", "Catalogue"]),
    module("Measurement", ["Vocabulary", "Catalogue"]),
    module("Normalisation", ["Vocabulary", "Catalogue", "Measurement"]),
    module("Trends", ["Vocabulary", "Catalogue", "Measurement", "Normalisation"]),

    // Products.
    module(
      "Reporting",
      ["Vocabulary", "Spreadsheets", "Catalogue", "Measurement", "Normalisation", "Trends"]),
    module(
      "Warehouse",
      [
        "Spreadsheets", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),

    // Top: a run, and the command line over it.
    module(
      "Rounds",
      [
        "Vocabulary", "Spreadsheets", "Catalogue", "Templates", "Ingestion", "Validation", "Measurement",
        "Normalisation", "Trends", "Reporting", "Warehouse", .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .executableTarget(
      name: "gnlc",
      dependencies: [
        "Vocabulary", "Spreadsheets", "Catalogue", "Ingestion", "Validation", "Reporting", "Rounds",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    // Pages that are written from source: `swift run GenerateReference`.
    .executableTarget(
      name: "GenerateReference", dependencies: ["Catalogue", "Validation"], swiftSettings: strict),

    // Tests: folders and names as in Sources.
    module("GNLCTestSupport", ["Vocabulary", "Spreadsheets", "Catalogue"]),
    tests("Vocabulary", ["Vocabulary"]),
    tests("Spreadsheets", ["Spreadsheets"], resources: [.copy("Writing/Golden")]),
    tests("Catalogue", ["Vocabulary", "Catalogue"]),
    tests("Templates", ["Vocabulary", "Spreadsheets", "Catalogue", "Templates"]),
    tests(
      "Ingestion", ["Vocabulary", "Spreadsheets", "Catalogue", "Templates", "Ingestion"],
      resources: [.copy("Fixtures")]),
    tests("Validation", ["Vocabulary", "Catalogue", "Validation"]),
    tests("Measurement", ["Vocabulary", "Catalogue", "Measurement"]),
    tests("Normalisation", ["Vocabulary", "Catalogue", "Measurement", "Normalisation"]),
    tests("Trends", ["Vocabulary", "Catalogue", "Measurement", "Trends"]),
    tests(
      "Reporting",
      ["Vocabulary", "Spreadsheets", "Catalogue", "Measurement", "Normalisation", "Trends", "Reporting"]),
    tests(
      "Warehouse",
      ["Vocabulary", "Catalogue", "Warehouse", "Rounds", .product(name: "GRDB", package: "GRDB.swift")]),
    tests("Rounds", ["Vocabulary", "Spreadsheets", "Catalogue", "Normalisation", "Reporting", "Rounds"]),
    tests("Command", ["Vocabulary", "gnlc", .product(name: "ArgumentParser", package: "swift-argument-parser")]),
    tests("GenerateReference", ["GenerateReference"]),
    tests("Architecture", ["Vocabulary", "Catalogue"]),
  ]
)
