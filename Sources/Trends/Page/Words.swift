import Remediation

/// Numbers, times and names as the page writes them; the same on every machine.
enum Words {
  /// `1,204`
  static func count(_ value: Int) -> String {
    let digits = Array(String(abs(value)))
    var text = value < 0 ? "−" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return text
  }

  /// `1 violation`, `1,204 violations`
  static func count(_ value: Int, _ one: String, _ many: String? = nil) -> String {
    count(value) + " " + (value == 1 ? one : many ?? one + "s")
  }

  /// `12.4 %`, of a share from 0 to 1. What is not nothing never reads as 0 %, nor what is not all as 100 %.
  static func percent(_ share: Double) -> String {
    let percent = share * 100
    if percent > 0, percent < 0.1 { return "<0.1\u{A0}%" }
    if percent < 100, percent > 99.9 { return ">99.9\u{A0}%" }
    return (percent == 0 || percent == 100 ? decimal(percent) : tenths(percent)) + "\u{A0}%"
  }

  static func percent(_ share: Double?) -> String {
    share.map(percent) ?? "–"
  }

  /// `54 minutes`, `7.5 hours`, `12.4 days`, `270 days`: seconds in the unit that reads best.
  static func duration(_ seconds: Double?) -> String {
    guard let seconds else { return "–" }
    if abs(seconds) < 5400 { return unit(decimal((seconds / 60).rounded()), "minute") }
    if abs(seconds) < 48 * 3600 { return unit(tenths(seconds / 3600), "hour") }
    let days = seconds / 86_400
    return unit(abs(days) < 100 ? tenths(days) : decimal(days.rounded()), "day")
  }

  /// Days with one decimal, for columns that have the unit in their heading.
  static func days(_ seconds: Double?) -> String {
    seconds.map { tenths($0 / 86_400) } ?? "–"
  }

  private static func unit(_ number: String, _ name: String) -> String {
    number + "\u{A0}" + (number == "1" ? name : name + "s")
  }

  /// A number with one decimal, halves rounded away from zero: `5.0`.
  static func tenths(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e15 else { return "–" }
    let tenths = Int((value * 10).rounded(.toNearestOrAwayFromZero))
    return (tenths < 0 ? "−" : "") + count(abs(tenths) / 10) + ".\(abs(tenths) % 10)"
  }

  /// The same, without a decimal that is zero: `5`.
  static func decimal(_ value: Double) -> String {
    let text = tenths(value)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  static func twoDigits(_ value: Int) -> String {
    value < 10 ? "0\(value)" : "\(value)"
  }

  // MARK: Dates

  static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

  static func month(_ date: CivilDate) -> String { months[(date.month + 11) % 12] }

  /// `16 Nov 2026`
  static func date(_ date: CivilDate) -> String {
    "\(date.day)\u{A0}\(month(date))\u{A0}\(date.year)"
  }

  /// `19 Oct – 15 Nov 2026`: from a date to the day before another.
  static func period(_ start: CivilDate, to end: CivilDate) -> String {
    let last = end.advanced(byDays: -1)
    let first = start.year == last.year ? "\(start.day)\u{A0}\(month(start))" : date(start)
    return "\(first)\u{A0}– \(date(last))"
  }

  // MARK: Names

  /// A name or title of a source on one line and no longer than `length` scalars.
  ///
  /// Whoever names a resource writes it. Cut by scalars, not by characters: one character can be a
  /// thousand combining marks, and of those no more than two are kept on a letter.
  static func folded(_ text: String, _ length: Int) -> String {
    var result = String.UnicodeScalarView()
    var (marks, isSpace) = (0, true)
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        if !isSpace { result.append(" ") }
        isSpace = true
        continue
      }
      isSpace = false
      let category = scalar.properties.generalCategory
      marks = category == .nonspacingMark || category == .enclosingMark ? marks + 1 : 0
      if marks > 2 { continue }
      result.append(scalar)
      if result.count > length { break }
    }
    if result.count > length { return String(result.prefix(length - 1)) + "…" }
    if result.last == " " { result.removeLast() }
    return String(result)
  }
}
