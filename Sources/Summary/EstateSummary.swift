public import Remediation

/// The numbers of an estate, or of one cell of it, at an instant and over a window: what `closeout summary`
/// shows.
///
/// Each is defined in `docs/definitions.md`, and `closeout explain` lists what it is made of. A ratio without a
/// denominator is nil, never zero.
public struct EstateSummary: Sendable, Equatable {
  public var asOf: Instant
  public var from: Instant?
  public var to: Instant?
  /// What the cell has in common; nil for the whole estate, and for what is in no other cell.
  public var cell: String?

  public var findings = 0
  public var violations = Violations()
  public var episodes = Episodes()
  public var timeToRemediate = Durations()
  public var stages = Stages()
  public var autofix = Autofix()
  public var rollbacks = Rollbacks()
  public var falsePositives = Verdicts()
  public var recurrence30d = Recurrence()
  public var recurrence90d = Recurrence()
  /// The controls that come back most; empty for a cell.
  public var churn: [Churn] = []
  public var loops = Loops()
  public var escalations = Share()
  public var beforeHuman = Share()
  public var serviceLevel = ServiceLevel()
  public var exceptions = Exceptions()
  /// Severity weight × days open.
  public var exposure = 0.0
  public var flow = Flow()
  /// Week by week; nil for a cell.
  public var weeks: Weeks?
  public var prevented = Gates()

  /// Whether the window, or its last week, was still running at as-of.
  public var isPartial: Bool { to.map { $0 > asOf } ?? false }
}
