import Catalogue
import Vocabulary
import Warehouse

/// What every table, view and column of the warehouse means, in both languages: the words of the data package, and those in
/// `Indicators/texts/warehouse.yaml` for what is in no file.
struct WarehouseTexts {
  /// The table `documentation`.
  let rows: [PublishedRelease.Row]

  init(_ workspace: Workspace) throws(RoundsError) { self.init(try workspace.catalogue().texts) }

  init(_ texts: Texts) {
    func row(_ name: String, _ column: String, _ kind: String, _ text: LocalizedText) -> PublishedRelease.Row {
      [
        "name": name, "column_name": column, "kind": kind, "description_en": text.english,
        "description_th": text.thai,
      ]
    }
    func columns(_ names: [String], of name: String, from file: String) -> [PublishedRelease.Row] {
      names.map { row(name, $0, "column", Self.meaning(of: $0, in: name, file, texts)) }
    }
    let tables = WarehouseSchema.tables.flatMap { table -> [PublishedRelease.Row] in
      var file = table.name
      if case .file(let name) = table.source { file = name }
      return [row(table.name, "", "table", Self.title(of: table, texts))]
        + columns(table.columns.map(\.name), of: table.name, from: file)
    }
    let views = WarehouseSchema.views.flatMap { view in
      [row(view.name, "", "view", texts.label("warehouse.title.\(view.name)"))]
        + columns(view.columns, of: view.name, from: view.name)
    }
    rows = tables + views
  }

  private static func title(of table: WarehouseTable, _ texts: Texts) -> LocalizedText {
    if case .file(let name) = table.source { return texts.label("csv.title.\(name)") }
    return texts.label("warehouse.title.\(table.name)")
  }

  /// The nearest text: the warehouse's own, then that of the file of the same name, then what all files share.
  private static func meaning(of column: String, in name: String, _ file: String, _ texts: Texts) -> LocalizedText {
    let keys = ["warehouse.\(name).\(column)", "csv.\(file).\(column)", "warehouse.\(column)", "csv.\(column)"]
    return texts.label(keys.first { texts.reports[$0] != nil } ?? "csv.\(column)")
  }

  /// A number that changes with the tables, the views and the texts that describe them.
  static func edition(in workspace: Workspace) -> Int32 {
    let texts = ["csv", "warehouse"].map { name -> String in
      let path = "Indicators/texts/\(name).yaml"
      do throws(RoundsError) { return try workspace.text(of: path) } catch { return "" }
    }
    let digest = Digest.sha256(Array((WarehouseSchema.statements + texts).joined(separator: "\n").utf8))
    return Int32(digest.prefix(7), radix: 16) ?? 0
  }
}
