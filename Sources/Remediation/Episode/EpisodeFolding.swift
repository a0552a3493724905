/// Folds the records of one violation into its episodes.
///
/// A pure function of the *set* of records: they are sorted by their own times and hash before they are
/// read, so the order of arrival and batching never change a result. Source: `docs/definitions.md`, and
/// `docs/decisions/0004-folding.md` where it is silent.
public enum EpisodeFolding {
  /// The episodes of one violation and the last known state of each of its findings.
  ///
  /// - Parameters:
  ///   - records: every record of the violation's findings up to as-of, in any order, without repeats.
  ///   - findings: how many findings the violation has; ``FoldingRecord/finding`` counts from zero.
  public static func fold(_ records: [FoldingRecord], findings: Int) -> FoldedViolation {
    let sorted = isSorted(records) ? records : records.sorted { $0.order < $1.order }
    var fold = ViolationFold(surveying: sorted, findings: findings)
    for record in sorted { fold.apply(record) }
    return fold.finish()
  }

  private static func isSorted(_ records: [FoldingRecord]) -> Bool {
    var index = 1
    while index < records.count {
      if records[index].order < records[index - 1].order { return false }
      index += 1
    }
    return true
  }
}

/// What folding a violation gives.
public struct FoldedViolation: Equatable, Sendable {
  public var episodes: [Episode]
  public var findings: [FoldedFinding]
}

/// A finding's state after its last record.
public struct FoldedFinding: Equatable, Sendable {
  public var workflow: WorkflowStatus
  public var compliance: ComplianceStatus?
  public var recordState: RecordState
  /// As the source last said it: INFORMATIONAL once a check passes. An episode keeps its own.
  public var severity: Severity

  public var isFailing: Bool
  /// It fails, and a claim that covers it stands.
  public var isClaimed: Bool
  /// The episode that it last failed in; 0 when it was never seen failing.
  public var episode: Int
  /// Why and when it stopped failing; nil while it fails and when it never did.
  public var closeReason: CloseReason?
  public var closedAt: Instant?

  /// The latest verdict, from the source or from a reviewed ledger entry, and when it was given.
  public var verdict: Verdict
  public var verdictAt: Instant?
  /// When the scanner last evaluated it.
  public var lastEvaluation: Instant?
}
