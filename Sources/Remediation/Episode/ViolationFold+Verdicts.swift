extension ViolationFold {
  /// Folds a reviewed verdict of the ledger.
  mutating func judge(_ index: Int, _ verdict: Verdict, at instant: Instant, _ record: FoldingRecord) {
    findings[index].said.ledgerVerdict = verdict.closeReason == nil ? .unknown : verdict
    findings[index].said.hasPassedSinceVerdict = findings[index].said.passes
    findings[index].ledgerVerdictAt = instant
    findings[index].latestVerdict = verdict
    findings[index].latestVerdictAt = instant
    switch findings[index].phase {
    case .unseen:
      break
    case .failing:
      if let reason = findings[index].said.closingReason {
        close(
          index, reason, at: instant, record: record.record, order: record.order, isEstimated: false)
      }
    case .closed(let closing):
      if findings[index].said.isFailing, findings[index].said.closingReason == nil {
        resume(index, after: closing, at: instant, liftedAt: instant, record: record.record)
      } else if let reason = verdict.closeReason, instant == closing.at,
        reason.precedence < closing.reason.precedence
      {
        close(
          index, reason, at: instant, record: record.record, order: record.order,
          isEstimated: closing.isEstimated)
      }
    }
  }

  /// A snapshot that repeats a change known from a history record gives the evaluation's own time.
  mutating func refine(_ index: Int, _ facts: FindingFacts) {
    guard let change = findings[index].unconfirmedChange, facts.compliance == change.compliance,
      let evaluated = facts.updatedAt, evaluated < change.at, change.after.map({ $0 < evaluated }) ?? true,
      let last = episodes.indices.last
    else { return }
    switch findings[index].phase {
    case .closed(var closing) where closing.at == change.at && closing.reason == .verified:
      closing.at = evaluated
      findings[index].phase = .closed(closing)
      if !isActive, findings[index].episode == episodes.count { closeEpisode() }
    case .failing where episodes[last].openedAt == change.at:
      episodes[last].openedAt = evaluated
      findings[index].failingSince = evaluated
    case .unseen, .failing, .closed:
      break
    }
  }
}
