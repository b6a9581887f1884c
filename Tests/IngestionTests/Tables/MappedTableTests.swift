import Testing
import Vocabulary

@testable import Ingestion

/// The layouts in which other people keep their figures, a few lines each.
@Suite struct MappedTableTests {
  let sample: Sample

  init() throws { sample = try Sample() }

  @Test func oneFileASeries() throws {
    let file = try sample.mapped(
      """
      files: ["{series}.csv"]
      city: {column: geo, prefix: th-}
      period: {column: year}
      value: "{series}"
      variable:
        capture: series
        codes:
          lr_f: {variable: literacy_rate, breakdown: {sex: F}}
      """, "geo,year,lr_f\nphayao,2020,97.5\nsatun,2021,98", captures: ["series": "lr_f"])
    #expect(
      sample.lines(file) == [
        "th-phayao literacy_rate sex=F 2020 = 97.5 (A)", "th-satun literacy_rate sex=F 2021 = 98 (A)",
      ])
  }

  /// Years as columns: a row holds a value a year, each counted for itself.
  @Test func yearsAsColumns() throws {
    let file = try sample.mapped(
      """
      city: {column: Province, by_name: true}
      period: {era: buddhist}
      value: years_as_columns
      series:
        - where: {Item: Adults}
          variable: adults
        - where: {Item: [Libraries, Reading rooms]}
          variable: libraries
      """,
      """
      Province,Item,2566,2567,พ.ศ. 2568
      พะเยา,Adults,10,..,12
      Satun,Libraries,,3,x
      Satun,Parks,1,2,3
      """)
    #expect(
      sample.lines(file) == [
        "th-phayao adults 2023 = 10 (A)", "th-phayao adults 2024 = – (O)", "th-phayao adults 2025 = 12 (A)",
        "th-satun libraries 2024 = 3 (A)", "th-satun libraries 2025 = – (O)",
      ])
    #expect(file.findingCodes == ["C003", "C003", "C003"])
    #expect(file.reconciliation.read == 9)
    #expect(file.reconciliation.blanks == 1)
    #expect(file.reconciliation.isBalanced)
    #expect(file.observations.map { $0.provenance.column } == [2, 3, 4, 3, 4])
  }

  /// Open SDG: every other column is a breakdown; catalogue dimensions keep their codes.
  @Test func ownColumnsAsBreakdowns() throws {
    let mapping = """
      city: th-phayao
      period: {column: Year, school_year: ends}
      value: Value
      variable: adults
      ignore: [GeoCode]
      other_columns: breakdowns
      """
    let file = try sample.mapped(
      mapping, "\u{FEFF}Year,Sex,Age band,GeoCode,Value\n2012/13,Female,5+,E1,4\n2012/13,,,E2,9\n2012/13,Boys,,E1,5")
    #expect(
      sample.lines(file) == [
        "th-phayao adults age_band=5-plus;sex=F 2013 = 4 (A)", "th-phayao adults 2013 = 9 (A)",
      ])
    #expect(file.finding("C011")?.details["allowed"] == "F, M")
  }

  /// Labels that would end as the same code are kept apart by a finding, never merged.
  @Test func labelsThatLookAlike() throws {
    let file = try sample.mapped(
      "city: th-phayao\nperiod: {column: Year}\nvalue: Value\nvariable: adults\nother_columns: breakdowns",
      "Year,Kind,Value\n2020,Day & night,1\n2020,Day / night,2\n2020,day & night ,3")
    #expect(file.findingCodes == ["C014"])
    #expect(file.finding("C014")?.details["other"] == "Day & night")
    #expect(file.reconciliation.observations == 2)
  }

  /// Several units in one file: each its own series, the rest declared to be left out.
  @Test func unitsChooseTheSeries() throws {
    let file = try sample.mapped(
      """
      files: ["indicator_{indicator}.csv"]
      city: th-phayao
      period: {column: Year}
      value: Value
      series:
        - where: {"{indicator}": 1-1, Units: Thousand persons}
          variable: adults
          factor: 1000
        - where: {"{indicator}": 1-1, Units: "%"}
          variable: literacy_rate
        - where: {"{indicator}": 9-9, Colour: red}
          variable: libraries
      series_others: excluded
      """, "Year,Units,Value\n2020,Thousand persons,1.5\n2020,%,98\n2020,Index,104\n2021,Index,105",
      captures: ["indicator": "1-1"])
    #expect(
      sample.lines(file) == ["th-phayao adults 2020 = 1500 (A)", "th-phayao literacy_rate 2020 = 98 (A)"])
    #expect(file.findingCodes == ["F052"])
    #expect(file.finding("F052")?.details == ["count": "2", "seen": "Index"])
  }

  /// A unit column is checked, never converted silently.
  @Test func unitIsChecked() throws {
    let file = try sample.mapped(
      """
      city: th-phayao
      period: {column: Year}
      value: Value
      variable: literacy_rate
      unit: {column: Units, codes: {"Percentage (%)": percent}}
      """, "Year,Units,Value\n2020,Percentage (%),98\n2021,ร้อยละ,97\n2022,Ratio,0.9")
    #expect(file.reconciliation.observations == 2)
    #expect(file.finding("C004")?.details == ["seen": "Ratio", "unit": "percent"])
  }

  @Test func exclusionsSayWhy() throws {
    let file = try sample.mapped(
      """
      city: {column: Area, by_name: true, others: excluded}
      period: {column: Year}
      value: Value
      variable: adults
      exclude:
        - where: {Kind: [draft, test]}
          reason: {en: drafts are not used, th: ไม่ใช้ฉบับร่าง}
      """, "Area,Year,Kind,Value\nPhayao,2020,,1\nPhayao,2020,draft,2\nPhayao,2021,test,3\nLampang,2020,,4")
    #expect(file.reconciliation.excluded == 3)
    #expect(file.findingCodes == ["F050", "F051"])
    #expect(file.finding("F050")?.details["count"] == "2")
    #expect(file.finding("F050")?.details["reason_en"] == "drafts are not used")
    #expect(file.finding("F051")?.details["seen"] == "Lampang")
  }

  /// Of somebody else's file, a repair is told once a column, with how often.
  @Test func repairsAreCounted() throws {
    let rows = (2000..<2020).map { "\($0),7\($0 % 10) " }.joined(separator: "\n")
    let file = try sample.mapped(
      "city: th-phayao\nperiod: {column: Year}\nvalue: Value\nvariable: adults", "Year,Value\n" + rows)
    #expect(file.findingCodes == ["N005", "N090"])
    #expect(file.finding("N090")?.details == ["code": "N005", "count": "20"])
  }

  @Test func statusAndFlags() throws {
    let file = try sample.mapped(
      """
      city: th-phayao
      period: {column: Year}
      value: Value
      variable: adults
      status: {column: Status, codes: {Normal value: A, Missing value: O, "Missing data; low reliability": O}}
      flags: {e: E}
      missing: {"**": Q}
      """,
      """
      Year,Status,Value
      2019,Normal value,4
      2020,Normal value,5 e
      2021,Missing value,
      2022,Normal value,
      2023,Normal value,**
      2024,Odd,7
      2025,Missing value,8
      """)
    #expect(
      sample.lines(file) == [
        "th-phayao adults 2019 = 4 (A)", "th-phayao adults 2020 = 5 (E)", "th-phayao adults 2021 = – (O)",
        "th-phayao adults 2023 = – (Q)",
      ])
    #expect(file.findingCodes == ["C008", "C009"])
    #expect(file.reconciliation.blanks == 1)
  }

  /// The first column with a text names the area; a blank may have an area of its own.
  @Test func areaInSeveralColumns() throws {
    let file = try sample.mapped(
      """
      city: {column: [Town, Country], prefix: th-, codes: {"": th}, slug: true}
      period: {column: Year}
      value: Value
      variable: adults
      """, "Country,Town,Year,Value\nThailand,Phayao,2020,1\n,,2020,2\nElsewhere,,2020,3")
    #expect(sample.lines(file) == ["th-phayao adults 2020 = 1 (A)", "th adults 2020 = 2 (A)"])
    #expect(file.observations.map(\.level) == [.city, .country])
    #expect(file.findingCodes == ["C001"])
  }

  /// Columns that stand in for each other number their texts each for itself.
  @Test func periodAndVariableInSeveralColumns() throws {
    let file = try sample.mapped(
      """
      city: th-phayao
      period: {column: [Year, Period]}
      value: Value
      variable: {column: [Code, Series], codes: {a: adults, b: literate}}
      """, "Year,Period,Code,Series,Value\n2020,,a,,1\n,2021,a,,2\n2022,,,b,3")
    #expect(
      sample.lines(file) == [
        "th-phayao adults 2020 = 1 (A)", "th-phayao adults 2021 = 2 (A)", "th-phayao literate 2022 = 3 (A)",
      ])
  }

  /// Rows that are too short or too long, empty lines, a lone carriage return before the line's end.
  @Test func raggedRows() throws {
    let file = try sample.mapped(
      "city: th-phayao\nperiod: {column: Year}\nvalue: Value\nvariable: adults",
      "Year,Note,Value\r\r\n2020,a,1\r\r\n\r\r\n2021\r\r\n2022,b,3,stray\r\r\n,,\r\r\n")
    #expect(sample.lines(file) == ["th-phayao adults 2020 = 1 (A)", "th-phayao adults 2022 = 3 (A)"])
    #expect(file.findingCodes == ["F037"])
    #expect(file.reconciliation.read == 3)
    #expect(file.reconciliation.blanks == 1)
  }

  /// Nothing said is nothing wrong, whatever else stands in the row.
  @Test func blankRowsOfAnUnknownArea() throws {
    let file = try sample.mapped(
      "city: {column: Area}\nperiod: {column: Year}\nvalue: Value\nvariable: adults",
      "Area,Year,Value\nSource: Ministry of Education,,\nnowhere,2020,5")
    #expect(file.reconciliation.blanks == 1)
    #expect(file.findingCodes == ["C001"])
  }

  @Test func columnThatARuleNeeds() throws {
    let file = try sample.mapped(
      "city: th-phayao\nperiod: {column: Year}\nvalue: Value\nseries: [{where: {Series: A}, variable: adults}]",
      "Year,Value\n2020,5")
    #expect(file.finding("F030")?.details["missing"] == "Series")
  }
}
