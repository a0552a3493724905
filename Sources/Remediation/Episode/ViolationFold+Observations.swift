extension ViolationFold {
  /// Folds a snapshot or a history record of a finding.
  ///
  /// - Parameter cameWithPassed: the record says PASSED, though that may be ignored as contested.
  mutating func observe(
    _ index: Int, _ facts: FindingFacts, _ record: FoldingRecord, isHistory: Bool, cameWithPassed: Bool
  ) {
    var sighting = Sighting(facts, record, isHistory: isHistory, noteBefore: findings[index].noteUpdatedAt)
    if isHistory { recall(index, facts, &sighting) }
    let before = findings[index].said
    findings[index].absorb(facts, sighting)
    noteEvaluation(index, facts, sighting, before: before)
    noteClaim(index, record, sighting, before: before, cameWithPassed: cameWithPassed)

    let reason = findings[index].said.closingReason
    var isEstimated = false
    switch findings[index].phase {
    case .unseen:
      guard findings[index].said.isFailing else {
        takeOver(index, facts, sighting)
        return
      }
      begin(index, sighting, isFirstRecord: !before.hasRecord)
      isEstimated = true
    case .failing:
      fillSeverity(index)
    case .closed(let closing):
      guard failsAgain(index, reason, sighting, before: before) else {
        stayClosed(index, closing, facts, sighting, before: before)
        return
      }
      // What changed last: the scanner's word, or only a person's?
      let failedUnderneath = before.isFailing && before.recordState == .active
      resume(
        index, after: closing,
        at: failedUnderneath ? sighting.changedByPeopleAt : sighting.changedByScannerAt,
        liftedAt: sighting.changedByPeopleAt, record: sighting.record)
      isEstimated = true
    }
    if let reason {
      close(
        index, reason, at: findings[index].instant(of: reason, sighting), record: sighting.record,
        order: sighting.order, isEstimated: isEstimated)
    }
  }

  /// A history record can tell of a failing that no snapshot shows: "it was FAILED, it is PASSED now".
  private mutating func recall(_ index: Int, _ facts: FindingFacts, _ sighting: inout Sighting) {
    guard case .unseen = findings[index].phase, facts.priorCompliance == .failed,
      facts.compliance != .failed
    else { return }
    // A PASSED seen already is then the very change that the record tells of.
    if let pass = findings[index].lastPass {
      sighting.changedByScannerAt = min(sighting.changedByScannerAt, pass.at)
    }
    findings[index].said.compliance = .failed
    findings[index].hasPassedBeforeFailing = false
    begin(index, sighting, isFirstRecord: true)
  }

  private func failsAgain(
    _ index: Int, _ reason: CloseReason?, _ sighting: Sighting, before: FindingState
  ) -> Bool {
    guard findings[index].said.isFailing else { return false }
    guard let reason else { return true }
    // It failed and was set aside between two snapshots: both happened, unless it was set aside first.
    return !before.isSetAside && !before.isFailing
      && findings[index].instant(of: reason, sighting) >= sighting.changedByScannerAt
  }

  /// A closed finding is seen again and does not fail: an earlier reason may come to light.
  private mutating func stayClosed(
    _ index: Int, _ closing: FindingClosing, _ facts: FindingFacts, _ sighting: Sighting,
    before: FindingState
  ) {
    var closing = closing
    if facts.compliance == .passed || facts.closedByProduct { closing.isFinal = true }
    findings[index].phase = .closed(closing)
    if let reason = findings[index].said.closingReason(beyond: before) {
      let at = findings[index].instant(of: reason, sighting)
      // At the same instant it is the same change, told again: a history record has no room for the cause.
      let isStronger = at == closing.at && reason.precedence < closing.reason.precedence
      if at < closing.at || isStronger, findings[index].failingSince.map({ $0 <= at }) ?? true {
        close(
          index, reason, at: at, record: sighting.record, order: sighting.order,
          isEstimated: closing.isEstimated)
      }
    }
    takeOver(index, facts, sighting)
  }

  private mutating func noteEvaluation(
    _ index: Int, _ facts: FindingFacts, _ sighting: Sighting, before: FindingState
  ) {
    let said = findings[index].said
    let isEvaluation =
      said.isCheck
      ? facts.compliance == .passed || facts.compliance == .failed || facts.closedByProduct
      : !sighting.isHistory && (said.recordState == .active || facts.closedByProduct)
    guard isEvaluation else { return }
    let at = sighting.changedByScannerAt
    let lastEvaluation = findings[index].lastEvaluation
    findings[index].lastEvaluation = max(lastEvaluation ?? at, at)
    if said.passes {
      findings[index].lastPass = Pass(at: at, record: sighting.record, order: sighting.order)
    }
    findings[index].unconfirmedChange = nil
    if sighting.isHistory, let compliance = facts.compliance, before.compliance != compliance {
      findings[index].unconfirmedChange = UnconfirmedChange(
        compliance: compliance, at: at, after: lastEvaluation)
    }
    // Only a snapshot can refute a claim: the time of a history record is not that of an evaluation.
    if said.passes || !sighting.isHistory {
      claims?.evaluate(index, at: at, passed: said.passes)
    }
  }

  private mutating func noteClaim(
    _ index: Int, _ record: FoldingRecord, _ sighting: Sighting, before: FindingState,
    cameWithPassed: Bool
  ) {
    guard claims != nil, findings[index].said.workflow != before.workflow else { return }
    if findings[index].said.workflow == .resolved {
      guard !cameWithPassed, findings[index].said.isFailing, findings[index].said.recordState == .active
      else { return }
      claims?.stake(.workflow, at: sighting.changedByPeopleAt, record)
    } else if before.workflow == .resolved {
      claims?.withdraw(at: sighting.changedByPeopleAt, finding: index)
    }
  }
}
