import Vocabulary

/// Findings of one file. After a number of findings of one code the rest is only counted, and the count is told.
struct FindingLog {
  static let limitPerCode = 200
  private(set) var findings: [Finding] = []
  private var counts: [FindingCode: Int] = [:]

  private struct RepairKey: Hashable {
    var code: FindingCode
    var column: Int
  }

  private var repairs: [RepairKey: (first: Finding, count: Int)] = [:]

  mutating func add(_ finding: Finding) {
    let count = counts[finding.code, default: 0] + 1
    counts[finding.code] = count
    if count <= Self.limitPerCode { findings.append(finding) }
  }

  /// A repair of somebody else's writing: the first one of a column stands for all of its kind, which are counted.
  mutating func addRepair(_ finding: Finding) {
    let key = RepairKey(code: finding.code, column: finding.origin.column ?? -1)
    if let known = repairs[key] {
      repairs[key] = (known.first, known.count + 1)
    } else {
      repairs[key] = (finding, 1)
      add(finding)
    }
  }

  /// Adds what a later stretch of the same file gave.
  /// - Parameter rows: How many rows came before that stretch.
  mutating func append(_ later: FindingLog, afterRows rows: Int) {
    for finding in later.findings {
      let key = RepairKey(code: finding.code, column: finding.origin.column ?? -1)
      if repairs[key] != nil, later.repairs[key]?.first == finding { continue }
      add(finding.moved(down: rows))
    }
    for (code, count) in later.counts { counts[code, default: 0] += max(0, count - Self.limitPerCode) }
    for (key, repair) in later.repairs {
      if let known = repairs[key] {
        repairs[key] = (known.first, known.count + repair.count)
      } else {
        repairs[key] = (repair.first.moved(down: rows), repair.count)
      }
    }
  }

  /// All findings, one N090 for each column with more repairs than the one listed, and one F090 for each code that had more
  /// than are listed.
  func closed(file: String) -> [Finding] {
    let repeated = repairs.filter { $0.value.count > 1 }
      .sorted { ($0.key.code, $0.key.column) < ($1.key.code, $1.key.column) }
    let overflow = counts.filter { $0.value > Self.limitPerCode }.sorted { $0.key < $1.key }
    return findings
      + repeated.map { key, repair in
        Finding("N090", at: repair.first.origin, ["code": key.code.description, "count": "\(repair.count)"])
      }
      + overflow.map { code, count in
        Finding(
          "F090", at: .init(file: file),
          ["code": code.description, "count": "\(count)", "listed": "\(Self.limitPerCode)"])
      }
  }
}

extension Finding {
  fileprivate func moved(down rows: Int) -> Finding {
    var finding = self
    finding.origin.row = origin.row.map { $0 + rows }
    return finding
  }
}
