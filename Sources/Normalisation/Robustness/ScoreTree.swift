import Catalogue
import Vocabulary

/// A framework made flat for being scored many times: every scored indicator and every node has a slot, children before parents.
struct ScoreTree: Sendable {
  /// Something under a node: its slot, and the position of its weight.
  struct Part: Sendable {
    var slot: Int
    var weight: Int
  }

  /// The indicators with a scale, as often as nodes list them; they have the first slots.
  let leaves: [IndicatorID]
  /// Node by node, what is under it; the first has the slot after the last leaf.
  let nodes: [[Part]]
  /// As the framework gives them, in its order.
  let weights: [Double]
  /// The slot of the whole framework.
  let whole: Int
  /// The top-level nodes that have a slot: position in the framework, and slot.
  let areas: [(node: Int, slot: Int)]

  var slots: Int { leaves.count + nodes.count }

  init(_ framework: Framework, _ catalogue: Catalogue) {
    var leaves: [IndicatorID] = []
    var weights: [Double] = []
    // Leaves and weights in the order of the framework, so that draws don't depend on how the tree is walked.
    var own = framework.nodes.map { _ in [Part]() }
    var weightOfNode: [Int] = []
    for (index, node) in framework.nodes.enumerated() {
      weightOfNode.append(weights.count)
      weights.append(node.weight)
      for (id, weight) in zip(node.indicators, node.indicatorWeights) where catalogue[id].scale != .none {
        own[index].append(Part(slot: leaves.count, weight: weights.count))
        leaves.append(id)
        weights.append(weight)
      }
    }
    var nodes: [[Part]] = []
    var slotOfNode = [Int?](repeating: nil, count: framework.nodes.count)
    func add(_ parts: [Part]) -> Int? {
      guard !parts.isEmpty else { return nil }
      nodes.append(parts)
      return leaves.count + nodes.count - 1
    }
    func parts(_ children: [Int]) -> [Part] {
      children.compactMap { child in slotOfNode[child].map { Part(slot: $0, weight: weightOfNode[child]) } }
    }
    for index in framework.nodes.indices.reversed() {
      // Children first, as `Aggregation` adds them up.
      slotOfNode[index] = add(parts(framework.nodes[index].children) + own[index])
    }
    let roots = framework.nodes(atDepth: 0)
    // A framework without a single scored indicator still has a whole, with nothing under it.
    nodes.append(parts(roots))
    whole = leaves.count + nodes.count - 1
    areas = roots.compactMap { root in slotOfNode[root].map { (root, $0) } }
    self.leaves = leaves
    self.nodes = nodes
    self.weights = weights
  }
}
