extension Double {
  /// The shortest text that reads back as the same number, whole numbers without a point: `12`, `0.5`.
  public var shortestText: String {
    // So far every whole number is exact, and the conversion cannot trap.
    self == rounded() && magnitude < 1e15 ? "\(Int64(self))" : "\(self)"
  }
}
