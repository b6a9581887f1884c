import Catalogue
import Foundation
import Vocabulary

/// Figures that are no part of a rate: what is reported as such, ratings, and distributions over groups.
extension SyntheticCity {
  mutating func assignRest(except made: Set<VariableID>) {
    var done = made
    for indicator in catalogue.indicators {
      switch indicator.computation {
      case .reported(let variable) where done.insert(variable).inserted:
        var highest = 0.0
        for year in years {
          let value = reportedValue(indicator, variable, year)
          // Hours of a course add up from year to year.
          let isCumulative = catalogue.unit(of: variable).id == "hours"
          highest = max(highest, value)
          emit(variable, [], year, isCumulative ? highest : value)
        }
      case .rating(let variable, let reviewers, let spread) where done.insert(variable).inserted:
        var own = generator(indicator.id)
        let count = 5 + Double(own.next() % 8)
        for year in years {
          // Whole ratings of so many reviewers, so that the mean is one that they can have given.
          let mean = (count * rate(of: indicator, year)).rounded() / count
          let question = catalogue[variable].id
          emit(variable, [], year, (100 * mean).rounded() / 100, as: question)
          emit(reviewers, [], year, count, as: question)
          if let spread { emit(spread, [], year, 1 + Double(own.next() % 2), as: question) }
        }
      case .distribution(let variable, let dimension) where done.insert(variable).inserted:
        distribute(variable, dimension)
      default: break
      }
    }
  }

  func reportedValue(_ indicator: Indicator, _ variable: VariableID, _ year: Int) -> Double {
    let unit = catalogue.unit(of: variable)
    let range = catalogue[variable].range
    let raw: Double
    switch unit.kind {
    case .flag: raw = standing(indicator.id, year) > 0.42 ? 1 : 0
    case .count where catalogue[variable].id == "population":
      raw = population * pow(1 + growth, Double(year - years.upperBound))
    case .count: raw = indicator.scale == .none ? 5 + 60 * standing(indicator.id, year) : rate(of: indicator, year)
    default: raw = rate(of: indicator, year)
    }
    let rounded = unit.kind == .count || unit.kind == .flag ? raw.rounded() : (10 * raw).rounded() / 10
    return min(range.upperBound, max(range.lowerBound, rounded))
  }

  mutating func distribute(_ variable: VariableID, _ dimension: String) {
    let codes = catalogue.dimension(dimension)?.list.codes.map(\.id) ?? []
    for year in years {
      let total = counts[variable]?[year]?.total ?? (population * 3000).rounded()
      var parts: [Double] = []
      for code in codes {
        var own = generator("\(code) of \(dimension)")
        parts.append(0.3 + own.share())
      }
      let sum = parts.reduce(0, +)
      if counts[variable] == nil { emit(variable, [], year, total) }
      for (code, part) in zip(codes, parts) {
        emit(variable, [(dimension, code)], year, (total * part / sum).rounded())
      }
    }
  }
}
