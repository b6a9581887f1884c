import Catalogue
import Vocabulary

/// Scores all cities by a tree, again and again, in memory that is taken once.
struct TreeScorer {
  private let tree: ScoreTree
  private let cities: Int
  /// Slot by slot, city by city.
  private var values: [Double]
  private var present: [Double]

  init(_ tree: ScoreTree, cities: Int) {
    self.tree = tree
    self.cities = cities
    values = Array(repeating: 0, count: tree.slots * cities)
    present = values
  }

  /// Scores everything anew.
  /// - Parameters:
  ///   - weights: In the order of the tree's.
  ///   - without: An indicator that is left out.
  mutating func score(_ alternative: Alternative, weights: [Double], without left: IndicatorID? = nil) {
    let leaves = tree.leaves.count * cities
    let count = cities
    values.withUnsafeMutableBufferPointer { values in
      present.withUnsafeMutableBufferPointer { present in
        for index in 0..<leaves {
          values[index] = alternative.values[index]
          present[index] = alternative.present[index]
        }
        if let left {
          for (slot, leaf) in tree.leaves.enumerated() where leaf == left {
            for index in slot * count..<(slot + 1) * count {
              values[index] = 0
              present[index] = 0
            }
          }
        }
        for (position, parts) in tree.nodes.enumerated() {
          let node = (tree.leaves.count + position) * count
          let sum = UnsafeMutableBufferPointer(rebasing: values[node..<node + count])
          let there = UnsafeMutableBufferPointer(rebasing: present[node..<node + count])
          if alternative.aggregation.name == .copeland {
            let columns = parts.map { part in
              Pairs.Column(
                values: UnsafeBufferPointer(rebasing: values[part.slot * count..<(part.slot + 1) * count]),
                present: UnsafeBufferPointer(rebasing: present[part.slot * count..<(part.slot + 1) * count]),
                weight: weights[part.weight])
            }
            Pairs.compare(columns, into: sum, there)
            continue
          }
          sum.update(repeating: 0)
          there.update(repeating: 0)
          for part in parts {
            let weight = weights[part.weight]
            let child = UnsafeBufferPointer(rebasing: values[part.slot * count..<(part.slot + 1) * count])
            let has = UnsafeBufferPointer(rebasing: present[part.slot * count..<(part.slot + 1) * count])
            // A missing value is 0 with a presence of 0: no branch, so that several cities are added at once.
            for city in 0..<count {
              sum[city] += weight * child[city]
              there[city] += weight * has[city]
            }
          }
          for city in 0..<count {
            let weight = there[city]
            sum[city] = weight > 0 ? sum[city] / weight : 0
            there[city] = weight > 0 ? 1 : 0
          }
        }
      }
    }
  }

  /// The score of a slot; nil where nothing under it has one.
  func score(_ slot: Int, city: Int, _ alternative: Alternative) -> Double? {
    present[slot * cities + city] > 0 ? alternative.score(values[slot * cities + city]) : nil
  }
}
