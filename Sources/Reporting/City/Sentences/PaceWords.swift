import Catalogue
import Spreadsheets
import Trends
import Vocabulary

/// The required pace in a sentence, in both languages: "to reach 95 % by 2030 it needs +1.8 pp a year; the last 3 years gave +0.6 pp".
struct PaceWords: Sendable {
  let words: Words
  let unit: UnitOfMeasure

  /// Decimals of a pace: one more than none.
  static func decimals(_ unit: UnitOfMeasure) -> Int { max(1, unit.decimals) }

  private func signed(_ number: Double) -> LocalizedText {
    let value = FixedDecimal(number, decimals: Self.decimals(unit))
    return moved((value.scaled > 0 ? "+" : "") + value.text)
  }

  private func size(_ number: Double) -> LocalizedText {
    moved(Sentences.size(FixedDecimal(number, decimals: Self.decimals(unit))).english)
  }

  /// A change with its unit: percentage points for rates.
  private func moved(_ number: String) -> LocalizedText {
    switch unit.kind {
    case .rate: words.both("card.points", ["n": LocalizedText(same: number)])
    case .rating: words.both("card.steps", ["n": LocalizedText(same: number)])
    default: LocalizedText(english: "\(number) \(unit.label.english)", thai: "\(number) \(unit.label.thai)")
    }
  }

  /// A level with its unit.
  func level(_ number: Double) -> LocalizedText {
    let value = FixedDecimal(number, decimals: unit.decimals)
    // A whole target is printed whole.
    let text = value.value == value.value.rounded() ? FixedDecimal(value.value, decimals: 0).text : value.text
    if unit.id == "percent" { return words.both("card.percent", ["n": LocalizedText(same: text)]) }
    if unit.kind == .rating { return words.both("card.rating", ["n": LocalizedText(same: text)]) }
    let mark = [.index, .flag].contains(unit.kind) ? LocalizedText(same: "") : unit.label
    return LocalizedText(
      english: mark.english.isEmpty ? text : "\(text) \(mark.english)",
      thai: mark.thai.isEmpty ? text : "\(text) \(mark.thai)")
  }

  private func years(_ count: Int) -> LocalizedText {
    words.both(count == 1 ? "card.last_year" : "card.last_years", ["k": .count(count)])
  }

  func sentence(_ pace: RequiredPace) -> LocalizedText {
    var values: [String: LocalizedText] = ["year": .year(pace.targetYear), "v": level(pace.latest.value)]
    values["t"] = pace.target.map(level)
    if let recent = pace.recent {
      values["a"] = signed(recent)
      values["size"] = size(recent)
      values["years"] = years(pace.recentYears)
    }
    values["r"] = pace.required.map { $0 > 0 ? signed($0) : size($0) }
    values["r_size"] = pace.required.map(size)
    switch pace.situation {
    case .met: return words.both("card.pace.met", values)
    case .passed:
      values["g"] = size((pace.target ?? 0) - pace.latest.value)
      return words.both("card.pace.passed", values)
    case .noTarget: return words.both("card.pace.no_target", values)
    case .onePoint: return words.both(pace.target == nil ? "card.pace.one_point" : "card.pace.first", values)
    case .broken:
      values["year"] = .year(pace.latest.year)
      return words.both("card.pace.broken", values)
    case .ahead: return words.both(ahead(pace), values)
    }
  }

  /// The wanted way, then whether the recent pace is enough, too slow or leads away; by the printed numbers.
  private func ahead(_ pace: RequiredPace) -> String {
    let required = pace.required ?? 0
    let recent = FixedDecimal(pace.recent ?? 0, decimals: Self.decimals(unit)).scaled
    if required > 0 {
      return pace.isEnough == true
        ? "card.pace.rise.enough" : recent < 0 ? "card.pace.rise.away" : "card.pace.rise.slow"
    }
    return pace.isEnough == true ? "card.pace.fall.enough" : recent > 0 ? "card.pace.fall.away" : "card.pace.fall.slow"
  }
}

extension PaceWords {
  /// A value with all its decimals and its unit.
  /// - Parameter name: A name before it that may have the unit already.
  func printed(_ number: Double, named name: LocalizedText? = nil) -> LocalizedText {
    let value = FixedDecimal(number, decimals: unit.decimals)
    let text = unit.decimals == 0 ? LocalizedText.count(Int(value.scaled)).english : value.text
    if unit.id == "percent" { return words.both("card.percent", ["n": LocalizedText(same: text)]) }
    if unit.kind == .rating { return words.both("card.rating", ["n": LocalizedText(same: text)]) }
    let isNamed = name.map { $0.english.contains(unit.label.english) } ?? false
    let mark = isNamed || [.index, .flag].contains(unit.kind) ? LocalizedText(same: "") : unit.label
    return LocalizedText(
      english: mark.english.isEmpty ? text : "\(text) \(mark.english)",
      thai: mark.thai.isEmpty ? text : "\(text) \(mark.thai)")
  }
}
