/// A record as the fold sees it: states and times, no text.
public struct FoldingRecord: Equatable, Sendable {
  /// What kind of record it is, with what only that kind has.
  public enum Content: Equatable, Sendable {
    case snapshot(FindingFacts)
    case history(FindingFacts)
    /// A successful enforced attempt, effective at its end; it covers every finding of the violation.
    case claim(at: Instant)
    /// A rollback that succeeded; it concerns every finding of the violation.
    case rollback(at: Instant)
    /// A reviewed verdict on the finding, or on all.
    case verdict(Verdict, at: Instant)
  }

  /// Names the record to the caller; no meaning here.
  public var record: Int64
  /// Index of the finding it is about; nil when it covers every finding of the violation.
  public var finding: Int?
  public var order: RecordOrder
  public var content: Content

  public init(record: Int64, finding: Int?, order: RecordOrder, content: Content) {
    self.record = record
    self.finding = finding
    self.order = order
    self.content = content
  }
}

/// The order in which records are folded, whatever the order they arrived in.
public struct RecordOrder: Hashable, Comparable, Sendable {
  public var eventTime: Instant
  public var latestTime: Instant
  /// The first eight bytes of the record's hash, big-endian.
  public var hashPrefix: UInt64

  public init(eventTime: Instant, latestTime: Instant, hashPrefix: UInt64) {
    self.eventTime = eventTime
    self.latestTime = latestTime
    self.hashPrefix = hashPrefix
  }

  public static func < (left: RecordOrder, right: RecordOrder) -> Bool {
    if left.eventTime != right.eventTime { return left.eventTime < right.eventTime }
    if left.latestTime != right.latestTime { return left.latestTime < right.latestTime }
    return left.hashPrefix < right.hashPrefix
  }
}

/// The state that a snapshot or a history record gives; nil is "as before".
public struct FindingFacts: Equatable, Sendable {
  public var severity: Severity?
  public var compliance: ComplianceStatus?
  public var priorCompliance: ComplianceStatus?
  public var workflow: WorkflowStatus?
  public var recordState: RecordState?
  public var verdict: Verdict?
  public var archivalCause: ArchivalCause?
  public var closedByProduct = false
  /// A configured note rule judged the note: the verdict it gives.
  public var noteVerdict: Verdict?
  public var updatedAt: Instant?
  public var processedAt: Instant?
  public var noteUpdatedAt: Instant?
  public var changedAt: Instant?
  /// The earlier of FirstObservedAt and CreatedAt.
  public var startedAt: Instant?

  public init() {}

  public init(_ observation: Observation) {
    severity = observation.severity
    compliance = observation.compliance
    priorCompliance = observation.priorCompliance
    workflow = observation.workflow
    recordState = observation.recordState
    verdict = observation.verdict
    archivalCause = observation.archivalCause
    closedByProduct = observation.closedByProduct
    updatedAt = observation.times.updatedAt
    processedAt = observation.times.processedAt
    noteUpdatedAt = observation.times.noteUpdatedAt
    changedAt = observation.times.changedAt
    startedAt = .earliest(observation.times.firstObservedAt, observation.times.createdAt)
  }
}
