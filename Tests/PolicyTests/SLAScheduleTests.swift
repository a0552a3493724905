import Policy
import Remediation
import TestSupport
import Testing

@Suite("Targets")
struct SLAScheduleTests {
  static let opened = Instant("2026-01-10T00:00:00Z")!

  @Test func `the more precise of several that fit counts`() {
    let schedule = SLASchedule(terms: [
      SLATerms(targets: [
        SLATarget(severity: .high, within: .days(30)),
        SLATarget(severity: .high, environment: "production", within: .days(10)),
        SLATarget(severity: .high, risk: "exposed", within: .days(5)),
        SLATarget(severity: .high, environment: "production", risk: "exposed", within: .days(2)),
      ])
    ])
    func days(_ environment: String?, _ risk: String?) -> TimeSpan? {
      schedule.target(severity: .high, environment: environment, risk: risk, openedAt: Self.opened)?.within
    }
    #expect(days(nil, nil) == .days(30) && days("test", "low") == .days(30))
    #expect(days("production", nil) == .days(10))
    #expect(days("test", "exposed") == .days(5))
    #expect(days("production", "exposed") == .days(2))
    #expect(schedule.target(severity: .low, environment: nil, risk: nil, openedAt: Self.opened) == nil)
  }

  @Test func `terms that begin later never judge what opened before`() {
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<200 {
      let change = Self.opened.advanced(
        byMilliseconds: .random(in: -30 * .day...30 * .day, using: &generator))
      let opened = Self.opened.advanced(
        byMilliseconds: .random(in: -30 * .day...30 * .day, using: &generator))
      let before = SLASchedule.builtIn
      var after = before
      after.terms.append(
        SLATerms(effective: change, targets: [SLATarget(severity: .critical, within: .hours(1))]))
      let target = after.target(severity: .critical, environment: nil, risk: nil, openedAt: opened)
      let old = before.target(severity: .critical, environment: nil, risk: nil, openedAt: opened)
      #expect(opened < change ? target == old : target?.within == .hours(1))
    }
  }

  @Test func `a level of risk needs every condition, and the first that fits counts`() {
    let schedule = SLASchedule(
      terms: [],
      risks: [
        RiskLevel(name: "exposed", score: 70, internetReachable: true), RiskLevel(name: "scored", score: 50),
      ])
    #expect(schedule.risk(of: RiskFacts(score: 80, internetReachable: true)) == "exposed")
    #expect(schedule.risk(of: RiskFacts(score: 80)) == "scored")
    #expect(schedule.risk(of: RiskFacts(score: 60, internetReachable: true)) == "scored")
    #expect(schedule.risk(of: RiskFacts(internetReachable: true)) == nil)
  }
}
