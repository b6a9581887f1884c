import Catalogue
import Vocabulary

/// What a fictional city said in one of several rounds: of the round's last year some figures are preliminary, and the next round
/// revises them.
struct SyntheticVintage {
  let city: SyntheticCity
  /// Reference year of the round, and of the first one.
  let round: Int
  let firstRound: Int

  /// The figures of so many years up to the round's.
  func figures(years: Int) -> [SyntheticCity.Figure] {
    let denominators = city.denominators
    return city.figures.filter { (round - years + 1...round).contains($0.year) }.map { figure in
      guard let error = preliminaryError(figure, denominators) else { return figure }
      var copy = figure
      if figure.year == round, round < city.years.upperBound {
        let definition = city.catalogue[figure.variable]
        let value = (figure.value ?? 0) * (1 - error)
        let isCount = city.catalogue.unit(of: figure.variable).kind == .count
        copy.value = max(definition.range.lowerBound, isCount ? value.rounded() : (10 * value).rounded() / 10)
        copy.status = .provisional
        copy.note = "preliminary · ตัวเลขเบื้องต้น"
      } else if figure.year < round, figure.year >= firstRound {
        copy.note = "revised after the year's final count · แก้ไขตามตัวเลขสุดท้ายของปี"
      }
      return copy
    }
  }

  /// By how much the first word on a figure was too low; nil for most. Only figures that nothing else is made of: sums and shares
  /// stay consistent.
  private func preliminaryError(_ figure: SyntheticCity.Figure, _ denominators: Set<VariableID>) -> Double? {
    let definition = city.catalogue[figure.variable]
    guard figure.status == .normal, figure.breakdown.isEmpty, definition.dimensions.isEmpty, figure.value ?? 0 > 20,
      !denominators.contains(figure.variable)
    else { return nil }
    var draw = SeededGenerator(seed: city.seed, city.id, definition.id, "preliminary \(figure.year)")
    return draw.share() < 0.15 ? 0.01 + 0.05 * draw.share() : nil
  }

}

extension SyntheticCity {
  /// Variables that rates are made of.
  var denominators: Set<VariableID> {
    Set(
      catalogue.indicators.flatMap { indicator -> [VariableID] in
        if case .ratio(_, let denominator, _, _) = indicator.computation { denominator } else { [] }
      })
  }
}
