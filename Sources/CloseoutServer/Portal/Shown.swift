import Remediation

/// Numbers, times and names as people read them on the pages of the portal.
enum Shown {
  /// `2026-03-04`.
  static func day(_ instant: Instant) -> String { String(instant.rfc3339.prefix(10)) }

  /// `2026-03-04 10:12:33`; the page's footer says that times are UTC.
  static func time(_ instant: Instant) -> String {
    let text = instant.rfc3339
    return "\(text.prefix(10)) \(text.dropFirst(11).prefix(8))"
  }

  /// The largest unit that it has at least two of, else the one below: `12 d`, `31 h`, `5 min`.
  static func duration(_ milliseconds: Int64) -> String {
    let seconds = abs(milliseconds) / 1000
    let sign = milliseconds < 0 ? "−" : ""
    for (length, unit) in [(Int64(86_400), "d"), (3600, "h"), (60, "min")] where seconds >= 2 * length {
      return "\(sign)\(seconds / length) \(unit)"
    }
    return "\(sign)\(seconds) s"
  }

  /// `12,345`.
  static func count(_ number: Int64) -> String {
    var digits = String(number.magnitude)
    var groups: [Substring] = []
    while digits.count > 3 {
      groups.insert(digits.suffix(3), at: 0)
      digits.removeLast(3)
    }
    return (number < 0 ? "−" : "") + ([digits[...]] + groups).joined(separator: ",")
  }

  /// `1 finding`, `2 findings`.
  static func count(_ number: Int64, _ noun: String) -> String {
    "\(count(number)) \(noun)\(number == 1 ? "" : "s")"
  }

  /// `3.4 MB`, in powers of a thousand.
  static func bytes(_ number: Int64) -> String {
    for (unit, name) in [(Int64(1_000_000_000), "GB"), (1_000_000, "MB"), (1000, "kB")] where number >= unit {
      let tenths = (number * 10 + unit / 2) / unit
      return tenths >= 100 ? "\(count((tenths + 5) / 10)) \(name)" : "\(tenths / 10).\(tenths % 10) \(name)"
    }
    return "\(number) B"
  }

  /// The last part of an ARN, which is what people call the resource; other names as they are.
  static func resource(_ name: String) -> String {
    let parts = name.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
    guard parts.count == 6, parts[0] == "arn", !parts[5].isEmpty else { return name }
    return String(parts[5])
  }

  /// The name of a file without its folders, which are nobody's business but the server's.
  static func file(_ path: String) -> String {
    shortened(path.split(separator: "/").last.map(String.init) ?? path, to: 120)
  }

  /// The beginning of a long text.
  static func shortened(_ text: String, to limit: Int = 300) -> String {
    guard text.unicodeScalars.count > limit else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.prefix(limit))) + "…"
  }
}
