public import Remediation

/// How an episode stands against the deadline of its severity.
public struct SLAStanding: Sendable, Hashable {
  public enum Word: String, Sendable, CaseIterable {
    /// Verified by the deadline.
    case met
    /// The deadline passed while it was open or claimed.
    case missed
    /// Open or claimed, the deadline still to come.
    case running
    /// Closed for a reason that is no fix before the deadline: neither met nor missed.
    case leftOut = "left-out"
    /// The policy sets no deadline for this severity.
    case noTarget = "no-target"
  }

  /// A span in which an exception was in force; it moves the deadline by its own length and no more.
  public struct Exception: Sendable, Hashable {
    public var from: Instant
    public var to: Instant
    /// The records that granted and ended it.
    public var records: [RecordNumber]
  }

  public var word: Word
  public var targetDays: Int?
  public var deadline: Instant?
  /// What moved the deadline.
  public var exceptions: [Exception]
  public var sentence: String

  init(
    of episode: Episode, policy: EvidencePolicy, exceptions granted: [Exception], asOf: Instant
  ) {
    guard let days = policy.targetDays[episode.severity] else {
      word = .noTarget
      exceptions = []
      sentence = "The policy sets no deadline for severity \(episode.severity.label)."
      return
    }
    var due = episode.openedAt.advanced(byMilliseconds: Int64(days) * .day)
    var used: [Exception] = []
    var covered = episode.openedAt
    for exception in granted.sorted(by: { $0.from < $1.from }) where exception.from < due {
      let from = max(exception.from, covered)
      guard exception.to > from else { continue }
      due = due.advanced(byMilliseconds: exception.to.milliseconds(since: from))
      covered = exception.to
      used.append(exception)
    }
    targetDays = days
    deadline = due
    exceptions = used
    let target = "The target is \(counted(days, "day")) for \(episode.severity.label)"
    if let closed = episode.closedAt, closed <= due {
      if episode.reason == .verified {
        word = .met
        let spare = shownDuration(due.milliseconds(since: closed))
        sentence =
          "\(target): the deadline was \(due.shown), and the scanner reported PASSED \(spare) before it."
      } else {
        word = .leftOut
        sentence =
          "It was closed without a fix before its deadline (\(due.shown)), so this is neither met nor missed."
      }
    } else if due < (episode.closedAt ?? asOf) {
      word = .missed
      let late = shownDuration((episode.closedAt ?? asOf).milliseconds(since: due))
      sentence =
        "\(target): the deadline was \(due.shown), "
        + (episode.closedAt == nil ? "\(late) before as-of." : "and it was closed \(late) after it.")
    } else {
      word = .running
      let left = shownDuration(due.milliseconds(since: asOf))
      sentence = "\(target): the deadline is \(due.shown), \(left) after as-of."
    }
  }
}
