import Ingest

// What each type of ledger entry adds to its statement; the members are those of docs/ledger-format.md.
extension Statement {
  mutating func addAssignment(_ details: LedgerDetails) {
    add("Owner", details.owner)
    add("Team", details.team)
    add("Ticket", [details.ticket.system, details.ticket.key].compactMap { $0 }.joined(separator: " "))
    add("Ticket address", details.ticket.url, .link)
    add("Due", details.due)
  }

  mutating func addMessage(_ details: LedgerDetails) {
    add("To", details.to)
    add("Channel", details.channel)
    addReason(details)
  }

  mutating func addDecision(_ details: LedgerDetails) {
    add("Lane", details.lane)
    add("Decision", details.decision)
    add(
      "Policy", [details.policy.id, details.policy.version].compactMap { $0 }.joined(separator: ", version "))
    add("Policy digest", details.policy.digest, .code)
    addReason(details)
    checks = details.checks.map {
      Check(
        name: shortened($0.name), expected: $0.expected.map { shortened($0) },
        actual: $0.actual.map { shortened($0) }, passed: $0.passed)
    }
  }

  mutating func addJudgement(_ details: LedgerDetails) {
    add("Verdict", details.verdict)
    add("Claimed by", details.claimedBy)
    add("Reviewed by", details.reviewedBy ?? "nobody: a verdict without review counts for nothing")
    addReason(details)
  }

  mutating func addRisk(_ details: LedgerDetails) {
    add("Score", details.score)
    add("Reachable from the internet", details.internetReachable)
    add("Sensitive data", details.sensitiveData)
    add("Attack path", details.attackPath.map(readableJSON), .code)
  }

  mutating func addApproval(_ details: LedgerDetails) {
    add("By", details.by)
    add("Change", details.change.summary)
    addReason(details)
  }

  mutating func addAction(_ details: LedgerDetails) {
    add("Mode", details.mode)
    add("Phase", details.phase)
    add("Executor", [details.executor.kind, details.executor.id].compactMap { $0 }.joined(separator: " "))
    add("Role", details.executor.role)
    add("Session", details.executor.session, .code)
    add(
      "Workflow",
      [details.workflow.id, details.workflow.version].compactMap { $0 }.joined(separator: ", version "))
    add("Change", details.change.summary)
    add("Change reference", details.change.reference.map(readableJSON), .code)
    add("Attempt", details.attempt, .code)
    add("Started", details.started)
    difference = StructuredDiff(
      before: details.change.before, after: details.change.after, isPlanned: details.mode == "dry-run")
  }

  mutating func addResult(_ details: LedgerDetails) {
    add("Outcome", details.outcome)
    addReason(details)
    add("Ended", details.ended)
    add("Attempt", details.attempt, .code)
  }

  mutating func addCheck(_ details: LedgerDetails) {
    add("Result", details.result)
    add("Method", details.method)
    add("By", details.by)
    add("Evidence", details.evidence.map(readableJSON), .code)
    add("Attempt", details.attempt, .code)
  }

  mutating func addRollback(_ details: LedgerDetails) {
    add("Trigger", details.trigger)
    add("Outcome", details.outcome)
    add("Restored state", details.restored.map(readableJSON), .code)
    add("Ended", details.ended)
    add("Attempt", details.attempt, .code)
  }

  mutating func addException(_ details: LedgerDetails) {
    add("Approver", details.approver)
    add("Justification", details.justification)
    add("Expires", details.expires)
  }

  mutating func addGate(_ details: LedgerDetails) {
    add("Control", details.control)
    add("Address", details.address, .code)
    add("Commit", details.commit, .code)
    add("Pull request", details.pullRequest)
    add("Waiver expires", details.waiverExpires)
  }

  mutating func addDelivery(_ details: LedgerDetails) {
    add("Queue", details.queue, .code)
    add("Attempts", details.attempts)
    add("Error", details.error)
  }

  private mutating func addReason(_ details: LedgerDetails) {
    add("Reason", [details.reason, details.reasonText].compactMap { $0 }.joined(separator: ": "))
  }
}
