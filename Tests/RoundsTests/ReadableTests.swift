import Rounds
import Testing

@Suite struct ReadableTests {
  @Test(arguments: [
    (0, "0 bytes"), (999, "999 bytes"), (1000, "1.0 kB"), (9999, "9.9 kB"), (10_000, "10 kB"), (999_999, "999 kB"),
    (1_000_000, "1.0 MB"), (52_340_000, "52 MB"), (1_234_567_890, "1.2 GB"), (5_000_000_000_000_000, "5000 TB"),
  ])
  func sizes(_ bytes: Int, _ text: String) { #expect(Readable.size(bytes) == text) }

  @Test(arguments: [
    (0, "0 ms"), (999, "999 ms"), (1000, "1.0 s"), (59_999, "59.9 s"), (60_000, "1 min 0 s"), (75_400, "1 min 15 s"),
    (3_600_000, "1 h 0 min"), (5_460_000, "1 h 31 min"),
  ])
  func durations(_ milliseconds: Int, _ text: String) {
    #expect(Readable.duration(.milliseconds(milliseconds)) == text)
  }
}
