import Foundation
import Vocabulary

/// A fictional city, programme and round for tests of templates and submissions.
public enum ExampleRound {
  public static let city = City(
    id: "xx-a", name: LocalizedText(english: "Example City A", thai: "เมืองตัวอย่าง ก"), country: "XX")

  public static let programme = Programme(
    id: "demo", title: LocalizedText(english: "Demo", thai: "สาธิต"),
    organisation: LocalizedText(english: "Example network", thai: "เครือข่ายตัวอย่าง"),
    contact: "indicators@network.example", languages: [.thai, .english], font: "Arial", isSynthetic: true,
    licence: LocalizedText(same: "CC BY 4.0"), notes: [])

  /// An open round on the figures of 2025.
  public static func round(framework: String) -> Round {
    Round(
      id: "2026", title: LocalizedText(english: "Round 2026", thai: "รอบ 2569"), referenceYear: 2025,
      comparisonYear: 2024,
      opens: nil, closes: CalendarDate("2026-09-30"), nextUpdate: nil, state: .open, framework: framework)
  }

  /// A file that is gone when the closure ends.
  public static func withTemporaryFile<Result>(
    _ name: String, _ body: (String) throws -> Result
  ) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("gnlc-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder.appendingPathComponent(name).path)
  }
}
