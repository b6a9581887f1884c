import Catalogue
import Trends
import Vocabulary

/// Where the methods of progress see the same course and where they do not, over all reporting cities.
struct AgreementFacts: Sendable {
  /// Two methods that both have a verdict on so many measures of cities.
  struct Pair: Sendable {
    var first: Method.ProgressMethod
    var second: Method.ProgressMethod
    var judged: Int
    var agree: Int

    var differ: Int { judged - agree }
    /// Per cent; nil where there is nothing that both judge.
    var share: Int? { judged > 0 ? Share.percent(agree, of: judged) : nil }
  }

  /// One measure of one city on which the methods differ.
  struct Difference: Sendable {
    var city: CityID
    var indicator: IndicatorID
    var courses: [(course: GoalProgress.Course, methods: [Method.ProgressMethod])]
    /// Steps between the courses, added up over all pairs of methods: on course and moving away are two steps apart.
    var distance: Int

    /// The methods on one course, in the order of the method's list.
    func methods(_ course: GoalProgress.Course) -> [Method.ProgressMethod] {
      courses.first { $0.course == course }?.methods ?? []
    }

    /// Whether a method sees the goal reached in time and another a movement away from it.
    var isContradiction: Bool { !methods(.onCourse).isEmpty && !methods(.away).isEmpty }
  }

  /// The methods that tell a course, in the order of the method's list; distances tell a level only.
  let methods: [Method.ProgressMethod]
  let levelOnly: [Method.ProgressMethod]
  /// Every two of them once.
  let pairs: [Pair]
  /// Measures of cities on which at least two methods have a verdict, and on which all of these see the same course.
  let judged: Int
  let agree: Int
  /// The widest first; by city and indicator where they are as wide.
  let differences: [Difference]

  init(_ results: RoundResults, _ cities: [CityID]) {
    let parameters = results.catalogue.method.progress
    let comparison = ProgressComparison(
      aims: results.aims, parameters: parameters, values: results.values, current: results.current,
      peers: results.registry.allIDs.filter { results.registry[$0].role == .member },
      referenceYear: results.round.referenceYear)
    let methods = parameters.methods.filter { !$0.isLevelOnly }
    let tallies = cities.concurrentMap { city in
      var tally = Tally(methods: methods.count)
      for row in comparison.rows(of: city) { tally.add(row, methods) }
      return tally
    }
    var total = Tally(methods: methods.count)
    for tally in tallies { total.add(tally) }
    self.methods = methods
    levelOnly = parameters.methods.filter(\.isLevelOnly)
    pairs = methods.indices.flatMap { first in
      methods.indices.dropFirst(first + 1).map { second in
        let position = first * methods.count + second
        return Pair(
          first: methods[first], second: methods[second], judged: total.judged[position], agree: total.agree[position])
      }
    }
    judged = total.rows
    agree = total.agreeing
    differences = total.differences.enumerated().sorted {
      ($1.element.distance, $0.offset) < ($0.element.distance, $1.offset)
    }.map(\.element)
  }

  /// The count of two methods, whichever stands first.
  func pair(_ first: Method.ProgressMethod, _ second: Method.ProgressMethod) -> Pair? {
    pairs.first { ($0.first == first && $0.second == second) || ($0.first == second && $0.second == first) }
  }

  var contradictions: Int { differences.count { $0.isContradiction } }

  /// The two methods that differ on the largest share of what both judge; nil where all agree.
  var widest: Pair? {
    let worst = pairs.filter { $0.judged > 0 }.max { $0.agree * $1.judged > $1.agree * $0.judged }
    return worst.flatMap { $0.differ > 0 ? $0 : nil }
  }
}

/// The counts of some cities; they add up in any order.
private struct Tally: Sendable {
  /// Method by method: pairs with a verdict from both, and those with the same course.
  var judged: [Int]
  var agree: [Int]
  var rows = 0
  var agreeing = 0
  var differences: [AgreementFacts.Difference] = []

  init(methods: Int) {
    judged = Array(repeating: 0, count: methods * methods)
    agree = judged
  }

  mutating func add(_ row: ProgressComparison.Row, _ methods: [Method.ProgressMethod]) {
    var seen: [(method: Int, course: Int)] = []
    for assessment in row.assessments {
      guard let status = assessment.status, let method = methods.firstIndex(of: assessment.method),
        let course = GoalProgress.Course.allCases.firstIndex(of: status.course)
      else { continue }
      seen.append((method, course))
    }
    guard seen.count > 1 else { return }
    rows += 1
    var distance = 0
    for (position, one) in seen.enumerated() {
      for other in seen[(position + 1)...] {
        let index = one.method * methods.count + other.method
        judged[index] += 1
        if one.course == other.course { agree[index] += 1 }
        distance += abs(one.course - other.course)
      }
    }
    if distance == 0 {
      agreeing += 1
    } else {
      differences.append(
        AgreementFacts.Difference(
          city: row.city, indicator: row.indicator, courses: row.courses, distance: distance))
    }
  }

  mutating func add(_ other: Tally) {
    for index in judged.indices {
      judged[index] += other.judged[index]
      agree[index] += other.agree[index]
    }
    rows += other.rows
    agreeing += other.agreeing
    differences += other.differences
  }
}
