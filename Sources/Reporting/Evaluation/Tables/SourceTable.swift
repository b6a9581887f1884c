import Catalogue
import Spreadsheets
import Vocabulary

/// The frameworks, the documents they come from, and whether the wording was compared with them.
enum SourceTable {
  static func sheet(_ context: EvaluationContext) -> Sheet {
    let frameworks = context.results.catalogue.frameworks
    let make = TableColumns(context.styles)
    func column(_ header: String, _ width: Double, _ value: (Framework) -> String) -> DataColumn {
      make.text(header, frameworks.map(value), width: width)
    }
    let columns = [
      column("framework", 20, \.id), column("name_en", 44, \.label.english), column("name_th", 44, \.label.thai),
      column("document", 50, \.source.title), column("reference", 36, \.source.reference),
      column("licence", 20, \.source.licence),
      column("checked_with_source", 20) { $0.source.verified ? "yes" : "no" },
      column("note_en", 80) { $0.source.note?.english ?? "" }, column("note_th", 80) { $0.source.note?.thai ?? "" },
      make.integer("year", frameworks.map(\.source.year), format: NumberFormats.year, missing: Shorthand.notApplicable),
      make.integer("nodes", frameworks.map(\.nodes.count)),
      make.integer("indicators", frameworks.map(\.allIndicators.count)),
    ]
    return TableSheet(context: context, name: SheetNames.sources, table: "tbl_sources", key: "table_sources")
      .sheet(columns)
  }
}
