public import Remediation

/// A calendar week or month in UTC, half-open, and how much of it the record covers.
public struct Span: Sendable, Hashable {
  public enum Coverage: Sendable {
    case whole
    /// As-of lies in it: it is not over.
    case running
    /// The record begins in it, after its first day.
    case beginning
  }

  /// `2026-W47` or `2026-11`.
  public let name: String
  /// Midnight of its first day.
  public let start: CivilDate
  /// Midnight of the day after its last.
  public let end: CivilDate
  public let coverage: Coverage

  /// Whether it must not be compared with others as if it were whole.
  public var isPartial: Bool { coverage != .whole }

  init(name: String, start: CivilDate, end: CivilDate, record: Record) {
    self.name = name
    self.start = start
    self.end = end
    if record.asOf < end.start {
      coverage = .running
    } else {
      coverage = CivilDate(record.begins) > start ? .beginning : .whole
    }
  }

  func contains(day: Int64) -> Bool {
    day >= start.daysSinceEpoch && day < end.daysSinceEpoch
  }
}

extension Span {
  /// From where to where findings were recorded.
  struct Record: Sendable {
    var begins: Instant
    var asOf: Instant
  }

  /// The ISO 8601 weeks that a report shows: the running one and at most `count` before it, none of them
  /// older than the record.
  static func weeks(_ record: Record, atMost count: Int) -> [Span] {
    let last = CivilDate(record.asOf).monday
    let first = CivilDate(min(record.begins, record.asOf)).monday
    let back = min(Int64(count), (last.daysSinceEpoch - first.daysSinceEpoch) / 7)
    return (0...back).map { index in
      let start = last.advanced(byDays: -7 * (back - index))
      return Span(name: start.weekName, start: start, end: start.advanced(byDays: 7), record: record)
    }
  }

  /// The months that a report shows; see ``weeks(_:atMost:)``.
  static func months(_ record: Record, atMost count: Int) -> [Span] {
    let first = CivilDate(min(record.begins, record.asOf)).firstOfMonth
    var start = CivilDate(record.asOf).firstOfMonth
    var spans: [Span] = []
    while start >= first, spans.count <= count {
      let name = "\(start.year)-" + Words.twoDigits(start.month)
      spans.append(Span(name: name, start: start, end: start.firstOfNextMonth, record: record))
      start = start.advanced(byDays: -1).firstOfMonth
    }
    return spans.reversed()
  }
}

extension CivilDate {
  func advanced(byDays days: Int64) -> CivilDate {
    CivilDate(daysSinceEpoch: daysSinceEpoch + days)
  }
}
