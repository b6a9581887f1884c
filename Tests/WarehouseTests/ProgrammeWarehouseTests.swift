import Catalogue
import Foundation
import GNLCTestSupport
import GRDB
import Rounds
import Spreadsheets
import Testing
import Vocabulary
import Warehouse

/// The warehouse of a small demonstration of two rounds: what is in it, and what its page promises.
@Suite struct ProgrammeWarehouseTests {
  /// Made once; the tests that use it only read.
  private final class Demonstration: @unchecked Sendable {
    let folder: Folder
    let workspace: Workspace
    let outcomes: [ProgrammeWarehouse.Outcome?]

    init() throws {
      folder = Folder()
      let workspace = try ProgrammeWarehouseTests.workspace(
        folder, SyntheticWorkspace(cities: 7, years: 3, rounds: 2, hasFaults: true))
      outcomes = try ["2025", "2026"].map { try ProgrammeWarehouseTests.run(workspace, $0).warehouse }
      self.workspace = workspace
      // Nothing ends a value that all tests share.
      atexit {
        guard case .success(let demonstration) = ProgrammeWarehouseTests.demonstration else { return }
        try? FileManager.default.removeItem(atPath: demonstration.folder.path)
      }
    }
  }

  private static let demonstration = Result { try Demonstration() }

  @discardableResult
  private static func run(_ workspace: Workspace, _ round: String, day: Int = 22) throws -> RunSummary {
    try RoundRun(
      RoundName(programme: "demo", round: round), in: workspace,
      date: try #require(CalendarDate(year: 2026, month: 11, day: day)), reports: .withoutCityFiles
    ).run()
  }

  private static let path = "Reports/demo/warehouse.sqlite"

  private func database(_ workspace: Workspace) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = true
    return try DatabaseQueue(path: workspace.absolute(Self.path), configuration: configuration)
  }

  private func rows(_ workspace: Workspace, _ sql: String) throws -> [Row] {
    try database(workspace).read { try Row.fetchAll($0, sql: sql) }
  }

  /// A folder that goes when the test ends.
  private final class Folder {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("gnlc-warehouse-\(UUID().uuidString)").path
    deinit { try? FileManager.default.removeItem(atPath: path) }
  }

  /// With reports in English alone, which is half the work.
  private static func workspace(_ folder: Folder, _ synthetic: SyntheticWorkspace) throws -> Workspace {
    try synthetic.write(to: folder.path, from: try Workspace(root: Repository.path("")))
    let workspace = try Workspace(root: folder.path)
    let programme = workspace.absolute("Inputs/demo/programme.yaml")
    let text = try String(contentsOfFile: programme, encoding: .utf8)
    try text.replacing("languages: [en, th]", with: "languages: [en]")
      .write(toFile: programme, atomically: true, encoding: .utf8)
    return workspace
  }

  private func number(_ workspace: Workspace, _ sql: String) throws -> Int? {
    try database(workspace).read { try Int.fetchOne($0, sql: sql) }
  }

  private func texts(_ workspace: Workspace, _ sql: String) throws -> [String] {
    try database(workspace).read { try String.fetchAll($0, sql: sql) }
  }

  /// Everything but the bytes, as `.dump` prints it.
  private func dump(_ workspace: Workspace) throws -> [String] {
    try WarehouseSchema.tables.flatMap { table in
      try rows(workspace, "SELECT * FROM \(table.name)").map { "\(table.name) \($0.databaseValues)" }
    }
  }

  // MARK: What is in it

  @Test func everyRunBringsItUpToDate() throws {
    let demonstration = try Self.demonstration.get()
    #expect(demonstration.outcomes.map { $0?.action } == [.made, .updated])
    #expect(demonstration.outcomes.last??.rounds == ["2025", "2026"])
    let workspace = demonstration.workspace
    #expect(try ProgrammeWarehouse(workspace: workspace, programme: "demo").problems().isEmpty)
    #expect(try rows(workspace, "PRAGMA foreign_key_check").isEmpty)
  }

  /// Field by field, through statements of many rows and of one.
  @Test(arguments: ["observations", "changes", "progress", "findings", "submissions"])
  func everyFieldIsThePublishedOne(_ name: String) throws {
    let workspace = try Self.demonstration.get().workspace
    let table = try #require(WarehouseSchema.tables.first { $0.name == name })
    let grid = try CSVReader(path: workspace.absolute("Reports/demo/2026/\(name).csv")).grid()
    let lines = Array(grid.rows)
    let header = lines[0].map { grid.string(of: $0) }
    let key = table.key.filter { $0 != "round" }
    var published: [String: [String: String]] = [:]
    for line in lines.dropFirst() {
      let fields = Dictionary(uniqueKeysWithValues: line.map { (header[$0.column], grid.string(of: $0)) })
      published[key.map { fields[$0.uppercased()] ?? "" }.joined(separator: "|")] = fields
    }
    let rows = try rows(workspace, "SELECT * FROM \(name) WHERE round = '2026'")
    try #require(rows.count == published.count)
    if name != "submissions" { #expect(rows.count % 64 > 0 && rows.count > 64) }
    for row in rows {
      let id = key.map { (row[$0] as DatabaseValue).storage.value.map { "\($0)" } ?? "" }.joined(separator: "|")
      let fields = try #require(published[id], "\(id)")
      for column in table.columns where column.name != "round" {
        let field = fields[column.field]
        switch column.kind {
        case .text:
          #expect(row[column.name] as String? == field ?? (column.isRequired ? "" : nil), "\(id) \(column.name)")
        case .real: #expect(row[column.name] as Double? == field.flatMap(Double.init), "\(id) \(column.name)")
        case .integer: #expect(row[column.name] as Int? == field.flatMap(Int.init), "\(id) \(column.name)")
        case .flag: #expect(row[column.name] as Bool? == field.map { $0 == "true" }, "\(id) \(column.name)")
        }
      }
    }
  }

  /// Each table has the rows and the columns of its file, under the names that the data package explains.
  @Test func tablesAreThePublishedFiles() throws {
    let workspace = try Self.demonstration.get().workspace
    let data = try #require(
      FileManager.default.contents(atPath: workspace.absolute("Reports/demo/2026/datapackage.json")))
    let package = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let resources = try #require(package["resources"] as? [[String: Any]])
    for table in WarehouseSchema.tables {
      guard let file = table.file else { continue }
      let resource = try #require(resources.first { $0["path"] as? String == file }, "\(file)")
      let schema = try #require(resource["schema"] as? [String: Any])
      let fields = try #require(schema["fields"] as? [[String: Any]])
      let types = Dictionary(
        uniqueKeysWithValues: fields.map { ($0["name"] as? String ?? "", $0["type"] as? String ?? "") })
      for column in table.columns where !(column.references == "rounds" && table.name != "rounds") {
        let expected: [String] =
          switch column.kind {
          case .text: ["string", "date"]
          case .real: ["number"]
          case .integer: ["integer"]
          case .flag: ["boolean"]
          }
        #expect(expected.contains(types[column.field] ?? ""), "\(table.name).\(column.name)")
      }
      #expect(
        table.key.filter { $0 != "round" || table.name == "rounds" }.map { $0.uppercased() }
          == resource["schema"].flatMap { ($0 as? [String: Any])?["primaryKey"] as? [String] }, "\(table.name)")
      let text = try String(contentsOfFile: workspace.absolute("Reports/demo/2026/\(file)"), encoding: .utf8)
      let lines = text.split(separator: "\r\n").count - 1
      let condition = table.scope == .round ? " WHERE round = '2026'" : ""
      #expect(try number(workspace, "SELECT count(*) FROM \(table.name)\(condition)") == lines, "\(table.name)")
    }
  }

  /// What is kept back has no value here either, in any table that speaks of it.
  @Test func nothingSuppressedIsInIt() throws {
    let workspace = try Self.demonstration.get().workspace
    let isKept = "conf_status IN ('A', 'D')"
    #expect(try number(workspace, "SELECT count(obs_value) FROM observations WHERE \(isKept)") == 0)
    let published = try String(
      contentsOfFile: workspace.absolute("Reports/demo/2026/observations.csv"), encoding: .utf8)
    let marked = published.split(separator: "\r\n").count { $0.contains(",A,city,") || $0.contains(",D,city,") }
    #expect(marked > 0)
    #expect(try number(workspace, "SELECT count(*) FROM observations WHERE \(isKept) AND round = '2026'") == marked)
    #expect(try rows(workspace, "SELECT 1 FROM indicators WHERE obs_status = 'Q' AND obs_value IS NOT NULL").isEmpty)
  }

  @Test func everythingIsDocumentedInBothLanguages() throws {
    let workspace = try Self.demonstration.get().workspace
    let described = Set(
      try texts(workspace, "SELECT name || '.' || column_name FROM documentation"))
    let objects = try texts(workspace, "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')")
    #expect(objects.count == WarehouseSchema.tables.count + WarehouseSchema.views.count)
    for name in objects {
      let columns = try texts(workspace, "SELECT name FROM pragma_table_info('\(name)')")
      for column in [""] + columns { #expect(described.contains("\(name).\(column)"), "\(name).\(column)") }
    }
    let holes = """
      SELECT name || '.' || column_name FROM documentation
      WHERE description_en LIKE '[%' OR description_en = '' OR description_th = '' OR description_en = description_th
      """
    #expect(try texts(workspace, holes).isEmpty)
  }

  /// A text that no table, view or column asks for is a translator's wasted hour.
  @Test func everyTextIsUsed() throws {
    let names =
      WarehouseSchema.tables.map { ($0.name, $0.columns.map(\.name)) }
      + WarehouseSchema.views.map { ($0.name, $0.columns) }
    let asked = Set(
      names.flatMap { name, columns in
        ["warehouse.title.\(name)"] + columns.flatMap { ["warehouse.\(name).\($0)", "warehouse.\($0)"] }
      })
    let texts = try #require(Repository.catalogue.catalogue).texts.reports.keys.filter { $0.hasPrefix("warehouse.") }
    #expect(texts.count > 40)
    #expect(Set(texts).subtracting(asked).isEmpty)
  }

  // MARK: Its page

  private static let page =
    (try? String(contentsOfFile: Repository.path("Documentation/warehouse.md"), encoding: .utf8)) ?? ""

  private static let queries: [String] = page.components(separatedBy: "```sql\n").dropFirst().compactMap {
    $0.components(separatedBy: "\n```").first
  }

  @Test func thePageHasQueries() { #expect(Self.queries.count >= 15) }

  /// All of them in one session of the program that most people have.
  @Test(.enabled(if: ForeignProgram.succeeds("sqlite3", ["--version"]), "sqlite3 is not installed"))
  func theSqliteProgramRunsThem() throws {
    let workspace = try Self.demonstration.get().workspace
    #expect(
      ForeignProgram.succeeds(
        "sqlite3", ["-bail", "-readonly", workspace.absolute(Self.path), Self.queries.joined(separator: "\n")]))
  }

  @Test(arguments: queries) func everyQueryOfThePageGivesRows(_ query: String) throws {
    let found = try rows(try Self.demonstration.get().workspace, query)
    #expect(!found.isEmpty)
    // A column of which nothing is known in any row would be a column that is misnamed or misunderstood.
    for column in found.first.map({ Array($0.columnNames) }) ?? []
    where !["returned_file", "contact", "variable", "note"].contains(column) {
      #expect(found.contains { !($0[column] as DatabaseValue).isNull }, "\(column)")
    }
  }

  @Test func thePageNamesEveryTableAndView() {
    for table in WarehouseSchema.tables {
      let key = table.key.map { "`\($0)`" }.joined(separator: ", ")
      #expect(
        Self.page.split(separator: "\n").contains { $0.hasPrefix("| `\(table.name)` |") && $0.hasSuffix("| \(key) |") },
        "\(table.name)")
    }
    for view in WarehouseSchema.views { #expect(Self.page.contains("\n| `\(view.name)` |"), "\(view.name)") }
  }

  /// Numbers of views, worked out another way.
  @Test func viewsAgreeWithTheTables() throws {
    let workspace = try Self.demonstration.get().workspace
    func number(_ sql: String) throws -> Int? { try self.number(workspace, sql) }
    #expect(try texts(workspace, "SELECT city FROM not_reported") == ["xx-g"])
    #expect(try number("SELECT count(*) FROM coverage_by_city") == 14)
    #expect(try number("SELECT count(*) FROM vintages") == number("SELECT count(*) FROM observations"))
    #expect(
      try number("SELECT sum(errors + warnings) FROM open_findings_by_city")
        == number("SELECT count(*) FROM open_findings WHERE city IS NOT NULL"))
    let latest = """
      SELECT DISTINCT time_period FROM latest_values
      WHERE city = 'xx-a' AND sex = '_T' AND age = '_T' AND breakdown = ''
      """
    #expect(try texts(workspace, latest).contains("2025"))
    // A revision is a figure whose two vintages differ.
    #expect(
      try number("SELECT count(*) FROM revised_values WHERE obs_value IS NOT NULL")
        == number("SELECT count(*) FROM vintages WHERE round = '2026' AND value_before <> obs_value"))
  }

  /// A distribution has parts alone: who reports them does not miss it.
  @Test func aDistributionIsNotMissed() throws {
    let folder = Folder()
    let workspace = try ProgrammeWarehouseTests.workspace(folder, SyntheticWorkspace(cities: 2, years: 1))
    let submissions = workspace.absolute("Inputs/demo/2026/submissions")
    let rows = ["_T,2025,100", "PRI,2025,60", "TER,2025,40"].map { "xx-a,education_expenditure,\($0)" }
    try (["CITY,VARIABLE,EDUCATION_LEVEL,TIME_PERIOD,OBS_VALUE"] + rows).joined(separator: "\n")
      .write(toFile: "\(submissions)/xx-a.csv", atomically: true, encoding: .utf8)
    try FileManager.default.removeItem(atPath: "\(submissions)/xx-a.xlsx")
    try Self.run(workspace, "2026")
    let query = "SELECT city FROM missing_measures WHERE indicator = 'education_expenditure_distribution'"
    #expect(try texts(workspace, query) == ["xx-b"])
  }

  // MARK: Following the releases

  /// Whatever became of the file, a run with nothing else to do puts it right, and says so.
  @Test func aRunWithNothingToDoPutsItRight() throws {
    let folder = Folder()
    let workspace = try ProgrammeWarehouseTests.workspace(folder, SyntheticWorkspace(cities: 2, years: 2, rounds: 2))
    let file = workspace.absolute(Self.path)
    let first = try Self.run(workspace, "2025")
    #expect(first.warehouse?.action == .made)
    let early = try Data(contentsOf: URL(fileURLWithPath: file))
    #expect(try Self.run(workspace, "2026").warehouse?.action == .updated)
    let right = try dump(workspace)
    func again() throws -> ProgrammeWarehouse.Outcome {
      let summary = try Self.run(workspace, "2026")
      #expect(summary.isUnchanged)
      return try #require(summary.warehouse)
    }
    #expect(try again().action == .unchanged)
    // As a run leaves it that was killed between the switch and the warehouse.
    try FileManager.default.removeItem(atPath: file)
    try early.write(to: URL(fileURLWithPath: file))
    #expect(
      try ProgrammeWarehouse(workspace: workspace, programme: "demo").problems()
        == ["the release of 2026 in it is not the one that is published"])
    #expect(try again().action == .updated)
    #expect(try dump(workspace) == right)
    try FileManager.default.removeItem(atPath: file)
    #expect(try again().action == .made)
    #expect(try dump(workspace) == right)
    try Data(right.joined().utf8).write(to: URL(fileURLWithPath: file + ".new"))
    try FileManager.default.removeItem(atPath: file)
    try FileManager.default.moveItem(atPath: file + ".new", toPath: file)
    let remade = try again()
    #expect(remade.action == .remade && remade.reason == "it is no SQLite database")
    #expect(try dump(workspace) == right)
    // Another order of runs, other releases in between, and all at once: the same content.
    let other = Folder()
    let second = try ProgrammeWarehouseTests.workspace(other, SyntheticWorkspace(cities: 2, years: 2, rounds: 2))
    for (round, day) in [("2025", 21), ("2025", 22), ("2026", 23), ("2026", 22)] {
      try Self.run(second, round, day: day)
    }
    #expect(try dump(second) == right)
    #expect(try ProgrammeWarehouse(workspace: second, programme: "demo").rebuild().action == .made)
    #expect(try dump(second) == right)
    let store = try FileManager.default.contentsOfDirectory(atPath: second.absolute("Reports/demo/.releases"))
    #expect(!store.contains { $0.hasPrefix(".") })
  }

  @Test func whatCannotBeWrittenIsToldAndTheRoundIsPublished() throws {
    let folder = Folder()
    let workspace = try ProgrammeWarehouseTests.workspace(folder, SyntheticWorkspace(cities: 2, years: 2))
    try FileManager.default.createDirectory(
      atPath: workspace.absolute("\(Self.path)/x"), withIntermediateDirectories: true)
    let summary = try Self.run(workspace, "2026")
    let outcome = try #require(summary.warehouse)
    #expect(outcome.action == .failed && outcome.kind == .cannotCreate)
    #expect(outcome.cure.contains("gnlc warehouse rebuild demo"))
    #expect(FileManager.default.fileExists(atPath: workspace.absolute("Reports/demo/2026/manifest.json")))
    try FileManager.default.removeItem(atPath: workspace.absolute(Self.path))
    #expect(try Self.run(workspace, "2026").warehouse?.action == .made)
    // A release without the files that a warehouse needs is left out, and named.
    let store = workspace.absolute("Reports/demo/2026/nodes.csv")
    try FileManager.default.removeItem(at: URL(fileURLWithPath: store).resolvingSymlinksInPath())
    #expect(throws: RoundsError.self) { try ProgrammeWarehouse(workspace: workspace, programme: "demo").rebuild() }
  }
}
