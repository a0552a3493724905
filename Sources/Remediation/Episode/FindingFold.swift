/// The running state of one finding while its violation is folded.
struct FindingFold {
  enum Phase {
    /// Never seen failing.
    case unseen
    case failing
    case closed(FindingClosing)
  }

  var survey = FindingSurvey()
  var said = FindingState()
  var phase: Phase = .unseen
  /// The episode of the violation that the finding last failed in; 0 for none.
  var episode = 0
  /// When it last began to fail, as far as the scanner says.
  var failingSince: Instant?
  /// The severity last stated while the finding did not pass.
  var failingSeverity: Severity = .unknown
  var hasPassedBeforeFailing = false

  var lastEvaluation: Instant?
  var lastPass: Pass?
  var unconfirmedChange: UnconfirmedChange?
  var noteUpdatedAt: Instant?
  var ledgerVerdictAt: Instant?
  /// The verdict that was given last, by the source or in the ledger, and when.
  var latestVerdict: Verdict = .unknown
  var latestVerdictAt: Instant?

  var isFailing: Bool {
    if case .failing = phase { true } else { false }
  }

  /// Takes over what the record says.
  mutating func absorb(_ facts: FindingFacts, _ sighting: Sighting) {
    let verdict = said.statedVerdict
    if case .unseen = phase,
      facts.compliance == .passed || (facts.compliance == .failed && facts.priorCompliance == .passed)
    {
      hasPassedBeforeFailing = true
    }
    said.absorb(facts, isHistory: sighting.isHistory)
    if let severity = facts.severity, !said.passes { failingSeverity = severity }
    if let note = facts.noteUpdatedAt { noteUpdatedAt = note }
    if said.statedVerdict != verdict {
      latestVerdict = said.statedVerdict
      latestVerdictAt = sighting.changedByPeopleAt
    }
  }

  /// The instant at which a reason began to hold that a record shows.
  func instant(of reason: CloseReason, _ sighting: Sighting) -> Instant {
    guard reason.isHumanJudgement else { return sighting.changedByScannerAt }
    if let given = ledgerVerdictAt, said.ledgerVerdict.closeReason == reason,
      said.statedVerdict.closeReason != reason
    {
      return max(given, sighting.changedByScannerAt)
    }
    return sighting.changedByPeopleAt
  }

  func result(isClaimed: Bool) -> FoldedFinding {
    var result = FoldedFinding(
      workflow: said.workflow, compliance: said.compliance, recordState: said.recordState,
      severity: said.severity, isFailing: isFailing, isClaimed: isFailing && isClaimed, episode: episode,
      verdict: latestVerdict, verdictAt: latestVerdictAt, lastEvaluation: lastEvaluation)
    if case .closed(let closing) = phase {
      result.closeReason = closing.reason
      result.closedAt = closing.at
    }
    return result
  }
}
