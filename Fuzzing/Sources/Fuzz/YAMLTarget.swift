import Catalogue
import GNLCTestSupport
import Ingestion
import Spreadsheets

/// The first byte chooses what the rest is: one file of a small catalogue, or the mapping of a source.
struct YAMLTarget: FuzzTarget {
  private let small = Self.tiny
  /// A catalogue that is read in no time: of each list only the first entries.
  private static let tiny: SmallCatalogue = {
    var small = SmallCatalogue()
    let others = [
      "rated", "raters", "spending", "libraries", "review", "pupils_by_level", "places:", "score_1_4:", "index:",
    ]
    func kept(_ text: String) -> String {
      text.split(separator: "\n").filter { line in !others.contains { line.contains($0) } }.joined(separator: "\n")
    }
    small.codes = kept(small.codes)
    small.variables = kept(small.variables)
    small.indicators = kept(small.indicators).split(separator: "\n").filter { !$0.contains("literacy_parity") }
      .joined(separator: "\n")
    small.framework =
      kept(small.framework) + "\n          - {code: \"1.2\", label: {en: B, th: ข}, indicators: [mean_schooling]}"
    guard small.load().catalogue != nil else { preconditionFailure("the tiny catalogue has faults") }
    return small
  }()
  private static let table =
    "geo,year,sex,value,flag\nxx-a,2568,F,12.5 e,\nยะลา,2012/13,_T,..,b\nxx-a,2024 Q1,M,1 000,x\n"
  private static let mapping = """
    format: 1
    id: other-office
    title: {en: Other office, th: หน่วยงานอื่น}
    files: ["data/{series}/*.csv"]
    encoding: utf-8
    delimiter: ","
    header_row: 1
    city: {column: geo, prefix: xx-, codes: {ยะลา: xx-a}, others: excluded}
    period: {column: year, era: buddhist, school_year: ends}
    variable: {constant: adults}
    value: value
    status: {column: flag, codes: {b: B}}
    flags: {e: E}
    breakdowns: {sex: {column: sex, codes: {F: F, M: M, _T: ""}}}
    missing: {"..": M}
    exclude:
      - where: {sex: [X]}
        reason: {en: none, th: ไม่มี}
    other_columns: ignored
    geographic_level: city
    """

  static let words = [
    "format: 1", "id: ", "label: {en: a, th: b}", "unit: percent", "evidence: official", "by: [sex]", "range: [0, 1]",
    "compute: {numerator: literate, denominator: adults}", "compute: {value: schooling}", "compute: {rating: ",
    "score: {goalposts: [0, 1]}", "direction: increase", "codes: {", "column: ", "constant: ", "others: excluded",
    "era: buddhist", "missing: {", "exclude:", "where: {", "&a ", "*a", "<<: ", "!!int ", "|\n  ", ">-\n  ", "---\n",
    "? ",
  ]

  static func seeds() throws -> [[UInt8]] {
    let small = tiny
    var seeds = small.files.enumerated().map { [UInt8($0)] + Array($1.text.utf8) }
    // Once with the other files of the catalogue.
    seeds += seeds.indices.map { [UInt8(0x80 + $0)] + seeds[$0].dropFirst() }
    seeds.append([UInt8(small.files.count)] + Array(mapping.utf8))
    seeds.append([1] + Array("a: &a [x, *a, !!int 1, 0x1F]\n? [k]\n: |\n  text\n--- \n- >-\n  b\n".utf8))
    return seeds
  }

  func run(_ bytes: [UInt8]) {
    var input = InputReader(bytes)
    var files = small.files
    let head = input.byte()
    let choice = (head & 0x7F) % (files.count + 1)
    let text = String(decoding: input.remainder(), as: UTF8.self)
    if choice < files.count {
      files[choice].text = text
      // Most of the time the file alone is read: that is faster, and the others are good.
      if head < 0x80 { files = [files[choice]] }
      let outcome = CatalogueLoader.load(files)
      precondition(outcome.catalogue != nil || !outcome.faults.isEmpty, "no catalogue without a fault")
      return
    }
    guard let mapping = SourceMapping.load(CatalogueFile(path: "sources/x.yaml", text: text)).mapping else { return }
    ScratchFile.write(Array(Self.table.utf8))
    let file = FileIngestor(
      context: TableContext(catalogue: SeedWorkbooks.catalogue, registry: SeedWorkbooks.registry), mapping: mapping,
      limits: .source
    ).ingest(path: "data/a/b.csv", at: ScratchFile.path, captures: ["series": "a"])
    precondition(file.reconciliation.isBalanced, "every value cell is accounted for")
  }
}
