extension DemoTruth {
  struct Records {
    let snapshots: Int
    let historyRecords: Int
    let ledgerLines: Int
    let oddities: Oddities
  }

  init(outcomes told: [ViolationOutcome], asOf: Int64, gate: Gate.Counts, records: Records) {
    let outcomes = told.filter { !$0.findingIDs.isEmpty }.map { outcome in
      var moved = outcome
      moved.moveDeadlines()
      return moved
    }
    let episodes = outcomes.flatMap(\.episodes)
    let verified = episodes.filter { $0.reason == .verified }
    findings = outcomes.reduce(0) { $0 + $1.findingIDs.count }
    snapshots = records.snapshots
    duplicates = records.oddities.backfilled.count + records.oddities.repeatedEvents.count
    historyRecords = records.historyRecords
    ledgerEvents = records.ledgerLines
    rejected = records.oddities.malformed.count
    violations = outcomes.count
    spans = outcomes.map(\.episodes)
    opened = episodes.count
    reopened = episodes.filter { $0.number > 1 }.count
    open = episodes.filter(\.isOpen).count
    claimed = episodes.filter(\.isClaimed).count
    closed = episodes.reduce(into: [:]) { counts, episode in
      if let reason = episode.reason { counts[reason, default: 0] += 1 }
    }
    timeDefects = episodes.filter(\.hasTimeDefect).count
    var all = Durations()
    var bySeverity: [String: Durations] = [:]
    for episode in verified where !episode.hasTimeDefect {
      let length = (episode.closed ?? episode.opened) - episode.opened
      all.count += 1
      all.milliseconds += length
      bySeverity[episode.severity, default: .init()].count += 1
      bySeverity[episode.severity, default: .init()].milliseconds += length
    }
    remediation = all
    remediationBySeverity = bySeverity
    beforeAnyHuman = outcomes.reduce(0) { $0 + $1.spansWithoutPerson }
    automation = outcomes.reduce(into: Automation()) { $1.count(into: &$0, asOf: asOf) }
    let attempts = outcomes.flatMap(\.attempts)
    changesApplied = attempts.filter { $0.isEnforced && $0.outcome == "succeeded" }.count
    let back = outcomes.flatMap(\.rollbacks)
    rollbacks = back.filter(\.succeeded).count
    failedRollbacks = back.count - rollbacks
    loops = outcomes.filter(\.hasLoop).count
    decidedFindings = outcomes.reduce(0) { $0 + $1.decidedFindings.count }
    escalatedFindings = outcomes.reduce(0) { $0 + $1.escalatedFindings.count }
    verdicts = outcomes.reduce(into: [:]) { counts, outcome in
      if let verdict = outcome.verdict { counts[verdict, default: 0] += 1 }
    }
    service = episodes.reduce(into: Service()) { $1.count(into: &$0, asOf: asOf) }
    let exceptions = outcomes.flatMap(\.exceptions)
    exceptionsActive = exceptions.filter { !$0.isRevoked && $0.until > asOf }.count
    exceptionsExpired = exceptions.filter { !$0.isRevoked && $0.until <= asOf }.count
    recurrenceByControl = outcomes.reduce(into: [:]) { counts, outcome in
      guard outcome.isControl else { return }
      outcome.countRecurrence(into: &counts[outcome.problem, default: .init()], asOf: asOf)
    }
    gateBlocked = gate.blocked
    gatePassed = gate.passed
    gateWaived = gate.waived
  }
}

extension ViolationOutcome {
  fileprivate var spansWithoutPerson: Int {
    var before = Int64.min
    var count = 0
    for episode in episodes {
      guard let closed = episode.closed else { continue }
      if episode.reason == .verified, !personEntries.contains(where: { $0 > before && $0 <= closed }) {
        count += 1
      }
      before = closed
    }
    return count
  }

  fileprivate func count(into total: inout DemoTruth.Automation, asOf: Int64) {
    for attempt in attempts where attempt.isAutomatic {
      guard attempt.isEnforced else {
        total.dryRuns += 1
        continue
      }
      switch attempt.outcome {
      case "no-op": total.noOps += 1
      case "not-run": total.notRun[attempt.reason ?? "", default: 0] += 1
      default:
        total.attempts += 1
        let isJudged = attempt.end <= asOf - 30 * CivilTime.day
        if isJudged { total.judged += 1 }
        guard attempt.outcome == "succeeded" else { continue }
        total.succeeded += 1
        if isJudged, hasHeld(since: attempt.end) { total.proven += 1 }
        if attempt.end <= asOf - CivilTime.day, isContradicted(after: attempt.end) { total.contradicted += 1 }
      }
    }
  }

  private func hasHeld(since end: Int64) -> Bool {
    let horizon = end + 30 * CivilTime.day
    let isVerified = episodes.contains { episode in
      guard episode.reason == .verified, let closed = episode.closed else { return false }
      return closed > end && closed <= end + CivilTime.day
    }
    let isRolledBack = rollbacks.contains { $0.succeeded && $0.at > end && $0.at <= horizon }
    let failsAgain = evaluations.contains { $0.failed && $0.at > end && $0.at <= horizon }
    return isVerified && !isRolledBack && !failsAgain
  }

  private func isContradicted(after end: Int64) -> Bool {
    guard let first = evaluations.first(where: { $0.at > end }), first.failed else { return false }
    let isRolledBack = rollbacks.contains { $0.succeeded && $0.at > end && $0.at <= first.at }
    let passes = evaluations.contains { !$0.failed && $0.at > end && $0.at <= end + CivilTime.day }
    return !isRolledBack && !passes
  }

  fileprivate var hasLoop: Bool {
    let ends = attempts.filter { $0.isAutomatic && $0.isEnforced }.map(\.end).sorted()
    return ends.indices.contains { $0 >= 3 && ends[$0] - ends[$0 - 3] <= 10 * CivilTime.minute }
  }

  fileprivate func countRecurrence(into total: inout DemoTruth.Recurrence, asOf: Int64) {
    for (place, episode) in episodes.enumerated() {
      guard episode.reason == .verified, let closed = episode.closed else { continue }
      let next = place + 1 < episodes.count ? episodes[place + 1].opened : Int64.max
      if closed <= asOf - 30 * CivilTime.day {
        total.followed30 += 1
        if next <= closed + 30 * CivilTime.day { total.recurred30 += 1 }
      }
      if closed <= asOf - 90 * CivilTime.day {
        total.followed90 += 1
        if next <= closed + 90 * CivilTime.day { total.recurred90 += 1 }
      }
    }
  }
}

extension DemoEpisode {
  /// Decided: verified in time, or the deadline passed first; any other close before it is left out.
  fileprivate func count(into total: inout DemoTruth.Service, asOf: Int64) {
    guard let deadline, !hasTimeDefect else { return }
    if let closed, closed <= deadline {
      if reason == .verified { total.met += 1 }
      return
    }
    if deadline <= asOf {
      total.missed += 1
      if closed == nil { total.overdue += 1 }
    } else if closed == nil, deadline <= asOf + 7 * CivilTime.day {
      total.dueSoon += 1
    }
  }
}
