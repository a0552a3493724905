/// A date of the proleptic Gregorian calendar in UTC.
///
/// Source of the arithmetic: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
public struct CivilDate: Hashable, Comparable, Sendable {
  public let year: Int
  public let month: Int
  public let day: Int

  public init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// The date on which the day `days` after 1970-01-01 falls.
  public init(daysSinceEpoch days: Int64) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    day = Int(dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
    month = Int(monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9)
    year = Int(yearOfEra + era * 400) + (month <= 2 ? 1 : 0)
  }

  /// The date in UTC on which `instant` falls.
  public init(_ instant: Instant) {
    self.init(daysSinceEpoch: instant.milliseconds.flooredQuotient(dividingBy: .day))
  }

  /// Whole days from 1970-01-01 to this date.
  public var daysSinceEpoch: Int64 {
    let shiftedYear = Int64(month <= 2 ? year - 1 : year)
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let monthFromMarch = Int64(month > 2 ? month - 3 : month + 9)
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + Int64(day) - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// Midnight UTC at which this date begins; saturates at the ends of the range of ``Instant``.
  public var start: Instant {
    let days = daysSinceEpoch
    let (product, overflow) = days.multipliedReportingOverflow(by: .day)
    return Instant(milliseconds: overflow ? (days < 0 ? .min : .max) : product)
  }

  /// The Monday that begins this date's ISO 8601 week.
  public var monday: CivilDate {
    // 1970-01-01 was a Thursday, three days after a Monday.
    let weekday = (daysSinceEpoch + 3).flooredRemainder(dividingBy: 7)
    return CivilDate(daysSinceEpoch: daysSinceEpoch - weekday)
  }

  /// The first day of this date's month.
  public var firstOfMonth: CivilDate { CivilDate(year: year, month: month, day: 1) }

  /// The first day of the month after this date's.
  public var firstOfNextMonth: CivilDate {
    month == 12
      ? CivilDate(year: year + 1, month: 1, day: 1) : CivilDate(year: year, month: month + 1, day: 1)
  }

  /// How many days `month` of `year` has; nil when there is no such month.
  public static func length(ofMonth month: Int, year: Int) -> Int? {
    switch month {
    case 1, 3, 5, 7, 8, 10, 12: 31
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: nil
    }
  }

  public static func < (left: CivilDate, right: CivilDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}

extension Int64 {
  /// The quotient rounded towards negative infinity, so that times before 1970 fall on their own day.
  func flooredQuotient(dividingBy divisor: Int64) -> Int64 {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }

  /// The remainder that belongs to ``flooredQuotient(dividingBy:)``, never negative.
  func flooredRemainder(dividingBy divisor: Int64) -> Int64 {
    let remainder = self % divisor
    return remainder < 0 ? remainder + divisor : remainder
  }
}
