import Catalogue
import GNLCTestSupport
import Testing
import Vocabulary

@testable import Measurement

/// Plays the attacker: everything published, of this release and the one before, goes into one system of equations.
@Suite struct DisclosureAttackTests {
  private struct Cell: Hashable {
    var sex: String
    var level: String
  }

  private struct Dice {
    var state: UInt64
    mutating func roll(_ range: ClosedRange<Int>) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return range.lowerBound + Int(state >> 33) % range.count
    }
  }

  private static let sexes = ["F", "M"]
  private static let levels = ["PRI", "SEC"]

  /// A table of two dimensions with all its margins: small numbers, zeros and large ones.
  private func table(_ dice: inout Dice) -> [Cell: Int] {
    var cells: [Cell: Int] = [:]
    for sex in Self.sexes {
      for level in Self.levels {
        let size = dice.roll(0...3)
        cells[Cell(sex: sex, level: level)] = size == 0 ? 0 : size == 1 ? dice.roll(1...6) : dice.roll(5...400)
      }
    }
    return withMargins(cells)
  }

  private func withMargins(_ inner: [Cell: Int]) -> [Cell: Int] {
    var cells = inner.filter { $0.key.sex != "_T" && $0.key.level != "_T" }
    func sum(_ isMeant: (Cell) -> Bool) -> Int { inner.filter { isMeant($0.key) }.values.reduce(0, +) }
    let parts = Array(cells.keys)
    for sex in Self.sexes { cells[Cell(sex: sex, level: "_T")] = sum { parts.contains($0) && $0.sex == sex } }
    for level in Self.levels { cells[Cell(sex: "_T", level: level)] = sum { parts.contains($0) && $0.level == level } }
    cells[Cell(sex: "_T", level: "_T")] = sum { parts.contains($0) }
    return cells
  }

  private func observations(_ cells: [Cell: Int], _ catalogue: Catalogue) -> ObservationSet {
    var builder = ObservationBuilder(catalogue)
    for (cell, value) in cells.sorted(by: { ($0.key.sex, $0.key.level) < ($1.key.sex, $1.key.level) }) {
      var breakdown: [String: String] = [:]
      if cell.sex != "_T" { breakdown["sex"] = cell.sex }
      if cell.level != "_T" { breakdown["level"] = cell.level }
      builder.add("adults", Double(value), by: breakdown)
    }
    return builder.set()
  }

  private func published(_ set: ObservationSet) -> [Cell: Int?] {
    var cells: [Cell: Int?] = [:]
    for observation in set.observations {
      let breakdown = set.breakdowns[observation.key.breakdown]
      cells.updateValue(
        observation.value.map { Int($0) },
        forKey: Cell(sex: breakdown["sex"] ?? "_T", level: breakdown["level"] ?? "_T"))
    }
    return cells
  }

  // MARK: The attack

  /// The equations of a table: each margin is the sum of its parts.
  private static let equations: [(total: Cell, parts: [Cell])] =
    (sexes + ["_T"]).map { sex in (Cell(sex: sex, level: "_T"), levels.map { Cell(sex: sex, level: $0) }) }
    + (levels + ["_T"]).map { level in (Cell(sex: "_T", level: level), sexes.map { Cell(sex: $0, level: level) }) }

  /// The unknowns that have one solution: those in which no direction of the null space moves.
  private func workedOut<Unknown: Hashable>(_ rows: [[Unknown: Double]]) -> Set<Unknown> {
    let unknowns = Array(Set(rows.flatMap(\.keys)))
    var matrix = rows.map { row in unknowns.map { row[$0] ?? 0 } }
    var pivots: [Int] = []
    for column in unknowns.indices {
      let top = pivots.count
      guard let pivot = matrix.indices.dropFirst(top).max(by: { abs(matrix[$0][column]) < abs(matrix[$1][column]) }),
        abs(matrix[pivot][column]) > 1e-9
      else { continue }
      matrix.swapAt(top, pivot)
      let scale = matrix[top][column]
      matrix[top] = matrix[top].map { $0 / scale }
      for row in matrix.indices where row != top {
        let factor = matrix[row][column]
        for index in unknowns.indices { matrix[row][index] -= factor * matrix[top][index] }
      }
      pivots.append(column)
    }
    let free = Set(unknowns.indices).subtracting(pivots)
    var moving = Set(free)
    for (row, column) in pivots.enumerated() where free.contains(where: { abs(matrix[row][$0]) > 1e-9 }) {
      moving.insert(column)
    }
    return Set(unknowns.indices.filter { !moving.contains($0) }.map { unknowns[$0] })
  }

  /// A figure of one of the releases; one that did not change between them is the same unknown in both.
  private struct Unknown: Hashable {
    var release: Int
    var cell: Cell
  }

  /// What an attacker works out of the releases: cells whose value was kept back in all of them.
  private func attack(_ releases: [(truth: [Cell: Int], published: [Cell: Int?])]) -> Set<Unknown> {
    func name(_ release: Int, _ cell: Cell) -> Unknown {
      let first = releases.indices.first { releases[$0].truth[cell] == releases[release].truth[cell] } ?? release
      return Unknown(release: first, cell: cell)
    }
    var known: Set<Unknown> = []
    for (index, release) in releases.enumerated() {
      for (cell, value) in release.published where value != nil { known.insert(name(index, cell)) }
    }
    var rows: [[Unknown: Double]] = []
    for index in releases.indices {
      for equation in Self.equations {
        var row: [Unknown: Double] = [:]
        if !known.contains(name(index, equation.total)) { row[name(index, equation.total)] = 1 }
        for part in equation.parts where !known.contains(name(index, part)) { row[name(index, part), default: 0] -= 1 }
        if !row.isEmpty { rows.append(row) }
      }
    }
    return workedOut(rows)
  }

  @Test func smallCountsStayUnrecoverable() throws {
    let catalogue = try #require(SmallCatalogue().load().catalogue)
    let control = DisclosureControl(catalogue: catalogue, thresholds: .standard)
    var dice = Dice(state: 7)
    var hidden = 0
    var whole = 0
    for _ in 0..<1000 {
      let truth = table(&dice)
      let (set, _) = control.protect(observations(truth, catalogue), registry: ObservationBuilder.registry)
      let release = (truth: truth, published: published(set))
      for unknown in attack([release]) {
        #expect((truth[unknown.cell] ?? 0) >= 5 || truth[unknown.cell] == 0, "\(truth) \(unknown.cell)")
      }
      for (cell, value) in truth where (1...4).contains(value) {
        hidden += 1
        #expect(release.published[cell] == .some(nil))
      }
      if release.published.values.allSatisfy({ $0 != nil }) { whole += 1 }
    }
    // The tables are neither all harmless nor all hidden.
    #expect(hidden > 500)
    #expect(whole > 50)
  }

  /// The attacker subtracts last round's release from this one's.
  @Test func twoReleasesTellNoMoreThanOne() throws {
    let catalogue = try #require(SmallCatalogue().load().catalogue)
    let control = DisclosureControl(catalogue: catalogue, thresholds: .standard)
    var dice = Dice(state: 11)
    for _ in 0..<1000 {
      let first = table(&dice)
      var second = first
      for cell in first.keys.sorted(by: { ($0.sex, $0.level) < ($1.sex, $1.level) })
      where cell.sex != "_T" && cell.level != "_T" && dice.roll(0...2) == 0 {
        second[cell] = dice.roll(0...1) == 0 ? dice.roll(1...8) : dice.roll(0...300)
      }
      second = withMargins(second)
      let (one, reasons) = control.protect(observations(first, catalogue), registry: ObservationBuilder.registry)
      var values: [Observation.Key: Double] = [:]
      var kept: Set<Observation.Key> = []
      for (index, observation) in one.observations.enumerated() {
        if let value = observation.value { values[observation.key] = value }
        if reasons[index] != nil { kept.insert(observation.key) }
      }
      let (two, _) = control.protect(
        observations(second, catalogue), registry: ObservationBuilder.registry,
        before: PublishedBefore(values: values, suppressed: kept))
      let alone = attack([(first, published(one))])
      let releases = [(truth: first, published: published(one)), (truth: second, published: published(two))]
      for unknown in attack(releases).subtracting(alone) {
        let value = releases[unknown.release].truth[unknown.cell] ?? 0
        #expect(value >= 5 || value == 0, "\(first) then \(second): \(unknown)")
      }
    }
  }
}
