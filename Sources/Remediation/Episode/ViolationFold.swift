/// The running state of a violation while its sorted records are folded.
///
/// Each finding is followed on its own (``FindingFold``); the violation opens with the first that fails
/// and closes when none fails any more.
struct ViolationFold {
  /// How long after a consolidation another finding may take the episode over.
  static let handOverMilliseconds: Int64 = 7 * .day

  private(set) var findings: [FindingFold]
  private(set) var episodes: [Episode] = []
  /// Ledger claims seen so far: one may be dated after a failing evaluation that is folded later.
  private var ledgerClaims: [LedgerClaim] = []

  init(survey: [FindingSurvey]) {
    findings = survey.map { FindingFold(survey: $0) }
  }

  private var isActive: Bool { episodes.last.map { $0.state != .closed } ?? false }

  mutating func apply(_ record: FoldingRecord) {
    switch record.content {
    case .snapshot(var facts):
      guard let finding = record.finding else { return }
      if facts.compliance == .passed, let evaluated = facts.updatedAt,
        findings[finding].survey.contestedEvaluations.contains(evaluated)
      {
        facts.compliance = nil
      }
      confirm(finding, facts)
      observe(finding, facts, record, isHistory: false)
    case .history(let facts):
      guard let finding = record.finding else { return }
      observe(finding, facts, record, isHistory: true)
    case .claim(let at):
      ledgerClaims.append(LedgerClaim(at: at, record: record.record, finding: record.finding))
      for finding in covered(by: record) where findings[finding].isFailing {
        stake(finding, origin: .ledger, at: at, record: record.record)
      }
    case .rollback(let at):
      ledgerClaims.removeAll { claim in
        claim.at <= at && (record.finding == nil || claim.finding == nil || claim.finding == record.finding)
      }
      for finding in covered(by: record) { withdrawClaims(finding, upTo: at) }
    case .verdict(let verdict, let at):
      for finding in covered(by: record) { judge(finding, verdict, at: at, record) }
    }
  }

  /// Ends the fold: says whether what is open is claimed, and marks impossible times.
  consuming func finish() -> FoldedViolation {
    if isActive {
      let failing = findings.filter(\.isFailing)
      let isClaimed = failing.allSatisfy { !$0.standingClaims.isEmpty }
      episodes[episodes.count - 1].state = isClaimed ? .claimed : .open
    }
    for index in episodes.indices { episodes[index].timeDefect = episodes[index].impossibility }
    return FoldedViolation(episodes: episodes, findings: findings.map(\.result))
  }

  private func covered(by record: FoldingRecord) -> [Int] {
    record.finding.map { [$0] } ?? Array(findings.indices)
  }
}

// MARK: - Observations

extension ViolationFold {
  private mutating func observe(
    _ index: Int, _ facts: FindingFacts, _ record: FoldingRecord, isHistory: Bool
  ) {
    let before = findings[index]
    let scannerInstant = FindingFold.scannerInstant(facts, order: record.order)
    let humanInstant = before.humanInstant(facts, order: record.order)
    findings[index].absorb(facts)
    noteEvaluation(index, facts, at: scannerInstant, before: before, isHistory: isHistory)
    defer {
      findings[index].hasRecord = true
      if let note = facts.noteUpdatedAt { findings[index].noteUpdatedAt = note }
    }

    let reason = findings[index].closingReason
    switch before.phase {
    case .unseen:
      guard findings[index].sourceSaysFailing else {
        takeOver(index, at: scannerInstant, record)
        return
      }
      beginFailing(index, firstFailing: scannerInstant, record)
    case .failing:
      break
    case .closed(var closing):
      guard reason == nil, findings[index].sourceSaysFailing else {
        if facts.compliance == .passed || facts.recordState == .archived { closing.isFinal = true }
        findings[index].phase = .closed(closing)
        takeOver(index, at: scannerInstant, record)
        return
      }
      // What changed last: the scanner's word, or only a person's?
      let wasFailingUnderneath = before.sourceSaysFailing && before.recordState == .active
      resume(
        index, after: closing, at: wasFailingUnderneath ? humanInstant : scannerInstant,
        liftedAt: humanInstant, record)
    }

    if let reason {
      let ledgerInstant = before.ledgerVerdictAt.map { max($0, scannerInstant) }
      let fromLedger = reason.isHumanJudgement && findings[index].ledgerVerdict.reason == reason
      let at = reason.isHumanJudgement ? (fromLedger ? ledgerInstant : nil) ?? humanInstant : scannerInstant
      close(index, reason, at: at, record, isEstimated: !before.hasRecord)
    } else {
      weighClaims(index, facts, before: before, scannerInstant, humanInstant, record)
    }
  }

  private mutating func noteEvaluation(
    _ index: Int, _ facts: FindingFacts, at instant: Instant, before: FindingFold, isHistory: Bool
  ) {
    guard facts.compliance == .passed || facts.compliance == .failed else { return }
    findings[index].lastEvaluation = max(before.lastEvaluation ?? instant, instant)
    if facts.compliance == .passed { findings[index].lastPassed = instant }
    if isHistory, let compliance = facts.compliance, before.compliance != compliance {
      findings[index].unconfirmedChange = UnconfirmedChange(
        compliance: compliance, at: instant, after: before.lastEvaluation)
    } else {
      findings[index].unconfirmedChange = nil
    }
  }

  /// A snapshot that repeats a change known from a history record gives the evaluation's own time.
  private mutating func confirm(_ index: Int, _ facts: FindingFacts) {
    guard let change = findings[index].unconfirmedChange, facts.compliance == change.compliance,
      let evaluated = facts.updatedAt, evaluated < change.at, change.after.map({ $0 < evaluated }) ?? true,
      let last = episodes.indices.last
    else { return }
    if case .closed(var closing) = findings[index].phase, closing.at == change.at, closing.reason == .verified {
      closing.at = evaluated
      findings[index].phase = .closed(closing)
      if !isActive, episodes[last].closedBy == closing.record { closeEpisode() }
    } else if findings[index].isFailing, episodes[last].openedAt == change.at {
      episodes[last].openedAt = evaluated
    }
  }

  /// A finding that starts to fail for the first time.
  private mutating func beginFailing(_ index: Int, firstFailing: Instant, _ record: FoldingRecord) {
    let finding = findings[index]
    let opening =
      finding.wasPassedBeforeFailing
      ? firstFailing : min(finding.survey.startedAt ?? firstFailing, firstFailing)
    if isActive || lastEpisodeGoesOn(at: firstFailing, isNewFinding: true) {
      join(index)
      // Only the first episode reaches back to the times that the findings state themselves.
      if episodes.count == 1 { episodes[0].openedAt = min(episodes[0].openedAt, opening) }
    } else {
      open(index, at: episodes.isEmpty ? opening : firstFailing, record)
      episodes[episodes.count - 1].isOpeningEstimated =
        !finding.hasRecord && finding.survey.startedAt == nil
    }
    takeUpLedgerClaims(index, evaluated: firstFailing)
  }

  /// A finding that had stopped failing fails again.
  private mutating func resume(
    _ index: Int, after closing: FindingClosing, at instant: Instant, liftedAt: Instant,
    _ record: FoldingRecord
  ) {
    let isSameEpisode = findings[index].episode == episodes.count
    if isSameEpisode, !closing.isFinal {
      join(index)
      episodes[episodes.count - 1].suppressions.append(
        SuppressedSpan(from: closing.at, to: liftedAt, reason: closing.reason))
    } else if isActive || (closing.reason != .superseded && lastEpisodeGoesOn(at: instant, isNewFinding: false)) {
      join(index)
    } else {
      open(index, at: instant, record)
    }
    takeUpLedgerClaims(index, evaluated: instant)
  }

  /// Whether an episode that closed goes on because another finding shows that it never ended.
  private func lastEpisodeGoesOn(at instant: Instant, isNewFinding: Bool) -> Bool {
    guard let last = episodes.last, let closedAt = last.closedAt else { return false }
    if last.reason == .superseded { return instant <= closedAt.advanced(byMilliseconds: Self.handOverMilliseconds) }
    // It failed before the others closed, and was only seen later.
    return isNewFinding && instant < closedAt
  }

  /// A successor that passes within the hand-over time closes the episode it took over as verified.
  private mutating func takeOver(_ index: Int, at instant: Instant, _ record: FoldingRecord) {
    guard !isActive, let last = episodes.indices.last, episodes[last].reason == .superseded,
      let closedAt = episodes[last].closedAt, findings[index].recordState == .active,
      findings[index].compliance == .passed, findings[index].episode != episodes.count,
      instant <= closedAt.advanced(byMilliseconds: Self.handOverMilliseconds)
    else { return }
    episodes[last].reason = .verified
    episodes[last].closedAt = instant
    episodes[last].closedBy = record.record
  }
}

// MARK: - Episodes

extension ViolationFold {
  private mutating func open(_ index: Int, at instant: Instant, _ record: FoldingRecord) {
    episodes.append(
      Episode(
        number: episodes.count + 1, openedAt: instant, openedBy: record.record,
        severity: findings[index].severity))
    findings[index].phase = .failing
    findings[index].episode = episodes.count
    findings[index].standingClaims = []
  }

  private mutating func join(_ index: Int) {
    let last = episodes.count - 1
    episodes[last].state = .open
    episodes[last].closedAt = nil
    episodes[last].closedBy = nil
    episodes[last].reason = nil
    episodes[last].isClosingEstimated = false
    episodes[last].isWeak = false
    findings[index].phase = .failing
    findings[index].episode = episodes.count
    findings[index].standingClaims = []
  }

  private mutating func close(
    _ index: Int, _ reason: CloseReason, at instant: Instant, _ record: FoldingRecord, isEstimated: Bool
  ) {
    let finding = findings[index]
    settleClaims(index, reason == .verified ? .confirmed(at: instant) : .lapsed(at: instant))
    findings[index].phase = .closed(
      FindingClosing(
        reason: reason, at: instant, record: record.record, order: record.order, isEstimated: isEstimated,
        isWeak: reason == .verified && finding.compliance != .passed,
        isFinal: !reason.isHumanJudgement || finding.compliance == .passed
          || finding.recordState == .archived))
    if !findings.contains(where: \.isFailing) { closeEpisode() }
  }

  /// Closes at the latest of its findings' closing instants, for that one's reason.
  private mutating func closeEpisode() {
    let last = episodes.count - 1
    var closings: [FindingClosing] = []
    for finding in findings where finding.episode == episodes.count {
      if case .closed(let closing) = finding.phase { closings.append(closing) }
    }
    // A superseded finding hands on to one that is still active, and then has no say.
    if closings.contains(where: { $0.reason == .superseded }) {
      let successors = findings.filter { $0.hasRecord && $0.recordState == .active }
      if successors.contains(where: { $0.episode == episodes.count }) {
        closings.removeAll { $0.reason == .superseded }
      } else if let passed = successors.compactMap(\.lastPassed).max(), passed >= episodes[last].openedAt {
        for index in closings.indices where closings[index].reason == .superseded {
          closings[index].reason = .verified
          closings[index].at = passed
        }
      }
    }
    guard let decisive = closings.max(by: { $0.isLessDecisive(than: $1) }) else { return }
    episodes[last].state = .closed
    episodes[last].closedAt = decisive.at
    episodes[last].closedBy = decisive.record
    episodes[last].reason = decisive.reason
    episodes[last].isClosingEstimated = decisive.isEstimated
    episodes[last].isWeak = decisive.isWeak
  }
}

extension FindingClosing {
  /// Later closings decide; at the same instant the stronger reason, then the earlier record.
  fileprivate func isLessDecisive(than other: FindingClosing) -> Bool {
    if at != other.at { return at < other.at }
    if reason != other.reason { return reason.precedence > other.reason.precedence }
    return other.order < order
  }
}

extension Verdict {
  fileprivate var reason: CloseReason? {
    switch self {
    case .falsePositive: .falsePositive
    case .benign: .benign
    case .unknown, .truePositive: nil
    }
  }
}

// MARK: - Verdicts and claims

extension ViolationFold {
  private mutating func judge(_ index: Int, _ verdict: Verdict, at instant: Instant, _ record: FoldingRecord) {
    findings[index].ledgerVerdict = verdict.reason == nil ? .unknown : verdict
    findings[index].ledgerVerdictAt = instant
    findings[index].ledgerVerdictPassed = false
    switch findings[index].phase {
    case .unseen:
      break
    case .failing:
      if let reason = findings[index].closingReason {
        close(index, reason, at: instant, record, isEstimated: false)
      }
    case .closed(let closing):
      if findings[index].closingReason == nil, findings[index].sourceSaysFailing {
        resume(index, after: closing, at: instant, liftedAt: instant, record)
      }
    }
  }

  private mutating func weighClaims(
    _ index: Int, _ facts: FindingFacts, before: FindingFold, _ scannerInstant: Instant,
    _ humanInstant: Instant, _ record: FoldingRecord
  ) {
    if facts.compliance == .failed {
      let last = episodes.count - 1
      for claim in findings[index].standingClaims where episodes[last].claims[claim].at < scannerInstant {
        episodes[last].claims[claim].outcome = .contradicted(at: scannerInstant)
      }
      dropSettledClaims(index)
    }
    let wasResolved = before.hasRecord && before.workflow == .resolved
    if findings[index].workflow == .resolved, !wasResolved {
      stake(index, origin: .workflow, at: humanInstant, record: record.record)
    } else if findings[index].workflow != .resolved, wasResolved {
      withdrawClaims(index, upTo: humanInstant)
    }
  }

  private mutating func stake(_ index: Int, origin: Claim.Origin, at instant: Instant, record: Int64) {
    let last = episodes.count - 1
    var claim = Claim(origin: origin, at: instant, record: record, finding: index)
    if let evaluated = findings[index].lastEvaluation, evaluated > instant {
      // The scanner had already looked again when this claim came to be known.
      claim.outcome = .contradicted(at: evaluated)
    } else {
      findings[index].standingClaims.append(episodes[last].claims.count)
    }
    episodes[last].claims.append(claim)
  }

  private mutating func takeUpLedgerClaims(_ index: Int, evaluated: Instant) {
    for claim in ledgerClaims where claim.at >= evaluated && claim.finding.map({ $0 == index }) ?? true {
      stake(index, origin: .ledger, at: claim.at, record: claim.record)
    }
  }

  private mutating func withdrawClaims(_ index: Int, upTo instant: Instant) {
    guard findings[index].isFailing else { return }
    let last = episodes.count - 1
    for claim in findings[index].standingClaims where episodes[last].claims[claim].at <= instant {
      episodes[last].claims[claim].outcome = .withdrawn(at: instant)
    }
    dropSettledClaims(index)
  }

  private mutating func settleClaims(_ index: Int, _ outcome: Claim.Outcome) {
    let last = episodes.count - 1
    for claim in findings[index].standingClaims { episodes[last].claims[claim].outcome = outcome }
    findings[index].standingClaims = []
  }

  private mutating func dropSettledClaims(_ index: Int) {
    let claims = episodes[episodes.count - 1].claims
    findings[index].standingClaims.removeAll { claims[$0].outcome != .standing }
  }
}

private struct LedgerClaim {
  var at: Instant
  var record: Int64
  var finding: Int?
}

extension Episode {
  fileprivate var impossibility: TimeDefect? {
    if openedAt < .year2000 || closedAt.map({ $0 < .year2000 }) ?? false { return .before2000 }
    if let closedAt, closedAt < openedAt { return .endBeforeStart }
    return nil
  }
}
