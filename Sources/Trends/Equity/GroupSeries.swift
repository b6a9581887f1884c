import Catalogue
import Measurement
import Vocabulary

/// The values of one group, in order of time.
struct GroupSeries {
  var values: ArraySlice<IndicatorValue> = []

  init() {}
  init(_ values: ArraySlice<IndicatorValue>) { self.values = values }

  var isEmpty: Bool { values.isEmpty }
  var cursor: Cursor { Cursor(rest: values) }

  /// Walks along with rising years.
  struct Cursor {
    fileprivate var rest: ArraySlice<IndicatorValue>

    mutating func value(at period: TimePeriod) -> IndicatorValue? {
      while let first = rest.first, first.key.period < period { rest.removeFirst() }
      return rest.first?.key.period == period ? rest.first : nil
    }
  }
}
