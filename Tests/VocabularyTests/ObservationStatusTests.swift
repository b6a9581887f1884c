import Testing
import Vocabulary

@Suite struct ObservationStatusTests {
  @Test func codesAreSDMXLetters() {
    #expect(ObservationStatus(code: "B") == .breakInSeries)
    #expect(ObservationStatus.lowReliability.code == "U")
    #expect(ObservationStatus(code: "Z") == nil)
    #expect(ObservationStatus(code: "AB") == nil)
  }

  /// The weightier status travels, in either order, and combining is associative.
  @Test func combiningIsALattice() {
    for a in ObservationStatus.allCases {
      #expect(a.combined(with: a) == a)
      #expect(a.combined(with: .normal) == a)
      for b in ObservationStatus.allCases {
        #expect(a.combined(with: b) == b.combined(with: a))
        for c in ObservationStatus.allCases {
          #expect(a.combined(with: b).combined(with: c) == a.combined(with: b.combined(with: c)))
        }
      }
    }
    #expect(ObservationStatus.estimated.combined(with: .provisional) == .estimated)
    #expect(ObservationStatus.breakInSeries.combined(with: .missing) == .breakInSeries)
  }
}
