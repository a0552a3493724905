/// What has to be known about all of a finding's records before the first is folded.
struct FindingSurvey {
  /// The earliest of FirstObservedAt and CreatedAt over all snapshots.
  private(set) var startedAt: Instant?
  private var firstFailed: Instant?
  private var firstActive: Instant?
  private var latestFailed: Instant?
  private var latestPassed: Instant?

  /// The earliest evaluation that failed, over all snapshots; of what is no check, the earliest of all
  /// that are not archived.
  func firstFailing(isCheck: Bool) -> Instant? { isCheck ? firstFailed : firstActive }

  /// Takes a snapshot in; says whether its evaluation may be one that another snapshot contradicts.
  ///
  /// Evaluation times rise as a rule, and then nothing is contested and no set has to be made.
  mutating func mayContest(_ facts: FindingFacts) -> Bool {
    if let started = facts.startedAt { startedAt = min(startedAt ?? started, started) }
    guard let evaluated = facts.updatedAt else { return false }
    if facts.recordState != .archived, !facts.closedByProduct {
      firstActive = min(firstActive ?? evaluated, evaluated)
    }
    switch facts.compliance {
    case .failed:
      firstFailed = min(firstFailed ?? evaluated, evaluated)
      latestFailed = max(latestFailed ?? evaluated, evaluated)
      return latestPassed.map { evaluated <= $0 } ?? false
    case .passed:
      latestPassed = max(latestPassed ?? evaluated, evaluated)
      return latestFailed.map { evaluated <= $0 } ?? false
    case .warning, .notAvailable, .unrecognised, nil:
      return false
    }
  }
}

/// One evaluation of one finding by the scanner.
struct EvaluationKey: Hashable {
  var finding: Int
  var at: Instant

  /// The evaluations that some snapshot calls FAILED: PASSED is ignored there.
  static func failed(in records: [FoldingRecord]) -> Set<EvaluationKey> {
    var keys: Set<EvaluationKey> = []
    for record in records {
      if let finding = record.finding, case .snapshot(let facts) = record.content,
        facts.compliance == .failed, let evaluated = facts.updatedAt
      {
        keys.insert(EvaluationKey(finding: finding, at: evaluated))
      }
    }
    return keys
  }
}
