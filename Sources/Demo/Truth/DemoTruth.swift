/// What a correct reader gets out of a demo estate, as of its end; counted while it was written.
///
/// Everything is counted as `DEFINITIONS` has it: violations, not findings; only the scanner's word
/// closes a span as verified. A finding under a forged product and a sample finding count nowhere.
public struct DemoTruth: Sendable {
  /// Findings by (ProductArn, Id), without the forged and the sample one.
  public let findings: Int
  /// Findings whose product nobody vouches for.
  public let untrusted = 1
  public let samples = 1
  /// Distinct snapshots of findings, without the forged and the sample one.
  public let snapshots: Int
  /// Snapshots and events that arrive a second time with the same bytes.
  public let duplicates: Int
  public let historyRecords: Int
  public let ledgerEvents: Int
  /// Records that no reader can take.
  public let rejected: Int
  /// Cut-off tails that may yet be completed.
  public let heldBack = 1

  public let violations: Int
  /// Every span of every violation, in the order in which the stories were told.
  public let spans: [[DemoEpisode]]
  public let opened: Int
  public let reopened: Int
  public let open: Int
  public let claimed: Int
  public let closed: [DemoEpisode.Reason: Int]
  public let timeDefects: Int

  /// Spans closed verified, without time defects, and the sum of their lengths in milliseconds.
  public let remediation: Durations
  /// The same for each severity label.
  public let remediationBySeverity: [String: Durations]
  /// Verified spans with no person's entry between the close before and this one.
  public let beforeAnyHuman: Int

  public let automation: Automation
  /// Attempts of either kind that were enforced and succeeded.
  public let changesApplied: Int
  public let rollbacks: Int
  public let failedRollbacks: Int
  public let loops: Int
  /// Findings decided about, and those of them sent to a person or escalated.
  public let decidedFindings: Int
  public let escalatedFindings: Int
  /// Violations by their latest verdict: `true-positive`, `false-positive`, `benign`.
  public let verdicts: [String: Int]
  public let service: Service
  public let exceptionsActive: Int
  public let exceptionsExpired: Int
  public let recurrenceByControl: [String: Recurrence]
  public let gateBlocked: Int
  public let gatePassed: Int
  public let gateWaived: Int

  public struct Durations: Sendable, Equatable {
    public var count = 0
    public var milliseconds: Int64 = 0
    /// Nil where there is nothing to divide by.
    public var meanSeconds: Double? { count == 0 ? nil : Double(milliseconds) / Double(count) / 1000 }
  }

  /// Automatic attempts.
  public struct Automation: Sendable, Equatable {
    /// Enforced and ended: succeeded, failed, timed out or cancelled.
    public var attempts = 0
    public var succeeded = 0
    public var dryRuns = 0
    public var noOps = 0
    public var notRun: [String: Int] = [:]
    /// Ended thirty days or more before the end of the span.
    public var judged = 0
    /// Judged, verified within a day of their end, and held for thirty.
    public var proven = 0
    /// Succeeded a day or more before the end of the span, and the next check failed.
    public var contradicted = 0
  }

  /// Deadlines: time defects and severities without a tier are left out.
  public struct Service: Sendable, Equatable {
    public var met = 0
    public var missed = 0
    /// Still open or claimed after the deadline.
    public var overdue = 0
    /// Open or claimed, with a deadline in the next seven days.
    public var dueSoon = 0
    public var decided: Int { met + missed }
  }

  /// Verified spans of a control that were followed up for the whole window, and those that came back in it.
  public struct Recurrence: Sendable, Equatable {
    public var followed30 = 0
    public var recurred30 = 0
    public var followed90 = 0
    public var recurred90 = 0
  }
}
