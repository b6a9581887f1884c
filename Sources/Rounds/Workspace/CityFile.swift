import Catalogue
import Spreadsheets
import Vocabulary

/// Reads `cities.csv`, the registry of a programme.
enum CityFile {
  static let columns = [
    "id", "name_en", "name_th", "country", "iso3166_2", "unlocode", "geographic_level", "role", "region", "member_from",
    "member_to", "awards", "contact", "languages",
  ]

  /// - Throws: `configuration` with every fault, `noInput` where the file can't be read.
  static func load(_ path: String, in workspace: Workspace) throws(RoundsError) -> CityRegistry {
    let grid: Grid
    do throws(SpreadsheetFault) {
      grid = try CSVReader(path: workspace.absolute(path)).grid()
    } catch {
      throw RoundsError(
        .noInput, "\(path) cannot be read: \(error.kind.rawValue) \(error.detail)",
        cure: "a programme needs a cities.csv in UTF-8")
    }
    var reader = Reader(path: path)
    let cities = reader.cities(in: grid)
    guard reader.faults.isEmpty else { throw Workspace.configurationError(reader.faults) }
    return CityRegistry(cities)
  }

  private struct Reader {
    let path: String
    var faults: [CatalogueFault] = []

    mutating func report(_ message: String, row: Int) {
      faults.append(CatalogueFault(file: path, line: row + 1, message: message))
    }

    mutating func cities(in grid: Grid) -> [City] {
      var rows = grid.rows.makeIterator()
      guard let header = rows.next() else {
        report("the file is empty", row: 0)
        return []
      }
      var names: [Int: String] = [:]
      for cell in header { names[cell.column] = grid.string(of: cell).lowercased() }
      for needed in ["id", "name_en", "name_th"] where !names.values.contains(needed) {
        report("the column `\(needed)` is missing", row: 0)
      }
      for name in names.values where !CityFile.columns.contains(name) {
        let near = name.nearest(in: CityFile.columns).map { "; a similar one is `\($0)`" } ?? ""
        report("unknown column `\(name)`\(near)", row: 0)
      }
      guard faults.isEmpty else { return [] }
      var cities: [City] = []
      var lines: [String: Int] = [:]
      while let row = rows.next() {
        let number = row.first?.row ?? 0
        var fields: [String: String] = [:]
        for cell in row { if let name = names[cell.column] { fields[name] = grid.string(of: cell) } }
        // Spreadsheets leave rows of nothing but commas.
        guard fields.values.contains(where: { !$0.isEmpty }) else { continue }
        guard let city = city(fields, row: number) else { continue }
        if let first = lines[city.id] {
          report("the id `\(city.id)` stands already in line \(first + 1)", row: number)
        } else {
          cities.append(city)
        }
        lines[city.id] = number
      }
      return cities
    }

    private mutating func city(_ fields: [String: String], row: Int) -> City? {
      func field(_ name: String) -> String { fields[name] ?? "" }
      let id = field("id")
      guard !id.isEmpty, id.utf8.allSatisfy({ isIDByte($0) }) else {
        report("`\(id)` is no id: lower-case letters, digits and `-`", row: row)
        return nil
      }
      if field("name_en").isEmpty || field("name_th").isEmpty {
        report("`\(id)` needs a name in English and in Thai", row: row)
      }
      let level = GeographicLevel(code: field("geographic_level").isEmpty ? "city" : field("geographic_level"))
      if level == nil { report("`\(field("geographic_level"))` is no geographic level", row: row) }
      let role = City.Role(rawValue: field("role").isEmpty ? "member" : field("role"))
      if role == nil { report("`\(field("role"))` is no role: member, benchmark", row: row) }
      return City(
        id: id, name: LocalizedText(english: field("name_en"), thai: field("name_th")), country: field("country"),
        subdivision: field("iso3166_2"), locode: field("unlocode"), level: level ?? .city, role: role ?? .member,
        region: field("region"), memberFrom: year(field("member_from"), row), memberTo: year(field("member_to"), row),
        awards: field("awards").split(separator: " ").compactMap { year(String($0), row) },
        contact: contact(field("contact"), row), languages: languages(field("languages"), row))
    }

    /// A mailbox goes into letters as it stands, so it must be one.
    private mutating func contact(_ text: String, _ row: Int) -> String {
      let sides = text.split(separator: "@", omittingEmptySubsequences: false)
      let isMailbox = sides.count == 2 && sides.allSatisfy { !$0.isEmpty } && !text.contains(where: \.isWhitespace)
      if !text.isEmpty, !isMailbox { report("`\(text)` is no mailbox, such as learning@city.example", row: row) }
      return text
    }

    private mutating func languages(_ text: String, _ row: Int) -> [Language] {
      text.split(separator: " ").compactMap { code in
        if let language = Language(rawValue: String(code)) { return language }
        report("`\(code)` is no language of gnlc: en, th", row: row)
        return nil
      }
    }

    private func isIDByte(_ byte: UInt8) -> Bool {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || byte == UInt8(ascii: "-")
    }

    private mutating func year(_ text: String, _ row: Int) -> Int? {
      guard !text.isEmpty else { return nil }
      guard let year = Int(text), TimePeriod.year(year) != nil else {
        report("`\(text)` is no year of the Common Era", row: row)
        return nil
      }
      return year
    }
  }
}
