import Catalogue
import Normalisation
import Spreadsheets
import Vocabulary

/// What the workbook says of the network, computed once: every page and every table takes its numbers from here.
struct EvaluationFacts: Sendable {
  let layout: HeatLayout
  /// Member cities whose figures are in the round.
  let reporting: [CityID]
  let standing: Standing
  /// The network as a whole, then every area and focal point, in the order of the framework.
  let network: [NodeFacts]
  let progress: ProgressFacts?
  let changes: ChangeFacts
  /// nil where no round came before.
  let scoreChanges: ScoreChangeFacts?
  /// nil where no round came before.
  let revisions: RevisionFacts?
  /// nil where nothing was corrected.
  let corrections: CorrectionFacts?
  let quality: QualityFacts
  let deadline: DeadlineFacts
  let equity: EquityFacts
  let agreement: AgreementFacts
  let coverage: CoverageFacts
  /// nil where the method looks at other cities, or no city has figures.
  let whatIf: WhatIfFacts?
  /// Indicators whose definition nobody compared with its source.
  let uncheckedIndicators: Int
  /// Values asked of all member cities, also of those that sent nothing.
  let askedOfMembers: Int

  init(_ results: RoundResults) {
    let framework = results.catalogue.frameworks[results.framework]
    layout = HeatLayout(framework)
    reporting = results.reportingCities
    standing = Standing(results, reporting)
    network =
      [NodeFacts(results, reporting, node: nil)]
      + layout.nodes.map { [reporting] in NodeFacts(results, reporting, node: $0) }
    // What takes long in a large network.
    let judged = concurrently(
      { [reporting] in (ProgressFacts(results, reporting), ChangeFacts(results, reporting)) },
      { [reporting, layout] in (QualityFacts(results), CoverageFacts(results, reporting, layout)) })
    ((progress, changes), (quality, coverage)) = judged
    scoreChanges = ScoreChangeFacts(results, reporting)
    revisions = RevisionFacts(results)
    corrections = CorrectionFacts(results)
    deadline = DeadlineFacts(results)
    equity = EquityFacts(results, reporting)
    agreement = AgreementFacts(results, reporting)
    whatIf = WhatIfFacts(results)
    askedOfMembers = quality.rows.count * framework.allIndicators.count
    uncheckedIndicators = results.catalogue.indicators.count { !$0.attestation.verified }
  }

  /// The network's overall score.
  var overall: NodeFacts { network[0] }

  /// Whether any city has a score of the whole or of a part.
  var isScored: Bool { network.contains { $0.scored > 0 } }

  func node(_ node: Int) -> NodeFacts? { network.first { $0.node == node } }
}

/// Which nodes of a framework become columns, and which the groups over them.
struct HeatLayout: Sendable {
  struct Group: Sendable {
    /// The area; nil where the columns have none over them.
    var node: Int?
    var columns: [Int]
  }

  let groups: [Group]

  /// More columns than this are unreadable on a page: then the areas themselves are the columns.
  private static let mostColumns = 16

  init(_ framework: Framework) {
    let tops = framework.nodes(atDepth: 0)
    let second = framework.nodes(atDepth: 1)
    if second.isEmpty || second.count > Self.mostColumns {
      groups = [Group(node: nil, columns: tops)]
    } else {
      groups = tops.map { top in
        let children = framework.nodes[top].children
        return children.isEmpty ? Group(node: nil, columns: [top]) : Group(node: top, columns: children)
      }
    }
  }

  /// All columns, from left to right.
  var columns: [Int] { groups.flatMap(\.columns) }
  /// Areas, where there are any.
  var areas: [Int] { groups.compactMap(\.node) }
  /// Areas first, then the columns: all that has a mean of the network.
  var nodes: [Int] { areas + columns }
}

extension Framework.Node {
  /// The short name without the marks of allowed line breaks.
  var shortName: LocalizedText {
    guard let short else { return label }
    return LocalizedText(
      english: short.english.replacingBars(with: " "), thai: short.thai.replacingBars(with: ""))
  }

  /// The short name, broken where it may be.
  var brokenName: LocalizedText {
    guard let short else { return label }
    return LocalizedText(english: short.english.replacingBars(with: " "), thai: short.thai.replacingBars(with: "\n"))
  }
}

extension String {
  fileprivate func replacingBars(with mark: String) -> String {
    contains("|") ? split(separator: "|").joined(separator: mark) : self
  }
}
