extension Normaliser {
  /// Standard deviations from the mean, put on another mean and deviation: (x − x̄)/s·deviation + mean, s with n − 1.
  public static func zScore(_ values: [Double?], mean: Double = 0, deviation: Double = 1) -> [Double?] {
    let present = values.compactMap { $0 }
    guard present.count > 1, range(values) != nil else { return values.map { _ in nil } }
    let average = present.reduce(0, +) / Double(present.count)
    let squares = present.reduce(0) { $0 + ($1 - average) * ($1 - average) }
    let spread = (squares / Double(present.count - 1)).squareRoot()
    return values.map { $0.map { ($0 - average) / spread * deviation + mean } }
  }
}
