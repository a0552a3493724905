public import Remediation

/// The numbers of an estate at an instant, over a window: what `closeout summary` shows.
///
/// Each is defined in `docs/definitions.md`. A ratio without a denominator is nil, never zero.
public struct EstateSummary: Sendable, Equatable {
  public var asOf: Instant
  public var from: Instant?
  public var to: Instant?

  public var findings = 0
  public var violations = Violations()
  public var episodes = Episodes()
  public var timeToRemediate = Durations()
  public var autofix = Autofix()
  public var rollbacks = Rollbacks()
  public var falsePositives = Verdicts()
  public var recurrence30d = Recurrence()

  public struct Violations: Sendable, Equatable {
    public var total = 0
    public var open = 0
    public var untrusted = 0
    public var openBySeverity: [Severity: Int] = [:]
  }

  public struct Episodes: Sendable, Equatable {
    public var opened = 0
    public var reopened = 0
    public var claimed = 0
    /// How many ended for each reason.
    public var closed: [CloseReason: Int] = [:]
  }

  /// Seconds from opening to the scanner's PASSED, over the episodes closed verified in the window.
  public struct Durations: Sendable, Equatable {
    public var n = 0
    public var mean: Double?
    public var median: Double?
    public var p90: Double?
    /// Left out because a time cannot be, by what is wrong with it.
    public var excluded: [TimeDefect: Int] = [:]
  }

  public struct Autofix: Sendable, Equatable {
    public var attempts = 0
    public var succeeded = 0
    public var dryRuns = 0
    public var noOps = 0
    public var notRun = 0
    public var successRatio: Double? { EstateSummary.ratio(succeeded, attempts) }
  }

  public struct Rollbacks: Sendable, Equatable {
    public var count = 0
    public var failed = 0
    public var applied = 0
    public var ratio: Double? { EstateSummary.ratio(count, applied) }
  }

  public struct Verdicts: Sendable, Equatable {
    public var confirmed = 0
    public var judged = 0
    public var ratio: Double? { EstateSummary.ratio(confirmed, judged) }
  }

  public struct Recurrence: Sendable, Equatable {
    public var recurred = 0
    public var followed = 0
    public var ratio: Double? { EstateSummary.ratio(recurred, followed) }
  }

  static func ratio(_ numerator: Int, _ denominator: Int) -> Double? {
    denominator == 0 ? nil : Double(numerator) / Double(denominator)
  }
}
