import Ingest
import Remediation

extension StoryTeller {
  /// What a ledger entry says; an attempt speaks in two chapters, what was done and how it ended.
  static func tell(_ entry: LedgerEntry, _ details: LedgerDetails, _ number: RecordNumber) -> [Told] {
    func told(_ chapter: Chapter, _ summary: String, _ describe: (inout Statement) -> Void) -> Told {
      var statement = Statement(number, at: entry.time, summary)
      describe(&statement)
      statement.add("Pipeline", details.source, .code)
      return Told(chapter: chapter, statement: statement)
    }
    switch entry.type {
    case .assigned: return [told(.assignment, "Assigned" + to(details.owner)) { $0.addAssignment(details) }]
    case .escalated: return [told(.assignment, "Escalated" + to(details.to)) { $0.addMessage(details) }]
    case .notified: return [told(.assignment, "Notified" + to(details.to)) { $0.addMessage(details) }]
    case .decided:
      let decision = details.decision.map { ": \($0)" } ?? ""
      return [told(.decision, "Decided\(decision)") { $0.addDecision(details) }]
    case .triaged:
      return [
        told(.decision, "Judged \(details.verdict ?? "without a verdict")") { $0.addJudgement(details) }
      ]
    case .riskScored: return [told(.decision, "Risk scored") { $0.addRisk(details) }]
    case .approvalRequested:
      return [told(.approval, "Approval requested" + by(details.by)) { $0.addApproval(details) }]
    case .approvalGranted: return [told(.approval, "Approved" + by(details.by)) { $0.addApproval(details) }]
    case .approvalDenied:
      return [told(.approval, "Approval denied" + by(details.by)) { $0.addApproval(details) }]
    case .attempted: return attempt(entry, details, told)
    case .verified:
      return [
        told(.verification, "The pipeline's own check: \(details.result ?? "no result")") {
          $0.addCheck(details)
        }
      ]
    case .rolledBack:
      return [
        told(.afterwards, "Rollback \(details.outcome ?? "without an outcome")") { $0.addRollback(details) }
      ]
    case .exceptionGranted:
      return [told(.exceptions, "Exception granted" + by(details.approver)) { $0.addException(details) }]
    case .exceptionRevoked:
      return [told(.exceptions, "Exception revoked" + by(details.approver)) { $0.addException(details) }]
    case .gateEvaluated:
      return [told(.other, "Gate: \(details.result ?? "no result")") { $0.addGate(details) }]
    case .deadLettered: return [told(.other, "A message was given up") { $0.addDelivery(details) }]
    case .replayed: return [told(.other, "A message was replayed") { $0.addDelivery(details) }]
    case .rejected: return [told(.other, "A message was rejected") { $0.addDelivery(details) }]
    }
  }

  private static func attempt(
    _ entry: LedgerEntry, _ details: LedgerDetails,
    _ told: (Chapter, String, (inout Statement) -> Void) -> Told
  ) -> [Told] {
    let mode =
      switch entry.attempt?.mode {
      case .dryRun: "Dry run"
      case .enforce: "Enforced change"
      case nil: "Attempt of unrecorded mode"
      }
    let action = told(.action, mode + by(details.executor.id)) { $0.addAction(details) }
    guard let outcome = entry.outcome else { return [action] }
    let result = told(.result, "\(mode): \(outcome.name)") { $0.addResult(details) }
    return [action, result]
  }

  private static func by(_ name: String?) -> String { name.map { " by \($0)" } ?? "" }
  private static func to(_ name: String?) -> String { name.map { " to \($0)" } ?? "" }
}

extension LedgerEntry {
  /// The chapters that it speaks in.
  var chapters: [Chapter] {
    switch type {
    case .assigned, .escalated, .notified: [.assignment]
    case .decided, .triaged, .riskScored: [.decision]
    case .approvalRequested, .approvalGranted, .approvalDenied: [.approval]
    case .attempted: outcome == nil ? [.action] : [.action, .result]
    case .verified: [.verification]
    case .rolledBack: [.afterwards]
    case .exceptionGranted, .exceptionRevoked: [.exceptions]
    case .gateEvaluated, .deadLettered, .replayed, .rejected: [.other]
    }
  }
}
