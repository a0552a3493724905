/// What an attempt's entry says of the attempt itself.
public struct AttemptFacts: Equatable, Sendable {
  public enum Mode: Int, Sendable {
    case dryRun = 1
    case enforce = 2
  }

  public enum Executor: Int, Sendable {
    case automation = 1
    case human = 2
  }

  /// Unique within the entry's source.
  public var attempt: String
  public var mode: Mode?
  public var executor: Executor?
  /// The runbook or workflow that ran, and its version.
  public var workflow: String?
  public var workflowVersion: String?
  public var started: Instant?
  public var ended: Instant?

  public init(attempt: String) {
    self.attempt = attempt
  }
}

/// How an attempt, a rollback or a verification ended. Raw values stand in the store.
public enum AttemptOutcome: Int, CaseIterable, Sendable {
  case succeeded = 1
  case failed = 2
  /// Nothing had to be done: already as it should be.
  case noOp = 3
  case timedOut = 4
  case cancelled = 5
  /// The attempt never began.
  case notRun = 6

  public var name: String {
    switch self {
    case .succeeded: "succeeded"
    case .failed: "failed"
    case .noOp: "no-op"
    case .timedOut: "timed-out"
    case .cancelled: "cancelled"
    case .notRun: "not-run"
    }
  }

  public init?(name: String) {
    guard let outcome = AttemptOutcome.allCases.first(where: { $0.name == name }) else { return nil }
    self = outcome
  }
}
