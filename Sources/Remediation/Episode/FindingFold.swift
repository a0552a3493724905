/// The running state of one finding while its violation is folded.
struct FindingFold {
  enum Phase: Equatable {
    /// Never seen failing.
    case unseen
    case failing
    case closed(FindingClosing)
  }

  let survey: FindingSurvey
  var phase: Phase = .unseen
  /// The episode of the violation that the finding last failed in; 0 for none.
  var episode = 0
  /// Indexes into the current episode's claims of those that still stand.
  var standingClaims: [Int] = []

  var workflow: WorkflowStatus = .new
  var compliance: ComplianceStatus?
  var recordState: RecordState = .active
  var verdict: Verdict = .unknown
  var severity: Severity = .unknown
  var archivalCause: ArchivalCause?
  var closedByProduct = false
  /// The last thing the scanner said was NOT_AVAILABLE.
  var isUnavailable = false
  /// A reviewed verdict from the ledger; it ends with a PASSED that is followed by FAILED.
  var ledgerVerdict: Verdict = .unknown
  var ledgerVerdictAt: Instant?
  var ledgerVerdictPassed = false

  var hasRecord = false
  var wasPassedBeforeFailing = false
  var noteUpdatedAt: Instant?
  /// When the scanner last said PASSED or FAILED, and which.
  var lastEvaluation: Instant?
  /// When the scanner last said PASSED.
  var lastPassed: Instant?
  /// A scanner's change known from a history record only, until a snapshot gives its evaluation time.
  var unconfirmedChange: UnconfirmedChange?

  init(survey: FindingSurvey) {
    self.survey = survey
  }

  var isFailing: Bool { phase == .failing }

  /// Whether, nothing human considered, the source says that it fails.
  var sourceSaysFailing: Bool {
    survey.isCheck ? compliance == .failed : recordState == .active && !closedByProduct
  }

  /// The reason for which the finding does not fail now; the strongest when there are several.
  var closingReason: CloseReason? {
    var strongest: CloseReason?
    func consider(_ reason: CloseReason) {
      if strongest.map({ reason.precedence < $0.precedence }) ?? true { strongest = reason }
    }
    if verdict == .falsePositive || ledgerVerdict == .falsePositive { consider(.falsePositive) }
    if verdict == .benign || ledgerVerdict == .benign { consider(.benign) }
    if recordState == .archived {
      switch archivalCause {
      case .consolidated: consider(.superseded)
      case .controlDisabled: consider(.controlDisabled)
      case .resourceGone: consider(.resourceGone)
      case nil: consider(isUnavailable ? .resourceGone : .archived)
      }
    }
    if compliance == .passed || closedByProduct { consider(.verified) }
    if workflow == .suppressed { consider(.suppressed) }
    return strongest
  }

  /// When a person or an automation made the change that `facts` shows first.
  func humanInstant(_ facts: FindingFacts, order: RecordOrder) -> Instant {
    if let changed = facts.changedAt { return changed }
    if let note = facts.noteUpdatedAt, note != noteUpdatedAt { return note }
    return facts.processedAt ?? order.eventTime
  }

  /// When the scanner made the change that `facts` shows first.
  static func scannerInstant(_ facts: FindingFacts, order: RecordOrder) -> Instant {
    facts.changedAt ?? facts.updatedAt ?? order.eventTime
  }

  /// Takes over what the record says; what it leaves out stays.
  mutating func absorb(_ facts: FindingFacts) {
    if let value = facts.workflow { workflow = value }
    if let value = facts.recordState {
      if value == .active { archivalCause = nil }
      recordState = value
    }
    if let value = facts.archivalCause { archivalCause = value }
    if let value = facts.noteVerdict ?? facts.verdict { verdict = value }
    if let value = facts.severity { severity = value }
    closedByProduct = facts.closedByProduct || (closedByProduct && facts.recordState != .active)
    switch facts.compliance {
    case .passed:
      compliance = .passed
      isUnavailable = false
      if phase == .unseen { wasPassedBeforeFailing = true }
      if ledgerVerdict != .unknown { ledgerVerdictPassed = true }
    case .failed:
      if phase == .unseen && facts.priorCompliance == .passed { wasPassedBeforeFailing = true }
      if ledgerVerdictPassed {
        ledgerVerdict = .unknown
        ledgerVerdictPassed = false
      }
      compliance = .failed
      isUnavailable = false
    case .notAvailable:
      isUnavailable = true
    case .warning, .unrecognised, nil:
      break
    }
  }

  var result: FoldedFinding {
    FoldedFinding(
      workflow: workflow, compliance: compliance, recordState: recordState, severity: severity,
      isFailing: isFailing)
  }
}

/// How a finding stopped failing.
struct FindingClosing: Equatable {
  var reason: CloseReason
  var at: Instant
  var record: Int64
  var order: RecordOrder
  var isEstimated: Bool
  var isWeak: Bool
  /// A PASSED or an archival came since, so failing again is a new episode.
  var isFinal: Bool
}

/// A PASSED or FAILED known from a history record, whose evaluation time a later snapshot may give.
struct UnconfirmedChange: Equatable {
  var compliance: ComplianceStatus
  var at: Instant
  /// The evaluation before: the true instant lies after it.
  var after: Instant?
}
