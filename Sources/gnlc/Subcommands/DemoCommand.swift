import ArgumentParser
import Rounds

struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Write a workspace of fictional cities, of any size.",
    discussion: """
      The same numbers and seed give the same files. The cities lie in the user-assigned country code XX.

      Examples:
        gnlc demo --cities 13 --years 5 --out demo-workspace
        gnlc run --workspace demo-workspace
        gnlc demo --cities 5 --years 3 --rounds 10 --out ten-rounds
      """)

  @Option(help: "How many cities.") var cities = 14
  @Option(help: "How many years of figures each city reports.") var years = 5
  @Option(help: "The folder to write; it must not exist yet, or be empty.", completion: .directory) var out: String
  @Option(help: "Another seed gives other figures.") var seed: UInt64 = 1
  @Option(help: "The last year of figures.") var referenceYear = 2025
  @Option(help: "How many rounds, one a year; earlier ones hold preliminary figures that later ones revise.")
  var rounds = 1
  @Flag(help: "Let some submissions have mistakes, to see how they are told.") var faults = false
  @Flag(help: "Let the last round have corrections of reported figures, to see how they are told.") var corrections =
    false
  @OptionGroup var workspaceOption: WorkspaceOption

  func validate() throws {
    guard (1...100_000).contains(cities) else { throw ValidationError("--cities wants 1 to 100000") }
    guard (1...30).contains(years) else { throw ValidationError("--years wants 1 to 30") }
    guard (1...30).contains(rounds) else { throw ValidationError("--rounds wants 1 to 30") }
    guard (1950...2090).contains(referenceYear) else { throw ValidationError("--reference-year wants 1950 to 2090") }
  }

  func run() throws {
    try reportingErrors {
      let synthetic = SyntheticWorkspace(
        cities: cities, years: years, seed: seed, referenceYear: referenceYear, rounds: rounds,
        hasFaults: faults, hasCorrections: corrections)
      try synthetic.write(to: out, from: workspaceOption.open())
      Console.output(
        "\(out): \(cities) fictional cities, \(years) years to \(referenceYear); now: gnlc run --workspace \(out)")
    }
  }
}
