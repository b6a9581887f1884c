import Catalogue
import Spreadsheets
import Vocabulary

/// What a program shows of a workbook under "Properties": the run, the method, the digest of the inputs.
enum WorkbookProperties {
  static func make(
    _ context: EvaluationContext, title: String, subject: String? = nil, custom: [Workbook.CustomProperty] = []
  ) -> Workbook.Properties {
    let results = context.results
    func short(_ text: String) -> String { TextLimits.shortened(text, to: 200) }
    let organisation = short(results.programme.organisation[context.language])
    return Workbook.Properties(
      title: short(title), subject: short(subject ?? results.programme.title[context.language]), author: organisation,
      company: organisation, category: results.round.framework,
      keywords: "\(results.programme.id) \(results.round.id)", comments: context.edition,
      created: Int64(max(1, results.run.date.secondsSince1970)),
      custom: ([
        .init(context.isCard ? "edition" : "run_id", context.edition), .init("schema_version", "1"),
        .init("input_manifest_sha256", context.isCard ? "" : results.run.inputDigest),
        .init("method", "\(results.catalogue.method.id) \(results.catalogue.method.version)"),
      ] + custom).filter { !$0.value.isEmpty })
  }
}
