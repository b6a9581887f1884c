import Catalogue
import Foundation
import GNLCTestSupport
@testable import Rounds
import Vocabulary

/// The first byte chooses which file of a programme the rest is: programme, round, cities or targets.
struct WorkspaceTarget: FuzzTarget {
  private static let programme = """
    format: 1
    id: demo
    title: {en: Demo, th: สาธิต}
    organisation: {en: Example network, th: เครือข่ายตัวอย่าง}
    contact: indicators@network.example
    languages: [en, th]
    font: Arial
    synthetic: true
    licence: {en: CC BY 4.0, th: CC BY 4.0}
    notes: [{en: invented, th: สมมุติ}]
    disclosure: {minimum_count: 5, minimum_denominator: 25}
    """
  private static let round = """
    format: 1
    id: "2026"
    title: {en: Round 2026, th: รอบ 2569}
    reference_period: 2025
    comparison_period: 2024
    opens: 2026-07-01
    closes: 2026-09-30
    next_update: 2027-02-15
    state: open
    framework: small
    """
  private static let cities = """
    id,name_en,name_th,country,iso3166_2,unlocode,geographic_level,role,region,member_from,member_to,awards,contact,languages
    xx-a,Example City A,เมืองตัวอย่าง ก,XX,XX-1,XXAAA,city,member,North,2016,,2017 2019,learning@city.example,en th
    xx-b,Example City B,เมืองตัวอย่าง ข,XX,,,province,benchmark,,,2020,,,

    """
  private static let targets = """
    city,indicator,value,year,source,note
    xx-a,literacy_rate,99.5,2030,City plan,
    ,mean_schooling,12,2030,Network,x

    """

  private let workspace: Workspace
  private let folder = ScratchFile.path + ".d"

  init() {
    do {
      try FileManager.default.createDirectory(atPath: folder + "/Indicators", withIntermediateDirectories: true)
      workspace = try Workspace(root: folder)
    } catch {
      preconditionFailure("no workspace in /dev/shm: \(error)")
    }
  }

  static let words = [
    "id:", "title: {en: a, th: b}", "languages: [en, th]", "reference_period: 2025", "state: frozen",
    "opens: 2026-02-30",
    "minimum_count:", "name_en", "member_from", "xx-a,literacy_rate,", "xx-b,A,ก,", "\u{FEFF}",
  ]

  static func seeds() throws -> [[UInt8]] {
    [programme, round, cities, targets].enumerated().map { [UInt8($0)] + Array($1.utf8) }
  }

  func run(_ bytes: [UInt8]) {
    var input = InputReader(bytes)
    let choice = input.byte() % 4
    let rest = input.remainder()
    let text = String(decoding: rest, as: UTF8.self)
    do throws(RoundsError) {
      switch choice {
      case 0: _ = try Programme.load(CatalogueFile(path: "programme.yaml", text: text))
      case 1: _ = try Round.load(CatalogueFile(path: "round.yaml", text: text))
      case 2:
        write(rest, to: "cities.csv")
        let registry = try CityFile.load("cities.csv", in: workspace)
        precondition(registry.allIDs.allSatisfy { registry.id(of: registry[$0].id) == $0 }, "a city is found by its id")
      default:
        write(rest, to: "targets.csv")
        let file = TargetFile(
          "targets.csv", in: workspace, registry: SeedWorkbooks.registry, catalogue: SeedWorkbooks.catalogue)
        precondition(file.findings.allSatisfy { $0.origin.file == "targets.csv" }, "a finding has its place")
      }
    } catch {
      precondition(error.kind == .configuration || error.kind == .noInput, "a fault of the file")
    }
  }

  private func write(_ bytes: [UInt8], to name: String) {
    ScratchFile.write(bytes, to: "\(folder)/\(name)")
  }
}
