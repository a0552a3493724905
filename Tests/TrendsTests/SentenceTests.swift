import Remediation
import Testing

@testable import Trends

@Suite("The three sentences")
struct SentenceTests {
  func period(
    opened: Int, verified: Int, otherwise: Int = 0, before: Int, hours: [Int64] = []
  ) -> Comparison.Period {
    let start = CivilDate(year: 2026, month: 1, day: 5)
    var period = Comparison.Period(start: start, end: start.advanced(byDays: 28))
    period.flow.opened = opened
    period.flow.closedByReason = [.verified: verified, .suppressed: otherwise]
    period.unresolvedBefore = before
    period.unresolvedAfter = before + opened - verified - otherwise
    period.durations = hours.sorted().map { $0 * .hour }
    return period
  }

  func report(earlier: Comparison.Period, later: Comparison.Period) -> TrendReport {
    var report = TrendReport(asOf: instant("2026-03-04T00:00:00Z"))
    report.recordBegins = instant("2025-01-01T00:00:00Z")
    report.comparison = Comparison(earlier: earlier, later: later)
    return report
  }

  static let quick = Array(1...30).map(Int64.init)
  static let slow = Array(40...69).map(Int64.init)

  @Test(
    "The first sentence follows backlog and times",
    arguments: [
      (20, 100, quick, "better-backlog"), (60, 60, quick, "better-times"), (60, 60, slow, "no-change"),
      (100, 20, slow, "worse-backlog"), (100, 20, quick, "mixed-faster"),
    ])
  func direction(opened: Int, verified: Int, hours: [Int64], rule: String) {
    let report = report(
      earlier: period(opened: 60, verified: 60, before: 500, hours: Self.slow),
      later: period(opened: opened, verified: verified, before: 500, hours: hours))
    #expect(report.direction.rule == rule)
  }

  @Test(
    "Slower times are said, alone and beside a shrinking backlog",
    arguments: [(60, "worse-times"), (200, "mixed-slower")])
  func slower(verified: Int, rule: String) {
    let report = report(
      earlier: period(opened: 60, verified: 60, before: 500, hours: Self.quick),
      later: period(opened: 60, verified: verified, before: 500, hours: Self.slow))
    #expect(report.direction.rule == rule)
  }

  @Test("Its numbers are all named, and closings that nobody verified are seen")
  func evidence() {
    let sentence = report(
      earlier: period(opened: 90, verified: 70, before: 480, hours: Self.slow),
      later: period(opened: 1020, verified: 40, otherwise: 1500, before: 1500, hours: Self.quick)
    ).direction
    #expect(
      sentence.text.replacing("\u{A0}", with: " ")
        == "In the four weeks 5 Jan – 1 Feb 2026 the violations open or claimed fell from 1,500 to 980: "
        + "1,020 opened, 1,540 closed, of them 40 verified by the scanner. The four weeks before: 90 "
        + "opened, 70 closed (70 verified). Median time to remediate fell from 2.3 days (n = 30) to 15.5 "
        + "hours (n = 30).")
  }

  @Test("Few durations are not compared")
  func fewTimes() {
    let report = report(
      earlier: period(opened: 5, verified: 5, before: 9, hours: Self.slow),
      later: period(opened: 5, verified: 5, before: 9, hours: [1, 2, 3]))
    #expect(report.comparison?.times == .unclear && report.comparison?.shift == nil)
    #expect(report.direction.text.hasSuffix("too few to compare."))
  }

  @Test("Seven whole weeks are too few to compare, eight are enough; the running one does not count")
  func tooEarly() throws {
    for (begins, rule) in [("2026-01-05T00:00:00Z", "no-change"), ("2026-01-06T00:00:00Z", "too-early")] {
      var estate = SmallEstate(begins: begins)
      estate.episode(of: estate.violation("S3.1"), opened: instant(begins).milliseconds)
      let report = try estate.report(asOf: "2026-03-04T00:00:00Z")
      #expect(report.sentences.map(\.rule) == [rule, "little-followed", report.decision.rule])
    }
  }

  @Test("What comes back is said first when it is clearly more than one in twenty")
  func hotspot() {
    var report = report(
      earlier: period(opened: 0, verified: 0, before: 0), later: period(opened: 0, verified: 0, before: 0))
    #expect(report.hotspot.rule == "little-followed")
    report.stages = .init(n: 10, toAttempt: 86_400 * 6, toVerified: 86_400)
    #expect(report.hotspot.lead == "Most of the time passes before anybody tries.")
    report.stages = .init(n: 10, toAttempt: 86_400, toVerified: 86_400 * 2)
    #expect(report.hotspot.lead == "Most of the time passes after the first attempt.")
    report.recurrence = .init(closings: 120, followed: 100, recurred: 10)
    report.recurring = [.init(control: "S3.8", closings: 50, followed: 40, recurred: 9)]
    #expect(report.hotspot.rule == "comes-back" && report.hotspot.text.contains("S3.8 leads with 9 of 40"))
    report.recurrence.recurred = 9
    #expect(report.hotspot.rule == "time-goes")
  }

  @Test("Decisions come in the order of their gravity")
  func decisions() throws {
    var report = report(
      earlier: period(opened: 0, verified: 0, before: 0), later: period(opened: 0, verified: 0, before: 0))
    #expect(report.decision.rule == "nothing")
    report.standing = [.init(severity: .low, open: [.older: 4], claimed: 1)]
    #expect(report.decision.rule == "standing-claims")
    report.recurring = [.init(control: "S3.8", closings: 9, followed: 8, recurred: 3)]
    #expect(report.decision.rule == "returning-control")
    let span = Span(
      name: "2026-02", start: CivilDate(year: 2026, month: 2, day: 1),
      end: CivilDate(year: 2026, month: 3, day: 1),
      record: .init(begins: instant("2025-01-01T00:00:00Z"), asOf: report.asOf))
    var month = MonthOfWork(span: span, flow: Flow(), unresolved: 0)
    month.attempts.applied = 40
    month.rollbacks.succeeded = 8
    report.months = [month]
    #expect(report.decision.rule == "frequent-rollbacks")
    report.months[0].attempts.settled = 40
    report.months[0].attempts.contradicted = 8
    #expect(report.decision.rule == "contradicted-fixes")
    report.standing.insert(.init(severity: .high, open: [.month: 7, .quarter: 2, .older: 1]), at: 0)
    #expect(report.decision.lead == "Decide on 3 critical or high violations open for 30 days and longer.")
    #expect(report.decision.text.hasPrefix("10 critical and high violations are open in all."))
  }

  @Test("Whatever the estate, no sentence says more than is known", arguments: 30...44 as ClosedRange<UInt64>)
  func words(seed: UInt64) throws {
    let asOf = NumbersTests.asOf
    let estate = SmallEstate.random(seed: seed, asOf: asOf.milliseconds)
    let report = try estate.read(asOf: asOf) { try TrendReport($0) }
    #expect(report.sentences.count == 3)
    for sentence in report.sentences {
      let text = (sentence.lead + " " + sentence.text).lowercased()
      for word in ["fixed", "compliant", "proved", "nan", "inf", "–\u{A0}", " 1 violations", "optional("] {
        #expect(!text.contains(word), "\(word) in: \(text)")
      }
      #expect(text.hasSuffix(".") && !text.contains("  "))
    }
  }
}
