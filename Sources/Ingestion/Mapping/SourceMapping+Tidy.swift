import Vocabulary

extension SourceMapping {
  /// The tidy submission: one row a figure, columns named as in our own CSV or in plain English or Thai, in any order.
  ///
  ///     CITY,VARIABLE,SEX,TIME_PERIOD,OBS_VALUE,OBS_STATUS,NOTE
  ///     th-phayao,population,_T,2025,17500,,
  public static func tidy(dimensions: [String]) -> SourceMapping {
    var mapping = SourceMapping(
      id: tidyID, title: LocalizedText(english: "tidy submission", thai: "แบบรายงานแบบแถวยาว"), files: [],
      city: CityRule(field: .columns(["CITY"])), period: PeriodRule(field: .columns(["TIME_PERIOD"])),
      variable: VariableRule(field: .columns(["VARIABLE"])), values: .column("OBS_VALUE"),
      missingMarks: submissionMarks)
    mapping.status = (column: "OBS_STATUS", codes: tidyStatuses)
    mapping.unit = (column: "UNIT_MEASURE", codes: [:])
    mapping.note = "NOTE"
    mapping.source = "SOURCE"
    mapping.breakdowns = dimensions.map { BreakdownRule(columns: [$0.uppercased()], dimension: $0) }
    mapping.otherColumns = .rejected
    mapping.synonyms = tidySynonyms
    return mapping
  }

  private static let tidySynonyms: [String: [String]] = [
    "CITY": ["city_id", "city code", "ref_area", "เมือง", "รหัสเมือง"],
    "VARIABLE": ["variable", "code", "variable_id", "indicator", "รหัส", "ตัวแปร", "รหัสตัวแปร"],
    "TIME_PERIOD": ["year", "period", "reference year", "ปี", "ปีข้อมูล", "ปี พ.ศ."],
    "OBS_VALUE": ["value", "ค่า", "ข้อมูล"],
    "OBS_STATUS": ["status", "flag", "สถานะ"],
    "UNIT_MEASURE": ["unit", "หน่วย"],
    "NOTE": ["comment", "notes", "หมายเหตุ"],
    "SOURCE": ["data source", "แหล่งข้อมูล", "ที่มา"],
    "SEX": ["gender", "เพศ"],
    "AGE": ["age group", "อายุ", "กลุ่มอายุ"],
    "DISTRICT": ["อำเภอ", "เขต"],
  ].mapValues { $0.map(Notation.comparable) }

  /// Capitals are SDMX's, as in our own tables, which can be sent back in: `M` is not applicable, where a form has to ask whether
  /// its own letter is meant. Small letters are those of the form.
  private static let tidyStatuses: [String: ObservationStatus] = {
    var codes = Dictionary(uniqueKeysWithValues: ObservationStatus.allCases.map { ($0.code, $0) })
    codes.merge(FormStatus.meanings) { $1 }
    codes["u"] = .lowReliability
    return codes
  }()
}
