import Catalogue
import Vocabulary

/// A row of the data sheet that is to be answered.
struct TemplateRow: Sendable {
  var code: TemplateCode
  /// The row of the total that this row is a part of, by its position among the rows; nil for a total.
  var total: Int?
  /// Nobody misses an answer.
  var isOptional = false
}

/// The rows under one heading, a focal point of the framework.
struct TemplateGroup: Sendable {
  var code: String
  var label: LocalizedText
  var rows: Range<Int>
}

/// What a round asks its cities: the variables behind every indicator of its framework, of SDG 4, of the mechanisms and of the
/// course, each once, under the first focal point that needs it.
struct TemplateRows: Sendable {
  private(set) var rows: [TemplateRow] = []
  private(set) var groups: [TemplateGroup] = []

  init(catalogue: Catalogue, framework: String) {
    var seen: Set<VariableID> = []
    for framework in catalogue.frameworksAsked(in: framework) {
      let depth = max(0, framework.levels.count - 2)
      for node in framework.nodes(atDepth: depth) {
        let start = rows.count
        for indicator in framework.indicators(under: node) {
          for variable in catalogue.variablesAsked(by: indicator) where seen.insert(variable).inserted {
            add(variable, catalogue)
          }
        }
        guard rows.count > start else { continue }
        let place = framework.nodes[node]
        groups.append(TemplateGroup(code: place.code, label: place.label, rows: start..<rows.count))
      }
    }
  }

  private mutating func add(_ variable: VariableID, _ catalogue: Catalogue) {
    let total = rows.count
    rows.append(TemplateRow(code: TemplateCode(variable: variable, breakdown: .total, catalogue: catalogue)))
    let asked = catalogue[variable].dimensions.map { ($0, false) }
    for (id, isOptional) in asked + catalogue[variable].optionalDimensions.map({ ($0, true) }) {
      // The codes of an open dimension are the city's own: it writes them on the sheet for more figures, or sends a table.
      guard let dimension = catalogue.dimension(id), !dimension.isOpen else { continue }
      for code in dimension.list.codes {
        let part = Breakdown([Breakdown.Part(dimension: dimension.id, code: code.id)])
        rows.append(
          TemplateRow(
            code: TemplateCode(variable: variable, breakdown: part, catalogue: catalogue), total: total,
            isOptional: isOptional))
      }
    }
  }
}
