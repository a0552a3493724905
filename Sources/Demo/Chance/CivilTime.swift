/// Instants in epoch milliseconds, as text and as days of the proleptic Gregorian calendar, in UTC.
enum CivilTime {
  static let second: Int64 = 1000
  static let minute: Int64 = 60_000
  static let hour: Int64 = 3_600_000
  static let day: Int64 = 86_400_000

  /// The shapes of a timestamp that real findings carry.
  enum Style: Sendable {
    case milliseconds, seconds, microsecondsWithOffset, fourHoursBehind
  }

  static func text(_ instant: Int64, _ style: Style = .milliseconds) -> String {
    let local = style == .fourHoursBehind ? instant - 4 * hour : instant
    let days = floorDivide(local, day)
    let date = date(ofDay: days)
    let rest = local - days * day
    var out = digits(date.year, 4) + "-" + digits(date.month, 2) + "-" + digits(date.day, 2) + "T"
    out += digits(rest / hour, 2) + ":" + digits(rest / minute % 60, 2) + ":" + digits(rest / second % 60, 2)
    switch style {
    case .milliseconds: out += "." + digits(rest % 1000, 3) + "Z"
    case .seconds: out += "Z"
    case .microsecondsWithOffset: out += "." + digits(rest % 1000, 3) + "000+00:00"
    case .fourHoursBehind: out += "." + digits(rest % 1000, 3) + "000-04:00"
    }
    return out
  }

  /// `2025-03`, the month of an instant.
  static func month(_ instant: Int64) -> String { String(text(instant).prefix(7)) }

  /// `2025-03-14`, the day of an instant.
  static func dayText(_ instant: Int64) -> String { String(text(instant).prefix(10)) }

  /// 0 for Monday to 6 for Sunday.
  static func weekday(_ instant: Int64) -> Int {
    let days = floorDivide(instant, day) + 3  // 1970-01-01 was a Thursday
    return Int((days % 7 + 7) % 7)
  }

  /// Midnight of the Monday on or before an instant.
  static func monday(_ instant: Int64) -> Int64 {
    (floorDivide(instant, day) - Int64(weekday(instant))) * day
  }

  static func floorDivide(_ value: Int64, _ divisor: Int64) -> Int64 {
    let quotient = value / divisor
    return value % divisor < 0 ? quotient - 1 : quotient
  }

  static func digits(_ value: Int64, _ width: Int) -> String {
    let text = String(value)
    return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
  }

  /// Days since 1970-01-01 to a date: eras of 400 years that begin in March.
  private static func date(ofDay day: Int64) -> (year: Int64, month: Int64, day: Int64) {
    let shifted = day + 719_468
    let era = floorDivide(shifted, 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
  }
}
