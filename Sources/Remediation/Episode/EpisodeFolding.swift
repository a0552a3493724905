/// Folds the records of one violation into its episodes.
///
/// A pure function of the *set* of records: they are sorted by their own times and hash before they are
/// read, so the order of arrival, batching and repeats never change a result. Give it the records up to
/// as-of. Source: `docs/definitions.md` §1.
public enum EpisodeFolding {
  /// The episodes of one violation and the last known state of each of its findings.
  ///
  /// - Parameters:
  ///   - records: every record of the violation's findings up to as-of, in any order, without repeats.
  ///   - findings: how many findings the violation has; ``FoldingRecord/finding`` counts from zero.
  public static func fold(_ records: [FoldingRecord], findings: Int) -> FoldedViolation {
    let sorted = records.count > 1 ? records.sorted { $0.order < $1.order } : records
    var fold = ViolationFold(survey: FindingSurvey.survey(sorted, findings: findings))
    for record in sorted { fold.apply(record) }
    return fold.finish()
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
  public var severity: Severity
  public var isFailing: Bool
}

/// What has to be known about all of a finding's records before the first is folded.
struct FindingSurvey {
  /// The finding has had a compliance result at some time, so it is a check.
  var isCheck = false
  /// The earliest of FirstObservedAt and CreatedAt over all snapshots.
  var startedAt: Instant?
  /// Evaluations that one snapshot calls FAILED and another PASSED: PASSED is ignored there.
  var contestedEvaluations: Set<Instant> = []

  static func survey(_ records: [FoldingRecord], findings: Int) -> [FindingSurvey] {
    var surveys = [FindingSurvey](repeating: FindingSurvey(), count: findings)
    var failedAt = [Set<Instant>](repeating: [], count: findings)
    for record in records {
      guard let finding = record.finding else { continue }
      switch record.content {
      case .snapshot(let facts):
        if facts.compliance != nil { surveys[finding].isCheck = true }
        if let started = facts.startedAt {
          surveys[finding].startedAt = min(surveys[finding].startedAt ?? started, started)
        }
        if facts.compliance == .failed, let evaluated = facts.updatedAt {
          failedAt[finding].insert(evaluated)
        }
      case .history(let facts):
        if facts.compliance != nil { surveys[finding].isCheck = true }
      case .claim, .rollback, .verdict:
        break
      }
    }
    for record in records {
      guard let finding = record.finding, case .snapshot(let facts) = record.content,
        facts.compliance == .passed, let evaluated = facts.updatedAt,
        failedAt[finding].contains(evaluated)
      else { continue }
      surveys[finding].contestedEvaluations.insert(evaluated)
    }
    return surveys
  }
}
