/// One source said one thing about one finding at one time: a snapshot, or a record of its history.
///
/// Absent fields are nil and stay as in the finding's observation before; see DEFINITIONS "Absent fields"
/// in `docs/definitions.md`. Immutable; identified by the exact bytes it was read from.
public struct Observation: Equatable, Sendable {
  public enum Kind: Int, Sendable {
    /// The whole finding as it stood.
    case snapshot = 1
    /// Only what changed (GetFindingHistory).
    case history = 2
  }

  public var kind: Kind
  public var finding: FindingIdentity
  /// The violation that this snapshot names; nil for a history record, which names none.
  public var violation: ViolationKey?

  public var severity: Severity?
  public var compliance: ComplianceStatus?
  /// What a history record says the result was before.
  public var priorCompliance: ComplianceStatus?
  public var workflow: WorkflowStatus?
  public var recordState: RecordState?
  public var verdict: Verdict?
  public var archivalCause: ArchivalCause?
  /// The product itself says that the weakness is closed (Inspector's own finding status).
  public var closedByProduct = false

  public var times: ObservationTimes
  /// The name that the snapshot gives the finding's account.
  public var accountName: String?
  public var description: Shared<FindingDescription>?

  public init(kind: Kind, finding: FindingIdentity, times: ObservationTimes) {
    self.kind = kind
    self.finding = finding
    self.times = times
  }
}

/// The times that a record carries itself.
public struct ObservationTimes: Equatable, Sendable {
  public var updatedAt: Instant?
  public var processedAt: Instant?
  public var lastObservedAt: Instant?
  public var firstObservedAt: Instant?
  public var createdAt: Instant?
  public var noteUpdatedAt: Instant?
  /// When a history record says the change was made.
  public var changedAt: Instant?

  public init() {}

  /// The latest of the times that can date the record; nil when it carries none.
  public var latest: Instant? {
    Instant.latest(
      Instant.latest(Instant.latest(changedAt, processedAt), Instant.latest(updatedAt, lastObservedAt)),
      noteUpdatedAt)
  }

  /// The record's event time: the latest of its own times and, only where `ProcessedAt` is absent, of the
  /// earliest envelope it was delivered in. A function of the record, never of the clock.
  public func eventTime(earliestEnvelope: Instant?) -> Instant? {
    guard processedAt == nil, changedAt == nil, let envelope = earliestEnvelope else { return latest }
    return Swift.max(latest ?? envelope, envelope)
  }
}
