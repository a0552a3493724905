public import Remediation

/// Episodes that were opened and closed in a stretch of time.
public struct Flow: Sendable, Equatable {
  public var opened = 0
  /// Of the opened, those of violations that were closed before.
  public var reopened = 0
  public var closedByReason: [CloseReason: Int] = [:]

  public var closed: Int { closedByReason.values.reduce(0, +) }
  /// Closed because the scanner reported PASSED.
  public var verified: Int { closedByReason[.verified] ?? 0 }
  /// Closed for any other reason: none of them is a fix.
  public var otherwise: Int { closed - verified }

  public init() {}

  static func += (left: inout Flow, right: Flow) {
    left.opened += right.opened
    left.reopened += right.reopened
    left.closedByReason.merge(right.closedByReason, uniquingKeysWith: +)
  }
}

/// One bar of the backlog: a week with what flowed and what was left.
public struct WeekOfWork: Sendable, Equatable {
  public var span: Span
  public var flow: Flow
  /// Opened and not closed at the week's end, or at as-of: open or claimed.
  public var unresolved: Int
}

/// One month of remediation.
public struct MonthOfWork: Sendable, Equatable {
  public var span: Span
  public var flow: Flow
  public var unresolved: Int
  public var times = Times()
  public var attempts = Attempts()
  public var rollbacks = Rollbacks()

  /// Time to remediate of the episodes closed verified in the month.
  public struct Times: Sendable, Equatable {
    public var n = 0
    /// Seconds; nil without episodes.
    public var mean: Double?
    public var median: Double?
    /// Left out because a time cannot be.
    public var excluded = 0

    public init() {}
  }
}

/// How automatic, enforced attempts ended; what is counted apart stands beside.
public struct Attempts: Sendable, Equatable {
  /// Terminal ones: succeeded, failed, timed out or cancelled.
  public var total = 0
  public var succeeded = 0
  /// Succeeded long enough ago for the scanner to have looked.
  public var settled = 0
  /// Of the settled, those that the scanner's next look contradicted.
  public var contradicted = 0
  public var noOps = 0
  public var notRun = 0
  public var dryRuns = 0
  /// Successful enforced attempts of automation and of people.
  public var applied = 0

  public var failed: Int { total - succeeded }
  public var uncontradicted: Int { succeeded - contradicted }

  public init() {}

  static func += (left: inout Attempts, right: Attempts) {
    left.total += right.total
    left.succeeded += right.succeeded
    left.settled += right.settled
    left.contradicted += right.contradicted
    left.noOps += right.noOps
    left.notRun += right.notRun
    left.dryRuns += right.dryRuns
    left.applied += right.applied
  }
}

public struct Rollbacks: Sendable, Equatable {
  public var succeeded = 0
  public var failed = 0

  public init() {}

  static func += (left: inout Rollbacks, right: Rollbacks) {
    left.succeeded += right.succeeded
    left.failed += right.failed
  }
}
