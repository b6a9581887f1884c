import Catalogue
import Spreadsheets
import Vocabulary

/// Every indicator: how it is computed and scored, where its definition comes from, and whether anybody checked it.
enum IndicatorTableSheet {
  static func sheet(_ context: EvaluationContext) -> Sheet {
    let catalogue = context.results.catalogue
    let indicators = catalogue.indicators
    let writer = FormulaWords(catalogue: catalogue, words: context.words)
    let formulas = indicators.map { writer.formula($0) }
    let scales = indicators.map { writer.scale($0) }
    let goalposts = indicators.map { writer.goalposts($0) }
    let places = places(in: catalogue)
    let make = TableColumns(context.styles)
    func column(_ header: String, _ width: Double, _ value: (Indicator) -> String) -> DataColumn {
      make.text(header, indicators.map(value), width: width)
    }
    let columns = [
      column("indicator_id", 38, \.id), column("code", 12, \.code), column("name_en", 40, \.label.english),
      column("name_th", 40, \.label.thai), column("definition_en", 60, \.definition.english),
      column("definition_th", 60, \.definition.thai), make.text("formula_en", formulas.map(\.english), width: 50),
      make.text("formula_th", formulas.map(\.thai), width: 50),
      column("unit_en", 18) { catalogue.units[$0.unit].name.english },
      column("unit_th", 18) { catalogue.units[$0.unit].name.thai }, column("direction", 11, \.direction.rawValue),
      make.text("scale", goalposts.map(\.kind), width: 14), make.text("scale_en", scales.map(\.english), width: 36),
      make.text("scale_th", scales.map(\.thai), width: 36), column("evidence", 14, \.evidence.rawValue),
      column("frequency", 11, \.frequency.rawValue), make.text("frameworks", places, width: 40),
      column("sdg_targets", 18) { $0.sdgTargets.joined(separator: " ") },
      column("source_document", 18, \.attestation.document),
      column("checked_with_source", 20) { $0.attestation.verified ? "yes" : "no" },
      column("confidence", 11) { $0.attestation.confidence?.rawValue ?? "" },
      column("note_en", 60) { $0.attestation.note?.english ?? "" },
      column("note_th", 60) { $0.attestation.note?.thai ?? "" },
      make.number("value_at_0", goalposts.map(\.zero), missing: Shorthand.notApplicable),
      make.number("value_at_100", goalposts.map(\.best), missing: Shorthand.notApplicable),
    ]
    return TableSheet(
      context: context, name: SheetNames.indicators, table: "tbl_indicators", key: "table_indicators",
      values: ["count": .count(indicators.count), "unchecked": .count(context.facts.uncheckedIndicators)]
    ).sheet(columns)
  }

  /// Where each indicator stands: `key-features 1.1.1; sdg4 4.6.2`.
  private static func places(in catalogue: Catalogue) -> [String] {
    var places = [[String]](repeating: [], count: catalogue.indicators.count)
    for framework in catalogue.frameworks {
      for node in framework.nodes {
        for indicator in node.indicators { places[indicator.index].append("\(framework.id) \(node.code)") }
      }
    }
    return places.map { $0.joined(separator: "; ") }
  }
}
