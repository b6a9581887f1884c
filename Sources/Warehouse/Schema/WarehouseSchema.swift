/// The tables of the warehouse. What is in none of them stays in the release's files: parameters, names beside codes, run ids.
public enum WarehouseSchema {
  /// `GNLC`, as `file` and `PRAGMA application_id` show it.
  static let applicationID: Int32 = 0x474E_4C43

  public static let tables = shared + facts + record

  /// Files that a release must have.
  public static var files: [String] { tables.compactMap(\.file) }

  private typealias Column = WarehouseTable.Column

  private static func join(_ parts: [Column]...) -> [Column] { parts.flatMap { $0 } }

  // MARK: What rows refer to

  private static let names: [Column] = [.text("name_en"), .text("name_th")]
  private static let definitions: [Column] = join(names, [.text("definition_en"), .text("definition_th")])

  private static let shared: [WarehouseTable] = [
    WarehouseTable(
      name: "rounds", source: .file("rounds"), scope: .round,
      columns: join(
        [.text("round"), .text("programme")], names,
        [
          .integer("reference_year"), .integer("comparison_year"), .text("state"), .maybe("opens"), .maybe("closes"),
          .text("framework"), .text("programme_name_en"), .text("programme_name_th"), .flag("synthetic"),
          .text("method_version"), .text("run_id"),
        ]), key: ["round"]),
    WarehouseTable(
      name: "cities", source: .file("registry"), scope: .programme,
      columns: [
        .text("city"), .text("city_name_en"), .text("city_name_th"), .maybe("country"), .maybe("subdivision"),
        .maybe("locode"), .text("geo_level"), .text("role"), .maybe("region"), .integer("member_from", optional: true),
        .integer("member_to", optional: true), .maybe("awards"),
      ], key: ["city"]),
    WarehouseTable(
      name: "variables", source: .file("variables"), scope: .programme,
      columns: join(
        [.text("variable")], definitions,
        [
          .text("unit_measure"), .integer("decimals"), .text("evidence"), .text("frequency"), .real("range_low"),
          .real("range_high"),
        ]), key: ["variable"]),
    WarehouseTable(
      name: "measures", source: .file("measures"), scope: .programme,
      columns: join(
        [.text("indicator"), .maybe("indicator_code")], definitions,
        [
          .text("unit_measure"), .text("unit_en"), .text("unit_th"), .integer("decimals"), .text("direction"),
          .text("evidence"), .text("frequency"), .maybe("strand"), .maybe("sdg_targets"),
        ]), key: ["indicator"]),
    WarehouseTable(
      name: "nodes", source: .file("nodes"), scope: .programme,
      columns: join(node, names, [.maybe("parent"), .integer("position")]),
      key: ["framework", "level", "node"]),
  ]

  // MARK: What rounds said

  private static let round: Column = .text("round", "rounds")
  private static let city: Column = .text("city", "cities")
  private static let place: [Column] = [.text("sex"), .text("age"), .text("breakdown"), .text("time_period")]
  private static let node: [Column] = [.text("framework"), .text("level"), .text("node")]
  private static let placeKey = ["sex", "age", "breakdown", "time_period"]
  private static let nodeKey = ["framework", "level", "node"]

  private static let facts: [WarehouseTable] = [
    WarehouseTable(
      name: "submissions", source: .file("submissions"), scope: .round,
      columns: [
        round, city, .text("state"), .integer("errors"), .integer("warnings"), .integer("infos"), .text("as_of"),
        .maybe("closes"), .integer("days_to_close", optional: true), .maybe("contact"), .maybe("language"),
        .maybe("submission_file"), .maybe("returned_file"),
      ], key: ["round", "city"]),
    WarehouseTable(
      name: "observations", source: .file("observations"), scope: .round,
      columns: join(
        [round, city, .text("variable", "variables")], place,
        [
          .real("obs_value"), .text("unit_measure"), .text("obs_status"), .text("conf_status"), .text("geo_level"),
          .text("evidence"), .maybe("note"), .text("source_file"), .maybe("source_sheet"), .text("source_cell"),
        ]), key: ["round", "city", "variable"] + placeKey),
    WarehouseTable(
      name: "indicators", source: .file("indicators"), scope: .round,
      columns: join(
        [round, city, .text("indicator", "measures")], place,
        [
          .real("obs_value"), .text("unit_measure"), .text("obs_status"), .text("conf_status"), .text("form"),
          .real("base"), .text("evidence"), .text("source_file"), .text("source_cell"),
        ]), key: ["round", "city", "indicator"] + placeKey),
    WarehouseTable(
      name: "changes", source: .file("changes"), scope: .round,
      columns: join(
        [round, city, .text("indicator", "measures")], place,
        [
          .real("obs_value"), .maybe("previous_period"), .real("previous_value"), .integer("gap_years", optional: true),
          .real("change"), .text("change_unit"), .real("change_absolute"), .real("change_percent"),
          .real("annual_absolute"), .real("annual_percent"), .maybe("verdict"), .real("score_effect"), .maybe("reason"),
          .text("obs_status"),
        ]), key: ["round", "city", "indicator"] + placeKey),
    WarehouseTable(
      name: "revisions", source: .file("revisions"), scope: .round,
      columns: join(
        [round, city, .text("variable", "variables")], place,
        [
          .text("previous_round"), .real("earlier_value"), .real("obs_value"), .text("unit_measure"),
          .text("obs_status"),
          .real("revision"), .real("revision_pct"), .maybe("note"),
        ]), key: ["round", "city", "variable"] + placeKey),
    WarehouseTable(
      name: "scores", source: .file("scores"), scope: .round,
      columns: join(
        [round, city], node,
        [
          .integer("reference_year"), .real("score"), .real("coverage"), .integer("reported"), .integer("expected"),
          .integer("imputed"), .text("score_status"), .maybe("treatment"), .flag("comparable"), .maybe("value_period"),
        ]), key: ["round", "city"] + nodeKey + ["reference_year"], reference: ("nodes", nodeKey)),
    WarehouseTable(
      name: "score_changes", source: .file("score_changes"), scope: .round,
      columns: join(
        [round, city], node,
        [
          .text("previous_round"), .integer("previous_year", optional: true), .real("previous_score"),
          .integer("reference_year", optional: true), .real("score"), .real("score_change"),
          .real("part_new_data"), .real("part_revised_data"), .real("part_method"), .real("part_goalposts"),
          .real("part_imputation"), .real("part_coverage"), .maybe("score_reason"), .text("previous_method"),
        ]), key: ["round", "city"] + nodeKey, reference: ("nodes", nodeKey)),
    WarehouseTable(
      name: "progress", source: .file("progress"), scope: .round,
      columns: [
        round, city, .text("indicator", "measures"), .text("method"), .maybe("status"), .maybe("course"),
        .maybe("methods_agree"), .maybe("category"), .maybe("remark"), .real("method_value"), .real("method_score"),
        .maybe("reason_code"), .text("direction"), .real("target"), .integer("target_year", optional: true),
        .text("target_origin"), .integer("base_year", optional: true), .real("base_value"),
        .integer("latest_year", optional: true), .real("latest_value"), .integer("age_years", optional: true),
        .text("obs_status"), .real("actual_pace"), .real("required_pace"), .real("acceleration"), .maybe("attainment"),
        .real("projection"), .real("projection_low"), .real("projection_high"), .maybe("projection_kind"),
      ], key: ["round", "city", "indicator", "method"]),
    WarehouseTable(
      name: "findings", source: .file("findings"), scope: .round,
      columns: [
        round, .integer("number"), .text("severity"), .text("code"), .text("slug"), .maybe("city"), .maybe("variable"),
        .maybe("file"), .maybe("sheet"), .maybe("cell"), .text("message_en"), .text("message_th"), .text("fix_en"),
        .text("fix_th"),
      ], key: ["round", "number"], indexes: [["city"]]),
  ]

  // MARK: What the rows were made from

  private static let record: [WarehouseTable] = [
    WarehouseTable(
      name: "releases", source: .release, scope: .round,
      columns: [
        round, .text("run_id"), .text("run_date"), .text("version"), .text("manifest_sha256"), .text("inputs_sha256"),
        .text("catalogue_sha256"), .maybe("previous_run"), .integer("cities_expected"), .integer("cities_reporting"),
        .integer("refused_files"), .integer("read"), .integer("observations"), .integer("blanks"),
        .integer("excluded"), .integer("rejected"), .integer("suppressed"), .integer("errors"), .integer("warnings"),
        .integer("infos"),
      ], key: ["round"]),
    WarehouseTable(
      name: "inputs", source: .inputs, scope: .round,
      columns: [
        round, .text("path"), .integer("bytes"), .text("sha256"), .maybe("city", "cities"), .maybe("mapping"),
        .maybe("template"), .maybe("outcome"), .integer("read", optional: true),
        .integer("observations", optional: true), .integer("blanks", optional: true),
        .integer("excluded", optional: true), .integer("rejected", optional: true),
      ], key: ["round", "path"]),
    WarehouseTable(
      name: "documentation", source: .documentation, scope: .programme,
      columns: [
        .text("name"), .text("column_name"), .text("kind"), .text("description_en"), .text("description_th"),
      ], key: ["name", "column_name"]),
  ]
}
