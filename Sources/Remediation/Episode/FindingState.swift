/// What the source, and the ledger's verdicts, last said of a finding.
struct FindingState {
  /// The finding has a compliance result in some record, so it is a check.
  var isCheck = false
  var hasRecord = false
  var hasSnapshot = false

  var workflow: WorkflowStatus = .new
  var compliance: ComplianceStatus?
  var recordState: RecordState = .active
  var severity: Severity = .unknown
  var archivalCause: ArchivalCause?
  var isClosedByProduct = false
  /// The last thing that the scanner said was NOT_AVAILABLE.
  var isUnavailable = false

  var sourceVerdict: Verdict = .unknown
  /// What a rule of the policy read in the note.
  var noteVerdict: Verdict?
  var ledgerVerdict: Verdict = .unknown
  /// The finding passed since the ledger's verdict: failing again ends it.
  var hasPassedSinceVerdict = false

  /// The verdict that the source itself gives, by its field or by its note.
  var statedVerdict: Verdict { noteVerdict ?? sourceVerdict }

  /// The scanner says that nothing is wrong.
  var passes: Bool { compliance == .passed || isClosedByProduct }

  /// Whether, nothing human considered, the source says that it fails.
  var isFailing: Bool {
    isCheck ? compliance == .failed : hasSnapshot && recordState == .active && !isClosedByProduct
  }

  /// A person judged it away, or the source archived it.
  var isSetAside: Bool {
    recordState == .archived || workflow == .suppressed || statedVerdict.closeReason != nil
      || ledgerVerdict.closeReason != nil
  }

  /// The strongest reason for which the finding does not fail now.
  var closingReason: CloseReason? {
    var strongest = statedVerdict.closeReason
    Self.strengthen(&strongest, by: ledgerVerdict.closeReason)
    Self.strengthen(&strongest, by: archivalReason)
    if passes { Self.strengthen(&strongest, by: .verified) }
    if workflow == .suppressed { Self.strengthen(&strongest, by: .suppressed) }
    return strongest
  }

  /// The strongest of the reasons that did not hold before.
  func closingReason(beyond before: FindingState) -> CloseReason? {
    var strongest: CloseReason?
    if statedVerdict.closeReason != before.statedVerdict.closeReason {
      Self.strengthen(&strongest, by: statedVerdict.closeReason)
    }
    if ledgerVerdict != before.ledgerVerdict {
      Self.strengthen(&strongest, by: ledgerVerdict.closeReason)
    }
    if archivalReason != before.archivalReason { Self.strengthen(&strongest, by: archivalReason) }
    if passes, !before.passes { Self.strengthen(&strongest, by: .verified) }
    if workflow == .suppressed, before.workflow != .suppressed {
      Self.strengthen(&strongest, by: .suppressed)
    }
    return strongest
  }

  private static func strengthen(_ strongest: inout CloseReason?, by reason: CloseReason?) {
    guard let reason else { return }
    if let known = strongest, known.precedence <= reason.precedence { return }
    strongest = reason
  }

  private var archivalReason: CloseReason? {
    guard recordState == .archived else { return nil }
    return switch archivalCause {
    case .consolidated: .superseded
    case .controlDisabled: .controlDisabled
    case .resourceGone: .resourceGone
    case nil: isUnavailable ? .resourceGone : .archived
    }
  }

  /// Takes over what the record says; what it leaves out stays.
  mutating func absorb(_ facts: FindingFacts, isHistory: Bool) {
    hasRecord = true
    if !isHistory { hasSnapshot = true }
    switch facts.compliance {
    case .passed, .failed:
      compliance = facts.compliance
      isUnavailable = false
    case .notAvailable:
      isUnavailable = true
    case .warning:
      isUnavailable = false
    case .unrecognised, nil:
      break
    }
    if let value = facts.workflow { workflow = value }
    if let value = facts.recordState {
      if value == .active { archivalCause = nil }
      recordState = value
    }
    if let value = facts.archivalCause { archivalCause = value }
    isClosedByProduct = facts.closedByProduct || (isClosedByProduct && facts.recordState != .active)
    if let value = facts.severity { severity = value }
    if let value = facts.verdict { sourceVerdict = value }
    if let value = facts.noteVerdict {
      noteVerdict = value
    } else if facts.noteUpdatedAt != nil {
      // There is a note, and no rule reads a verdict in it.
      noteVerdict = nil
    }
    if passes {
      hasPassedSinceVerdict = true
    } else if hasPassedSinceVerdict, isFailing {
      ledgerVerdict = .unknown
    }
  }
}
