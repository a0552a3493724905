import Policy
import Remediation

extension VerdictGrounds {
  /// Whether a link of the proof is recorded for an episode, and why.
  func link(_ name: ProofVerdict.LinkName, of episode: Episode) -> ProofVerdict.Link {
    let (answer, reason, records) =
      switch name {
      case .claimed: claimed(episode)
      case .executed: executed(episode)
      case .verified: verified(episode)
      case .held: held(episode)
      }
    return ProofVerdict.Link(name: name, answer: answer, reason: reason, records: records)
  }

  private typealias Finding = (ProofVerdict.Answer, String, [RecordNumber])

  private func claimed(_ episode: Episode) -> Finding {
    guard let claim = episode.claims.max(by: { $0.at < $1.at }) else {
      return (
        .notRecorded,
        "Nobody claimed a fix: no successful attempt is in the ledger, "
          + "and the workflow was not set to RESOLVED.",
        []
      )
    }
    let how =
      claim.origin == .workflow
      ? "the workflow was set to RESOLVED" : "the ledger reports a successful attempt"
    let record = [number(claim.record)]
    if case .withdrawn(let at) = claim.outcome {
      return (.no, "The last claim (\(how) at \(claim.at.shown)) was withdrawn at \(at.shown).", record)
    }
    return (.yes, "A fix was claimed: \(how) at \(claim.at.shown).", record)
  }

  private func executed(_ episode: Episode) -> Finding {
    let attempts = attempts(in: episode)
    guard let last = attempts.last else {
      return (.notRecorded, "No execution is recorded in the ledger.", [])
    }
    func named(_ attempt: AttemptLine) -> String {
      attempt.workflow.isEmpty ? "An attempt" : "The attempt with \(attempt.workflow)"
    }
    if let done = attempts.last(where: { $0.isEnforced && $0.outcome == .succeeded }) {
      return (
        .yes, "\(named(done)) ended \(done.outcome.name) at \(done.ended.shown).", [number(done.record)]
      )
    }
    guard let enforced = attempts.last(where: \.isEnforced) else {
      return (.no, "Only a dry run is recorded, at \(last.ended.shown).", [number(last.record)])
    }
    let reason = enforced.reason.flatMap { $0 == enforced.outcome.name ? nil : " (\($0))" } ?? ""
    return (
      .no, "\(named(enforced)) ended \(enforced.outcome.name)\(reason) at \(enforced.ended.shown).",
      [number(enforced.record)]
    )
  }

  private func verified(_ episode: Episode) -> Finding {
    if episode.reason == .verified, let closed = episode.closedAt {
      let doubt = episode.isWeak ? " (weak: this product cannot tell a patch from a termination)" : ""
      return (
        .yes, "\(word(for: episode)) at \(closed.shown)\(doubt).", episode.closedBy.map { [number($0)] } ?? []
      )
    }
    let span = span(of: episode)
    guard let last = evaluations.last(where: { span.contains($0.at) }) else {
      return (.notRecorded, "No evaluation by the scanner is recorded.", [])
    }
    let record = [number(last.record)]
    if let claim = episode.claims.map(\.at).max(), last.at <= claim {
      return (
        .notRecorded,
        "The scanner has not evaluated it since the claim of \(claim.shown): "
          + "last seen \(last.passed ? "PASSED" : "FAILED") at \(last.at.shown).",
        record
      )
    }
    if last.passed {
      return (
        .notRecorded,
        "Another finding of the violation still fails; this evaluation PASSED at \(last.at.shown).", record
      )
    }
    return (.no, "The scanner never confirmed the fix: last seen FAILED at \(last.at.shown).", record)
  }

  private func held(_ episode: Episode) -> Finding {
    guard episode.reason == .verified, let closed = episode.closedAt else {
      return (.notRecorded, "There is nothing to hold: the scanner has not confirmed a fix.", [])
    }
    if let next = violation.folded.episodes.first(where: { $0.number == episode.number + 1 }) {
      let after = shownDuration(next.openedAt.milliseconds(since: closed))
      return (
        .no, "It failed again at \(next.openedAt.shown), \(after) after the close.", [number(next.openedBy)]
      )
    }
    if let rollback = rollbacks(in: episode).last, rollback.at > closed {
      return (.no, "The change was rolled back at \(rollback.at.shown).", [number(rollback.record)])
    }
    let seen = holding(after: closed)
    guard let last = seen.last else {
      return (.notRecorded, "No evaluation is recorded after the close; silence is not held.", [])
    }
    if isLateEnough(last.at, after: closed) {
      return (
        .yes,
        "No recurrence observed from \(closed.shown) to \(last.at.shown) "
          + "(\(counted(seen.count, "evaluation"))).",
        [number(last.record)]
      )
    }
    return (
      .notRecorded,
      "No PASSED evaluation is recorded \(shownDuration(policy.policy.windows.heldFor.milliseconds)) or more after the close; "
        + "the last one is of \(last.at.shown).",
      [number(last.record)]
    )
  }

  /// The PASSED evaluations after a close.
  func holding(after closed: Instant) -> [Evaluation] {
    evaluations.filter { $0.passed && $0.at > closed }
  }

  func isLateEnough(_ instant: Instant, after closed: Instant) -> Bool {
    instant >= closed.advanced(byMilliseconds: policy.policy.windows.heldFor.milliseconds)
  }
}
