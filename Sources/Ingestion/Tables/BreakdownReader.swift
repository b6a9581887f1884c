import Catalogue
import Vocabulary

/// Understands the breakdown columns of a row together and numbers the breakdowns that occur.
struct BreakdownReader {
  private(set) var list: [Breakdown] = [.total]
  private var chain = NumberChain()
  private var known = ReadingMemory<BreakdownID>()
  private var ids: [Breakdown: BreakdownID] = [.total: .total]

  mutating func breakdown(
    plan: ColumnPlan, row: [Int], interners: [TextInterner], context: TableContext
  ) -> CodeReading<BreakdownID> {
    var number = 0
    for (column, _) in plan.breakdownColumns { number = chain.number(after: number, row[column]) }
    if let reading = known[number] { return reading }
    return known.remember(number, read(plan, row, interners, context))
  }

  private mutating func read(
    _ plan: ColumnPlan, _ row: [Int], _ interners: [TextInterner], _ context: TableContext
  ) -> CodeReading<BreakdownID> {
    var parts: [Breakdown.Part] = []
    for (column, rule) in plan.breakdownColumns {
      let text = Notation.trimmed(interners[column].texts[row[column]])
      switch Self.code(of: text, rule, context.catalogue.dimension(rule.dimension)) {
      case .some(.some(let code)): parts.append(Breakdown.Part(dimension: rule.dimension, code: code))
      case .some(.none): break
      case .none:
        let allowed = context.catalogue.dimension(rule.dimension)?.list.codes.map(\.id) ?? []
        return .problem(
          "C011", column: column,
          ["seen": text, "dimension": rule.dimension, "allowed": allowed.joined(separator: ", ")])
      }
    }
    let breakdown = Breakdown(parts)
    if let id = ids[breakdown] { return .found(id) }
    let id = BreakdownID(list.count)
    list.append(breakdown)
    ids[breakdown] = id
    return .found(id)
  }

  /// The code, nothing for the total, or nil for a text that is no code.
  private static func code(
    of text: String, _ rule: SourceMapping.BreakdownRule, _ dimension: Dimension?
  ) -> String?? {
    if let mapped = rule.codes[text] { return .some(mapped == "_T" || mapped.isEmpty ? nil : mapped) }
    if text.isEmpty || text == "_T" || text == "T" { return .some(nil) }
    if rule.open || dimension?.isOpen ?? false {
      let slug = Notation.slug(text, separator: "-")
      return slug.isEmpty ? nil : .some(slug)
    }
    guard let dimension else { return nil }
    if dimension.list[text] != nil { return .some(text) }
    let wanted = Notation.comparable(text)
    let named = dimension.list.codes.first { code in
      [code.id, code.label.english, code.label.thai].contains { Notation.comparable($0) == wanted }
    }
    return named.map { .some($0.id) }
  }
}
