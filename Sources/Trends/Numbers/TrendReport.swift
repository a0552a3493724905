public import Remediation
public import Statistics

/// What the leader's page is made of: the numbers of an estate up to as-of, by week and by month.
///
/// Weeks are ISO weeks, months calendar months, both in UTC and half-open; the one that as-of lies in and
/// the one in which the record begins are partial. What is counted is defined in `docs/definitions.md`.
public struct TrendReport: Sendable, Equatable {
  /// How many whole weeks and months a report goes back at most.
  static let mostWeeks = 26
  static let mostMonths = 12

  public var asOf: Instant
  /// The earliest event of any finding; nil in an empty store.
  public var recordBegins: Instant?
  public var findings = 0

  /// By start, the running one last; empty in an empty store.
  public var weeks: [WeekOfWork] = []
  public var months: [MonthOfWork] = []

  /// What is open and claimed now, the worst severity first; severities without any are left out.
  public var standing: [Standing] = []
  /// Controls whose violations came back within 30 days, the most first; at most ten.
  public var recurring: [Recurrence] = []
  /// All controls together, over the same closings.
  public var recurrence = Recurrence()
  /// Controls with the oldest open violations; at most ten.
  public var oldest: [OldControl] = []
  /// The same among critical and high ones; at most one.
  public var oldestSevere: OldControl?
  /// Where the time goes, over the episodes closed verified in the months shown.
  public var stages = Stages()
  /// The four whole weeks before the running one beside the four before those; nil where the record is
  /// too short.
  public var comparison: Comparison?

  init(asOf: Instant) {
    self.asOf = asOf
  }

  /// Violations of one severity that are open or claimed.
  public struct Standing: Sendable, Equatable {
    public var severity: Severity
    public var open: [AgeClass: Int] = [:]
    public var claimed = 0

    public var openCount: Int { open.values.reduce(0, +) }

    /// How many have been open for at least the least age of a class.
    func open(from age: AgeClass) -> Int {
      open.filter { $0.key.rawValue >= age.rawValue }.values.reduce(0, +)
    }
  }

  /// How long something has been open. Raw values are those of `queries/trends/open_by_age.sql`.
  public enum AgeClass: Int, Sendable, CaseIterable {
    /// The time of opening cannot be.
    case impossible = 0
    case week, month, quarter, half, older
  }

  /// How often violations of a control came back after the scanner had reported PASSED.
  public struct Recurrence: Sendable, Equatable {
    /// The control as its source names it; empty for all controls together.
    public var control = ""
    public var title: String?
    public var closings = 0
    /// Closed at least 30 days before as-of, and those of them that opened again within 30 days.
    public var followed = 0
    public var recurred = 0
    /// The same for 90 days.
    public var followed90 = 0
    public var recurred90 = 0

    public var interval: Bounds? { Wilson.interval(successes: recurred, of: followed) }
  }

  public struct OldControl: Sendable, Equatable {
    public var control: String
    public var title: String?
    /// The worst of its open violations.
    public var severity: Severity
    public var open: Int
    /// Open for 90 days and more.
    public var old: Int
    public var oldestOpenedAt: Instant
  }

  /// Medians in seconds over the episodes with at least one enforced attempt.
  public struct Stages: Sendable, Equatable {
    public var n = 0
    /// From opening to the first attempt.
    public var toAttempt: Double?
    /// From the first attempt to the scanner's PASSED.
    public var toVerified: Double?
  }
}

extension TrendReport {
  public var isEmpty: Bool { recordBegins == nil }
  public var open: Int { standing.map(\.openCount).reduce(0, +) }
  public var claimed: Int { standing.map(\.claimed).reduce(0, +) }

  /// All months shown together.
  public var attempts: Attempts { months.reduce(into: Attempts()) { $0 += $1.attempts } }
  public var rollbacks: Rollbacks { months.reduce(into: Rollbacks()) { $0 += $1.rollbacks } }

  /// The first day of the months shown.
  var monthsBegin: CivilDate? { months.first?.span.start }
}
