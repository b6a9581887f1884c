import Catalogue
import Measurement
import Vocabulary

/// All groups of a dimension together: how far apart they lie, weighted by their people.
extension MeasureEquity {
  func summarise(
    _ rows: inout [GroupComparison], from first: Int, _ years: [TimePeriod], _ definition: EquityPlan.Dimension
  ) {
    for (offset, _) in years.enumerated() {
      // Every group has a row for every year.
      let same = stride(from: first + offset, to: rows.count, by: years.count)
      let behind = same.count { rows[$0].side == .groupBehind }
      let told = same.count { rows[$0].absence != .groupMissing || rows[$0].status != .missing }
      var persons: Double? = definition.isDisjoint ? 0 : nil
      for index in same where rows[index].isLeftBehind == true {
        persons = persons.flatMap { sum in rows[index].personsBehind.map { sum + $0 } }
      }
      if kind.personsPerUnit == nil { persons = nil }
      for index in same {
        rows[index].groupsTold = told
        rows[index].groupsBehind = behind
        rows[index].personsBehindInAll = persons
      }
    }
  }

  func disperse(
    _ dimension: Int, _ all: [GroupSeries], _ years: [TimePeriod], into dispersions: inout [GroupDispersion]
  ) {
    var cursors = all.map(\.cursor)
    var previous: (row: GroupDispersion, groups: [BreakdownID])?
    var isBroken = false
    for year in years {
      let told = cursors.indices.compactMap { cursors[$0].value(at: year) }
      let present = told.filter { $0.value != nil }
      let groups = present.map(\.key.breakdown)
      if previous != nil, told.contains(where: { $0.status == .breakInSeries }) { isBroken = true }
      var row = GroupDispersion(
        city: city, indicator: indicator, dimension: dimension, period: year, groupsTold: told.count,
        groupsWithValue: present.count, groupsSuppressed: told.count { $0.status == .suppressed },
        status: present.reduce(.normal) { $0.combined(with: $1.status) })
      let bases = present.compactMap(\.base)
      if told.count < 2 {
        row.absence = .singleGroup
      } else if present.count < 2
        || Double(present.count) < analysis.method.minimumShare * Double(told.count) - GoalProgress.tolerance
      {
        row.absence = .tooFewGroups
      } else if bases.count < present.count {
        row.absence = .weightsMissing
      } else {
        row.measures = Dispersion(values: present.compactMap(\.value), weights: bases)
        if row.measures == nil { row.absence = .weightsMissing }
      }
      if row.measures != nil {
        let absence = isBroken ? GroupDispersion.Absence.seriesBreak : previous?.groups == groups ? nil : .otherGroups
        follow(&row, previous?.row, unless: absence)
        previous = (row, groups)
        isBroken = false
      }
      dispersions.append(row)
    }
  }

  func follow(
    _ row: inout GroupDispersion, _ previous: GroupDispersion?, unless absence: GroupDispersion.Absence?
  ) {
    guard let now = row.measures else { return }
    guard let previous, let earlier = previous.measures else {
      row.courseAbsence = .first
      return
    }
    row.previousPeriod = previous.period
    row.previousDeviation = earlier.standardDeviation
    if let absence {
      row.courseAbsence = absence
      return
    }
    let change = now.standardDeviation - earlier.standardDeviation
    row.change = change
    row.course = course(of: change, yardstick: now.mean)
  }
}
