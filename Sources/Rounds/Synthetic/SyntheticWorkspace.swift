import Catalogue
import Foundation
import Ingestion
import Spreadsheets
import Vocabulary

/// A workspace of fictional cities of any size, the same for the same seed: for trying the program, for tests, for benchmarks.
///
/// The cities lie in the user-assigned country code `XX`; their names say that they are examples, and every report says that the
/// data are invented.
public struct SyntheticWorkspace: Sendable {
  public var cities: Int
  public var years: Int
  public var seed: UInt64
  /// The last year of figures.
  public var referenceYear: Int
  /// A round a year up to the reference year; what an earlier one said of its last year is partly preliminary and revised later.
  public var rounds: Int
  /// Whether some submissions have mistakes, as real ones do.
  public var hasFaults: Bool
  /// Whether the last round has decisions about figures that were reported.
  public var hasCorrections: Bool

  public init(
    cities: Int, years: Int, seed: UInt64 = 1, referenceYear: Int = 2025, rounds: Int = 1, hasFaults: Bool = false,
    hasCorrections: Bool = false
  ) {
    self.cities = cities
    self.years = years
    self.seed = seed
    self.referenceYear = referenceYear
    self.rounds = rounds
    self.hasFaults = hasFaults
    self.hasCorrections = hasCorrections
  }

  /// Writes the workspace into a new or empty folder.
  /// - Parameter source: The workspace whose `Indicators/` is copied.
  public func write(to folder: String, from source: Workspace) throws(RoundsError) {
    let manager = FileManager.default
    let existing = (try? manager.contentsOfDirectory(atPath: folder)) ?? []
    guard existing.isEmpty else {
      throw RoundsError(.cannotCreate, "\(folder) is not empty", cure: "name a folder that does not exist yet")
    }
    let catalogue = try source.catalogue()
    do {
      try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try source.copy("Indicators", to: "\(folder)/Indicators")
      try manager.createDirectory(atPath: "\(folder)/Reports", withIntermediateDirectories: true)
    } catch {
      throw RoundsError(
        .cannotCreate, "\(folder) cannot be made: \(error.localizedDescription)",
        cure: "check its parent and permissions")
    }
    try writeProgramme(to: "\(folder)/Inputs/demo", catalogue: catalogue)
  }

  /// Writes `Inputs/demo` alone.
  func writeProgramme(to folder: String, catalogue: Catalogue) throws(RoundsError) {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try texts.programme.write(toFile: "\(folder)/programme.yaml", atomically: true, encoding: .utf8)
      for year in roundYears {
        try FileManager.default.createDirectory(
          atPath: submissions(year, folder), withIntermediateDirectories: true)
        try texts.round(year, isOpen: year == referenceYear).write(
          toFile: "\(folder)/\(year + 1)/round.yaml", atomically: true, encoding: .utf8)
      }
      try Data(registry()).write(to: URL(fileURLWithPath: "\(folder)/cities.csv"))
    } catch {
      throw RoundsError(
        .cannotCreate, "\(folder) cannot be written: \(error.localizedDescription)", cure: "check space and permissions"
      )
    }
    let failures = (0..<cities).map { $0 }.concurrentMap { index -> RoundsError? in
      do throws(RoundsError) {
        try writeSubmissions(index, catalogue, into: folder)
        return nil
      } catch {
        return error
      }
    }
    if let failure = failures.compactMap({ $0 }).first { throw failure }
    if hasCorrections { try writeCorrections(catalogue, to: "\(folder)/\(referenceYear + 1)") }
  }

  private var texts: SyntheticTexts { SyntheticTexts() }

  /// The reference years of the rounds.
  private var roundYears: ClosedRange<Int> { referenceYear - rounds + 1...referenceYear }

  private func submissions(_ year: Int, _ folder: String) -> String { "\(folder)/\(year + 1)/submissions" }

  // MARK: Cities

  private func name(_ index: Int) -> (id: String, english: String, thai: String) {
    let thaiLetters = Array("กขคงจฉชซฌญฎฐฑฒณดตถทธนบปผพฟ").map(String.init)
    if cities <= 26 {
      let letter = String(UnicodeScalar(UInt8(ascii: "a") + UInt8(index)))
      return ("xx-\(letter)", "Example City \(letter.uppercased())", "เมืองตัวอย่าง \(thaiLetters[index])")
    }
    let digits = String(index + 1)
    let number = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return ("xx-\(number)", "Example City \(number)", "เมืองตัวอย่าง \(number)")
  }

  private func registry() -> [UInt8] {
    let regions = ["North Example", "Coast Example", "Highland Example", "Delta Example"]
    var csv = CSVWriter(header: [
      "id", "name_en", "name_th", "country", "iso3166_2", "unlocode", "geographic_level", "role", "region",
      "member_from", "member_to", "awards",
    ])
    for index in 0..<cities {
      let name = name(index)
      csv.code(name.id)
      csv.text(name.english)
      csv.text(name.thai)
      for field in ["XX", "", "", "city", "member"] { csv.code(field) }
      csv.text(regions[index % regions.count])
      csv.integer(2016 + index % 8)
      csv.empty()
      csv.empty()
      csv.endRow()
    }
    return csv.bytes
  }

  /// The last of every seven cities sends nothing.
  private func isSilent(_ index: Int) -> Bool { index % 7 == 6 }

  // MARK: Submissions

  private func writeSubmissions(_ index: Int, _ catalogue: Catalogue, into folder: String) throws(RoundsError) {
    guard !isSilent(index) else { return }
    let id = name(index).id
    let city = SyntheticCity(
      catalogue: catalogue, seed: seed, id: id, years: roundYears.lowerBound - years + 1...referenceYear)
    for year in roundYears {
      let vintage = SyntheticVintage(city: city, round: year, firstRound: roundYears.lowerBound)
      try write(
        SubmissionRows(city: id, catalogue: catalogue, figures: vintage.figures(years: years)), index, year,
        into: submissions(year, folder))
    }
  }

  /// About the second city, or the only one.
  private func writeCorrections(_ catalogue: Catalogue, to folder: String) throws(RoundsError) {
    let city = SyntheticCity(
      catalogue: catalogue, seed: seed, id: name(min(1, cities - 1)).id,
      years: roundYears.lowerBound - years + 1...referenceYear)
    var file = try OutputFile(path: "\(folder)/\(CorrectionFile.name)")
    try file.write(
      Array(SyntheticCorrections.file(SyntheticCorrections(city: city, year: referenceYear).entries()).utf8))
    _ = try file.finish()
  }

  private func write(
    _ rows: SubmissionRows, _ index: Int, _ referenceYear: Int, into folder: String
  ) throws(RoundsError) {
    let id = name(index).id
    var rows = rows
    if hasFaults, index % 6 == 4 { rows.spoilSum() }
    // Every fifth city sends CSV and writes years as พ.ศ., as city units do.
    if index % 5 == 3 {
      var file = try OutputFile(path: "\(folder)/\(id).csv")
      try file.write(rows.csv(buddhistYears: true))
      _ = try file.finish()
    } else {
      do throws(XLSXWritingError) {
        try XLSXWriter.write(
          rows.workbook(title: name(index).english, created: CalendarDate(year: referenceYear + 1, month: 6, day: 30)),
          toPath: "\(folder)/\(id).xlsx")
      } catch {
        throw RoundsError(.inputOutput, "\(id).xlsx cannot be written: \(error)", cure: "check space and permissions")
      }
    }
  }
}
