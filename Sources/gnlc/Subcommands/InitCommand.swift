import ArgumentParser
import Rounds
import Vocabulary

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Start a programme of your own, with a workspace around it, or its next round.",
    discussion: """
      Writes programme.yaml, cities.csv and round.yaml with comments that say what to put in. A folder that does not exist yet \
      becomes a workspace, with its own copy of the catalogue; in a workspace the programme stands beside those that are there, and \
      a programme that is there gets the round of another year.

      Examples:
        gnlc init valley --cities Tonmai=ต้นไม้ "Sai Fon=สายฝน" --country TH
        gnlc init coast --out .                  beside it, in the workspace
        gnlc init valley --out . --year 2026     the next round, of 2026
        gnlc template valley/2026 --all --workspace valley --out templates
      """)

  @Argument(help: "Id of the programme: small letters, digits and hyphens.") var programme: String
  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Its cities, each with its English and its Thai name; more may follow in cities.csv.", valueName: "english=thai"))
  var cities: [String] = []
  @Option(help: "The country of the cities, in two letters of ISO 3166: TH.") var country: String?
  @Option(help: ArgumentHelp("Its name in English; made from the id without it.", valueName: "text"))
  var title: String?
  @Option(help: ArgumentHelp("Its name in Thai; as in English without it.", valueName: "text"))
  var titleThai: String?
  @Option(help: "The year (CE) that the first round asks for; without it, the year before its day.")
  var year: Int?
  @Option(
    help: ArgumentHelp(
      "The folder of the workspace; without it, the one of --workspace, else a new one named as the programme.",
      valueName: "folder"))
  var out: String?
  @OptionGroup var workspaceOption: WorkspaceOption
  @OptionGroup var runDate: RunDateOption

  func validate() throws {
    guard NewProgramme.isID(programme) else {
      throw ValidationError("\(programme) is no id: small letters, digits and hyphens, such as valley")
    }
    guard country.map({ $0.utf8.count == 2 && $0.allSatisfy { $0.isASCII && $0.isLetter } }) ?? cities.isEmpty else {
      throw ValidationError("--cities wants --country with two letters, such as --country TH")
    }
    guard (year.map { TimePeriod.plausibleYears.contains($0) }) ?? true else {
      throw ValidationError("--year wants a year of the Common Era, such as 2025")
    }
    guard titleThai == nil || title != nil else { throw ValidationError("--title-thai wants --title as well") }
    _ = try newCities()
  }

  func run() throws {
    try reportingErrors {
      let today = try runDate.date()
      let new = NewProgramme(
        id: programme, title: title.map { LocalizedText(english: $0, thai: titleThai ?? $0) }, cities: try newCities(),
        referenceYear: year ?? today.year - 1, opens: today)
      let folder = out ?? workspaceOption.workspace ?? programme
      for path in try new.write(to: folder, from: workspaceOption.open()) { Console.output("\(folder)/\(path)") }
      Console.message("now: gnlc template \(programme)/\(new.round) --all --workspace \(folder) --out templates")
    }
  }

  private func newCities() throws -> [NewCity] {
    var known: [String: String] = [:]
    return try cities.map { text in
      guard let city = NewCity(text, country: country ?? "") else {
        throw ValidationError("\(text) has no Latin letters to make an id from: write English=Thai")
      }
      if let other = known.updateValue(text, forKey: city.id) {
        throw ValidationError("\(other) and \(text) would both be \(city.id)")
      }
      return city
    }
  }
}
