import Demo
import Measures
import Remediation
import Summary
import Testing

@Suite("The summary of a demo estate")
struct TruthTests {
  @Test func `has the numbers that the estate was written with`() throws {
    let demo = try DemoStore()
    let truth = demo.truth
    let numbers = try demo.report().whole
    #expect(numbers.autofix.attempts == truth.automation.attempts)
    #expect(numbers.autofix.succeeded == truth.automation.succeeded)
    #expect(numbers.autofix.dryRuns == truth.automation.dryRuns)
    #expect(numbers.autofix.noOps == truth.automation.noOps)
    #expect(numbers.autofix.notRunByReason == truth.automation.notRun)
    #expect(numbers.autofix.proven == Share(count: truth.automation.proven, of: truth.automation.judged))
    #expect(numbers.autofix.contradicted.count == truth.automation.contradicted)
    #expect(numbers.rollbacks.count == truth.rollbacks)
    #expect(numbers.rollbacks.failed == truth.failedRollbacks)
    #expect(numbers.rollbacks.applied == truth.changesApplied)
    #expect(numbers.beforeHuman.count == truth.beforeAnyHuman)
    #expect(numbers.loops.count == truth.loops)
    #expect(numbers.escalations == Share(count: truth.escalatedFindings, of: truth.decidedFindings))
    #expect(numbers.falsePositives.confirmed == truth.verdicts["false-positive"] ?? 0)
    #expect(numbers.falsePositives.truePositive == truth.verdicts["true-positive"] ?? 0)
    #expect(numbers.falsePositives.benign == truth.verdicts["benign"] ?? 0)
    #expect(numbers.serviceLevel.met == Share(count: truth.service.met, of: truth.service.decided))
    #expect(numbers.serviceLevel.overdue == truth.service.overdue)
    #expect(numbers.serviceLevel.dueSoon == truth.service.dueSoon)
    #expect(numbers.exceptions.active == truth.exceptionsActive)
    #expect(numbers.exceptions.expired == truth.exceptionsExpired)
    #expect(
      numbers.prevented.blocked == Share(count: truth.gateBlocked, of: truth.gateBlocked + truth.gatePassed))
    #expect(numbers.prevented.waived == truth.gateWaived)
    // What was judged is not nothing, or the comparison says nothing.
    #expect(numbers.autofix.proven.count > 0 && numbers.serviceLevel.overdue > 0 && numbers.loops.count > 0)
  }

  @Test func `has the recurrences of each control`() throws {
    let demo = try DemoStore()
    let cells = try demo.report(by: .control).cells
    for (control, told) in demo.truth.recurrenceByControl {
      let cell = try #require(cells.first { $0.cell == control }, "\(control)")
      #expect(
        cell.recurrence30d.followed == told.followed30 && cell.recurrence30d.recurred == told.recurred30)
      #expect(
        cell.recurrence90d.followed == told.followed90 && cell.recurrence90d.recurred == told.recurred90)
    }
    #expect(demo.truth.recurrenceByControl.values.contains { $0.recurred30 > 0 })
  }
}
