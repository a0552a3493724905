extension ViolationStory {
  /// Lives the whole story: opening, fate, whatever recurs, and the rest of the span.
  mutating func live(_ fate: Fate, foundAt found: Int64) {
    begin(foundAt: found)
    if severity == .critical || severity == .high, random.chance(400) { scoreRisk() }
    switch fate {
    case .repaired: repaired()
    case .repairFailed: repairFailed()
    case .contradicted: contradicted()
    case .rolledBack, .rolledBackUnseen, .rollbackFailed: rolled(fate)
    case .repairedByPerson: repairedByPerson()
    case .untracked: untracked()
    case .truePositive: truePositive()
    case .noChangeNeeded: noChangeNeeded()
    case .neverRun: neverRun()
    case .loop: loop()
    case .falsePositive, .reviewedFalsePositive, .unreviewedFalsePositive, .benign: judged(fate)
    case .suppressed, .suppressionLifted: suppressed(isLifted: fate == .suppressionLifted)
    case .resourceGone: goneAfterAWhile()
    case .archived: archivedWithoutReason()
    case .claimedByAutomation, .claimedByPerson: claimed(fate)
    case .open: leftOpen()
    case .timeDefect: untracked()
    }
    recur()
    finish()
  }

  private mutating func repaired() {
    automaticRepair()
    confirm()
  }

  private mutating func repairFailed() {
    automaticRepair(random.pick(["failed", "failed", "timed-out", "cancelled"]))
    if plan.isIncident(clock), random.chance(500) {
      pause(CivilTime.minute)
      log(
        "delivery.dead-lettered",
        [
          ("queue", "remediation-requests"), ("attempts", 3), ("error", "the worker did not answer"),
        ])
      pause(2 * CivilTime.hour)
      log("delivery.replayed", [("queue", "remediation-requests"), ("attempts", 1)])
    }
    if random.chance(400) { escalate("the runbook did not succeed") }
    personalRepair()
  }

  /// The attempt says done, and the next check says otherwise.
  private mutating func contradicted() {
    automaticRepair()
    pause(checkDelay())
    evaluate(.failed)
    pause(random.between(26 * CivilTime.hour, 60 * CivilTime.hour))
    if random.chance(500) { repaired() } else { personalRepair() }
  }

  private mutating func rolled(_ fate: Fate) {
    decideForAutomation()
    pause(plan.paced(random.skewed(median: 30 * CivilTime.minute), at: clock))
    settle(4 * CivilTime.day)
    let change = attempt(.automation, outcome: "succeeded")
    if fate == .rolledBackUnseen {
      // Taken back before the scanner looked: the claim goes, and nothing was contradicted.
      pause(random.between(20_000, 90_000))
      rollBack(change, succeeds: true)
      pause(checkDelay())
      evaluate(.failed)
      pause(30 * CivilTime.hour)
      return personalRepair()
    }
    confirm()
    idle(random.between(CivilTime.hour, 8 * CivilTime.day))
    settle(CivilTime.day)
    rollBack(change, succeeds: fate == .rolledBack)
    guard fate == .rolledBack else { return }
    pause(checkDelay())
    evaluate(.failed)
    pause(26 * CivilTime.hour)
    personalRepair(recorded: true)
  }

  private mutating func repairedByPerson() {
    let isEscalated = subject.control?.lane == .escalate
    if isEscalated || random.chance(450) { decide("review") }
    if isEscalated, random.chance(350) { escalate("the change needs its owner") }
    personalRepair()
  }

  /// Somebody put it right and told nobody.
  private mutating func untracked() {
    idle(plan.paced(random.skewed(median: severity.personMedian), at: clock))
    settle(CivilTime.day)
    evaluate(.passed)
  }

  private mutating func truePositive() {
    decide("review")
    pause(plan.paced(random.skewed(median: 8 * CivilTime.hour), at: clock))
    triage("true-positive", reviewed: true)
    personalRepair()
  }

  private mutating func noChangeNeeded() {
    decideForAutomation()
    pause(plan.paced(random.skewed(median: CivilTime.hour), at: clock))
    settle(2 * CivilTime.day)
    attempt(.automation, outcome: "no-op")
    confirm()
  }

  private mutating func neverRun() {
    decide("auto")
    pause(random.between(CivilTime.minute, CivilTime.hour))
    attempt(
      .automation, outcome: "not-run",
      reason: random.pick([
        ("no-runbook", "No runbook for this control."), ("not-enabled", "The runbook is not enabled here."),
        ("role-not-assumed", "The role of the account could not be assumed."),
        ("not-new", "The workflow was no longer NEW."),
      ]))
    if random.chance(600) { personalRepair() }
  }

  /// The pipeline tries again and again within minutes.
  private mutating func loop() {
    decide("auto")
    for _ in 0..<5 {
      pause(random.between(10_000, 30_000))
      attempt(.automation, outcome: "failed", duration: random.between(30_000, 60_000))
    }
    escalate("the runbook fails in a loop")
    personalRepair()
  }

  private mutating func judged(_ fate: Fate) {
    if random.chance(550) { decide("review") }
    pause(plan.paced(random.skewed(median: 14 * CivilTime.hour), at: clock))
    switch fate {
    case .falsePositive:
      judge(
        "FALSE_POSITIVE", as: "false-positive", .falsePositive,
        note: "False positive: the delivery network serves this on purpose.")
      isOver = true
    case .benign:
      judge("BENIGN_POSITIVE", as: "benign", .benign, note: "True, and meant to be so: a honeypot.")
      isOver = true
    case .reviewedFalsePositive:
      triage("false-positive", reviewed: true)
      isOver = true
    default: triage("false-positive", reviewed: false)
    }
  }

  private mutating func suppressed(isLifted: Bool) {
    if isLifted { settle(40 * CivilTime.day) }
    pause(plan.paced(random.skewed(median: 2 * CivilTime.day), at: clock))
    let granted = grantException(days: random.between(30, 120))
    guard isLifted else {
      suppress()
      isOver = true
      return
    }
    guard granted else { return personalRepair() }
    suppress()
    pause(random.between(3 * CivilTime.day, 18 * CivilTime.day))
    liftSuppression()
    personalRepair()
  }

  private mutating func goneAfterAWhile() {
    if random.chance(300) { assign() }
    idle(random.skewed(median: 9 * CivilTime.day))
    loseResource()
    isOver = true
  }

  private mutating func archivedWithoutReason() {
    idle(random.skewed(median: 12 * CivilTime.day))
    archive(nil, as: .archived)
    isOver = true
  }

  private mutating func claimed(_ fate: Fate) {
    if fate == .claimedByAutomation {
      automaticRepair()
    } else {
      pause(plan.paced(random.skewed(median: severity.personMedian), at: clock))
      untilWorkingTime()
      update(workflow: "RESOLVED", note: "Done by hand; please check.", by: colleague())
      if !isOver { outcome.claim(at: lastNoteAt) }
    }
    isOver = true
  }

  private mutating func leftOpen() {
    let isEscalated = (severity == .critical || severity == .high) && random.chance(400)
    if isEscalated || random.chance(300) { decide("review") }
    if random.chance(500) { assign() }
    if isEscalated { escalate("no owner has answered") }
  }

  /// Opens again where the cause was left in place: a template, a script, a habit.
  private mutating func recur() {
    guard let control = subject.control else { return }
    var times = 0
    while !isOver, outcome.episodes.last?.reason == .verified, times < 3 {
      let forced = script.recurs && times == 0
      guard forced || random.chance(control.recurrence / (times + 1)) else { return }
      times += 1
      idle(max(6 * CivilTime.hour, random.skewed(median: 11 * CivilTime.day)))
      guard !isOver else { return }
      let changesID = border == nil && (script.takesNewID || random.chance(120))
      if changesID { reopenUnderNewID() } else { evaluate(.failed) }
      if control.lane != .escalate, random.chance(600) { repaired() } else { personalRepair() }
    }
  }

  /// What is still open is looked at now and then; what is closed rests.
  private mutating func finish() {
    var looks = 0
    while !isOver, outcome.isOpen, looks < 4 {
      idle(random.between(15 * CivilTime.day, 35 * CivilTime.day))
      looks += 1
    }
    if !isOver, random.chance(150) { idle(random.between(5 * CivilTime.day, 30 * CivilTime.day)) }
    if !isOver { pause(plan.until - clock + 1) }
  }
}
