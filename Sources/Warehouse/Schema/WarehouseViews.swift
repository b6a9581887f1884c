/// A question that is asked often, as a view.
public struct WarehouseView: Sendable {
  public var name: String
  /// The columns in their order, for the documentation; a test compares.
  public var columns: [String]
  var query: String

  init(_ name: String, _ columns: [String], _ query: String) {
    self.name = name
    self.columns = columns
    self.query = query
  }
}

extension WarehouseSchema {
  public static let views = [
    latestRound, latestValues, yearOnYear, coverageByCity, heatMap, scoreHistory, networkScores, openFindings,
    openFindingsByCity, notReported, missingMeasures, progressAgreement, revisedValues, vintages, provenance,
  ]

  /// The names of a city and of a measure, in both languages.
  private static let city = ["city", "city_name_en", "city_name_th"]
  private static let measure = ["indicator", "name_en", "name_th"]
  private static let variable = ["variable", "name_en", "name_th"]
  private static let place = ["sex", "age", "breakdown", "time_period"]

  private static let latestRound = WarehouseView(
    "latest_round", ["round", "reference_year"],
    """
    SELECT round, reference_year FROM rounds ORDER BY reference_year DESC, round DESC LIMIT 1
    """)

  // MARK: Figures and scores

  /// As the latest round knows them: it holds what earlier rounds said of earlier years, as it is known now.
  private static let latestValues = WarehouseView(
    "latest_values",
    ["round"] + city + measure + place + ["obs_value", "unit_measure", "obs_status"],
    """
    SELECT v.round, v.city, c.city_name_en, c.city_name_th, v.indicator, m.name_en, m.name_th,
      v.sex, v.age, v.breakdown, v.time_period, v.obs_value, v.unit_measure, v.obs_status
    FROM latest_round JOIN indicators v USING (round) JOIN cities c USING (city) JOIN measures m USING (indicator)
    WHERE v.obs_value IS NOT NULL AND v.time_period = (
      SELECT max(w.time_period) FROM indicators w
      WHERE w.round = v.round AND w.city = v.city AND w.indicator = v.indicator
        AND w.sex = v.sex AND w.age = v.age AND w.breakdown = v.breakdown AND w.obs_value IS NOT NULL)
    """)

  private static let yearOnYear = WarehouseView(
    "year_on_year",
    ["round"] + city + measure + [
      "time_period", "obs_value", "previous_period", "previous_value", "change", "change_unit", "annual_absolute",
      "verdict", "reason",
    ],
    """
    SELECT d.round, d.city, c.city_name_en, c.city_name_th, d.indicator, m.name_en, m.name_th,
      d.time_period, d.obs_value, d.previous_period, d.previous_value, d.change, d.change_unit, d.annual_absolute,
      d.verdict, d.reason
    FROM latest_round JOIN changes d USING (round) JOIN cities c USING (city) JOIN measures m USING (indicator)
    WHERE d.sex = '_T' AND d.age = '_T' AND d.breakdown = ''
    """)

  /// Cities that sent nothing stand there, too.
  private static let coverageByCity = WarehouseView(
    "coverage_by_city",
    ["round"] + city + ["state", "score", "coverage", "reported", "expected", "score_status"],
    """
    SELECT s.round, s.city, c.city_name_en, c.city_name_th, s.state, n.score,
      coalesce(n.coverage, 0.0) AS coverage, n.reported, n.expected, n.score_status
    FROM submissions s JOIN rounds r USING (round) JOIN cities c USING (city)
    LEFT JOIN scores n ON n.round = s.round AND n.city = s.city AND n.framework = r.framework
      AND n.level = 'overall' AND n.node = 'overall' AND n.reference_year = r.reference_year
    """)

  private static let heatMap = WarehouseView(
    "heat_map",
    ["round"] + city + [
      "level", "node", "name_en", "name_th", "position", "score", "coverage", "reported", "expected", "score_status",
    ],
    """
    SELECT n.round, n.city, c.city_name_en, c.city_name_th, n.level, n.node, d.name_en, d.name_th, d.position,
      n.score, n.coverage, n.reported, n.expected, n.score_status
    FROM scores n JOIN rounds r ON r.round = n.round AND r.framework = n.framework
        AND r.reference_year = n.reference_year
      JOIN cities c USING (city) JOIN nodes d ON d.framework = n.framework AND d.level = n.level AND d.node = n.node
    """)

  /// As each round published them.
  private static let scoreHistory = WarehouseView(
    "score_history",
    city + ["round", "reference_year", "score", "coverage", "previous_score", "method_version", "comparable"],
    """
    SELECT n.city, c.city_name_en, c.city_name_th, n.round, n.reference_year, n.score, n.coverage,
      lag(n.score) OVER (PARTITION BY n.city ORDER BY n.reference_year, n.round) AS previous_score,
      r.method_version, n.comparable
    FROM scores n JOIN rounds r ON r.round = n.round AND r.framework = n.framework
        AND r.reference_year = n.reference_year
      JOIN cities c USING (city)
    WHERE n.level = 'overall'
    """)

  private static let networkScores = WarehouseView(
    "network_scores",
    ["round", "level", "node", "name_en", "name_th", "position", "cities", "lowest", "mean", "highest"],
    """
    SELECT h.round, h.level, h.node, h.name_en, h.name_th, h.position, count(h.score) AS cities,
      min(h.score) AS lowest, round(avg(h.score), 1) AS mean, max(h.score) AS highest
    FROM heat_map h JOIN cities c USING (city)
    WHERE c.role = 'member'
    GROUP BY h.round, h.level, h.node
    """)

  // MARK: What is left to do

  private static let openFindings = WarehouseView(
    "open_findings",
    ["round", "number", "severity", "code", "slug"] + city + [
      "variable", "file", "sheet", "cell", "message_en", "message_th", "fix_en", "fix_th",
    ],
    """
    SELECT f.round, f.number, f.severity, f.code, f.slug, f.city, c.city_name_en, c.city_name_th,
      f.variable, f.file, f.sheet, f.cell, f.message_en, f.message_th, f.fix_en, f.fix_th
    FROM latest_round JOIN findings f USING (round) LEFT JOIN cities c USING (city)
    WHERE f.severity IN ('error', 'warning')
    """)

  private static let openFindingsByCity = WarehouseView(
    "open_findings_by_city", ["round"] + city + ["errors", "warnings", "returned_file"],
    """
    SELECT s.round, s.city, c.city_name_en, c.city_name_th, s.errors, s.warnings, s.returned_file
    FROM latest_round JOIN submissions s USING (round) JOIN cities c USING (city)
    WHERE s.errors + s.warnings > 0
    """)

  private static let notReported = WarehouseView(
    "not_reported", ["round"] + city + ["state", "closes", "days_to_close", "contact", "language"],
    """
    SELECT s.round, s.city, c.city_name_en, c.city_name_th, s.state, s.closes, s.days_to_close, s.contact, s.language
    FROM latest_round JOIN submissions s USING (round) JOIN cities c USING (city)
    WHERE s.state IN ('overdue', 'awaited', 'not_accepted')
    """)

  /// What a member city has no figure of for the year that the latest round stands for, and when it last had one. A distribution has
  /// parts alone, so any of them will do.
  private static let missingMeasures = WarehouseView(
    "missing_measures", ["round"] + city + measure + ["reference_year", "last_period"],
    """
    SELECT s.round, s.city, c.city_name_en, c.city_name_th, m.indicator, m.name_en, m.name_th, l.reference_year,
      (SELECT max(v.time_period) FROM indicators v
       WHERE v.round = s.round AND v.city = s.city AND v.indicator = m.indicator AND v.sex = '_T' AND v.age = '_T'
         AND v.obs_value IS NOT NULL AND (v.breakdown = '' OR m.indicator NOT IN (SELECT indicator FROM indicators WHERE breakdown = ''))) AS last_period
    FROM latest_round l JOIN submissions s USING (round) JOIN cities c USING (city) CROSS JOIN measures m
    WHERE NOT EXISTS (
      SELECT 1 FROM indicators v
      WHERE v.round = s.round AND v.city = s.city AND v.indicator = m.indicator AND v.sex = '_T' AND v.age = '_T'
        AND v.time_period = CAST(l.reference_year AS TEXT) AND v.obs_value IS NOT NULL
        AND (v.breakdown = '' OR m.indicator NOT IN (SELECT indicator FROM indicators WHERE breakdown = '')))
    """)

  private static let progressAgreement = WarehouseView(
    "progress_agreement",
    ["round"] + city + measure + ["target", "target_year", "on_course", "too_slow", "moving_away", "methods_agree"],
    """
    SELECT p.round, p.city, c.city_name_en, c.city_name_th, p.indicator, m.name_en, m.name_th, p.target, p.target_year,
      sum(p.course = 'on_course') AS on_course, sum(p.course = 'too_slow') AS too_slow,
      sum(p.course = 'moving_away') AS moving_away, p.methods_agree
    FROM latest_round JOIN progress p USING (round) JOIN cities c USING (city) JOIN measures m USING (indicator)
    WHERE p.course IS NOT NULL
    GROUP BY p.round, p.city, p.indicator
    """)

  // MARK: What was said before, and where it stands

  private static let revisedValues = WarehouseView(
    "revised_values",
    ["round", "previous_round"] + city + variable + place + [
      "earlier_value", "obs_value", "revision", "revision_pct", "note",
    ],
    """
    SELECT v.round, v.previous_round, v.city, c.city_name_en, c.city_name_th, v.variable, d.name_en, d.name_th,
      v.sex, v.age, v.breakdown, v.time_period, v.earlier_value, v.obs_value, v.revision, v.revision_pct, v.note
    FROM revisions v JOIN cities c USING (city) JOIN variables d USING (variable)
    """)

  /// Each figure as each round knew it, beside what the round before knew.
  private static let vintages = WarehouseView(
    "vintages",
    ["city", "variable"] + place + ["round", "obs_value", "obs_status", "value_before"],
    """
    SELECT o.city, o.variable, o.sex, o.age, o.breakdown, o.time_period, o.round, o.obs_value, o.obs_status,
      lag(o.obs_value) OVER (
        PARTITION BY o.city, o.variable, o.sex, o.age, o.breakdown, o.time_period
        ORDER BY r.reference_year, o.round) AS value_before
    FROM observations o JOIN rounds r USING (round)
    """)

  private static let provenance = WarehouseView(
    "provenance",
    ["round", "city", "variable"] + place + [
      "obs_value", "source_file", "source_sheet", "source_cell", "sha256", "run_id", "run_date",
    ],
    """
    SELECT o.round, o.city, o.variable, o.sex, o.age, o.breakdown, o.time_period, o.obs_value,
      o.source_file, o.source_sheet, o.source_cell, i.sha256, e.run_id, e.run_date
    FROM observations o JOIN releases e USING (round)
    LEFT JOIN inputs i ON i.round = o.round AND i.path = o.source_file
    """)
}
