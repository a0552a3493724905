import Queries
import Remediation
import Statistics
import Store

extension Row {
  /// A count; zero where the query has none.
  func count(_ name: String) -> Int { int(name).map(Int.init) ?? 0 }

  /// The median in seconds, from the one or two milliseconds in the middle of an ascending list.
  func median(_ low: String, _ high: String) -> Double? {
    guard let low = int(low), let high = int(high) else { return nil }
    return Quantile.of(0.5, sorted: [Double(low) / 1000, Double(high) / 1000])
  }
}

extension Flow {
  init(_ row: Row) {
    opened = row.count("opened")
    reopened = row.count("reopened")
    for reason in CloseReason.allCases where row.count(reason.name) > 0 {
      closedByReason[reason] = row.count(reason.name)
    }
  }
}

extension Attempts {
  init(_ row: Row) {
    total = row.count("attempts")
    succeeded = row.count("succeeded")
    settled = row.count("settled")
    contradicted = row.count("contradicted")
    noOps = row.count("no_ops")
    notRun = row.count("not_run")
    dryRuns = row.count("dry_runs")
    applied = row.count("applied")
  }
}

extension Rollbacks {
  init(_ row: Row) {
    succeeded = row.count("succeeded")
    failed = row.count("failed")
  }
}

extension TrendReport.Stages {
  init(_ snapshot: borrowing Snapshot, _ from: [String: SQLValue]) throws(StoreError) {
    guard let row = try snapshot.first(Queries.Trends.stageTimes, from) else { return }
    n = row.count("n")
    toAttempt = row.median("waiting_low", "waiting_high")
    toVerified = row.median("working_low", "working_high")
  }
}

extension TrendReport.Recurrence {
  init(_ row: Row, titles: [Int64: String]) {
    control = row.text("control") ?? ""
    title = row.int("control_id").flatMap { titles[$0] }
    closings = row.count("closings")
    followed = row.count("followed")
    recurred = row.count("recurred")
    followed90 = row.count("followed_long")
    recurred90 = row.count("recurred_long")
  }

  static func += (left: inout Self, right: Self) {
    left.closings += right.closings
    left.followed += right.followed
    left.recurred += right.recurred
    left.followed90 += right.followed90
    left.recurred90 += right.recurred90
  }
}

extension TrendReport.OldControl {
  init(_ row: Row, titles: [Int64: String]) {
    control = row.text("control") ?? ""
    title = row.int("control_id").flatMap { titles[$0] }
    severity = row.code("severity") ?? .unknown
    open = row.count("violations")
    old = row.count("old")
    oldestOpenedAt = row.instant("oldest") ?? Instant(milliseconds: 0)
  }
}

extension Comparison {
  /// Nil when there are not enough whole weeks.
  init?(_ snapshot: borrowing Snapshot, _ days: DaysOfFlow, weeks: [WeekOfWork]) throws(StoreError) {
    let whole = weeks.filter { !$0.span.isPartial }.map(\.span).suffix(2 * Self.weeks)
    guard whole.count == 2 * Self.weeks, let first = whole.first, let last = whole.last else { return nil }
    let middle = first.start.advanced(byDays: Int64(7 * Self.weeks))
    self.init(
      earlier: try Period(snapshot, days, from: first.start, to: middle),
      later: try Period(snapshot, days, from: middle, to: last.end))
  }
}

extension Comparison.Period {
  fileprivate init(
    _ snapshot: borrowing Snapshot, _ days: DaysOfFlow, from start: CivilDate, to end: CivilDate
  ) throws(StoreError) {
    self.start = start
    self.end = end
    flow = days.flow(from: start, to: end)
    unresolvedBefore = days.unresolved(before: start)
    unresolvedAfter = days.unresolved(before: end)
    var durations: [Int64] = []
    try snapshot.forEach(
      Queries.Trends.remediationTimes, ["from": SQLValue(start.start), "to": SQLValue(end.start)]
    ) { row in
      if let duration = row.int("duration") { durations.append(duration) }
    }
    self.durations = durations
  }
}
