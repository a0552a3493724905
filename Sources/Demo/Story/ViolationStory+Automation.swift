extension ViolationStory {
  enum Executor { case automation, person }

  /// What the pipeline decided, with each check that it made on the way.
  mutating func decide(_ decision: String, lane: DemoControl.Lane? = nil) {
    pause(random.between(CivilTime.minute, 9 * CivilTime.minute))
    let lane = lane ?? subject.control?.lane ?? .repair
    correlation = random.uuid()
    let data: [(String, JSONTree)] = [
      ("lane", .text(lane.rawValue)), ("decision", .text(decision)),
      ("policy", ["id": "example-remediation", "version": "1", "digest": .text(plan.policyDigest)]),
      (
        "checks",
        [
          check("severity", "at least LOW", severity.rawValue, passed: true),
          check("environment", "has a lane", subject.account.environment, passed: true),
          check("owner", "known", subject.account.team, passed: true),
          check("exception", "none", "none", passed: true),
          check("resourceType", "has a runbook", subject.resource.rawValue, passed: decision != "review"),
          check(
            "allowedAction", "change without approval", decision == "auto" ? "allowed" : "not allowed",
            passed: decision == "auto"),
        ]
      ),
      (
        "reason",
        .text(decision == "review" ? "A person has to choose the change." : "The runbook covers it.")
      ),
    ]
    guard log("remediation.decided", data) else { return }
    decidedID = currentID
    outcome.decidedFindings.insert(decidedID)
    if decision == "review" { outcome.escalatedFindings.insert(decidedID) }
  }

  private func check(_ name: String, _ expected: String, _ actual: String, passed: Bool) -> JSONTree {
    ["name": .text(name), "expected": .text(expected), "actual": .text(actual), "passed": .flag(passed)]
  }

  /// Decides for the pipeline, with an approval where the environment asks for one.
  mutating func decideForAutomation() {
    decide(subject.account.needsApproval ? "approve" : "auto")
    guard subject.account.needsApproval else { return }
    pause(random.between(1000, 5000))
    let change: JSONTree = .text("Run \(subject.runbook) on \(subject.resourceName).")
    log(
      "approval.requested", [("by", .text(People.automation(account: subject.account))), ("change", change)])
    pause(plan.paced(random.skewed(median: 2 * CivilTime.hour), at: clock))
    untilWorkingTime()
    if random.chance(60) {
      log("approval.denied", isPerson: true, [("by", .text(reviewer())), ("change", change)])
      pause(CivilTime.day)
      untilWorkingTime()
    }
    log("approval.granted", isPerson: true, [("by", .text(reviewer())), ("change", change)])
  }

  /// How exposed the resource is, as a risk engine sees it.
  mutating func scoreRisk() {
    pause(random.between(10_000, 50_000))
    let isReachable = random.chance(450)
    log(
      "finding.risk-scored",
      [
        ("score", .number(random.between(isReachable ? 60 : 20, isReachable ? 98 : 70))),
        ("internetReachable", .flag(isReachable)), ("sensitiveData", .flag(subject.account.isPayments)),
        ("attackPath", .flag(isReachable && random.chance(300))),
      ])
  }

  mutating func escalate(_ reason: String) {
    pause(random.between(5000, 60_000))
    let to: JSONTree = .text(subject.account.team)
    let data: [(String, JSONTree)] = [("to", to), ("channel", "pager"), ("reason", .text(reason))]
    guard log("finding.escalated", about: decidedID, data) else { return }
    outcome.escalatedFindings.insert(decidedID)
    pause(random.between(500, 5000))
    log(
      "notification.sent",
      [
        ("to", to), ("channel", "chat"),
        ("reason", .text("\(subject.problemName) in \(subject.account.name)")),
      ])
  }

  /// One automatic repair: queue, perhaps a dry run, then the enforced attempt.
  mutating func automaticRepair(_ result: String = "succeeded", flags: Bool? = nil) {
    decideForAutomation()
    pause(plan.paced(random.skewed(median: 50 * CivilTime.minute), at: clock))
    settle(3 * CivilTime.day)
    if random.chance(180) {
      attempt(.automation, mode: "dry-run", outcome: "succeeded")
      pause(random.between(CivilTime.minute, 10 * CivilTime.minute))
    }
    attempt(.automation, outcome: result)
    let setsWorkflow = flags ?? random.chance(600)
    guard result == "succeeded" ? setsWorkflow : true else { return }
    pause(random.between(2000, 9000))
    update(
      workflow: result == "succeeded" ? "RESOLVED" : "NOTIFIED",
      note: result == "succeeded"
        ? "\(subject.runbook) ran; waiting for the next check." : "\(subject.runbook) ended: \(result).",
      by: People.automation(account: subject.account))
  }

  /// Writes one attempt, with the state before and after where it changed something.
  @discardableResult
  mutating func attempt(
    _ executor: Executor, mode: String = "enforce", outcome result: String, reference: JSONTree? = nil,
    reason: (code: String, text: String)? = nil, duration: Int64? = nil
  ) -> String {
    let id = random.uuid()
    guard !isOver else { return id }
    let started = clock
    let isRun = result != "not-run"
    if isRun { clock += duration ?? random.between(15_000, 210_000) }
    let ended = clock
    clock += random.between(150, 1500)
    let isAutomatic = executor == .automation
    let setting = subject.control?.setting
    let reached = result == "succeeded" && mode == "enforce"
    var change: [(String, JSONTree)] = [
      ("summary", .text("\(setting?.name ?? "Package") of \(subject.resourceName)")),
      ("reference", reference ?? ["ssmExecution": .text(id), "cloudTrailEvent": .text(random.uuid())]),
    ]
    if isRun {
      let name = setting?.name ?? "Package"
      let before = setting?.before ?? "vulnerable"
      change.append(("before", .members([(name, before)])))
      change.append(("after", .members([(name, reached ? setting?.after ?? "updated" : before)])))
    }
    var data: [(String, JSONTree)] = [
      ("attempt", .text(id)), ("mode", .text(mode)),
      ("phase", .text(plan.progress(clock) < 250 ? "canary" : "fleet")),
      (
        "executor",
        [
          "kind": isAutomatic ? "automation" : "human",
          "id": .text(isAutomatic ? People.automation(account: subject.account) : colleague()),
          "role": .text(isAutomatic ? "RemediationRunner" : "SecurityOperations"),
        ]
      ),
      (
        "workflow",
        [
          "id": .text(subject.runbook), "version": .text(plan.progress(clock) < 450 ? "1.4.0" : "2.0.1"),
        ]
      ),
      ("change", .members(change)), ("started", .text(CivilTime.text(started))),
      ("ended", .text(CivilTime.text(ended))), ("outcome", .text(result)),
    ]
    let why = reason ?? failureReason(result)
    if let why { data.append(("reason", ["code": .text(why.code), "text": .text(why.text)])) }
    guard log("remediation.attempted", isPerson: !isAutomatic, data) else { return id }
    outcome.attempts.append(
      .init(
        end: ended, isAutomatic: isAutomatic, isEnforced: mode == "enforce", outcome: result,
        reason: why?.code))
    if reached { outcome.claim(at: ended) }
    return id
  }

  private mutating func failureReason(_ result: String) -> (code: String, text: String)? {
    switch result {
    case "failed":
      random.pick([
        ("access-denied", "The role may not change this resource."),
        ("throttled", "The service refused the rate of the calls."),
        ("precondition-failed", "The resource is managed by a stack that sets it back."),
      ])
    case "timed-out": ("timed-out", "No answer within 15 minutes.")
    case "cancelled": ("cancelled", "Stopped by a change freeze.")
    case "no-op": ("already-in-state", "The setting already has the wanted value.")
    default: nil
    }
  }

  /// How long the scanner takes to look at a resource that changed.
  mutating func checkDelay() -> Int64 {
    subject.control?.evaluation == .periodic
      ? random.between(11 * CivilTime.hour, 24 * CivilTime.hour + 40 * CivilTime.minute)
      : random.between(2 * CivilTime.minute, 95 * CivilTime.minute)
  }

  /// The scanner looks, finds nothing wrong, and the pipeline takes note.
  mutating func confirm() {
    pause(checkDelay())
    evaluate(.passed)
    guard !isOver, random.chance(550) else { return }
    pause(random.between(5000, 120_000))
    log(
      "remediation.verified",
      [
        ("result", "passed"), ("method", "scanner"), ("by", .text(FindingState.productArn(of: subject))),
        ("evidence", .text("snapshot of \(CivilTime.text(findings.last?.updatedAt ?? clock))")),
      ])
  }

  /// Takes a change back; the attempt named is the one that made it.
  mutating func rollBack(_ attempt: String, succeeds: Bool) {
    let trigger = random.pick(["health-check-failed", "owner-request", "error-budget-spent"])
    let restored: JSONTree = subject.control.map { .members([($0.setting.name, $0.setting.before)]) } ?? .null
    guard
      log(
        "remediation.rolled-back",
        [
          ("attempt", .text(attempt)), ("trigger", .text(trigger)),
          ("outcome", .text(succeeds ? "succeeded" : "failed")), ("restored", succeeds ? restored : .null),
        ])
    else { return }
    outcome.rollbacks.append(.init(at: clock, succeeded: succeeds))
    if succeeds { outcome.withdrawClaim() }
  }
}
