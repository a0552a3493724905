extension ViolationFold {
  /// How long after a consolidation another finding may take the episode over.
  static let handOverMilliseconds: Int64 = 7 * .day

  /// A finding starts to fail for the first time.
  mutating func begin(_ index: Int, _ sighting: Sighting, isFirstRecord: Bool) {
    let transition = sighting.changedByScannerAt
    let hasPassed = findings[index].hasPassedBeforeFailing
    let stated = hasPassed ? nil : findings[index].survey.startedAt
    var opening = min(stated ?? transition, transition)
    if !hasPassed, let first = findings[index].survey.firstFailing(isCheck: findings[index].said.isCheck) {
      opening = min(opening, first)
    }
    findings[index].failingSince = transition
    let isUpperBound = isFirstRecord && !hasPassed
    if isActive || lastEpisodeGoesOn(index, at: transition) {
      join(index)
      // Only the first episode reaches back to the times that the findings state themselves.
      widen(
        to: episodes.count == 1 ? opening : transition, by: sighting.record,
        severity: findings[index].failingSeverity,
        isEstimated: isUpperBound && (episodes.count > 1 || stated == nil))
    } else if episodes.isEmpty {
      open(index, at: opening, record: sighting.record, isEstimated: isUpperBound && stated == nil)
    } else {
      let isExact = stated == transition
      open(index, at: transition, record: sighting.record, isEstimated: isUpperBound && !isExact)
    }
  }

  /// A finding that had stopped failing fails again.
  mutating func resume(
    _ index: Int, after closing: FindingClosing, at instant: Instant, liftedAt: Instant, record: Int64
  ) {
    if !closing.isFinal {
      join(index)
      let from = max(closing.at, episodes[episodes.count - 1].openedAt)
      episodes[episodes.count - 1].suppressions.append(
        SuppressedSpan(finding: index, from: from, to: liftedAt, reason: closing.reason))
      return
    }
    findings[index].failingSince = instant
    if isActive || lastEpisodeGoesOn(index, at: instant) {
      join(index)
      widen(
        to: instant, by: record, severity: findings[index].failingSeverity, isEstimated: false)
    } else {
      open(index, at: instant, record: record, isEstimated: false)
    }
  }

  /// A finding stops failing, or turns out to have stopped earlier.
  mutating func close(
    _ index: Int, _ reason: CloseReason, at instant: Instant, record: Int64, order: RecordOrder,
    isEstimated: Bool
  ) {
    let passes = findings[index].said.passes
    findings[index].phase = .closed(
      FindingClosing(
        reason: reason, at: instant, record: record, order: order, isEstimated: isEstimated,
        isWeak: reason == .verified && findings[index].said.compliance != .passed,
        isFinal: !reason.isHumanJudgement || passes))
    if findings[index].episode == episodes.count, !findings.contains(where: \.isFailing) { closeEpisode() }
  }

  /// Whether an episode that closed goes on because another finding shows that it never ended.
  private func lastEpisodeGoesOn(_ index: Int, at instant: Instant) -> Bool {
    let last = episodes.count - 1
    guard last >= 0, let closedAt = episodes[last].closedAt else { return false }
    if case .closed(let closing) = findings[index].phase, closing.record == episodes[last].closedBy {
      return false
    }
    if episodes[last].reason == .superseded {
      return instant <= closedAt.advanced(byMilliseconds: Self.handOverMilliseconds)
    }
    // It failed before the others closed, and was only seen later.
    return instant < closedAt
  }

  private mutating func open(_ index: Int, at instant: Instant, record: Int64, isEstimated: Bool) {
    var episode = Episode(
      number: episodes.count + 1, openedAt: instant, openedBy: record,
      severity: findings[index].failingSeverity)
    episode.isOpeningEstimated = isEstimated
    episodes.append(episode)
    findings[index].phase = .failing
    findings[index].episode = episodes.count
  }

  private mutating func join(_ index: Int) {
    let last = episodes.count - 1
    if episodes[last].closedAt != nil {
      episodes[last].state = .open
      episodes[last].closedAt = nil
      episodes[last].closedBy = nil
      episodes[last].reason = nil
      episodes[last].isClosingEstimated = false
      episodes[last].isWeak = false
    }
    findings[index].phase = .failing
    findings[index].episode = episodes.count
    fillSeverity(index)
  }

  /// A history record can open an episode without a severity: the next failing record then gives it.
  mutating func fillSeverity(_ index: Int) {
    let last = episodes.count - 1
    if episodes[last].severity == .unknown { episodes[last].severity = findings[index].failingSeverity }
  }

  /// A finding that joins an episode and failed before it opened is the one that opened it.
  private mutating func widen(to instant: Instant, by record: Int64, severity: Severity, isEstimated: Bool) {
    let last = episodes.count - 1
    if instant == episodes[last].openedAt, !isEstimated { episodes[last].isOpeningEstimated = false }
    guard instant < episodes[last].openedAt,
      last == 0 || episodes[last - 1].closedAt.map({ $0 <= instant }) ?? true
    else { return }
    episodes[last].openedAt = instant
    episodes[last].openedBy = record
    episodes[last].isOpeningEstimated = isEstimated
    if severity != .unknown { episodes[last].severity = severity }
  }
}

// MARK: - Closing and handing over

extension ViolationFold {
  /// Closes at the latest of its findings' closing instants, for that one's reason.
  mutating func closeEpisode() {
    if findings.count > 1 { adoptPassed() }
    let last = episodes.count - 1
    var decisive: FindingClosing?
    var superseded: FindingClosing?
    var hasSuccessor = false
    for finding in findings where finding.episode == episodes.count {
      guard case .closed(let closing) = finding.phase else { continue }
      if closing.reason == .superseded {
        if superseded?.isLessDecisive(than: closing) ?? true { superseded = closing }
      } else {
        hasSuccessor = hasSuccessor || finding.said.recordState == .active
        if decisive?.isLessDecisive(than: closing) ?? true { decisive = closing }
      }
    }
    // A superseded finding hands on to one that is still active, and then has no say.
    if let superseded, !hasSuccessor, decisive?.isLessDecisive(than: superseded) ?? true {
      decisive = superseded
    }
    guard let decisive else { return }
    episodes[last].state = .closed
    episodes[last].closedAt = decisive.at
    episodes[last].closedBy = decisive.record
    episodes[last].reason = decisive.reason
    episodes[last].isClosingEstimated = decisive.isEstimated
    episodes[last].isWeak = decisive.isWeak
  }

  /// A finding that passes within the hand-over time after another was superseded takes the episode over.
  mutating func takeOver(_ index: Int, _ facts: FindingFacts, _ sighting: Sighting) {
    let last = episodes.count - 1
    guard last >= 0, episodes[last].reason == .superseded, let closedAt = episodes[last].closedAt,
      facts.compliance == .passed,
      sighting.changedByScannerAt <= closedAt.advanced(byMilliseconds: Self.handOverMilliseconds)
    else { return }
    closeEpisode()
  }

  /// Where a finding was superseded, those that pass instead of it count as findings of the episode.
  private mutating func adoptPassed() {
    let number = episodes.count
    let hasSuperseded = findings.contains { finding in
      if finding.episode == number, case .closed(let closing) = finding.phase {
        closing.reason == .superseded
      } else {
        false
      }
    }
    guard hasSuperseded else { return }
    for index in findings.indices where findings[index].episode != number {
      guard findings[index].said.recordState == .active, findings[index].said.passes,
        let pass = findings[index].lastPass, pass.at >= episodes[number - 1].openedAt
      else { continue }
      findings[index].episode = number
      findings[index].phase = .closed(
        FindingClosing(
          reason: .verified, at: pass.at, record: pass.record, order: pass.order, isEstimated: false,
          isWeak: findings[index].said.compliance != .passed, isFinal: true))
    }
  }
}
