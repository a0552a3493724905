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
    return decimal(percent, digits: percent < 10 || percent > 99 ? 1 : 0) + "\u{A0}%"
  }

  static func percent(_ share: Double?) -> String {
    share.map(percent) ?? "–"
  }

  /// `54 minutes`, `7.5 hours`, `12.4 days`: seconds in the unit that reads best.
  static func duration(_ seconds: Double?) -> String {
    guard let seconds else { return "–" }
    if abs(seconds) < 5400 { return unit(seconds / 60, "minute", digits: 0) }
    if abs(seconds) < 48 * 3600 { return unit(seconds / 3600, "hour", digits: 1) }
    return unit(seconds / 86_400, "day", digits: 1)
  }

  /// Days with one decimal, for columns that have the unit in their heading.
  static func days(_ seconds: Double?) -> String {
    seconds.map { decimal($0 / 86_400, digits: 1) } ?? "–"
  }

  private static func unit(_ value: Double, _ name: String, digits: Int) -> String {
    let text = decimal(value, digits: digits)
    return text + "\u{A0}" + (text == "1" ? name : name + "s")
  }

  /// A decimal number without trailing zeros, halves rounded away from zero.
  static func decimal(_ value: Double, digits: Int) -> String {
    guard value.isFinite, abs(value) < 1e15 else { return "–" }
    let scale = digits == 0 ? 1 : 10
    let scaled = Int((value * Double(scale)).rounded(.toNearestOrAwayFromZero))
    let whole = count(abs(scaled) / scale)
    let fraction = abs(scaled) % scale
    return (scaled < 0 ? "−" : "") + whole + (fraction == 0 ? "" : ".\(fraction)")
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
