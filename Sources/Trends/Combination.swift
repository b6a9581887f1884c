import Catalogue

extension GoalProgress {
  /// The status of a group of indicators.
  ///
  /// With a method that scores from −5 to 5 it follows from the mean of the scores; with another from the middles of the
  /// classes on that scale; by Germany's rule the worst indicator counts. Met only if every one is met.
  public static func combined(_ parts: [Assessment]) -> (status: Status?, score: Double?) {
    let judged = parts.filter { $0.status != nil }
    let scores = judged.compactMap(groupScore)
    guard !scores.isEmpty else { return (nil, nil) }
    if judged.allSatisfy({ $0.status == .met }) { return (.met, 5) }
    let isWorst = parts[0].method == .dns
    let score = isWorst ? scores.min() ?? 0 : scores.reduce(0, +) / Double(scores.count)
    return (score >= 2.5 ? .onTrack : score >= 0 ? .watch : score >= -2.5 ? .offTrack : .worsening, score)
  }

  private static func groupScore(_ part: Assessment) -> Double? {
    if part.method == .statcan || part.method == .eurostat { return part.score }
    return part.status.map { status in
      switch status {
      case .met: 5
      case .onTrack: 3.75
      case .watch: 1.25
      case .offTrack: -1.25
      case .worsening: -3.75
      }
    }
  }
}
