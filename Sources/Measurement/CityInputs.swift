import Vocabulary

/// One city's observations with a table of where each variable starts.
struct CityInputs {
  private let observations: ArraySlice<Observation>
  private var ranges: [Range<Int>]

  init(_ observations: ArraySlice<Observation>, variables: Int) {
    self.observations = observations
    ranges = Array(repeating: 0..<0, count: variables)
    var start = observations.startIndex
    while start < observations.endIndex {
      let variable = observations[start].key.variable
      var end = start
      while end < observations.endIndex, observations[end].key.variable == variable { end += 1 }
      ranges[variable.index] = start..<end
      start = end
    }
  }

  var isEmpty: Bool { observations.isEmpty }

  /// The observations of a variable with their indices in the round.
  subscript(variable: VariableID) -> [(Int, Observation)] {
    ranges[variable.index].map { ($0, observations[$0]) }
  }

  func find(_ variable: VariableID, _ breakdown: BreakdownID, _ period: TimePeriod) -> Observation? {
    position(variable, breakdown, period).map { observations[$0] }
  }

  /// The index in the round.
  func position(_ variable: VariableID, _ breakdown: BreakdownID, _ period: TimePeriod) -> Int? {
    for index in ranges[variable.index] {
      let key = observations[index].key
      if key.breakdown == breakdown, key.period == period { return index }
    }
    return nil
  }

  struct Sum {
    var value: Double?
    var status: ObservationStatus
  }

  /// The sum of variables; without a value, and with the weightiest reason, where one has none. nil where one was not
  /// observed at all.
  func sum(_ variables: [VariableID], _ breakdown: BreakdownID, _ period: TimePeriod) -> Sum? {
    var total = 0.0
    var status = ObservationStatus.normal
    var absence: ObservationStatus?
    for variable in variables {
      guard let observation = find(variable, breakdown, period) else { return nil }
      if let value = observation.value {
        total += value
        status = status.combined(with: observation.status)
      } else {
        absence = absence?.combined(with: observation.status) ?? observation.status
      }
    }
    if let absence { return Sum(value: nil, status: absence) }
    return Sum(value: total, status: status)
  }
}
