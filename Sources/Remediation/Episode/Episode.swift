/// One open-to-closed span of a violation.
public struct Episode: Equatable, Sendable {
  public enum State: Int, Sendable {
    case open = 1
    /// Somebody says that it is done and no scanner has looked since.
    case claimed = 2
    case closed = 3
  }

  /// 1 for the first; reopening starts the next.
  public var number: Int
  public var openedAt: Instant
  /// The record whose observation opened it.
  public var openedBy: Int64
  /// Severity of the record that opened it: PASSED lowers a finding's severity, an episode keeps its own.
  public var severity: Severity
  /// Known from one snapshot only: the instant is an upper bound.
  public var isOpeningEstimated = false

  public var state: State = .open
  public var closedAt: Instant?
  public var closedBy: Int64?
  public var reason: CloseReason?
  public var isClosingEstimated = false
  /// Verified by a product that cannot tell a patch from a termination.
  public var isWeak = false

  /// By the instant they were made.
  public var claims: [Claim] = []
  public var suppressions: [SuppressedSpan] = []
  public var timeDefect: TimeDefect?

  public init(number: Int, openedAt: Instant, openedBy: Int64, severity: Severity) {
    self.number = number
    self.openedAt = openedAt
    self.openedBy = openedBy
    self.severity = severity
  }

  /// How often a claim in this episode was followed by a failing evaluation.
  public var contradictions: Int {
    claims.count { if case .contradicted = $0.outcome { true } else { false } }
  }

  /// When the last of the claims that still stand was made; nil unless the episode is claimed.
  public var claimedAt: Instant? {
    state == .claimed ? claims.last { $0.outcome == .standing }?.at : nil
  }

  /// What is impossible about its times, if anything; `previousEnd` is when the episode before closed.
  func impossibility(afterEndOf previousEnd: Instant?) -> TimeDefect? {
    if openedAt < .year2000 || closedAt.map({ $0 < .year2000 }) ?? false { return .before2000 }
    if let closedAt, closedAt < openedAt { return .endBeforeStart }
    if let previousEnd, openedAt < previousEnd { return .endBeforeStart }
    return nil
  }
}

/// Someone's word that a violation is dealt with: workflow RESOLVED, or a successful enforced attempt.
public struct Claim: Equatable, Sendable {
  public enum Origin: Int, Sendable {
    case workflow = 1
    case ledger = 2
  }

  public enum Outcome: Equatable, Sendable {
    case standing
    /// The scanner's next evaluation passed.
    case confirmed(at: Instant)
    /// The scanner's next evaluation failed.
    case contradicted(at: Instant)
    /// Rolled back, or the workflow was reset.
    case withdrawn(at: Instant)
    /// The episode ended for another reason first.
    case lapsed(at: Instant)
  }

  public var origin: Origin
  public var at: Instant
  public var record: Int64
  /// Index of the finding that the record names; the first where it names none. RESOLVED covers that
  /// finding alone, an attempt every finding of the violation.
  public var finding: Int
  public var outcome: Outcome = .standing
}

/// A time in which a finding was suppressed or judged away, and after which its episode went on.
public struct SuppressedSpan: Equatable, Sendable {
  /// Index of the finding.
  public var finding: Int
  public var from: Instant
  /// When it was lifted.
  public var to: Instant?
  public var reason: CloseReason
}

/// A time that cannot be: the episode is kept and left out of durations. Raw values stand in the store.
public enum TimeDefect: Int, CaseIterable, Sendable {
  case endBeforeStart = 1
  case before2000 = 2
  /// More than five minutes past as-of.
  case inTheFuture = 3

  public var name: String {
    switch self {
    case .endBeforeStart: "end_before_start"
    case .before2000: "before_2000"
    case .inTheFuture: "in_the_future"
    }
  }

  /// How far past as-of a time may lie before it counts as a defect: clocks differ by that much.
  public static let toleratedFutureMilliseconds: Int64 = 300_000
}
