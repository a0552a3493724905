import Remediation

extension Instant {
  /// As people read it, to the second: `2026-03-04 10:12:33 UTC`. Attributes of the XML are exact.
  var shown: String {
    let text = rfc3339
    return "\(text.prefix(10)) \(text.dropFirst(11).prefix(8)) UTC"
  }

  /// `2026-03-04`.
  var day: String { String(rfc3339.prefix(10)) }
}

/// A span of time as people read it: the two largest units, `3 d 4 h`.
func shownDuration(_ milliseconds: Int64) -> String {
  let seconds = abs(milliseconds) / 1000
  let parts = [
    (seconds / 86_400, "d"), (seconds / 3600 % 24, "h"), (seconds / 60 % 60, "min"), (seconds % 60, "s"),
  ]
  guard let first = parts.firstIndex(where: { $0.0 > 0 }) else { return "0 s" }
  let shown = parts[first..<min(first + 2, parts.count)].filter { $0.0 > 0 }
  return (milliseconds < 0 ? "−" : "") + shown.map { "\($0.0) \($0.1)" }.joined(separator: " ")
}

/// `1 record`, `2 records`.
func counted(_ count: Int, _ noun: String, plural: String? = nil) -> String {
  count == 1 ? "1 \(noun)" : "\(count) \(plural ?? noun + "s")"
}
