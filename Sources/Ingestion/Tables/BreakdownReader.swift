import Catalogue
import Vocabulary

/// Understands the breakdown columns of a row together and numbers the breakdowns that occur.
struct BreakdownReader: Sendable {
  private(set) var list: [Breakdown] = [.total]
  private var chain = NumberChain()
  private var known = ReadingMemory<BreakdownID>()
  private var ids: [Breakdown: BreakdownID] = [.total: .total]
  /// The text behind each code that was made from a text, so that two texts never share one.
  private var texts: [Breakdown.Part: String] = [:]

  /// Takes over the breakdowns that a reader of a later stretch numbered in its own way.
  /// - Returns: Our numbers by its; nil where two texts would share a code, which only reading in order can tell apart.
  mutating func adopt(_ later: BreakdownReader) -> [BreakdownID]? {
    for (part, text) in later.texts {
      let comparable = Notation.comparable(text)
      guard texts[part].map({ Notation.comparable($0) == comparable }) ?? true else { return nil }
      texts[part] = text
    }
    return later.list.map { breakdown in
      if let known = ids[breakdown] { return known }
      let id = BreakdownID(list.count)
      list.append(breakdown)
      ids[breakdown] = id
      return id
    }
  }

  /// - Parameter own: What the series of the row is for by itself, as a position in `series`; 0 is the total.
  mutating func breakdown(
    row: [Int], interners: [TextInterner], own: Int, among series: [Breakdown], _ setting: TableSetting
  ) -> CodeReading<BreakdownID> {
    // A start that no column's chain can reach keeps series with a breakdown of their own apart.
    var number = own == 0 ? 0 : chain.number(after: Int(UInt32.max), own)
    for column in setting.breakdownColumns { number = chain.number(after: number, row[column]) }
    if let reading = known[number] { return reading }
    return known.remember(number, read(setting.plan, row, interners, series[own], setting.context))
  }

  private mutating func read(
    _ plan: ColumnPlan, _ row: [Int], _ interners: [TextInterner], _ fixed: Breakdown, _ context: TableContext
  ) -> CodeReading<BreakdownID> {
    var parts: [Breakdown.Part] = []
    for (column, rule) in plan.breakdownColumns {
      let text = Notation.trimmed(interners[column].texts[row[column]])
      let dimension = context.catalogue.dimension(rule.dimension)
      switch code(of: text, rule, dimension) {
      case .code(let code): parts.append(Breakdown.Part(dimension: rule.dimension, code: code))
      case .total: break
      case .unknown: return unknown(text, rule.dimension, dimension, column)
      case .taken(let other):
        return .problem("C014", column: column, ["seen": text, "other": other, "dimension": rule.dimension])
      }
    }
    for part in fixed.parts where !parts.contains(where: { $0.dimension == part.dimension }) {
      let dimension = context.catalogue.dimension(part.dimension)
      guard let dimension, dimension.isOpen || dimension.list[part.code] != nil else {
        return unknown(part.code, part.dimension, dimension, plan.valueColumn)
      }
      parts.append(part)
    }
    let breakdown = Breakdown(parts)
    if let id = ids[breakdown] { return .found(id) }
    let id = BreakdownID(list.count)
    list.append(breakdown)
    ids[breakdown] = id
    return .found(id)
  }

  private func unknown(
    _ text: String, _ name: String, _ dimension: Dimension?, _ column: Int
  ) -> CodeReading<BreakdownID> {
    let allowed = dimension?.list.codes.map(\.id).joined(separator: ", ") ?? ""
    return .problem(
      "C011", column: column, ["seen": text, "dimension": name, "allowed": allowed.isEmpty ? "–" : allowed])
  }

  private enum CodeOutcome {
    case code(String)
    case total
    case unknown
    /// The code that the text would have is another text's already.
    case taken(by: String)
  }

  private mutating func code(
    of text: String, _ rule: SourceMapping.BreakdownRule, _ dimension: Dimension?
  ) -> CodeOutcome {
    // A dimension of the catalogue keeps its codes, whatever a mapping says of its own column by that name.
    let isOpen = dimension?.isOpen ?? rule.open
    if let mapped = rule.codes[text] {
      if mapped == "_T" || mapped.isEmpty { return .total }
      return isOpen || dimension?.list[mapped] != nil ? .code(mapped) : .unknown
    }
    if rule.saysTotal(text, of: dimension) { return .total }
    if isOpen { return ownCode(of: text, rule.dimension) }
    guard let dimension else { return .unknown }
    if dimension.list[text] != nil { return .code(text) }
    let wanted = Notation.comparable(text)
    let named = dimension.list.codes.first { code in
      [code.id, code.label.english, code.label.thai].contains { Notation.comparable($0) == wanted }
    }
    return named.map { .code($0.id) } ?? .unknown
  }

  private mutating func ownCode(of text: String, _ dimension: String) -> CodeOutcome {
    let part = Breakdown.Part(dimension: dimension, code: Notation.slug(text, separator: "-"))
    if part.code.isEmpty { return .unknown }
    let comparable = Notation.comparable(text)
    if let other = texts[part], Notation.comparable(other) != comparable { return .taken(by: other) }
    texts[part] = text
    return .code(part.code)
  }
}
