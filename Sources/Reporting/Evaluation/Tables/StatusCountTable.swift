import Catalogue
import Spreadsheets
import Vocabulary

/// Table 3: how many cities have which status, target by target.
enum StatusCountTable {
  static let englishLabelColumn = 3
  static let thaiLabelColumn = 4
  /// Met, on track, watch, off track, worsening; then no data or too early.
  static let firstCountColumn = 5
  static let undecidedColumn = 12

  static func sheet(_ context: EvaluationContext) -> Sheet {
    let make = TableColumns(context.styles)
    let progress = context.facts.progress
    let targets = progress.map { $0.targets.indices.map { $0 } } ?? []
    let nodes = targets.compactMap { progress?.node($0) }
    func counts(_ statuses: ProgressStatus...) -> [Int?] {
      targets.map { target in
        progress.map { facts in statuses.reduce(0) { $0 + facts.counts[target][$1.position] } }
      }
    }
    let columns =
      [
        make.text("code", nodes.map(\.code), width: 8),
        make.text("name_en", nodes.map(\.shortName.english), width: 28),
        make.text("name_th", nodes.map(\.shortName.thai), width: 28),
        make.text("label_en", nodes.map { "\($0.code) \($0.shortName.english)" }, width: 32),
        make.text("label_th", nodes.map { "\($0.code) \($0.shortName.thai)" }, width: 32),
      ]
      + ProgressStatus.allCases.map { make.integer($0.rawValue, counts($0)) }
      + [
        make.integer("no_data_or_too_early", counts(.noData, .tooEarly)),
        make.integer("met_or_on_track", counts(.met, .onTrack)),
        make.integer("off_track_or_worsening", counts(.offTrack, .worsening)),
        make.integer("cities", targets.map { _ in progress?.statuses.count }),
      ]
    return TableSheet(
      context: context, name: SheetNames.statusCounts, table: "tbl_status_counts", key: "table3",
      values: ["target_year": .year(context.results.catalogue.method.progress.targetYear)]
    ).sheet(columns)
  }
}
