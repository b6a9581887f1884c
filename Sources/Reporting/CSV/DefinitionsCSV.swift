import Catalogue
import Spreadsheets
import Vocabulary

/// What the codes of the other files mean: variables, measures and the parts of frameworks, as the round used them.
enum DefinitionsCSV {
  private static func names(_ results: RoundResults, withDefinitions: Bool = true) -> [CSVTable.Field] {
    (["NAME_EN", "NAME_TH"] + (withDefinitions ? ["DEFINITION_EN", "DEFINITION_TH"] : [])).map {
      CSVSet.field(results, $0, required: true)
    }
  }

  private static func write(_ name: LocalizedText, _ definition: LocalizedText, into csv: inout CSVWriter) {
    for text in [name, definition] {
      csv.text(text.english)
      csv.text(text.thai)
    }
  }

  // MARK: Variables

  static func variables(_ results: RoundResults) -> CSVTable {
    let fields =
      [CSVSet.field(results, "VARIABLE", required: true)] + names(results) + [
        CSVSet.field(results, "UNIT_MEASURE", required: true),
        CSVSet.field(results, "DECIMALS", .integer, required: true),
        CSVSet.field(results, "EVIDENCE", required: true), CSVSet.field(results, "FREQUENCY", required: true),
        CSVSet.field(results, "RANGE_LOW", .number), CSVSet.field(results, "RANGE_HIGH", .number),
        CSVSet.field(results, "RUN_ID", required: true),
      ]
    return CSVTable(
      name: "variables", title: CSVSet.title(results, "variables"), fields: fields, primaryKey: ["VARIABLE"],
      partCount: 1,
      part: { _, csv in
        for variable in results.catalogue.variables {
          let unit = results.catalogue.units[variable.unit]
          csv.code(variable.id)
          write(variable.label, variable.definition, into: &csv)
          csv.code(unit.id)
          csv.integer(unit.decimals)
          csv.code(variable.evidence.rawValue)
          csv.code(variable.frequency.rawValue)
          for end in [variable.range.lowerBound, variable.range.upperBound] { csv.reported(end.isFinite ? end : nil) }
          csv.code(results.run.id)
          csv.endRow()
        }
      })
  }

  // MARK: Measures

  static func measures(_ results: RoundResults) -> CSVTable {
    let fields =
      [
        CSVSet.field(results, "INDICATOR", required: true), CSVSet.field(results, "INDICATOR_CODE"),
      ] + names(results) + [
        CSVSet.field(results, "UNIT_MEASURE", required: true), CSVSet.field(results, "UNIT_EN", required: true),
        CSVSet.field(results, "UNIT_TH", required: true), CSVSet.field(results, "DECIMALS", .integer, required: true),
        CSVSet.field(results, "DIRECTION", required: true), CSVSet.field(results, "EVIDENCE", required: true),
        CSVSet.field(results, "FREQUENCY", required: true), CSVSet.field(results, "STRAND"),
        CSVSet.field(results, "SDG_TARGETS"), CSVSet.field(results, "RUN_ID", required: true),
      ]
    return CSVTable(
      name: "measures", title: CSVSet.title(results, "measures"), fields: fields, primaryKey: ["INDICATOR"],
      partCount: 1,
      part: { _, csv in
        for indicator in results.catalogue.indicators {
          let unit = results.catalogue.units[indicator.unit]
          csv.code(indicator.id)
          csv.code(indicator.code)
          write(indicator.label, indicator.definition, into: &csv)
          csv.code(unit.id)
          csv.text(unit.name.english)
          csv.text(unit.name.thai)
          csv.integer(unit.decimals)
          csv.code(indicator.direction.rawValue)
          csv.code(indicator.evidence.rawValue)
          csv.code(indicator.frequency.rawValue)
          csv.code(indicator.strand ?? "")
          csv.code(indicator.sdgTargets.joined(separator: " "))
          csv.code(results.run.id)
          csv.endRow()
        }
      })
  }

  // MARK: Nodes

  private struct Node {
    var framework: String
    var level: String
    var code: String
    var name: LocalizedText
    var parent = ""
    /// From 0, in the order of the framework.
    var position: Int
  }

  private static func all(_ catalogue: Catalogue) -> [Node] {
    var nodes: [Node] = []
    for framework in catalogue.frameworks {
      nodes.append(
        Node(framework: framework.id, level: "overall", code: "overall", name: framework.label, position: 0))
      for (index, node) in framework.nodes.enumerated() {
        nodes.append(
          Node(
            framework: framework.id, level: framework.levels[node.depth], code: node.code, name: node.label,
            parent: node.parent.map { framework.nodes[$0].code } ?? "overall", position: index + 1))
      }
    }
    for (index, indicator) in catalogue.indicators.enumerated() {
      nodes.append(
        Node(framework: "all", level: "indicator", code: indicator.id, name: indicator.label, position: index))
    }
    return nodes
  }

  /// Everything that has a score: each framework as a whole, its parts, and each measure.
  static func nodes(_ results: RoundResults) -> CSVTable {
    let fields =
      ["FRAMEWORK", "LEVEL", "NODE"].map { CSVSet.field(results, $0, required: true) }
      + names(results, withDefinitions: false) + [
        CSVSet.field(results, "PARENT"), CSVSet.field(results, "POSITION", .integer, required: true),
        CSVSet.field(results, "RUN_ID", required: true),
      ]
    let nodes = all(results.catalogue)
    let sorted = nodes.sorted { ($0.framework, $0.level, $0.code) < ($1.framework, $1.level, $1.code) }
    return CSVTable(
      name: "nodes", title: CSVSet.title(results, "nodes"), fields: fields,
      primaryKey: ["FRAMEWORK", "LEVEL", "NODE"], partCount: 1,
      part: { _, csv in
        for node in sorted {
          for code in [node.framework, node.level, node.code] { csv.code(code) }
          csv.text(node.name.english)
          csv.text(node.name.thai)
          csv.code(node.parent)
          csv.integer(node.position)
          csv.code(results.run.id)
          csv.endRow()
        }
      })
  }
}
