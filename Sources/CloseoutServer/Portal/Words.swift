import Remediation

extension ComplianceStatus {
  var words: String {
    switch self {
    case .passed: "scanner reported PASSED"
    case .failed: "scanner reported FAILED"
    case .warning: "scanner reported WARNING"
    case .notAvailable: "scanner evaluated nothing (NOT_AVAILABLE)"
    case .unrecognised: "scanner reported a status that is not known"
    }
  }
}

extension ArchivalCause {
  var words: String {
    switch self {
    case .resourceGone: "the resource is gone"
    case .consolidated: "another finding carries on"
    case .controlDisabled: "the control was disabled"
    }
  }
}

extension Verdict {
  var words: String {
    switch self {
    case .unknown: "unknown"
    case .truePositive: "a true positive"
    case .falsePositive: "a false positive"
    case .benign: "benign"
    }
  }
}

extension LedgerEntryType {
  /// The beginning of a sentence.
  var words: String {
    switch self {
    case .decided: "Remediation decided"
    case .attempted: "Remediation attempted"
    case .verified: "Verification recorded"
    case .rolledBack: "Change rolled back"
    case .assigned: "Assigned"
    case .triaged: "Triaged"
    case .riskScored: "Risk scored"
    case .escalated: "Escalated"
    case .notified: "Notification sent"
    case .exceptionGranted: "Exception granted"
    case .exceptionRevoked: "Exception revoked"
    case .approvalRequested: "Approval requested"
    case .approvalGranted: "Approval granted"
    case .approvalDenied: "Approval denied"
    case .gateEvaluated: "Gate evaluated"
    case .deadLettered: "Delivery given up"
    case .replayed: "Delivery replayed"
    case .rejected: "Delivery rejected"
    }
  }
}

extension String {
  /// The text with a capital at its beginning.
  var sentenceCased: String { prefix(1).uppercased() + dropFirst() }
}
