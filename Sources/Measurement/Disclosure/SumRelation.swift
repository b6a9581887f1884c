/// A sum that anybody can write down: a total and its parts, as positions of figures.
struct SumRelation: Hashable {
  var total: Int
  var parts: [Int]

  var cells: [Int] { parts + [total] }

  /// The unknown figures of the equation total − Σ parts = 0.
  func equation(_ isUnknown: (Int) -> Bool) -> SumEquation {
    var signs: SumEquation = [:]
    if isUnknown(total) { signs[total] = 1 }
    for part in parts where isUnknown(part) { signs[part] = -1 }
    return signs
  }
}

/// The unknowns of a sum, by position, with 1 or −1 before them; what is known stands on the other side.
typealias SumEquation = [Int: Int]

/// What follows from sums: which of several unknown figures have one possible value only.
///
/// An unknown is determined where the reduced equations hold one for it alone (Gauss–Jordan elimination). All coefficients are 1 or −1 and systems are
/// small, so elimination modulo a prime is exact: no minor of theirs reaches it.
enum LinearDisclosure {
  private static let prime = 2_147_483_647

  /// - Returns: The unknowns that can be worked out, in ascending order.
  static func determined(by equations: [SumEquation]) -> [Int] {
    let columns = Set(equations.flatMap(\.keys)).sorted()
    let column = Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($1, $0) })
    var rows = equations.filter { !$0.isEmpty }.map { equation in
      var row = [Int](repeating: 0, count: columns.count)
      for (unknown, sign) in equation { if let place = column[unknown] { row[place] = (sign + prime) % prime } }
      return row
    }
    reduce(&rows, columns: columns.count)
    return rows.compactMap { row in
      let places = row.indices.filter { row[$0] != 0 }
      return places.count == 1 ? columns[places[0]] : nil
    }.sorted()
  }

  /// To reduced row echelon form.
  private static func reduce(_ rows: inout [[Int]], columns: Int) {
    var top = 0
    for column in 0..<columns {
      guard let pivot = rows.indices.dropFirst(top).first(where: { rows[$0][column] != 0 }) else { continue }
      rows.swapAt(top, pivot)
      let inverse = power(rows[top][column], prime - 2)
      rows[top] = rows[top].map { $0 * inverse % prime }
      for row in rows.indices where row != top && rows[row][column] != 0 {
        let factor = prime - rows[row][column]
        for index in column..<columns { rows[row][index] = (rows[row][index] + factor * rows[top][index]) % prime }
      }
      top += 1
    }
  }

  private static func power(_ base: Int, _ exponent: Int) -> Int {
    var result = 1
    var base = base
    var exponent = exponent
    while exponent > 0 {
      if exponent & 1 == 1 { result = result * base % prime }
      base = base * base % prime
      exponent >>= 1
    }
    return result
  }
}
