import Catalogue
import GNLCTestSupport
import Ingestion
import Spreadsheets
import Validation
import Vocabulary

/// The bytes are a tidy CSV file that a city sent: read, settled and checked by every rule.
struct SubmissionTarget: FuzzTarget {
  private static let ingestor = FileIngestor(
    context: TableContext(catalogue: SeedWorkbooks.catalogue, registry: SeedWorkbooks.registry),
    mapping: .tidy(dimensions: SeedWorkbooks.catalogue.dimensions.map(\.id)), limits: .submission)

  static func seeds() throws -> [[UInt8]] {
    [
      """
      CITY,VARIABLE,SEX,LEVEL,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,OBS_STATUS,NOTE
      xx-a,adults,_T,,2568,"1,000",persons,,
      xx-a,adults,F,,2025,๕๑๐,persons,P,from the district
      xx-a,adults,M,,2025,490,,,
      xx-a,schooling,,,2024/25,9.5,years,E,x
      xx-a,literate,,,พ.ศ. 2568,..,,M,
      """,
      """
      เมือง;ตัวแปร;เพศ;ปี;ค่า;หน่วย;สถานะ;หมายเหตุ
      xx-a;rated;;2025;3,2;score_1_4;;
      เมืองตัวอย่าง ก;raters;;2023-12-31;5 คน;คน;c;
      """,
      "CITY,VARIABLE,TIME_PERIOD,OBS_VALUE\nxx-a,libraries,2025,12%\nxx-a,libraries,2025,1e3\nxx-b,adult,1,-\n",
    ].map { Array($0.utf8) }
  }

  func run(_ bytes: [UInt8]) {
    ScratchFile.write(bytes)
    Self.check(Self.ingestor.ingest(path: "xx-a.csv", at: ScratchFile.path))
  }

  /// Nothing vanishes, and the rules take what was read.
  static func check(_ file: IngestedFile) {
    precondition(file.reconciliation.isBalanced, "every value cell is accounted for")
    let catalogue = SeedWorkbooks.catalogue
    let intake = Intake(registry: SeedWorkbooks.registry, catalogue: catalogue).merge([file])
    precondition(intake.accounts.allSatisfy(\.isBalanced), "and stays so")
    let validator = Validator(
      catalogue: catalogue, registry: SeedWorkbooks.registry, observations: intake.observations, referenceYear: 2025)
    for city in file.cities { _ = validator.check(city) }
    _ = validator.checkNetwork()
  }
}
