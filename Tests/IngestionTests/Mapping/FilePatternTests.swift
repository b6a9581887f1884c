import Testing

@testable import Ingestion

@Suite struct FilePatternTests {
  @Test(arguments: [
    ("data.csv", "data.csv", [:] as [String: String]?),
    ("data.csv", "data.csv.bak", nil),
    ("*.csv", "data.csv", [:]),
    ("*.csv", "folder/data.csv", nil),
    ("*/*.csv", "folder/data.csv", [:]),
    ("indicator_{indicator}.csv", "indicator_4-2-2.csv", ["indicator": "4-2-2"]),
    ("indicator_{indicator}.csv", "indicator_.csv", ["indicator": ""]),
    (
      "years/ddf--datapoints--{series}--by--geo--year.csv", "years/ddf--datapoints--n01951--by--geo--year.csv",
      ["series": "n01951"]
    ),
    ("{country}/{series}-*.csv", "th/lr-2020.csv", ["country": "th", "series": "lr"]),
    ("{a}{b}.csv", "xy.csv", ["a": "", "b": "xy"]),
    ("ข้อมูล_{ปี}.csv", "ข้อมูล_2568.csv", ["ปี": "2568"]),
  ])
  func match(_ pattern: String, _ path: String, _ captures: [String: String]?) {
    #expect(FilePattern(pattern).match(path) == captures)
  }

  @Test func capturesFillNames() {
    #expect(FilePattern.fill("value of {series}", ["series": "n01951"]) == "value of n01951")
    #expect(FilePattern("{a}/*_{b}.csv").captureNames == ["a", "b"])
  }
}
