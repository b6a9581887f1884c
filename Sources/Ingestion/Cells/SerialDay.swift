import Vocabulary

/// Dates that a workbook holds as a number of days.
enum SerialDay {
  /// `2024-01-31`, or `12:30` of no day for a bare time; in the Common Era, and marked so where a reader could take the year for
  /// a Buddhist one.
  /// - Parameter serial: Days of the 1900 system, a time as the fraction.
  static func text(_ serial: Double) -> String {
    guard serial >= 1, serial < 2_958_466 else { return "\(serial)" }
    // The 1900 system has a 29 February 1900 that never was.
    let days = Int(serial) < 60 ? Int(serial) + 1 : Int(serial)
    // Days since 0000-03-01, in eras of 400 years that begin in March, so that the leap day comes last.
    let shifted = days + 693_899
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    let year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
    return "\(year)-\(month.twoDigits)-\(day.twoDigits)" + (year >= 2400 ? " CE" : "")
  }
}
