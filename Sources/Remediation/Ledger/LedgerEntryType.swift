/// What an entry states; raw values stand in the store, ``name`` is the word of the open format.
public enum LedgerEntryType: Int, CaseIterable, Sendable {
  case decided = 1
  case attempted = 2
  case verified = 3
  case rolledBack = 4
  case assigned = 5
  case triaged = 6
  case riskScored = 7
  case escalated = 8
  case notified = 9
  case exceptionGranted = 10
  case exceptionRevoked = 11
  case approvalRequested = 12
  case approvalGranted = 13
  case approvalDenied = 14
  case gateEvaluated = 15
  case deadLettered = 16
  case replayed = 17
  case rejected = 18

  /// The CloudEvents `type` without its `closeout.` prefix.
  public var name: String {
    switch self {
    case .decided: "remediation.decided"
    case .attempted: "remediation.attempted"
    case .verified: "remediation.verified"
    case .rolledBack: "remediation.rolled-back"
    case .assigned: "finding.assigned"
    case .triaged: "finding.triaged"
    case .riskScored: "finding.risk-scored"
    case .escalated: "finding.escalated"
    case .notified: "notification.sent"
    case .exceptionGranted: "exception.granted"
    case .exceptionRevoked: "exception.revoked"
    case .approvalRequested: "approval.requested"
    case .approvalGranted: "approval.granted"
    case .approvalDenied: "approval.denied"
    case .gateEvaluated: "gate.evaluated"
    case .deadLettered: "delivery.dead-lettered"
    case .replayed: "delivery.replayed"
    case .rejected: "delivery.rejected"
    }
  }

  public init?(name: String) {
    guard let type = LedgerEntryType.allCases.first(where: { $0.name == name }) else { return nil }
    self = type
  }
}
