import Vocabulary

/// Findings of one file. After a number of findings of one code the rest is only counted, and the count is told.
struct FindingLog {
  static let limitPerCode = 200
  private(set) var findings: [Finding] = []
  private var counts: [FindingCode: Int] = [:]

  mutating func add(_ finding: Finding) {
    let count = counts[finding.code, default: 0] + 1
    counts[finding.code] = count
    if count <= Self.limitPerCode { findings.append(finding) }
  }

  /// All findings, and one F090 for each code that had more than are listed.
  func closed(file: String) -> [Finding] {
    let overflow = counts.filter { $0.value > Self.limitPerCode }.sorted { $0.key < $1.key }
    return findings
      + overflow.map { code, count in
        Finding(
          "F090", at: .init(file: file),
          ["code": code.description, "count": "\(count)", "listed": "\(Self.limitPerCode)"])
      }
  }
}
