import JSONKit
import Measures
public import Remediation
public import Statistics

extension EstateSummary {
  /// What was closed, for whatever reason, beside what was opened.
  public struct Flow: Sendable, Equatable {
    public var closed = 0
    public var opened = 0
    /// Below one the backlog grows.
    public var capacity: Double? { opened == 0 ? nil : Double(closed) / Double(opened) }
  }

  /// One ISO week, Monday to Sunday in UTC.
  public struct Week: Sendable, Equatable {
    public var begin: Instant
    public var opened = 0
    public var closed = 0
    public var verified = 0
    /// Severity weight × milliseconds open in it.
    public var weightedMilliseconds: Int64 = 0
    /// Not all of it lies in the window and before as-of.
    public var isPartial = false

    public var exposure: Double { Double(weightedMilliseconds) / Double(Int64.day) }
  }

  /// Week after week, none left out, without impossible times.
  public struct Weeks: Sendable, Equatable {
    public var all: [Week]

    /// How far the episodes closed in a whole week may move without meaning; nil for fewer than two weeks.
    public var limits: XmR? { XmR(whole.map { Double($0.closed) }) }

    /// The weeks whose number of episodes closed chance alone seldom makes.
    public var signals: [Week] {
      let whole = whole
      return limits?.signals.flatMap { signal in signal.points.map { whole[$0] } } ?? []
    }

    private var whole: [Week] { all.filter { !$0.isPartial } }
  }
}

extension EstateSummary.Flow {
  init(_ measured: MeasureCount) {
    closed = measured.numerator
    opened = measured.denominator
  }

  func json(_ weeks: EstateSummary.Weeks?) -> JSONValue {
    [
      "closed": .count(closed), "opened": .count(opened), "capacity": .optional(capacity),
      "limits": weeks?.limits.map { limits in
        [
          "mean": .double(limits.mean), "lower": .double(limits.limits.lower),
          "upper": .double(limits.limits.upper),
        ]
      } ?? .null,
      "signals": weeks.map { .array($0.signals.map { .string($0.name) }) } ?? .null,
      "weeks": weeks.map { weeks in
        .array(
          weeks.all.map { week in
            [
              "week": .string(week.name), "opened": .count(week.opened), "closed": .count(week.closed),
              "verified": .count(week.verified), "partial": week.isPartial ? true : false,
            ]
          })
      } ?? .null,
    ]
  }
}

extension EstateSummary.Weeks {
  /// What each week counts in the exposure.
  var exposureJSON: JSONValue {
    .array(
      all.map { week in
        [
          "week": .string(week.name), "weighted_days": .double(week.exposure),
          "partial": week.isPartial ? true : false,
        ]
      })
  }
}

extension EstateSummary.Week {
  /// `2026-W05`.
  public var name: String { CivilDate(begin).weekName }
}
