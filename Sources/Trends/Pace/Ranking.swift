/// Ranks and their correlation.
enum Ranking {
  /// Spearman's rank correlation; 0 where either list is constant.
  static func correlation(_ x: [Double], _ y: [Double]) -> Double {
    let (a, b) = (ranks(x), ranks(y))
    let mean = Double(a.count + 1) / 2
    var (ab, aa, bb) = (0.0, 0.0, 0.0)
    for (p, q) in zip(a, b) {
      ab += (p - mean) * (q - mean)
      aa += (p - mean) * (p - mean)
      bb += (q - mean) * (q - mean)
    }
    return aa > 0 && bb > 0 ? ab / (aa * bb).squareRoot() : 0
  }

  /// From 1 up, equal values sharing the mean of their ranks.
  static func ranks(_ values: [Double]) -> [Double] {
    values.map { value in
      var (below, equal) = (0, 0)
      for other in values { if other < value { below += 1 } else if other == value { equal += 1 } }
      return Double(below) + Double(equal + 1) / 2
    }
  }
}
