import Ingest
import Remediation

/// What the verdict is decided from.
struct VerdictGrounds {
  let violation: ViolationRecords
  let policy: EvidencePolicy
  let asOf: Instant
  let evaluations: [Evaluation]
  /// The entries that count, by the numbers of their records from 0.
  let entries: [(record: Int, entry: LedgerEntry)]
  /// The episode that stands last.
  let latest: Episode?
  /// The one before it.
  let previous: Episode?

  init(_ violation: ViolationRecords, policy: EvidencePolicy) {
    self.violation = violation
    self.policy = policy
    asOf = violation.asOf
    evaluations = violation.evaluations
    entries = violation.records.enumerated().compactMap { number, record in
      record.entry.map { (number, $0) }
    }
    latest = violation.folded.episodes.last
    previous = violation.folded.episodes.dropLast().last
  }

  func number(_ record: Int64) -> RecordNumber { RecordNumber(Int(record) + 1) }
  func number(_ record: Int) -> RecordNumber { RecordNumber(record + 1) }

  /// What the source said that verified an episode: a check passed, or a product closed its own finding.
  func word(for episode: Episode) -> String {
    let observation = episode.closedBy.flatMap { violation.records[Int($0)].observation }
    return observation?.closedByProduct == true && observation?.compliance == nil
      ? "The product reported the finding closed" : "Scanner reported PASSED"
  }

  /// The span of time that an episode's records are counted to.
  func span(of episode: Episode) -> Range<Instant> {
    let next = violation.folded.episodes.first { $0.number == episode.number + 1 }
    let end = next?.openedAt ?? Instant(milliseconds: .max)
    let start = episode.number == 1 ? Instant(milliseconds: .min) : episode.openedAt
    return start..<max(start, end)
  }

  /// The attempts of an episode, the last line with an outcome for each, in order of their ends.
  func attempts(in episode: Episode) -> [AttemptLine] {
    struct Key: Hashable {
      var source: ExactText
      var attempt: ExactText
    }
    let span = span(of: episode)
    var last: [Key: AttemptLine] = [:]
    for (number, entry) in entries where entry.type == .attempted && span.contains(entry.time) {
      guard let facts = entry.attempt, let outcome = entry.outcome else { continue }
      let isWithheld = violation.records[number].isWithheld
      last[Key(source: ExactText(entry.source), attempt: ExactText(facts.attempt))] = AttemptLine(
        record: number, ended: facts.ended ?? entry.time, outcome: outcome,
        isEnforced: facts.mode == .enforce, told: isWithheld ? nil : facts,
        reason: isWithheld ? nil : entry.reason, actor: entry.actor)
    }
    return last.values.sorted { ($0.ended, $0.record) < ($1.ended, $1.record) }
  }

  /// The rollbacks of an episode that succeeded.
  func rollbacks(in episode: Episode) -> [(record: Int, at: Instant, trigger: String?)] {
    let span = span(of: episode)
    return entries.compactMap { number, entry in
      guard entry.type == .rolledBack, entry.outcome == .succeeded, span.contains(entry.time) else {
        return nil
      }
      return (number, entry.time, entry.trigger)
    }
  }
}

/// What became of an attempt.
struct AttemptLine {
  var record: Int
  var ended: Instant
  var outcome: AttemptOutcome
  var isEnforced: Bool
  /// What may be told of it; nil where the record is withheld, and then there is no reason either.
  var told: AttemptFacts?
  var reason: String?
  /// Not to be told where the record is withheld.
  var actor: String?

  var workflow: String {
    [told?.workflow, told?.workflowVersion].compactMap { $0 }.joined(separator: " ")
  }
}

// MARK: - The word

extension ProofVerdict {
  init(_ grounds: VerdictGrounds) {
    guard let episode = grounds.latest else {
      self.init(
        word: .indeterminate, sentence: "The finding was never seen failing: there is nothing to fix.",
        records: [], links: Self.emptyLinks("no failing observation is recorded"),
        notices: grounds.recordNotices)
      return
    }
    let rollback = grounds.rollbacks(in: episode).last
    let regressed =
      episode.state == .open && episode.claims.isEmpty && grounds.previous?.reason == .verified
      && grounds.attempts(in: episode).isEmpty
    let subject = regressed ? grounds.previous ?? episode : episode
    let links = LinkName.allCases.map { grounds.link($0, of: subject) }
    let notices = grounds.notices(of: episode)

    func verdict(_ word: Word, _ sentence: String, _ records: [RecordNumber]) -> ProofVerdict {
      ProofVerdict(word: word, sentence: sentence, records: records, links: links, notices: notices)
    }
    let opened = grounds.number(episode.openedBy)
    if let defect = episode.timeDefect {
      self = verdict(
        .indeterminate,
        "The times of the records contradict each other (\(defect.name.replacing("_", with: " "))): "
          + "nothing is concluded.",
        [opened])
      return
    }
    switch episode.state {
    case .closed:
      self = Self.closed(episode, rollback, grounds, verdict)
    case .claimed:
      let claim = episode.claims.filter { $0.outcome == .standing }.max { $0.at < $1.at }
      let since = claim.map { " since \($0.at.shown)" } ?? ""
      let isExecuted = links.contains { $0.name == .executed && $0.answer == .yes }
      self = verdict(
        isExecuted ? .executed : .claimed,
        (isExecuted ? "A change was applied and success claimed" : "A fix is claimed") + since
          + "; the scanner has not confirmed it.",
        claim.map { [grounds.number($0.record)] } ?? [])
    case .open:
      self = Self.open(episode, rollback, regressed, grounds, verdict)
    }
  }

  private typealias Making = (Word, String, [RecordNumber]) -> ProofVerdict

  private static func closed(
    _ episode: Episode, _ rollback: (record: Int, at: Instant, trigger: String?)?,
    _ grounds: VerdictGrounds, _ verdict: Making
  ) -> ProofVerdict {
    let closed = episode.closedAt ?? grounds.asOf
    let record = episode.closedBy.map { [grounds.number($0)] } ?? []
    guard episode.reason == .verified else {
      return verdict(
        .notAFix,
        "Closed at \(closed.shown) without a fix: \(episode.reason?.explanation ?? "no reason is known").",
        record)
    }
    if let rollback, rollback.at > closed {
      return verdict(
        .rolledBack,
        "\(grounds.word(for: episode)) at \(closed.shown), "
          + "and the change was rolled back at \(rollback.at.shown).",
        record + [grounds.number(rollback.record)])
    }
    let held = grounds.holding(after: closed)
    if let last = held.last, grounds.isLateEnough(last.at, after: closed) {
      return verdict(
        .held,
        "No recurrence observed from \(closed.shown) to \(last.at.shown) "
          + "(\(counted(held.count, "evaluation"))).",
        record + [grounds.number(last.record)])
    }
    return verdict(.verified, "\(grounds.word(for: episode)) at \(closed.shown).", record)
  }

  private static func open(
    _ episode: Episode, _ rollback: (record: Int, at: Instant, trigger: String?)?, _ regressed: Bool,
    _ grounds: VerdictGrounds, _ verdict: Making
  ) -> ProofVerdict {
    let opened = [grounds.number(episode.openedBy)]
    let lastClaim = episode.claims.max { $0.at < $1.at }
    if let rollback, lastClaim.map({ $0.at <= rollback.at }) ?? true {
      return verdict(
        .rolledBack, "The change was rolled back at \(rollback.at.shown), and the violation is open.",
        [grounds.number(rollback.record)])
    }
    if let claim = lastClaim, case .contradicted(let at) = claim.outcome {
      let failed = grounds.evaluations.last { $0.at == at && !$0.passed }
      return verdict(
        .contradicted,
        "A fix was claimed at \(claim.at.shown), and the scanner reported FAILED at \(at.shown).",
        [grounds.number(claim.record)] + (failed.map { [grounds.number($0.record)] } ?? []))
    }
    if regressed, let closed = grounds.previous?.closedAt {
      return verdict(
        .regressed,
        "\(grounds.previous.map(grounds.word) ?? "") at \(closed.shown), "
          + "and it failed again at \(episode.openedAt.shown).",
        opened)
    }
    return verdict(.open, "Open since \(episode.openedAt.shown); no fix is claimed.", opened)
  }

  private static func emptyLinks(_ reason: String) -> [Link] {
    LinkName.allCases.map { Link(name: $0, answer: .notRecorded, reason: reason, records: []) }
  }
}

extension CloseReason {
  /// Why it counts as it does, for a sentence.
  var explanation: String {
    switch self {
    case .verified: "the scanner reported PASSED"
    case .suppressed: "it was suppressed, the risk accepted"
    case .falsePositive: "it was judged a false positive"
    case .benign: "it was judged benign"
    case .resourceGone: "the resource is no longer there"
    case .superseded: "control findings were consolidated and none carried on"
    case .controlDisabled: "the control was disabled"
    case .archived: "it was archived, and no reason is recorded"
    }
  }
}
