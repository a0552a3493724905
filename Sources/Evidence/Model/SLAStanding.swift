import Policy
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
  public var target: TimeSpan?
  /// What the target is for: `default`, `production`, `exposed`, `production/exposed`.
  public var tier: String?
  public var deadline: Instant?
  /// What moved the deadline.
  public var exceptions: [Exception]
  public var sentence: String

  init(
    of episode: Episode, target found: EpisodeTarget, exceptions granted: [Exception], asOf: Instant
  ) {
    guard let chosen = found.target else {
      word = .noTarget
      exceptions = []
      sentence = "The policy in force when it opened sets no deadline for severity \(episode.severity.label)."
      return
    }
    var due = episode.openedAt.advanced(byMilliseconds: chosen.within.milliseconds)
    var used: [Exception] = []
    var covered = episode.openedAt
    for exception in granted.sorted(by: { $0.from < $1.from }) where exception.from < due {
      let from = max(exception.from, covered)
      guard exception.to > from else { continue }
      due = due.advanced(byMilliseconds: exception.to.milliseconds(since: from))
      covered = exception.to
      used.append(exception)
    }
    target = chosen.within
    tier = chosen.tier
    deadline = due
    exceptions = used
    let kind = [chosen.tier == "default" ? nil : chosen.tier, episode.severity.label].compactMap { $0 }
    let since = found.terms?.effective.map { " by the terms in force since \($0.day)" } ?? ""
    let target =
      "The target is \(shownDuration(chosen.within.milliseconds)) for \(kind.joined(separator: " "))\(since)"
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
