/// The result of a check, ASFF `Compliance.Status`. Raw values stand in the store.
public enum ComplianceStatus: Int, Sendable {
  case passed = 1
  case failed = 2
  /// WARNING: the check could not be told either way; holds the state before it.
  case warning = 3
  /// NOT_AVAILABLE: nothing was evaluated; holds the state before it.
  case notAvailable = 4
  /// A word outside the format's list (`INFOED` was seen); holds the state before it.
  case unrecognised = 5
}

/// What people and automations say of a finding, ASFF `Workflow.Status`. Raw values stand in the store.
public enum WorkflowStatus: Int, CaseIterable, Sendable {
  case new = 1
  case notified = 2
  case resolved = 3
  case suppressed = 4

  public var label: String {
    switch self {
    case .new: "NEW"
    case .notified: "NOTIFIED"
    case .resolved: "RESOLVED"
    case .suppressed: "SUPPRESSED"
    }
  }
}

/// Whether the source still carries the finding, ASFF `RecordState`. Raw values stand in the store.
public enum RecordState: Int, Sendable {
  case active = 1
  case archived = 2
}

/// What was judged of a finding, ASFF `VerificationState` or a reviewed triage.
/// Raw values stand in the store.
public enum Verdict: Int, Sendable {
  case unknown = 1
  case truePositive = 2
  case falsePositive = 3
  case benign = 4
}

/// Why a source archived a finding, where it says so. Raw values stand in the store.
public enum ArchivalCause: Int, Sendable {
  /// The evaluation came back not applicable or empty: the resource is gone.
  case resourceGone = 1
  /// Control findings were consolidated: another finding carries on.
  case consolidated = 2
  /// The control was disabled.
  case controlDisabled = 3
}
