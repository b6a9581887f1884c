/// From indicators to features, focal points, areas: weighted arithmetic means of what is there, with coverage.
enum Aggregation {
  /// What is under a node: its share of the weight, and whether it can have a score at all.
  struct Leaf {
    /// nil where the city has no score for it.
    var score: Double?
    var isScored: Bool
    var isReported: Bool
  }

  /// Tolerance of comparing coverage with its minimum, so that 2 of 3 is two thirds on every machine.
  static let tolerance = 1e-9

  /// A node before the question whether it covers enough.
  struct Partial {
    var mean: Double?
    var coverage: Double
    /// Whether anything under the node can have a score.
    var hasScale: Bool
    var reported: Int
    var expected: Int

    func published(minimumCoverage: Double) -> Assessment.NodeScore {
      let enough = coverage >= minimumCoverage - Aggregation.tolerance
      return Assessment.NodeScore(
        score: enough ? mean : nil, coverage: coverage, reported: reported, expected: expected)
    }
  }

  /// A node from its child nodes and its own indicators.
  ///
  /// The mean is taken over everything under the node that has a score, also where a child alone has too little for a published
  /// score of its own: every reported measure counts. Missing parts are left out and the weights of the rest grow accordingly.
  static func combine(_ children: [(weight: Double, partial: Partial)], own: [Leaf]) -> Partial {
    var weight = 0.0
    var covered = 0.0
    var present = 0.0
    var sum = 0.0
    var reported = 0
    var expected = 0
    for (childWeight, child) in children {
      reported += child.reported
      expected += child.expected
      guard child.hasScale else { continue }
      weight += childWeight
      covered += childWeight * child.coverage
      if let mean = child.mean {
        present += childWeight
        sum += childWeight * mean
      }
    }
    for leaf in own {
      expected += 1
      if leaf.isReported { reported += 1 }
      guard leaf.isScored else { continue }
      weight += 1
      if let score = leaf.score {
        covered += 1
        present += 1
        sum += score
      }
    }
    return Partial(
      mean: present > 0 ? sum / present : nil, coverage: weight > 0 ? covered / weight : 0, hasScale: weight > 0,
      reported: reported, expected: expected)
  }
}
