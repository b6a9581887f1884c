import Catalogue
import Measurement
import Vocabulary

/// Splits the change of every score between two rounds by cause.
///
/// The causes are let in one after the other (`ScoreChange.order`), and each score is computed anew after each: the differences
/// sum to the whole change whatever the method of aggregation. The order decides how much of a joint effect each cause gets; it is
/// the same for every score and every round.
public struct ScoreDecomposition: Sendable {
  /// A round as far as its scores go.
  public struct Standing: Sendable {
    public var catalogue: Catalogue
    public var values: IndicatorTable
    public var assessment: Assessment

    public init(catalogue: Catalogue, values: IndicatorTable, assessment: Assessment) {
      self.catalogue = catalogue
      self.values = values
      self.assessment = assessment
    }
  }

  private let before: Standing
  private let now: Standing
  private let cities: Int
  private let peers: Peers
  private let leaves: LeafSteps

  /// - Parameters:
  ///   - before: The last round as it was published, with the catalogue of then.
  ///   - restated: The values of the last round's own data by the formulas of today.
  ///   - now: This round.
  public init(before: Standing, restated: IndicatorTable, now: Standing, cities: Int, peers: Peers? = nil) {
    self.before = before
    self.now = now
    self.cities = cities
    self.peers = peers ?? Peers(count: cities)
    leaves = LeafSteps(before: before, restated: restated, now: now, cities: cities, peers: self.peers)
  }

  /// Every framework, node and indicator of today that has a score in at least one of the two rounds: city by city the frameworks with
  /// their nodes, then the indicators.
  public func changes() -> [ScoreChange] {
    (now.catalogue.frameworks.indices.flatMap(nodeChanges) + indicatorChanges()).sorted { $0.city < $1.city }
  }

  private func indicatorChanges() -> [ScoreChange] {
    now.catalogue.indicators.indices.flatMap { index in
      (0..<cities).compactMap { city in
        // The steps of the last round's catalogue let indicators in and out; a single one is there or not.
        let middle =
          Array(repeating: leaves.before[city, index], count: LeafSteps.formerSteps)
          + leaves.steps[LeafSteps.formerSteps...].map { $0[city, index] }
        return change(
          CityID(city), .indicator(IndicatorID(index)), leaves.before[city, index], middle, leaves.after[city, index])
      }
    }
  }

  // MARK: Nodes

  private func nodeChanges(_ framework: Int) -> [ScoreChange] {
    let today = now.catalogue.frameworks[framework]
    let former = before.catalogue.frameworks.firstIndex { $0.id == today.id }
    let trees = trees(framework, former: former)
    // Below, a framework as a whole stands behind its nodes.
    var changes: [ScoreChange] = []
    for node in [today.nodes.count] + today.nodes.indices {
      let isWhole = node == today.nodes.count
      let was = former.flatMap { index -> Int? in
        let nodes = before.catalogue.frameworks[index]
        return isWhole ? nodes.nodes.count : nodes.node(withCode: today.nodes[node].code)
      }
      for city in 0..<cities {
        let id = CityID(city)
        let middle = trees.enumerated().map { step, tree in
          step < LeafSteps.formerSteps ? was.flatMap { tree?[city][$0].mean } : tree?[city][node].mean
        }
        let first = former.flatMap { index -> Double? in
          guard let was else { return nil }
          let assessment = before.assessment
          return isWhole
            ? assessment.overall(id, framework: index).score : assessment.node(id, framework: index, node: was).score
        }
        let last =
          isWhole
          ? now.assessment.overall(id, framework: framework).score
          : now.assessment.node(id, framework: framework, node: node).score
        let subject: ScoreChange.Subject =
          isWhole ? .overall(framework: framework) : .node(framework: framework, node: node)
        if let change = change(id, subject, first, middle, last) { changes.append(change) }
      }
    }
    return changes
  }

  /// City by city the framework's nodes after each cause but the last, without asking how much is covered; nil for the last round's
  /// structure where it had no such framework.
  private func trees(_ framework: Int, former: Int?) -> [[[Aggregation.Partial]]?] {
    var trees: [[[Aggregation.Partial]]?] = []
    for (step, scores) in leaves.steps.enumerated() {
      let isFormer = step < LeafSteps.formerSteps
      // The same scores under the same structure have the same means.
      if step > 0, step != LeafSteps.formerSteps, leaves.steps[step - 1] == scores {
        trees.append(trees[step - 1])
        continue
      }
      let catalogue = isFormer ? before.catalogue : now.catalogue
      let position = isFormer ? former : framework
      trees.append(
        position.map {
          FrameworkScores(
            catalogue: catalogue, framework: catalogue.frameworks[$0],
            entries: Entries(scores: scores.scores, indicators: scores.indicators), peers: peers
          ).partials()
        })
    }
    return trees
  }

  /// What a cause leaves without a score, for want of anything in common, stays as it was, so that the difference falls to the next.
  private func change(
    _ city: CityID, _ subject: ScoreChange.Subject, _ first: Double?, _ middle: [Double?], _ last: Double?
  ) -> ScoreChange? {
    guard first != nil || last != nil else { return nil }
    var steps: [Double] = []
    if let first, let last {
      steps = [first]
      for value in middle { steps.append(value ?? steps[steps.count - 1]) }
      steps.append(last)
    }
    return ScoreChange(city: city, subject: subject, before: first, after: last, steps: steps)
  }
}
