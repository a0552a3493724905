import Remediation
import Store
import Summary
import Testing

@testable import Trends

@Suite("The numbers of the page")
struct NumbersTests {
  static let asOf = instant("2026-03-04T15:30:00Z")

  /// A report with the summaries of the same store over the windows that it names.
  func compare(
    seed: UInt64, _ check: (SmallEstate, TrendReport, (Window) throws -> EstateSummary) throws -> Void
  ) throws {
    let estate = SmallEstate.random(seed: seed, asOf: Self.asOf.milliseconds)
    let report = try estate.read(asOf: Self.asOf) { try TrendReport($0) }
    try check(estate, report) { window in
      try estate.read(asOf: Self.asOf, window: window) { try EstateSummary($0) }
    }
  }

  @Test("What summary shows over the same window is the same number", arguments: 1...6 as ClosedRange<UInt64>)
  func equalsSummary(seed: UInt64) throws {
    try compare(seed: seed) { _, report, summary in
      let all = try summary(.allTime)
      #expect(report.open == all.violations.open)
      #expect(report.claimed == all.episodes.claimed)
      #expect(report.findings == all.findings)
      for severity in Severity.allCases {
        let open = report.standing.first { $0.severity == severity }?.openCount ?? 0
        #expect(open == all.violations.openBySeverity[severity] ?? 0)
      }
      let since = try summary(Window(from: report.months.first?.span.start.start))
      let flow = report.months.reduce(into: Flow()) { $0 += $1.flow }
      #expect(flow.opened == since.episodes.opened && flow.reopened == since.episodes.reopened)
      for reason in CloseReason.allCases {
        #expect(flow.closedByReason[reason] ?? 0 == since.episodes.closed[reason] ?? 0)
      }
      #expect(report.attempts.total == since.autofix.attempts)
      #expect(report.attempts.succeeded == since.autofix.succeeded)
      #expect(report.attempts.noOps == since.autofix.noOps && report.attempts.notRun == since.autofix.notRun)
      #expect(report.attempts.dryRuns == since.autofix.dryRuns)
      #expect(report.attempts.applied == since.rollbacks.applied)
      #expect(report.rollbacks.succeeded == since.rollbacks.count)
      #expect(report.rollbacks.failed == since.rollbacks.failed)
      #expect(report.recurrence.followed == since.recurrence30d.followed)
      #expect(report.recurrence.recurred == since.recurrence30d.recurred)
    }
  }

  @Test("Times of a month are those of summary over the month", arguments: 7...9 as ClosedRange<UInt64>)
  func monthsEqualSummary(seed: UInt64) throws {
    try compare(seed: seed) { _, report, summary in
      for month in report.months.suffix(3) {
        let times = try summary(Window(from: month.span.start.start, to: month.span.end.start))
          .timeToRemediate
        #expect(month.times.n == times.n && month.times.excluded == times.excluded.values.reduce(0, +))
        #expect(month.times.mean == times.mean && month.times.median == times.median)
      }
    }
  }

  @Test(
    "Weeks count what a plain count finds, and the backlog is what was opened and not closed",
    arguments: 10...29 as ClosedRange<UInt64>)
  func weeks(seed: UInt64) throws {
    let estate = SmallEstate.random(seed: seed, asOf: Self.asOf.milliseconds)
    let report = try estate.read(asOf: Self.asOf) { try TrendReport($0) }
    let untrusted = try estate.untrusted()
    let counted = estate.episodes.filter { !untrusted.contains($0.violation) }
    var before: Int?
    for week in report.weeks {
      let span = week.span.start.start.milliseconds..<week.span.end.start.milliseconds
      #expect(span.upperBound - span.lowerBound == 7 * .day)
      #expect(week.flow.opened == counted.count { span.contains($0.opened) })
      #expect(week.flow.closed == counted.count { $0.closed.map(span.contains) ?? false })
      let left = counted.count { $0.opened < span.upperBound && $0.closed ?? .max >= span.upperBound }
      #expect(week.unresolved == left)
      if let before { #expect(week.unresolved == before + week.flow.opened - week.flow.closed) }
      before = week.unresolved
    }
    #expect(report.weeks.last?.unresolved == report.open + report.claimed)
    #expect(report.months.last?.unresolved == report.open + report.claimed)
    #expect(report.weeks.count <= 27 && report.months.count <= 13)
    #expect(report.weeks.last?.span.coverage == .running)
  }

  @Test("A success counts as contradicted once a day has passed without a PASSED", arguments: [23, 25])
  func contradicted(hours: Int64) throws {
    var estate = SmallEstate(begins: "2026-01-05T00:00:00Z")
    let now = Self.asOf.milliseconds
    for (index, passes) in [nil, now - 1, now - hours * .hour + .hour].enumerated() {
      let violation = estate.violation("S3.\(index)")
      estate.episode(of: violation, opened: now - 9 * .day, closed: passes)
      estate.attempt(on: violation, ended: now - hours * .hour, outcome: .succeeded, contradicted: true)
    }
    let attempts = try estate.read(asOf: Self.asOf) { try TrendReport($0) }.attempts
    #expect(attempts.succeeded == 3 && attempts.total == 3)
    #expect(attempts.settled == (hours == 25 ? 3 : 0))
    // The second passed a day and an hour, less a moment, after the attempt; the third one hour after it.
    #expect(attempts.contradicted == (hours == 25 ? 2 : 0))
  }

  @Test("Stages are medians to the first attempt and from there to PASSED")
  func stages() throws {
    var estate = SmallEstate(begins: "2026-01-05T00:00:00Z")
    let opened = instant("2026-02-01T00:00:00Z").milliseconds
    for hours in [10, 20, 60] as [Int64] {
      let violation = estate.violation("S3.1")
      estate.episode(of: violation, opened: opened, closed: opened + 100 * .hour)
      estate.attempt(
        on: violation, started: opened + hours * .hour, ended: opened + (hours + 1) * .hour, outcome: .failed)
      estate.attempt(on: violation, ended: opened + 90 * .hour, outcome: .succeeded)
      estate.attempt(on: violation, ended: opened + 1, outcome: .succeeded, mode: .dryRun)
    }
    let stages = try estate.read(asOf: Self.asOf) { try TrendReport($0) }.stages
    #expect(stages == .init(n: 3, toAttempt: 20 * 3600, toVerified: 80 * 3600))
  }

  @Test("Controls come back, and the oldest stand first")
  func controls() throws {
    var estate = SmallEstate(begins: "2025-09-01T00:00:00Z")
    let start = instant("2025-10-01T00:00:00Z").milliseconds
    for index in 0..<12 {
      let violation = estate.violation(index < 8 ? "A.1" : "B.1", title: index == 3 ? "Rare" : "Common")
      estate.episode(of: violation, opened: start, closed: start + .day)
      let rest = [0, 30 * .day, 30 * .day + 1, 89 * .day][index % 4]
      estate.episode(of: violation, opened: start + .day + rest, severity: index == 9 ? .high : .low)
    }
    let report = try estate.read(asOf: Self.asOf) { try TrendReport($0) }
    #expect(report.recurring.map(\.control) == ["A.1", "B.1"])
    #expect(report.recurring.map(\.recurred) == [4, 2] && report.recurring.map(\.followed) == [8, 4])
    #expect(report.recurring.map(\.recurred90) == [8, 4])
    #expect(report.recurring.first?.title == "Common")
    #expect(report.oldest.map(\.control) == ["A.1", "B.1"] && report.oldest.map(\.open) == [8, 4])
    #expect(report.oldest.map(\.severity) == [.low, .high])
    #expect(report.oldestSevere?.control == "B.1" && report.oldestSevere?.open == 1)
    #expect(report.oldestSevere?.oldestOpenedAt.milliseconds == start + 31 * .day)
  }
}

extension SmallEstate {
  /// The violations whose senders may not speak for them.
  func untrusted() throws -> Set<Int> {
    let rows = try read(asOf: NumbersTests.asOf) {
      try $0.rows("SELECT violation_id FROM violation_state WHERE NOT trusted")
    }
    return Set(rows.compactMap { $0.int("violation_id").map(Int.init) })
  }
}
