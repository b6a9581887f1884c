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

  /// A head row before the input, so that its rows reach the readers of cells and the rules; the first byte chooses. The first one
  /// leaves the whole table to the input.
  private static let heads = [
    "", "CITY,VARIABLE,SEX,LEVEL,TIME_PERIOD,OBS_VALUE,UNIT_MEASURE,OBS_STATUS,NOTE,SOURCE\n",
    "เมือง;ตัวแปร;เพศ;ปี;ค่า;หน่วย;สถานะ;หมายเหตุ\n", "CITY\tVARIABLE\tTIME_PERIOD\tOBS_VALUE\n",
  ].map { Array($0.utf8) }

  static let words = [
    "xx-a,adults,_T,,2025,", "xx-a,literate,F,,2025,", "xx-a,schooling,,,", "xx-a,spending,,PRI,", "xx-a;rated;;2568;",
    "xx-a\tlibraries\t2025\t", "raters", "persons", "score_1_4", "2024", "2567", "พ.ศ. 2568", "2024/25", "1,000", "๑๒๓",
    "12%", "-", "..", "ไม่มี", "call 081-234-5678", "เมืองตัวอย่าง ก",
  ]

  static func seeds() throws -> [[UInt8]] {
    let rows: [(head: UInt8, text: String)] = [
      (
        1,
        """
        xx-a,adults,_T,,2568,"1,000",persons,,
        xx-a,adults,F,,2025,๕๑๐,persons,P,from the district
        xx-a,adults,M,,2025,490,,,
        xx-a,adults,_T,,2024,10000,persons,,
        xx-a,literate,F,,2025,900,,,

        """
      ),
      (
        1,
        """
        xx-a,schooling,,,2024/25,9.5,years,E,x
        xx-a,literate,,,พ.ศ. 2568,..,,M,call 081-234-5678
        xx-a,spending,,PRI,2025,10,,,
        xx-a,spending,,SEC,2025,20,,,
        xx-a,spending,,,2025,40,,B,

        """
      ),
      (2, "xx-a;rated;;2025;3,2;score_1_4;;\nเมืองตัวอย่าง ก;raters;;2023-12-31;5 คน;คน;c;\nxx-a;rated;;2567;1.5;;;\n"),
      (3, "xx-a\tlibraries\t2025\t12%\nxx-a\tlibraries\t2025\t1e3\nxx-b\tadult\t1\t-\n"),
      (3, "xx-a\tlibraries\t2023\t500\nxx-a\tlibraries\t2024\t500\nxx-a\tlibraries\t2025\t0\n"),
    ]
    let files = rows.map { [0] + heads[Int($0.head)] + Array($0.text.utf8) }
    return files + rows.map { [$0.head] + Array($0.text.utf8) }
  }

  func run(_ bytes: [UInt8]) {
    var input = InputReader(bytes)
    let head = Self.heads[input.byte() % Self.heads.count]
    ScratchFile.write(head + input.remainder())
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
